import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { PracticeStateBadge } from '../ui/practices/practice-badge.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { Practice } from './practice-shape.ts';
import styles from './practice.module.css';
import nearStyles from './registration.module.css';

interface CardProps {
  readonly practice: Practice;
}

type Relative = Practice['descendants'][number];

function RelativeLink({ one }: { readonly one: Relative }) {
  return (
    <>
      <AppLink href={`/mo-hinh/${one.id}`}>{one.name}</AppLink>
      <div className="k-small">
        {one.unitName}
        {one.year !== null && `, năm ${one.year}`} <PracticeStateBadge state={one.state} />
      </div>
    </>
  );
}

/** Where it came from, and who has taken it up. */
export function LineageCard({ practice }: CardProps) {
  const { source, descendants } = practice;
  if (source === null && descendants.length === 0) return null;
  return (
    <Card title="Nguồn gốc và nhân rộng">
      <div className={styles.lineage}>
        {source !== null && (
          <div>
            <div className="k-small">{practice.origin === 'continued' ? 'Tiếp tục từ' : 'Học từ'}</div>
            <RelativeLink one={source} />
          </div>
        )}
        <div className={styles.here}>
          {practice.name}
          <div className="k-small">{practice.unit.shortName}</div>
        </div>
        {descendants.length === 0 ? (
          <div className="k-small">Chưa có nơi nào học theo.</div>
        ) : (
          <>
            <div className="k-small">{descendants.length} mô hình tiếp nối, học theo</div>
            <ul>
              {descendants.map((one) => (
                <li key={one.id}>
                  <RelativeLink one={one} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}

/** Every paper that names it. */
export function PapersCard({ practice }: CardProps) {
  if (practice.documents.length === 0) return null;
  return (
    <Card title="Văn bản" flush>
      <ul className={styles.list}>
        {practice.documents.map((one) => (
          <li key={one.id}>
            <AppLink href={`/van-ban/${one.id}`}>
              {one.symbol === null ? '' : `${one.symbol}: `}
              {one.subject}
            </AppLink>
            <div className="k-small">
              {one.issuedOn === null ? 'Dự thảo' : `Ban hành ${formatDay(one.issuedOn)}`}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Others with a like name, while it is not decided yet. */
export function NearCard({ practice }: CardProps) {
  if (practice.nearDuplicates.length === 0) return null;
  return (
    <Card title="Tên gần giống">
      <ul className={nearStyles.near}>
        {practice.nearDuplicates.map((item) => (
          <li key={item.id}>
            <AppLink href={`/mo-hinh/${item.id}`}>{item.name}</AppLink>
            <div className="k-small">
              {item.unit.shortName}
              {item.year !== null && ` · năm ${item.year}`}
            </div>
            <div className={nearStyles.badges}>
              {item.samePlace && <StateBadge tone="bad">Cùng địa bàn</StateBadge>}
              {item.otherBody && <StateBadge tone="warn">Đơn vị khác</StateBadge>}
              <PracticeStateBadge state={item.state} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
