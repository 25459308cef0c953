import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { z } from 'zod';
import { isWorkingDay, type WorkCalendar } from './due.ts';

/** What a reminder rule may ask at most. */
export const reminderLimits = {
  /** Days before the due day. */
  daysBefore: 60,
  timesBefore: 6,
  /** Days from one reminder of a late unit to the next. */
  everyDays: 30,
  timesLate: 20,
} as const;

/** When units that have not sent are reminded without anybody pressing a button: so many days before, and when late. */
export const reminderRuleSchema = /* @__PURE__ */ makeReminderRuleSchema();
export type ReminderRule = z.infer<typeof reminderRuleSchema>;

/** Made in a function, so that screens that only reckon days take no schema along. */
function makeReminderRuleSchema() {
  const { daysBefore, timesBefore, everyDays, timesLate } = reminderLimits;
  const upTo = (least: number, most: number, words: string) =>
    z.number().int().min(least, words).max(most, words);
  return z.object({
    /** Days before the due day; 0: on the day itself. */
    beforeDue: z
      .array(upTo(0, daysBefore, `Số ngày trước hạn từ 0 đến ${daysBefore}`))
      .max(timesBefore, `Nhắc trước hạn nhiều nhất ${timesBefore} lần`)
      .refine((days) => new Set(days).size === days.length, 'Một số ngày ghi hai lần'),
    /** Every so many days after the due day, so many times; null: a late unit is not reminded by rule. */
    overdue: z
      .object({
        everyDays: upTo(1, everyDays, `Từ 1 đến ${everyDays} ngày`),
        atMost: upTo(1, timesLate, `Từ 1 đến ${timesLate} lần`),
      })
      .nullable(),
  });
}

/** What forms have that say nothing of reminders: those saved before there were any. */
export const noReminders: ReminderRule = { beforeDue: [], overdue: null };

/** A reminder that could not be sent on its day is made up for so long. */
const madeUpForDays = 7;

/**
 * The days on which whoever owes a report is reminded. One before the due day, or on it, that falls on a day off is sent
 * on the working day before, so that no fewer days are left; one after it on the working day after, because until the
 * due day is over nobody is late. Two that fall together are one.
 */
export function reminderDays(rule: ReminderRule, due: Day, calendar: WorkCalendar): Day[] {
  const early = rule.beforeDue.map((days) => workingDay(addDays(due, -days), -1, calendar));
  const { everyDays, atMost } = rule.overdue ?? { everyDays: 1, atMost: 0 };
  const late = Array.from({ length: atMost }, (_, at) =>
    workingDay(addDays(due, everyDays * (at + 1)), 1, calendar),
  );
  return [...new Set([...early, ...late])].toSorted();
}

function workingDay(day: Day, step: 1 | -1, calendar: WorkCalendar): Day {
  let at = day;
  while (!isWorkingDay(at, calendar)) at = addDays(at, step);
  return at;
}

export interface RemindedOf {
  /** The unit's own, with what was given to it. */
  readonly due: Day;
  readonly period: Period;
  /** The day on which the rule was saved: it asks nothing of the days before. */
  readonly ruleSince: Day;
  readonly calendar: WorkCalendar;
}

/**
 * The reminder that is to be sent by now: its day, today or, where nothing could be sent then, one of the last days.
 * Whoever was reminded on that day or since is not reminded again, so that days missed are made up for once and not in
 * bulk. Null where there is none, and on days off.
 */
export function reminderBy(rule: ReminderRule, of: RemindedOf, today: Day): Day | null {
  if (!isWorkingDay(today, of.calendar)) return null;
  const since = addDays(today, -madeUpForDays);
  return askedDays(rule, of).findLast((day) => day <= today && day >= since) ?? null;
}

/** The first reminder on or after a day. */
export function nextReminder(rule: ReminderRule, of: RemindedOf, from: Day): Day | null {
  return askedDays(rule, of).find((day) => day >= from) ?? null;
}

/** Nobody is reminded of a period that has not begun, or on a day before the rule was there. */
function askedDays(rule: ReminderRule, { due, period, ruleSince, calendar }: RemindedOf): Day[] {
  return reminderDays(rule, due, calendar).filter((day) => day >= period.from && day >= ruleSince);
}

/** "Nhắc trước hạn 3 ngày và đúng hạn; quá hạn thì nhắc lại mỗi 2 ngày, nhiều nhất 5 lần". */
export function reminderWords({ beforeDue, overdue }: ReminderRule): string {
  const early = beforeDue.filter((days) => days > 0).toSorted((a, b) => b - a);
  const parts = [
    early.length > 0 ? `trước hạn ${early.map((days) => `${days} ngày`).join(', ')}` : null,
    beforeDue.includes(0) ? 'đúng hạn' : null,
  ].filter((part) => part !== null);
  const before = parts.length > 0 ? `Nhắc ${parts.join(' và ')}` : null;
  if (overdue === null) return before ?? 'Không nhắc theo lịch';
  const often = overdue.everyDays === 1 ? 'mỗi ngày' : `mỗi ${overdue.everyDays} ngày`;
  const late = `${often}, nhiều nhất ${overdue.atMost} lần`;
  return before === null ? `Quá hạn thì nhắc ${late}` : `${before}; quá hạn thì nhắc lại ${late}`;
}
