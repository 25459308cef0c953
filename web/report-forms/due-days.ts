import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { addDays, yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { type AskedForm, askedPeriods } from '#domain/reports/asked-periods.ts';
import { dueDay, type DueRule, type WorkCalendar } from '#domain/reports/due.ts';

export interface NextDue {
  readonly period: Period;
  readonly due: Day;
}

const AHEAD_DAYS = 1_100;

/** Days off of this year and the two that follow; null until they are read. */
export function useWorkCalendar(): WorkCalendar | null {
  const year = yearOf(useSession().today);
  const years = [
    useApiQuery('GET /api/holidays', { query: { year } }, { staleTime: 300_000 }),
    useApiQuery('GET /api/holidays', { query: { year: year + 1 } }, { staleTime: 300_000 }),
    useApiQuery('GET /api/holidays', { query: { year: year + 2 } }, { staleTime: 300_000 }),
  ];
  if (years.some((one) => one.data === undefined)) return null;
  const days = years.flatMap((one) => one.data?.items ?? []);
  return {
    holidays: new Set(days.filter((one) => !one.works).map((one) => one.day)),
    workedInstead: new Set(days.filter((one) => one.works).map((one) => one.day)),
  };
}

interface DueFrom {
  readonly rule: DueRule;
  readonly calendar: WorkCalendar;
  readonly today: Day;
}

/** The next days on which a form is due, nearest first. */
export function nextDueDays(form: AskedForm, { rule, calendar, today }: DueFrom, most = 3): NextDue[] {
  return askedPeriods(form, addDays(today, AHEAD_DAYS))
    .map((period) => ({ period, due: dueDay(rule, period, calendar) }))
    .filter(({ due }) => due >= today)
    .slice(0, most);
}
