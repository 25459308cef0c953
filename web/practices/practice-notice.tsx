import type { ReactNode } from 'react';
import { formatInstantDay } from '../platform/time.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { whatStandsInTheWay } from './practice-actions.tsx';
import type { Practice } from './practice-shape.ts';
import styles from './practice.module.css';

const reasonTitles: Partial<Record<Practice['state'], string>> = {
  returned: 'Bị trả lại',
  declined: 'Không giao',
  stopped: 'Dừng thực hiện',
  withdrawn: 'Đã rút',
  not_recognised: 'Chưa công nhận',
};

/** What must be known before anything else: the reason of a refusal, what is missing, what comes next; null when nothing. */
export function practiceNotice(practice: Practice): ReactNode {
  const refused = reasonTitles[practice.state] !== undefined && practice.history.length > 0;
  const blocked = whatStandsInTheWay(practice);
  if (!refused && blocked.length === 0) return null;
  return (
    <div className={styles.notices}>
      {refused && <RefusalReason practice={practice} />}
      <InTheWay blocked={blocked} />
    </div>
  );
}

/** Right after sending: what happens next. */
export function JustSent({ practice }: { readonly practice: Practice }) {
  const { words } = useUrlState();
  if (words['vua-gui'] !== '1' || practice.state !== 'submitted') return null;
  return (
    <div className={styles.sent} role="status">
      <b>Đã gửi đăng ký.</b> Tiếp theo: cơ quan thường trực thẩm định (có thể kiểm tra tại chỗ), rồi ban hành
      thông báo giao thực hiện. Kết quả báo ở <AppLink href="/">Việc của tôi</AppLink>. Còn mô hình khác?{' '}
      <AppLink href={`/mo-hinh/moi?unitId=${practice.unit.id}`}>Đăng ký tiếp</AppLink>
    </div>
  );
}

function RefusalReason({ practice }: { readonly practice: Practice }) {
  const title = reasonTitles[practice.state];
  if (title === undefined) return null;
  const entry = practice.history.find((one) => one.toState === practice.state);
  if (entry === undefined) return null;
  return (
    <div className={styles.reason}>
      <b>
        {title} ngày {formatInstantDay(entry.at)}, {entry.actorName}
      </b>
      {entry.reason !== null && <p>{entry.reason}</p>}
    </div>
  );
}

function InTheWay({ blocked }: { readonly blocked: ReturnType<typeof whatStandsInTheWay> }) {
  if (blocked.length === 0) return null;
  return (
    <ul className={styles.blocked}>
      {blocked.map((one) => (
        <li key={one.label}>
          <b>Chưa thể {one.label}.</b> {one.why} {one.mend}
        </li>
      ))}
    </ul>
  );
}
