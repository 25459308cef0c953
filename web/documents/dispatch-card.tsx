import type { ApiResponse } from '../platform/api-client.ts';
import { formatInstant, formatInstantDay } from '../platform/time.ts';
import { Card } from '../ui/card.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './paper.module.css';

type Document = ApiResponse<'GET /api/documents/:id'>;

/** Which units got the paper, and which have made it known. Those still missing stand first. */
export function DispatchCard({ document }: { readonly document: Document }) {
  const { dispatches } = document;
  if (dispatches.length === 0) return null;
  const done = dispatches.filter((one) => one.acknowledgedAt !== null);
  const missing = dispatches.filter((one) => one.acknowledgedAt === null);
  return (
    <Card
      title="Gửi đến đơn vị"
      aside={`${formatNumber(done.length)}/${formatNumber(dispatches.length)} đã nhận`}
    >
      <div className="k-stack">
        <ProgressBar label="Đã nhận, quán triệt" share={done.length / dispatches.length} />
        <ul className={`${styles.plainList} ${styles.long}`} tabIndex={0} aria-label="Đơn vị đã gửi">
          {[...missing, ...done].map((one) => (
            <li key={one.unit.id}>
              <div>{one.unit.name}</div>
              {one.acknowledgedAt === null ? (
                <>
                  <StateBadge tone="warn">Chưa xác nhận</StateBadge>{' '}
                  <span className="k-small">gửi ngày {formatInstantDay(one.sentAt)}</span>
                </>
              ) : (
                <div className="k-small">
                  Đã nhận lúc {formatInstant(one.acknowledgedAt)}
                  {one.acknowledgedBy !== null && `, ${one.acknowledgedBy}`}
                </div>
              )}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
