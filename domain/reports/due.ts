import { addDays, yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { z } from 'zod';

/** When a report of a period is due (S2: monthly; 25 July and 15 December for what is consolidated). */
export const dueRuleSchema = /* @__PURE__ */ makeDueRuleSchema();
export type DueRule = z.infer<typeof dueRuleSchema>;

/** In every year: no report is due on 29 February. */
function daysOfMonth(month: number): number {
  return new Date(Date.UTC(2001, month, 0)).getUTCDate();
}

/** Made in a function, so that screens that only reckon days take no schema along. */
function makeDueRuleSchema() {
  return z.discriminatedUnion('kind', [
    /** A day of the month after the period ends; negative: before the period ends, counted from its last day. */
    z.object({
      kind: z.literal('days_after'),
      days: z.number().int().min(-60).max(120),
      shift: z.enum(['none', 'next', 'previous']),
    }),
    z.object({ kind: z.literal('working_days_after'), days: z.number().int().min(1).max(60) }),
    /** Fixed days of the year; the one that belongs to the period is the first on or after its 15th day before the end. */
    z.object({
      kind: z.literal('fixed'),
      days: z
        .array(
          z
            .object({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) })
            .refine(({ month, day }) => day <= daysOfMonth(month), {
              message: 'Không có ngày này trong tháng',
              path: ['day'],
            }),
        )
        .min(1),
      shift: z.enum(['none', 'next', 'previous']),
    }),
  ]);
}

/** Days off and Saturdays worked in exchange; whoever keeps the calendar gives them. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<Day>;
  readonly workedInstead: ReadonlySet<Day>;
}

export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  if (calendar.workedInstead.has(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !calendar.holidays.has(day);
}

/** The day by which the report of a period is due. */
export function dueDay(rule: DueRule, period: Period, calendar: WorkCalendar): Day {
  switch (rule.kind) {
    case 'days_after':
      return shifted(addDays(period.to, rule.days), rule.shift, calendar);
    case 'working_days_after': {
      let day = period.to;
      for (let left = rule.days; left > 0;) {
        day = addDays(day, 1);
        if (isWorkingDay(day, calendar)) left -= 1;
      }
      return day;
    }
    case 'fixed':
      return shifted(fixedDay(rule.days, period), rule.shift, calendar);
  }
}

/** The year-end report is due while its period still runs (15 December), the half-year's after it (25 July). */
function fixedDay(days: readonly { month: number; day: number }[], period: Period): Day {
  const year = yearOf(period.to);
  const earliest = addDays(period.to, -45);
  const all = [year, year + 1].flatMap((of) =>
    days.map((one) => `${of}-${String(one.month).padStart(2, '0')}-${String(one.day).padStart(2, '0')}`),
  );
  return all.toSorted().find((day) => day >= earliest) ?? period.to;
}

function shifted(day: Day, shift: 'none' | 'next' | 'previous', calendar: WorkCalendar): Day {
  if (shift === 'none') return day;
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, shift === 'next' ? 1 : -1);
  return at;
}

/** "5 ngày làm việc sau khi hết kỳ", "ngày 15/7, 10/12". */
export function dueWords(rule: DueRule): string {
  switch (rule.kind) {
    case 'days_after':
      return rule.days >= 0 ? `${rule.days} ngày sau khi hết kỳ` : `${-rule.days} ngày trước khi hết kỳ`;
    case 'working_days_after':
      return `${rule.days} ngày làm việc sau khi hết kỳ`;
    case 'fixed':
      return `ngày ${rule.days.map((one) => `${String(one.day).padStart(2, '0')}/${String(one.month).padStart(2, '0')}`).join(', ')}`;
  }
}
