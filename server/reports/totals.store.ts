import { addDays, addMonths, dayInVietnam, weekdayName, type Day } from '#domain/kernel/day.ts';
import type { Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { changeAbove } from '#domain/reports/roll-up.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import { newId } from '#server/platform/ids.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { exactText } from './exact.reads.ts';
import type { StoredReport } from './report-record.reads.ts';
import { stepUnit, sumsOf, widthOf } from './total-sums.reads.ts';
import { lockTotals } from './totals-lock.reads.ts';

const lanes = 16;

/** Reports of different units go up different lanes, so that they do not wait for each other at the top. */
export function laneOf(unitId: string): number {
  return Number.parseInt(unitId.slice(-2), 16) % lanes;
}

export interface ReportPlace {
  readonly formId: string;
  readonly unitId: string;
  readonly periodFrom: Day;
  readonly periodTo: Day;
}

export function placeOf(report: StoredReport): ReportPlace {
  return {
    formId: report.form_id,
    unitId: report.unit_id,
    periodFrom: report.period_from,
    periodTo: report.period_to,
  };
}

export interface Change {
  readonly indicators: readonly Indicator[];
  readonly before: Figures | null;
  readonly after: Figures | null;
}

/** A change of every total from a unit up to the root, in the main tree of the period's last day. */
export interface Raise extends ReportPlace {
  readonly lane: number;
  readonly reports: number;
  /** As the column takes them. */
  readonly sums: readonly (string | null)[];
}

/** What a change of a report adds above; null where nothing changes there. */
export function raiseOf(at: ReportPlace, change: Change): Raise | null {
  const { reports, sums } = changeAbove(change.indicators, change);
  if (reports === 0 && sums.every((sum) => sum === 0n)) return null;
  return { ...at, lane: laneOf(at.unitId), reports, sums: sums.map(exactText) };
}

/** Takes a change of a report up to every level, in the same transaction. */
export async function addToTotals(db: Db, at: ReportPlace, change: Change): Promise<void> {
  const raise = raiseOf(at, change);
  if (raise) await raiseTotals(db, raise);
}

export const raiseTotals = keptStatement((db, raise: Raise) =>
  sql`${totalsRaised(raise)} ${prepared}`.compile(db),
);

/**
 * The statement for it, or as part of another. Only the two uppermost levels have lanes: everybody meets there, and
 * below them hardly anybody. The limit tells the planner how few steps a path has: without it it reads all units. The
 * last step is the unit itself.
 */
export function totalsRaised(raise: Raise): RawBuilder<unknown> {
  return sql`
    insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
    select ${raise.formId}::uuid, ${raise.periodFrom}::date, step.unit_id, case when step.depth <= 2 then ${raise.lane}::smallint else 0 end,
      step.depth, ${raise.reports}::int, ${raise.sums}::bigint[]
    from (
      select step.depth, case when step.depth * 6 = length(place.path) then place.unit_id
        else (select above.id from unit as above where ${stepUnit}) end as unit_id
      from unit_place as place
      cross join lateral (select * from generate_series(1, length(place.path) / 6) as depth limit 20) as step
      where place.unit_id = ${raise.unitId}::uuid and ${standsAt('place', raise.periodTo)}
    ) as step
    order by step.unit_id
    on conflict (form_id, period_from, unit_id, lane, depth)
    do update set reports = report_total.reports + excluded.reports, sums = add_figures(report_total.sums, excluded.sums)`;
}

interface Difference {
  readonly unitId: string;
  readonly kept: { reports: number; sums: string[] } | null;
  readonly counted: { reports: number; sums: string[] } | null;
}

/**
 * Adds all reports of a period up again from nothing, compares, and puts right what differs. At night they must agree;
 * after a reorganisation that reaches back before the period's end they are made anew.
 */
export async function recomputeTotals(
  db: Db,
  at: { formId: string; periodFrom: Day },
  given: { cause: 'nightly' | 'reorganisation'; now: string },
): Promise<{ agreed: boolean; differences: readonly Difference[] }> {
  return db.transaction().execute(async (tx) => {
    await lockTotals(tx, at.formId, 'alone');
    const width = await widthOf(tx, at);
    const { rows } = await sql<Difference>`
      with counted as (${countedTotals(at, width)}),
      kept as (
        select unit_id, sum(reports)::int as reports, ${sumsOf('sums', width)} as sums from report_total
        where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date group by unit_id)
      select unit_id as "unitId",
        case when kept.reports is not null then jsonb_build_object('reports', kept.reports, 'sums', kept.sums::text[]) end as kept,
        case when counted.reports is not null then jsonb_build_object('reports', counted.reports, 'sums', counted.sums::text[]) end as counted
      from counted full join kept using (unit_id)
      where coalesce(counted.reports, 0) <> coalesce(kept.reports, 0)
        or exists (select 1 from unnest(counted.sums, kept.sums) as pair(a, b) where coalesce(a, 0) <> coalesce(b, 0))
      order by unit_id`.execute(tx);
    if (rows.length > 0) await replaceTotals(tx, at, width);
    await noteRecomputation(tx, at, { ...given, agreed: rows.length === 0, differences: rows });
    return { agreed: rows.length === 0, differences: rows };
  });
}

/** Keeps what was found; differences are empty where a period that does not agree could not be added up. */
async function noteRecomputation(
  db: Db,
  at: { formId: string; periodFrom: Day },
  found: Pick<Recomputing, 'cause' | 'now'> & { agreed: boolean; differences: readonly Difference[] },
): Promise<void> {
  await db
    .insertInto('report_recomputation')
    .values({
      id: newId(),
      form_id: at.formId,
      period_from: at.periodFrom,
      cause: found.cause,
      at: found.now,
      agreed: found.agreed,
      differences: JSON.stringify(found.differences.slice(0, keptDifferences)),
    })
    .execute();
}

export const keptDifferences = 100;

/** Every unit's total of a period, straight from the reports and the places of the period's last day. */
function countedTotals(at: { formId: string; periodFrom: Day }, width: number) {
  return sql`
    select above.id as unit_id, step.depth, count(*)::int as reports, ${sumsOf('report.contribution', width)} as sums
    from report
    join unit_place as place on place.unit_id = report.unit_id and place.tree = 'main'
      and place.valid_from <= report.period_to and (place.valid_to is null or place.valid_to > report.period_to)
    cross join lateral generate_series(1, length(place.path) / 6) as step(depth)
    join unit as above on ${stepUnit}
    where report.form_id = ${at.formId}::uuid and report.period_from = ${at.periodFrom}::date
      and report.state in ('submitted', 'accepted')
    group by above.id, step.depth`;
}

async function replaceTotals(tx: Db, at: { formId: string; periodFrom: Day }, width: number): Promise<void> {
  await tx
    .deleteFrom('report_total')
    .where('form_id', '=', at.formId)
    .where('period_from', '=', at.periodFrom)
    .execute();
  await sql`
    insert into report_total (form_id, period_from, unit_id, lane, depth, reports, sums)
    select ${at.formId}::uuid, ${at.periodFrom}::date, unit_id, 0, depth, reports, sums
    from (${countedTotals(at, width)}) as counted`.execute(tx);
}

/**
 * Units that will never have been have no totals and were reminded of nothing. What others sent is in the totals above
 * them still, until these are made anew in the tree without them; so is what one of them sends for another form at this
 * very moment.
 */
export async function forgetUnits(db: Db, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  const theirs = sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`;
  const forms = await db.selectFrom('report_total').select('form_id').distinct().where(theirs).execute();
  for (const formId of forms.map((row) => row.form_id).toSorted()) await lockTotals(db, formId, 'alone');
  await db.deleteFrom('report_total').where(theirs).execute();
  await db.deleteFrom('report_reminder').where(theirs).execute();
}

/** A period of a form whose totals did not agree, or could not be added up. */
export interface Differing {
  readonly formId: string;
  readonly periodFrom: Day;
  readonly units: number;
  readonly failure: string | null;
}

export interface Recomputing {
  readonly cause: 'nightly' | 'reorganisation';
  readonly now: string;
  /** Periods that end on a day or later: what a change of the tree may touch. */
  readonly endingFrom?: Day | undefined;
  /** Only periods that end on a day or later, and those with a report changed since a moment. */
  readonly recent?: { readonly endingFrom: Day; readonly changedSince: string } | null;
}

/**
 * Adds up every period of every form again, each on its own: whoever sends waits for one at most, and what cannot be
 * added up keeps none of the others from it.
 */
export async function recomputeAll(
  db: Db,
  given: Recomputing,
): Promise<{ periods: number; differing: number; told: readonly Differing[] }> {
  const { endingFrom, recent } = given;
  let query = db
    .selectFrom('report')
    .select(['form_id', 'period_from'])
    .groupBy(['form_id', 'period_from'])
    .orderBy('period_from', 'desc');
  if (endingFrom !== undefined) query = query.where('period_to', '>=', endingFrom);
  if (recent)
    query = query.having((having) =>
      having.or([
        having(having.fn.max('period_to'), '>=', recent.endingFrom),
        having(having.fn.max('updated_at'), '>=', recent.changedSince),
      ]),
    );
  const told: Differing[] = [];
  const rows = await query.execute();
  for (const row of rows) {
    const at = { formId: row.form_id, periodFrom: row.period_from };
    try {
      const { agreed, differences } = await recomputeTotals(db, at, given);
      if (!agreed) told.push({ ...at, units: differences.length, failure: null });
    } catch (error) {
      told.push({ ...at, units: 0, failure: error instanceof Error ? error.message : String(error) });
      await noteRecomputation(db, at, { ...given, agreed: false, differences: [] });
    }
  }
  return { periods: rows.length, differing: told.length, told };
}

/** What is looked at in a night: what changed lately or ended within 13 months; everything on Sundays. */
export function nightlyChoice(now: string): Recomputing['recent'] {
  const today = dayInVietnam(now);
  if (weekdayName(today) === 'Chủ nhật') return null;
  return {
    endingFrom: addMonths(today, -13),
    changedSince: `${addDays(today, -changedDays)}T00:00:00+07:00`,
  };
}

/** One night may be missed. */
const changedDays = 3;
