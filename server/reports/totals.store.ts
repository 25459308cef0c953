import type { Day } from '#domain/kernel/day.ts';
import type { Figures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { changeAbove } from '#domain/reports/roll-up.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { newId } from '#server/platform/ids.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';
import { exactArray } from './exact.reads.ts';
import type { StoredReport } from './report-record.reads.ts';
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

/** Takes a change of a report up to every level, in the tree of its period's last day, in the same transaction. */
export async function addToTotals(db: Db, at: ReportPlace, change: Change): Promise<void> {
  const added = addedToTotals(at, change);
  if (added) await sql`select ${added} ${prepared}`.execute(db);
}

/** The same as part of a statement; null where nothing changes above. */
export function addedToTotals(at: ReportPlace, change: Change): RawBuilder<unknown> | null {
  const { reports, sums } = changeAbove(change.indicators, change);
  if (reports === 0 && sums.every((sum) => sum === 0n)) return null;
  return sql`add_to_totals(${at.formId}::uuid, ${at.periodFrom}::date, ${at.unitId}::uuid, ${at.periodTo}::date,
    ${laneOf(at.unitId)}::smallint, ${reports}::int, ${exactArray(sums)})`;
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
    await tx
      .insertInto('report_recomputation')
      .values({
        id: newId(),
        form_id: at.formId,
        period_from: at.periodFrom,
        cause: given.cause,
        at: given.now,
        agreed: rows.length === 0,
        differences: JSON.stringify(rows.slice(0, 100)),
      })
      .execute();
    return { agreed: rows.length === 0, differences: rows };
  });
}

/** How many figures the longest row of a period has; rows of an earlier version of its form may be shorter. */
async function widthOf(tx: Db, at: { formId: string; periodFrom: Day }): Promise<number> {
  const { rows } = await sql<{ width: number }>`
    select greatest(
      (select max(cardinality(contribution)) from report
        where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date),
      (select max(cardinality(sums)) from report_total
        where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date), 0) as width`.execute(
    tx,
  );
  return rows[0]?.width ?? 0;
}

/** `sum_figures` written out for a width: many times as fast over many rows. */
function sumsOf(column: string, width: number): RawBuilder<unknown> {
  const each = Array.from(
    { length: width },
    (_, index) => sql`coalesce(sum(${sql.ref(column)}[${sql.lit(index + 1)}]), 0)::bigint`,
  );
  return sql`array[${sql.join(each)}]::bigint[]`;
}

/** Every unit's total of a period, straight from the reports and the places of the period's last day. */
function countedTotals(at: { formId: string; periodFrom: Day }, width: number) {
  return sql`
    select above.id as unit_id, step.depth, count(*)::int as reports, ${sumsOf('report.contribution', width)} as sums
    from report
    join unit_place as place on place.unit_id = report.unit_id and place.tree = 'main'
      and place.valid_from <= report.period_to and (place.valid_to is null or place.valid_to > report.period_to)
    cross join lateral generate_series(1, length(place.path) / 6) as step(depth)
    join unit as above on above.serial = ('x' || lpad(substr(place.path, step.depth * 6 - 5, 6), 8, '0'))::bit(32)::int
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

/** Every period with reports that ends on a day or later, of all forms: what a change of the tree may touch. */
export async function recomputeAll(
  db: Db,
  given: { cause: 'nightly' | 'reorganisation'; now: string; endingFrom?: Day | undefined },
): Promise<{ periods: number; differing: number }> {
  let query = db.selectFrom('report').select(['form_id', 'period_from']).distinct();
  if (given.endingFrom !== undefined) query = query.where('period_to', '>=', given.endingFrom);
  const rows = await query.execute();
  let differing = 0;
  for (const row of rows) {
    const { agreed } = await recomputeTotals(db, { formId: row.form_id, periodFrom: row.period_from }, given);
    if (!agreed) differing += 1;
  }
  return { periods: rows.length, differing };
}
