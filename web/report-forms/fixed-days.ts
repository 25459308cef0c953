import { makeDay } from '#domain/kernel/day.ts';

interface DayOfYear {
  readonly month: number;
  readonly day: number;
}

/** Of a leap year, so that 29 February may be one. */
const SAMPLE_YEAR = 2024;

/** "15/7, 10/12" as days of the year; null where one is none. */
export function readFixedDays(text: string): DayOfYear[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const days = parts.map((part) => {
    const match = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})$/.exec(part);
    if (!match) return null;
    const [day, month] = [Number(match[1]), Number(match[2])];
    return makeDay(SAMPLE_YEAR, month, day) === null ? null : { month, day };
  });
  return days.every((day) => day !== null) ? days : null;
}

export function showFixedDays(days: readonly DayOfYear[]): string {
  return days.map(({ day, month }) => `${day}/${month}`).join(', ');
}
