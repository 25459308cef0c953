import { StateBadge } from '../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './consolidation.module.css';

interface HolderFaultsProps {
  readonly holders: readonly {
    readonly name: string;
    readonly known: boolean;
    readonly message: string | null;
  }[];
}

/** How many place-holders a template has; the wrong ones by name, each with what is wrong. */
export function HolderFaults({ holders }: HolderFaultsProps) {
  const wrong = holders.filter((holder) => !holder.known);
  if (wrong.length === 0)
    return <StateBadge tone="good">{formatNumber(holders.length)} chỗ, đều đúng</StateBadge>;
  return (
    <div>
      <StateBadge tone="bad">
        {formatNumber(wrong.length)} trong {formatNumber(holders.length)} chỗ sai
      </StateBadge>
      <ul className={styles.holders}>
        {wrong.map((holder) => (
          <li key={holder.name} className={styles.wrong}>
            <b>{holder.name}</b>: {holder.message ?? 'không có chỗ điền tên này'}
          </li>
        ))}
      </ul>
    </div>
  );
}
