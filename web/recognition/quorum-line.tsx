import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './recognition.module.css';

interface QuorumLineProps {
  readonly meeting: {
    readonly membersTotal: number;
    readonly membersPresent: number;
    readonly quorumNeeded: number;
    readonly rules: { readonly quorumPercent: number; readonly neededPercent: number };
  };
}

/** Whether enough people are there, and how many votes recognise. */
export function QuorumLine({ meeting }: QuorumLineProps) {
  const { membersTotal, membersPresent, quorumNeeded, rules } = meeting;
  const enough = membersTotal > 0 && membersPresent >= quorumNeeded;
  return (
    <div className={`k-card ${styles.quorum}`} role="status">
      <StateBadge tone={enough ? 'good' : 'warn'}>
        {enough ? 'Đủ số người dự' : 'Chưa đủ số người dự'}
      </StateBadge>
      <span>
        Có mặt <b>{formatNumber(membersPresent)}</b>/{formatNumber(membersTotal)}, cần ít nhất{' '}
        {formatNumber(quorumNeeded)} ({formatNumber(rules.quorumPercent)}%)
      </span>
      <span className="k-small">
        Công nhận khi đạt {formatNumber(rules.neededPercent)}% số phiếu tán thành; người không tham gia không
        tính
      </span>
    </div>
  );
}
