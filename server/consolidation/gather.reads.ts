import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import type { Figures } from '#domain/reports/figures.ts';
import { namesOn, type NamedUnit } from '#server/organisations/asked-day.reads.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { exactText, figuresFrom } from '#server/reports/exact.reads.ts';
import { visibleForm, type FormRecord, type FormRevision } from '#server/reports/form-record.reads.ts';
import { readTotals, totalOnDay } from '#server/reports/totals.reads.ts';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';

export interface Consolidated {
  readonly form: FormRecord;
  readonly revision: FormRevision;
  readonly unitId: string;
  readonly period: Period;
}

type Totals = ResponseOf<(typeof reportsApi)['GET /api/report-totals']>;
type Figure = Totals['figures'][number];

/** A report that is in the total: that of the unit itself, or one from below. */
interface GatheredReport {
  readonly id: string;
  readonly unit: NamedUnit;
  readonly narrative: Readonly<Record<string, string>>;
  readonly hollow: 'copied' | 'empty' | null;
  readonly nothingToReport: boolean;
  readonly late: boolean;
}

/** Everything that a consolidated report is drafted from, as it is now. */
export interface Gathered extends Consolidated {
  readonly unit: NamedUnit;
  readonly figures: readonly Figure[];
  readonly values: Figures;
  readonly sums: readonly bigint[];
  /** The unit answers for itself: nothing from below is in it. */
  readonly ownOnly: boolean;
  readonly reports: readonly GatheredReport[];
  /** In the tree of which day it is added up. */
  readonly treeDay: Day;
  /** A digest of everything that the reports say, to tell whether a draft is still what they say. */
  readonly said: string;
  readonly parts: Totals['parts'];
  readonly expected: number;
  readonly missing: readonly NamedUnit[];
}

/** The form, period and content that are asked for, if the caller reads them; another period is refused by name. */
export async function asked(
  context: ReadContext,
  given: { formId: string; unitId: string; periodFrom: Day },
): Promise<Consolidated> {
  const form = await visibleForm(context, given.formId);
  const period = askedPeriod(form, given.periodFrom);
  const revision = period && revisionFor(form.revisions, period.from);
  if (!period || !revision)
    throw invalidInput([{ path: 'periodFrom', message: 'Biểu mẫu không yêu cầu kỳ bắt đầu ngày này' }]);
  return { form, revision, period, unitId: given.unitId };
}

/**
 * Totals, words, who is missing: in the tree of the period's last day, or of the first day that the unit stands where it
 * was founded after the period.
 */
export async function gather(context: ReadContext, of: Consolidated): Promise<Gathered> {
  const { form, period, unitId } = of;
  const treeDay = await treeDayOf(context.db, of);
  const totals = await readTotals(context, {
    formId: form.id,
    periodFrom: period.from,
    unitId,
    day: treeDay,
  });
  const reports = await countedReports(context, of, treeDay);
  const { sums } = await totalOnDay(context.db, { form, period, unitId, day: treeDay });
  const [only] = reports;
  const ownOnly = reports.length === 1 && only?.unit.id === unitId;
  const values = ownOnly
    ? figuresFrom(only?.figures ?? [])
    : figuresFrom(totals.figures.map((one) => one.value));
  return {
    ...of,
    unit: totals.unit,
    figures: totals.figures.map((one, at) => ({ ...one, value: exactText(values[at] ?? null) })),
    values,
    sums,
    ownOnly,
    reports,
    treeDay,
    said: digestOf([treeDay, totals.figures, totals.missing, totals.expected, sums.map(String), reports]),
    parts: totals.parts,
    expected: totals.expected,
    missing: totals.missing,
  };
}

/** A merger after the period leaves the new unit what was reported by those that it carries on. */
async function treeDayOf(db: Db, { period, unitId }: Consolidated): Promise<Day> {
  const { rows } = await sql<{ first: Day | null }>`
    select min(here.valid_from) as first from unit_place as here
    where here.unit_id = ${unitId}::uuid and here.tree = 'main' and here.stands
      and (here.valid_to is null or here.valid_to > ${period.to}::date)`.execute(db);
  const first = rows[0]?.first ?? period.to;
  return first > period.to ? first : period.to;
}

function digestOf(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}

interface CountedReport extends GatheredReport {
  readonly figures: readonly (string | null)[];
}

async function countedReports(
  context: ReadContext,
  of: Consolidated,
  treeDay: Day,
): Promise<CountedReport[]> {
  const rows = await reportRows(context.db, of, treeDay);
  const tree = await treeOn(context.db, treeDay, context.db);
  const names = await namesOn(
    context,
    { tree },
    rows.map((row) => row.unit_id),
  );
  return rows.map((row) => ({
    id: row.id,
    unit: names.of(row.unit_id),
    narrative: row.narrative,
    hollow: row.hollow,
    nothingToReport: row.nothing_to_report,
    late: row.late,
    figures: row.figures,
  }));
}

interface ReportRow {
  readonly id: string;
  readonly unit_id: string;
  readonly narrative: Record<string, string>;
  readonly hollow: 'copied' | 'empty' | null;
  readonly nothing_to_report: boolean;
  readonly late: boolean;
  readonly figures: (string | null)[];
}

async function reportRows(
  db: Db,
  { form, period, unitId }: Consolidated,
  treeDay: Day,
): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select report.id, report.unit_id, report.narrative, report.hollow, report.nothing_to_report, report.figures::text[] as figures,
      (report.first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date > report.due_on as late
    from report
    join unit_place as place on place.unit_id = report.unit_id and ${standsAt('place', treeDay)}
    join unit_place as top on top.unit_id = ${unitId}::uuid and ${standsAt('top', treeDay)}
      and ${liesIn('place.path', sql.ref('top.path'))}
    where report.form_id = ${form.id}::uuid and report.period_from = ${period.from}::date
      and report.state in ('submitted', 'accepted')
    order by place.path, report.unit_id`.execute(db);
  return rows;
}
