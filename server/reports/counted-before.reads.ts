import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { countedStates } from '#domain/reports/report.workflow.ts';
import { isNamedBy, liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { kindsAsked, type FormRecord } from './form-record.reads.ts';

/**
 * Units are merged, split and moved in the middle of a period, after some have sent their report. What they sent stays
 * and goes up; whoever has their records by now, and owes the same report for the same period, counts the rest.
 */
export interface HeirAsked {
  readonly form: AskedOf;
  readonly unitId: string;
  readonly period: Period;
}

/** A form, and the kinds of unit that answer it in the period. */
interface AskedOf {
  readonly id: string;
  readonly kinds: readonly UnitKind[];
}

export function askedOf({ id, revisions }: Pick<FormRecord, 'id' | 'revisions'>, period: Period): AskedOf {
  return { id, kinds: kindsAsked({ revisions }, period.from) };
}

/** Acts are told late: one of a day before the period may be told when a unit that it ended has sent already. */
const toldLate = 92;
const toldSince = (period: Period): Day => addDays(period.from, -toldLate);

/**
 * Units with or below the one asked, by a day, that came to their place within the period, or lately: what they hold may have been
 * counted elsewhere. Most units have stood where they are for years, and are passed over.
 */
function arrived(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  return sql`unit_place as area where ${inArea(asked, day)} and area.valid_from > ${toldSince(asked.period)}::date`;
}

/** That a row of `unit_place` named `area` lies with or below the unit asked on a day. */
function inArea({ unitId }: HeirAsked, day: Day): RawBuilder<boolean> {
  const top = sql`(select top.path from unit_place as top where top.unit_id = ${unitId}::uuid and ${standsAt('top', day)})`;
  return sql`${standsAt('area', day)} and ${liesIn('area.path', top)}`;
}

/** Where a unit stood, or where its records lay, within the period: rows named `was`. */
function placesIn(period: Period, unitId: string): RawBuilder<unknown> {
  return sql`select was.path, was.valid_from, was.valid_to from unit_place as was
    where was.unit_id = ${sql.ref(unitId)} and was.tree = 'main' and was.valid_from <= ${period.to}::date
      and (was.valid_to is null or was.valid_to > ${toldSince(period)}::date)`;
}

const counted = sql`array[${sql.join(countedStates.map((state) => sql.lit(state)))}]`;

/**
 * The report of another unit that counted what lay at a place named `was`: the nearest reporting unit from there up, on
 * the day on which it counted. A unit that is gone counted by the tree that it stood in, also where the act that ended
 * it was told later. Of two that may have counted the same, the one that was sent when the other counted has it; where
 * each was sent when the other counted, the one that was sent first.
 */
function countedThere(asked: HeirAsked): RawBuilder<unknown> {
  const { form, unitId, period } = asked;
  const kinds = [...form.kinds];
  return sql`
    select sent.unit_id, sent.counted_at as sent_at, least(sent.period_to, moment.on_day) as sent_on,
      stood.day as stood_on, sent.submitted_at
    from (select * from generate_series(1, length(was.path) / 6) as depth limit 20) as step
    join unit as above on ${isNamedBy('above', 'was.path', sql.ref('step.depth'))}
    -- Named with its schema: in a query of a day gone by, "report" is that day’s.
    join public.report as sent on sent.form_id = ${form.id}::uuid and sent.period_from = ${period.from}::date
      and sent.unit_id = above.id and sent.unit_id <> ${unitId}::uuid and sent.state = any(${counted})
    cross join lateral (
      select (sent.counted_at at time zone 'Asia/Ho_Chi_Minh')::date as on_day,
        (select case when bool_and(valid_to is not null) then max(valid_to) - 1 end
          from unit_version as version where version.unit_id = above.id) as last_day
    ) as moment
    cross join lateral (select least(sent.period_to, moment.on_day, moment.last_day) as day) as stood
    where was.valid_from <= stood.day and (was.valid_to is null or was.valid_to > stood.day)
      and not exists (
        select 1 from generate_series(step.depth + 1, length(was.path) / 6) as lower(depth)
        join unit as nearer on ${isNamedBy('nearer', 'was.path', sql.ref('lower.depth'))}
        join unit_version as version on version.unit_id = nearer.id and version.kind = any(${kinds}::text[])
          and version.valid_from <= stood.day and (version.valid_to is null or version.valid_to > stood.day))
      and not exists (
        select 1 from public.report as own
        where own.form_id = ${form.id}::uuid and own.period_from = ${period.from}::date and own.unit_id = ${unitId}::uuid
          and ${countedWhen('own', 'sent')} and (not ${countedWhen('sent', 'own')} or ${firstSent('own')} < ${firstSent('sent')}))`;
}

/** That a report counted above at the moment when another was counted. */
function countedWhen(report: string, other: string): RawBuilder<boolean> {
  return sql`coalesce((
    select entry.to_state from history_entry as entry
    where entry.subject_type = 'unit_report' and entry.subject_id = ${sql.ref(`${report}.id`)} and entry.to_state is not null
      and entry.at <= ${sql.ref(`${other}.counted_at`)}
    order by entry.seq desc limit 1), 'draft') = any(${counted})`;
}

const firstSent = (report: string) =>
  sql`(select first.at from report_revision as first where first.report_id = ${sql.ref(`${report}.id`)} and first.revision = 1)`;

/** Units whose practices another report has counted: columns unit_id, sent_at, sent_on, each unit once. */
export function countedBefore(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  return sql`
    select area.unit_id, max(sent.sent_at) as sent_at, max(sent.sent_on) as sent_on
    from (select area.unit_id from ${arrived(asked, day)} offset 0) as area
    cross join lateral (${placesIn(asked.period, 'area.unit_id')} offset 0) as was
    cross join lateral (${countedThere(asked)} offset 0) as sent
    group by area.unit_id`;
}

/**
 * Practices that a split gave to a unit with or below the one asked within the period: each goes by where it was kept
 * itself. Columns practice_id, sent_at, sent_on; the moments are null where no report has counted it.
 */
export function givenSince(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  return sql`
    select held.practice_id, max(sent.sent_at) as sent_at, max(sent.sent_on) as sent_on
    ${given(asked, day)}
    group by held.practice_id`;
}

function given(asked: HeirAsked, day: Day): RawBuilder<unknown> {
  const { period } = asked;
  return sql`
    from unit_place as area
    cross join lateral (select held.practice_id from practice_holding as held where ${takenUp(period, day)} offset 0) as held
    left join lateral (
      select sent.* from practice_holding as keeping
      cross join lateral (${placesIn(period, 'keeping.unit_id')} offset 0) as was
      cross join lateral (${countedThere(asked)} offset 0) as sent
      where keeping.practice_id = held.practice_id
        and (keeping.valid_from is null or keeping.valid_from <= sent.stood_on)
        and (keeping.valid_to is null or keeping.valid_to > sent.stood_on)
    ) as sent on true
    where ${inArea(asked, day)}`;
}

/** That a unit named `area` has held a practice since a day within the period. */
function takenUp(period: Period, day: Day): RawBuilder<boolean> {
  return sql`held.unit_id = area.unit_id and held.valid_from > ${toldSince(period)}::date and held.valid_from <= ${day}::date
    and (held.valid_to is null or held.valid_to > ${day}::date)`;
}

/** Whether anything came within the period to where a unit counts; nearly always nothing did, and nothing else is asked. */
export function isRearranged(asked: HeirAsked, day: Day): RawBuilder<boolean> {
  const { period } = asked;
  return sql`exists (
    select 1 from unit_place as area where ${inArea(asked, day)} and (area.valid_from > ${toldSince(period)}::date
      or exists (select 1 from practice_holding as held where ${takenUp(period, day)} offset 0)))`;
}

/** Whose reports count already what lies below a unit by now, and since when; for the words on its own report. */
export async function sentBefore(
  db: Db,
  asked: HeirAsked,
  day: Day,
): Promise<{ unitId: string; sentOn: Day }[]> {
  const { rows } = await sql<{ unitId: string; sentOn: Day }>`
    select sent.unit_id as "unitId", (max(sent.submitted_at) at time zone 'Asia/Ho_Chi_Minh')::date as "sentOn"
    from (
      select sent.unit_id, sent.submitted_at
      from (select area.unit_id from ${arrived(asked, day)} offset 0) as area
      cross join lateral (${placesIn(asked.period, 'area.unit_id')} offset 0) as was
      cross join lateral (${countedThere(asked)} offset 0) as sent
      union all
      select sent.unit_id, sent.submitted_at ${given(asked, day)} and sent.unit_id is not null
    ) as sent
    group by sent.unit_id order by max(sent.submitted_at), sent.unit_id`.execute(db);
  return rows;
}
