import { Button } from '@mantine/core';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { formatDay, isDay } from '#domain/kernel/day.ts';
import { Remark } from './card.tsx';
import { DayField } from './day-field.tsx';
import styles from './asked-day.module.css';

/** The day of `?ngay=` on which everything is shown; null is today. */
export function useAskedDay(): string | null {
  const { words } = useUrlState();
  const { today } = useSession();
  const asked = words['ngay'];
  return asked !== undefined && isDay(asked) && asked < today ? asked : null;
}

/** "&ngay=…" for an address that already has words. */
export function dayWord(day: string | null): string {
  return day === null ? '' : `&ngay=${day}`;
}

/** Says that a day gone by is shown, on the screen and on paper, with the way back to today. */
export function AskedDayLine() {
  const day = useAskedDay();
  const { change } = useUrlState();
  if (day === null) return null;
  return (
    <div className={styles.line} role="status">
      <Remark>
        Xem theo tổ chức ngày <b>{formatDay(day)}</b>: đơn vị, trạng thái và số liệu là của cuối ngày đó.{' '}
        <Button
          size="compact-md"
          variant="subtle"
          className="k-no-print"
          onClick={() => change({ ngay: undefined, page: undefined })}
        >
          Về hôm nay
        </Button>
      </Remark>
    </div>
  );
}

/** Chooses the day on which everything is shown; empty is today. */
export function AskedDayField() {
  const day = useAskedDay();
  const { today } = useSession();
  const { change } = useUrlState();
  return (
    <DayField
      name="ngay"
      label="Xem theo tổ chức ngày"
      value={day}
      max={today}
      onChange={(next) =>
        change({ ngay: next === null || next >= today ? undefined : next, page: undefined })
      }
    />
  );
}
