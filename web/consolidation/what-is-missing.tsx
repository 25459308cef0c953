import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Consolidated } from './consolidated-words.ts';
import styles from './consolidation.module.css';

const kindWords = { copied: 'chép kỳ trước', empty: 'không có nội dung' } as const;

/** What the paper says openly: who had not sent, who sent nothing of substance. */
export function WhatIsMissing({ report }: { readonly report: Consolidated }) {
  const { missing, arrived, hollow } = report;
  const since = new Set(arrived.map((unit) => unit.id));
  if (missing.length + hollow.length === 0) {
    return (
      <div className="k-card">
        <EmptyState title="Không thiếu đơn vị nào">
          Mọi đơn vị phải gửi đều đã có trong báo cáo này, không báo cáo nào rỗng hay chép kỳ trước.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="k-stack">
      {missing.length > 0 && (
        <Card title={`${formatNumber(missing.length)} đơn vị chưa gửi khi soạn`}>
          <ul className={styles.names}>
            {missing.map((unit) => (
              <li key={unit.id}>
                {unit.name}
                {since.has(unit.id) && <span className="k-small"> (đã gửi sau đó)</span>}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {hollow.length > 0 && (
        <Card title={`${formatNumber(hollow.length)} đơn vị gửi rỗng hoặc chép kỳ trước`}>
          <ul className={styles.names}>
            {hollow.map(({ unit, kind }) => (
              <li key={unit.id}>
                {unit.name}: {kindWords[kind]}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
