import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { isNamedBy, liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { sumsFrom } from './exact.reads.ts';
import { expectedUnits } from './expected.reads.ts';
import type { FormRecord } from './form-record.reads.ts';

export interface TotalAt {
  readonly form: FormRecord;
  readonly period: Period;
  readonly unitId: string;
  /** In the tree of which day. */
  readonly day: Day;
}

/** A part of a total: the unit's own report, what stands below one of its children, or what was left unapportioned. */
export interface Part {
  readonly unitId: string;
  readonly part: 'own' | 'below' | 'unapportioned';
  readonly reportId: string | null;
  readonly reports: number;
  readonly expected: number;
  readonly sums: bigint[];
  readonly missing: readonly string[];
}

/** What is kept for a unit and all below it, as the organisation stood on the period's last day. */
export async function keptTotals(
  db: Db,
  at: Omit<TotalAt, 'day'>,
): Promise<{ reports: number; sums: bigint[] }> {
  const { rows } = await sql<{ reports: number; sums: string[] | null }>`
    select coalesce(sum(reports), 0)::int as reports, sum_figures(sums)::text[] as sums from report_total
    where form_id = ${at.form.id}::uuid and period_from = ${at.period.from}::date and unit_id = ${at.unitId}::uuid`.execute(
    db,
  );
  const [row] = rows;
  return { reports: row?.reports ?? 0, sums: sumsFrom(row?.sums ?? []) };
}

interface PartRow {
  readonly unit_id: string;
  readonly own: boolean;
  readonly stands: boolean;
  readonly apportioned: boolean;
  readonly report_id: string | null;
  readonly reports: number;
  readonly expected: number;
  readonly sums: string[] | null;
  readonly missing: string[];
}

/**
 * The parts of a unit's total on a day: each report, and each unit that owes one, goes to the next step of its path
 * below the unit. A gone unit that stands right below is a part of the unit's own, or unapportioned. On the period's
 * last day what lies below is read from the totals kept.
 */
export async function partsOnDay(db: Db, at: TotalAt): Promise<Part[]> {
  const { form, period, unitId, day } = at;
  const kept = day === period.to;
  const { rows } = await sql<PartRow>`
    with expected as materialized (${expectedUnits({ form, periods: [period] })}),
    sent as materialized (
      select id, unit_id from report
      where form_id = ${form.id}::uuid and period_from = ${period.from}::date and state in ('submitted', 'accepted')
    ),
    placed as materialized (
      select place.unit_id, sent.id as sent_id, expected.path as order_path, expected.unit_id is not null as owes,
        case when length(place.path) = length(top.path) then top.unit_id
          else (select step.id from unit as step
            where ${isNamedBy('step', 'place.path', sql`(length(top.path) / 6 + 1)`)}) end as part_id
      from expected full join sent using (unit_id)
      join unit_place as place using (unit_id)
      join unit_place as top on top.unit_id = ${unitId}::uuid and ${standsAt('top', day)}
        and ${liesIn('place.path', sql.ref('top.path'))}
      where ${standsAt('place', day)}
    ),
    part as (
      select part_id, part_id = ${unitId}::uuid as own, here.path, coalesce(here.stands, false) as stands,
        coalesce(here.apportioned, true) as apportioned,
        max(sent_id::text) filter (where placed.unit_id = part_id) as report_id,
        array_agg(sent_id) filter (where sent_id is not null) as sent_ids,
        count(sent_id)::int as reports, (count(*) filter (where owes))::int as expected,
        coalesce(array_agg(placed.unit_id::text order by order_path) filter (where owes and sent_id is null), '{}') as missing
      from placed
      left join unit_place as here on here.unit_id = part_id and ${standsAt('here', day)}
      group by part_id, here.path, here.stands, here.apportioned
    )
    select part_id as unit_id, own, stands, apportioned, report_id, reports, expected, missing,
      case when ${kept}::boolean and stands and not own then (
        select sum_figures(total.sums) from report_total as total
        where total.form_id = ${form.id}::uuid and total.period_from = ${period.from}::date and total.unit_id = part_id)
      else (select sum_figures(report.contribution) from report where report.id = any(sent_ids)) end::text[] as sums
    from part order by path`.execute(db);
  return rows.map((row) => ({
    unitId: row.unit_id,
    part: row.own || (!row.stands && row.apportioned) ? 'own' : row.stands ? 'below' : 'unapportioned',
    reportId: row.report_id,
    reports: row.reports,
    expected: row.expected,
    sums: sumsFrom(row.sums ?? []),
    missing: row.missing,
  }));
}
