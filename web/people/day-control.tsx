import { Button } from '@mantine/core';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { DayField } from '../ui/day-field.tsx';
import styles from './people.module.css';

interface DayControlProps {
  readonly label: string;
  /** The day that is shown where the address names none. */
  readonly usual?: string;
}

/** The day on which people are looked at; it stands in the address. */
export function DayControl({ label, usual }: DayControlProps) {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const shown = usual ?? today;
  const day = words['ngay'] ?? shown;
  return (
    <div className={`${styles.day} k-no-print`}>
      <DayField
        name="ngay"
        label={label}
        value={day}
        onChange={(next) =>
          next !== null && change({ ngay: next === shown ? undefined : next, page: undefined })
        }
      />
      {day !== shown && (
        <Button variant="default" onClick={() => change({ ngay: undefined, page: undefined })}>
          {shown === today ? 'Về hôm nay' : 'Bỏ chọn ngày'}
        </Button>
      )}
    </div>
  );
}

/** "?ngay=…" for links that keep the day. */
export function daySuffix(day: string | undefined): string {
  return day === undefined ? '' : `?ngay=${day}`;
}
