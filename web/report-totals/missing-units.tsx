import { Button } from '@mantine/core';
import { writeUrlWords } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { AskedTotals, Totals } from './totals-address.ts';
import styles from './report-totals.module.css';

/** Whose reports are not in the figures, by name. */
export function MissingUnits({ asked, totals }: { readonly asked: AskedTotals; readonly totals: Totals }) {
  if (totals.missing.length === 0) {
    return (
      <div className="k-card">
        <EmptyState title="Không thiếu đơn vị nào">
          Mọi đơn vị phải gửi đều đã có trong số tổng hợp.
        </EmptyState>
      </div>
    );
  }
  return (
    <Card
      title={`${formatNumber(totals.missing.length)} đơn vị chưa gửi`}
      aside="số tổng hợp chưa có phần của các đơn vị này"
    >
      <div className="k-stack">
        <ul className={styles.names}>
          {totals.missing.map((unit) => (
            <li key={unit.id}>{unit.name}</li>
          ))}
        </ul>
        <div className="k-no-print">
          <Button
            variant="default"
            component={AppLink}
            href={`/bao-cao/theo-doi${writeUrlWords({ formId: asked.form.id, ky: asked.period?.from })}`}
          >
            Nhắc, gia hạn ở trang theo dõi
          </Button>
        </div>
      </div>
    </Card>
  );
}
