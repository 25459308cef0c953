/** Spans of days, both ends included. */
import { z } from 'zod';
import { addDays, daySchema, formatDay, yearOf } from './day.ts';
import type { Day } from './day.ts';

export type Period = { from: Day; to: Day };

/** Refuses an end before the beginning, in words, at the end's field. */
export const periodSchema = /* @__PURE__ */ makePeriodSchema();

function makePeriodSchema() {
  return z.object({ from: daySchema, to: daySchema }).superRefine((period, context) => {
    const message = periodFault(period);
    if (message) context.addIssue({ code: 'custom', path: ['to'], message });
  });
}

/** What is wrong with a period, or null. For schemas whose two days have other names. */
export function periodFault(period: Period): string | null {
  if (period.to >= period.from) return null;
  return `Ngày kết thúc (${formatDay(period.to)}) trước ngày bắt đầu (${formatDay(period.from)})`;
}

export function containsDay(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.to;
}

export function overlaps(a: Period, b: Period): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** "01/01/2026 – 31/12/2026"; one day alone where both ends are equal. */
export function formatPeriod(period: Period): string {
  return period.from === period.to
    ? formatDay(period.from)
    : `${formatDay(period.from)} – ${formatDay(period.to)}`;
}

export function monthPeriod(year: number, month: number): Period {
  return monthsPeriod(year, month, 1);
}

export function quarterPeriod(year: number, quarter: 1 | 2 | 3 | 4): Period {
  return monthsPeriod(year, quarter * 3 - 2, 3);
}

export function halfPeriod(year: number, half: 1 | 2): Period {
  return monthsPeriod(year, half * 6 - 5, 6);
}

export function yearPeriod(year: number): Period {
  return monthsPeriod(year, 1, 12);
}

function firstOfMonth(year: number, month: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

function monthsPeriod(year: number, month: number, count: number): Period {
  const next = year * 12 + (month - 1) + count;
  return {
    from: firstOfMonth(year, month),
    to: addDays(firstOfMonth(Math.floor(next / 12), (next % 12) + 1), -1),
  };
}

/** The months that a period touches, 'YYYY-MM', in order. */
export function monthsOf(period: Period): string[] {
  const months: string[] = [];
  const index = (day: Day): number => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
  for (let at = index(period.from); at <= index(period.to); at += 1) {
    months.push(firstOfMonth(Math.floor(at / 12), (at % 12) + 1).slice(0, 7));
  }
  return months;
}
