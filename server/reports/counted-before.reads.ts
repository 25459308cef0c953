import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { countedStates } from '#domain/reports/report.workflow.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';

/**
 * A unit that sent its report and was then merged into another is gone, and its records lie below its heir, which owes
 * the same report for the same period. What it sent stays and goes up with the heir's: the heir counts the rest.
 */
export interface HeirAsked {
  readonly form: { readonly id: string };
  readonly unitId: string;
  readonly period: Period;
}

/** Reports of the same form and period by units that are gone into this one by a day, with the day they count to. */
function sentByGone(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  const top = sql`(select top.path from unit_place as top where top.unit_id = ${asked.unitId}::uuid and ${standsAt('top', day)})`;
  return sql`
    select sent.* from unit_place as gone
    cross join lateral (
      select report.unit_id, report.submitted_at as sent_at,
        least(report.period_to, (report.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date) as sent_on
      -- Named with its schema: in a query of a day gone by, "report" is that day’s.
      from public.report as report where report.form_id = ${asked.form.id}::uuid and report.period_from = ${asked.period.from}::date
        and report.unit_id = gone.unit_id and report.state = any(${[...countedStates]}::text[])
      limit 1
    ) as sent
    where ${standsAt('gone', day)} and not gone.stands and gone.path > ${top} and gone.path < ${top} || 'g'`;
}

/** Every unit that lay with one of them when it sent: columns unit_id, sent_at, sent_on, each unit once. */
export function countedBefore(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  const stood = (place: string) => sql`${sql.ref(`${place}.tree`)} = 'main'
    and ${sql.ref(`${place}.valid_from`)} <= sent.sent_on
    and (${sql.ref(`${place}.valid_to`)} is null or ${sql.ref(`${place}.valid_to`)} > sent.sent_on)`;
  return sql`
    select below.unit_id, max(sent.sent_at) as sent_at, max(sent.sent_on) as sent_on
    from (${sentByGone(asked, day)}) as sent
    join unit_place as above on above.unit_id = sent.unit_id and ${stood('above')}
    -- Kept apart, so that hardly ever anything is looked at: most units have no such predecessor.
    cross join lateral (
      select unit_id from unit_place as below
      where ${stood('below')} and below.path >= above.path and below.path < above.path || 'g' offset 0
    ) as below
    group by below.unit_id`;
}

/** Whose reports count already what lies below a unit by now, and since when; for the words on its own report. */
export async function sentBefore(
  db: Db,
  asked: HeirAsked,
  day: Day,
): Promise<{ unitId: string; sentOn: Day }[]> {
  const { rows } = await sql<{ unitId: string; sentOn: Day }>`
    select unit_id as "unitId", (sent_at at time zone 'Asia/Ho_Chi_Minh')::date as "sentOn"
    from (${sentByGone(asked, day)}) as sent order by sent_at, unit_id`.execute(db);
  return rows;
}
