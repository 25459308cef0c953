import { addDays, dayInVietnam, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { askedPeriods, revisionFor } from '#domain/reports/asked-periods.ts';
import type { WorkCalendar } from '#domain/reports/due.ts';
import { nextReminder, noReminders, reminderBy, type RemindedOf } from '#domain/reports/reminders.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { dueDays, type DueDays } from './due-days.reads.ts';
import { expectedUnits } from './expected.reads.ts';
import { calendarOf, type FormRecord } from './form-record.reads.ts';

/** Reminders go out each morning at this hour in Vietnam (server/platform/jobs/jobs.ts). */
const morning = 7;
/** What is longer gone is not reminded of by rule. */
const mostPeriods = 24;

/** A period of which units are to be reminded by now. */
export interface PeriodToRemind {
  readonly form: FormRecord;
  readonly period: Period;
  /** By when it is due: the days that units have, each with the reminder that is to be sent to them. */
  readonly asked: readonly { readonly due: Day; readonly since: Day }[];
  /** For whoever has no other day: that by the rule, or given to all. */
  readonly due: Day;
  /** Days given to units by name. */
  readonly given: readonly { readonly unitId: string; readonly due: Day }[];
}

/** The periods of a form with a reminder to be sent by today. */
export async function periodsToRemind(db: Db, form: FormRecord, today: Day): Promise<PeriodToRemind[]> {
  const periods = askedPeriods(form, today)
    .slice(-mostPeriods)
    .filter((period) => ruleOf(form, period).since !== null);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const due = await dueDays(db, form, periods);
  const calendar = await calendarUntil(db, { from: first.from, to: last.to }, today);
  const others = await otherDays(db, form.id, periods);
  return periods.flatMap((period) => {
    const { rule, since } = ruleOf(form, period);
    const own = others.filter((one) => one.period_from === period.from);
    const given = own.flatMap(({ unit_id: unitId }) =>
      unitId === null ? [] : [{ unitId, due: due.of(period.from, unitId).due }],
    );
    const base = due.of(period.from, null).due;
    const days = new Set([base, ...given.map((one) => one.due), ...own.map((one) => one.due_on)]);
    const asked = [...days].flatMap((day) => {
      const of: RemindedOf = { due: day, period, ruleSince: since ?? today, calendar };
      const by = reminderBy(rule, of, today);
      return by === null ? [] : [{ due: day, since: by }];
    });
    return asked.length === 0 ? [] : [{ form, period, asked, due: base, given }];
  });
}

/** Days off since a period, also of this year: who is late is reminded for months after it. */
function calendarUntil(db: Db, { from, to }: Period, today: Day): Promise<WorkCalendar> {
  return calendarOf(db, { from, to: to > today ? to : today });
}

/** The rule of a period, and the day on which it was saved; null where there is none. */
function ruleOf(form: FormRecord, period: Period) {
  const revision = revisionFor(form.revisions, period.from);
  const rule = revision?.content.reminders ?? noReminders;
  const silent = rule.beforeDue.length === 0 && rule.overdue === null;
  return { rule, since: silent || !revision ? null : dayInVietnam(revision.savedAt) };
}

/** Days given to units, and those of reports begun and not sent. */
async function otherDays(db: Db, formId: string, periods: readonly Period[]) {
  const from = periods.map((period) => period.from);
  const { rows } = await sql<{ period_from: Day; unit_id: string | null; due_on: Day }>`
    select distinct period_from, unit_id, due_on from report_extension
    where form_id = ${formId}::uuid and period_from = any(${from}::date[]) and unit_id is not null
    union all
    select distinct period_from, null::uuid, due_on from report
    where form_id = ${formId}::uuid and period_from = any(${from}::date[]) and state not in ('submitted', 'accepted')`.execute(
    db,
  );
  return rows;
}

/**
 * The units to be reminded of a period: those that owed it on its last day and stand today, have sent nothing that
 * counts, and were not reminded, by rule or by hand, on the day of their reminder or since.
 */
export function unitsToRemind(
  { form, period, asked, due, given }: PeriodToRemind,
  today: Day,
): RawBuilder<{ unit_id: string }> {
  return sql`
    select expected.unit_id
    from (${expectedUnits({ form, periods: [period] })}) as expected
    left join report on report.form_id = ${form.id}::uuid and report.period_from = expected.period_from
      and report.unit_id = expected.unit_id
    left join (
      select distinct unit_id, due
      from unnest(${given.map((one) => one.unitId)}::uuid[], ${given.map((one) => one.due)}::date[]) as one(unit_id, due)
    ) as given on given.unit_id = expected.unit_id
    join unnest(${asked.map((one) => one.due)}::date[], ${asked.map((one) => one.since)}::date[]) as asked(due, since)
      on asked.due = coalesce(report.due_on, given.due, ${due}::date)
    where coalesce(report.state, 'not_started') not in ('submitted', 'accepted')
      and exists (
        select from unit_place as here
        where here.unit_id = expected.unit_id and here.stands and ${standsAt('here', today)})
      and not exists (
        select from report_reminder as told
        where told.form_id = ${form.id}::uuid and told.period_from = expected.period_from
          and told.unit_id = expected.unit_id and told.on_day >= asked.since)`;
}

/** Whether anybody is to be reminded of it. */
export async function owesReminder(db: Db, at: PeriodToRemind, today: Day): Promise<boolean> {
  const { rows } = await sql`select from (${unitsToRemind(at, today)}) as owing limit 1`.execute(db);
  return rows.length > 0;
}

/**
 * How many of those who owe were reminded of each period, as part of a query with them (`owedParts`: owed, span).
 * Each unit once before anything is joined; on the last day of a period it has one life. By the list of units the index
 * finds those of a commune alone.
 */
export function remindedIn(
  formId: string,
  periods: readonly Period[],
  owes: RawBuilder<boolean>,
): RawBuilder<unknown> {
  return sql`
    select told.period_from, (count(*) filter (where told.by_rule))::int as by_rule,
      (count(*) filter (where told.by_hand))::int as by_hand
    from (
      select period_from, unit_id, bool_or(reminded_by is null) as by_rule, bool_or(reminded_by is not null) as by_hand
      from report_reminder
      where form_id = ${formId}::uuid and period_from = any(${periods.map((one) => one.from)}::date[])
        and unit_id = any(array(select unit_id from owed))
      group by period_from, unit_id offset 0) as told
    join span using (period_from)
    join owed on owed.unit_id = told.unit_id and ${owes}
    group by told.period_from`;
}

/** When the next reminder by rule goes, for some periods of a form. */
export async function nextRemindersOf(
  context: { readonly db: Db; readonly now: string; readonly today: Day },
  form: FormRecord,
  asked: { readonly periods: readonly Period[]; readonly due: DueDays },
): Promise<(period: Period, of: { expected: number; received: number }) => Day | null> {
  const { db, today } = context;
  const [first, last] = [asked.periods[0], asked.periods.at(-1)];
  if (!first || !last) return () => null;
  const calendar = await calendarUntil(db, { from: first.from, to: last.to }, today);
  // What is to go today has gone when its hour has come.
  const from = hourInVietnam(context.now) < morning ? today : addDays(today, 1);
  return (period, { expected, received }) => {
    const { rule, since } = ruleOf(form, period);
    // Where all have sent nobody is left to be reminded.
    if (since === null || received >= expected) return null;
    const { due } = asked.due.of(period.from, null);
    return nextReminder(rule, { due, period, ruleSince: since, calendar }, from);
  };
}

function hourInVietnam(instant: string): number {
  return (new Date(instant).getUTCHours() + 7) % 24;
}
