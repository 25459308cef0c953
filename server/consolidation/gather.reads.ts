import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import type { Figures } from '#domain/reports/figures.ts';
import { namesOn, type NamedUnit } from '#server/organisations/asked-day.reads.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { visibleForm, type FormRecord, type FormRevision } from '#server/reports/form-record.reads.ts';
import { keptTotals } from '#server/reports/total-parts.reads.ts';
import { readTotals } from '#server/reports/totals.reads.ts';
import { sql } from 'kysely';

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

/** Totals, words, who is missing: in the tree of the period's last day. */
export async function gather(context: ReadContext, of: Consolidated): Promise<Gathered> {
  const { form, period, unitId } = of;
  const totals = await readTotals(context, { formId: form.id, periodFrom: period.from, unitId });
  const reports = await countedReports(context, of);
  const [only] = reports;
  const ownOnly = reports.length === 1 && only?.unit.id === unitId;
  const values = ownOnly
    ? figuresFrom(only?.figures ?? [])
    : figuresFrom(totals.figures.map((one) => one.value));
  return {
    ...of,
    unit: totals.unit,
    figures: totals.figures.map((one, at) => ({ ...one, value: values[at]?.toString() ?? null })),
    values,
    sums: (await keptTotals(context.db, of)).sums,
    ownOnly,
    reports,
    parts: totals.parts,
    expected: totals.expected,
    missing: totals.missing,
  };
}

function figuresFrom(texts: readonly (string | null)[]): Figures {
  return texts.map((text) => (text === null ? null : BigInt(text)));
}

interface CountedReport extends GatheredReport {
  readonly figures: readonly (string | null)[];
}

async function countedReports(context: ReadContext, of: Consolidated): Promise<CountedReport[]> {
  const rows = await reportRows(context.db, of);
  const tree = await treeOn(context.db, of.period.to, context.db);
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

async function reportRows(db: Db, { form, period, unitId }: Consolidated): Promise<ReportRow[]> {
  const { rows } = await sql<ReportRow>`
    select report.id, report.unit_id, report.narrative, report.hollow, report.nothing_to_report, report.figures::text[] as figures,
      (report.first_submitted_at at time zone 'Asia/Ho_Chi_Minh')::date > report.due_on as late
    from report
    join unit_place as place on place.unit_id = report.unit_id and ${standsAt('place', period.to)}
    join unit_place as top on top.unit_id = ${unitId}::uuid and ${standsAt('top', period.to)}
      and place.path >= top.path and place.path < top.path || 'g'
    where report.form_id = ${form.id}::uuid and report.period_from = ${period.from}::date
      and report.state in ('submitted', 'accepted')
    order by place.path, report.unit_id`.execute(db);
  return rows;
}
