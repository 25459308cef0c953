import type { FileAnswer, ParsedQuery } from '#contract/endpoint.ts';
import type { reportInterchangeApi } from '#contract/report-interchange.ts';
import { UnitScope } from '#domain/access/unit-scope.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import { interchangeOf } from '#domain/reports/interchange.ts';
import { countedStates, type ReportState } from '#domain/reports/report.workflow.ts';
import { withinScopes } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { exactColumn, figuresFrom } from '#server/reports/exact.reads.ts';
import { isExpected } from '#server/reports/expected.reads.ts';
import { revisionOf, visibleForm, type FormRecord } from '#server/reports/form-record.reads.ts';
import { knownFigures } from '#server/reports/profile-figures.reads.ts';
import { findReport } from '#server/reports/report-record.reads.ts';
import { sql } from 'kysely';
import { unitSaid, unitSaidOn } from './unit-codes.reads.ts';
import { reportFile, type ReportWithForm } from './write-report-file.ts';

type Api = typeof reportInterchangeApi;
type Asked = ParsedQuery<Api['GET /api/report-files']>;

/** The reports of a form in a span as a file, streamed; those of the caller's own area only. */
export async function exportReports(context: ReadContext, asked: Asked): Promise<FileAnswer> {
  const form = await visibleForm(context, asked.formId);
  return reportFile(
    asked.format,
    `bao-cao-${form.code}-${asked.from}-${asked.to}`,
    eachReport(context, form, asked),
  );
}

export interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly within?: string | undefined;
}

/** What a caller may read, and of that the area asked for. */
export function areaAsked(context: ReadContext, within: string | undefined): UnitScope[] {
  const mine = context.caller.access.scope('unit_report.read');
  if (within === undefined) return [mine];
  return [mine, new UnitScope(context.tree, [{ unitId: within, subtree: context.tree.has(within) }])];
}

const readAtOnce = 500;

async function* eachReport(
  context: ReadContext,
  form: FormRecord,
  span: Span,
): AsyncGenerator<ReportWithForm> {
  const scopes = areaAsked(context, span.within);
  if (scopes.some((scope) => scope.isEmpty)) return;
  let after: { periodFrom: Day; unitId: string } | null = null;
  for (;;) {
    const rows: Row[] = await rowsAfter(context, { form, span, scopes, after });
    for (const row of rows) yield withForm(form, row);
    const last = rows.at(-1);
    if (!last || rows.length < readAtOnce) return;
    after = { periodFrom: last.period_from, unitId: last.unit_id };
  }
}

type Row = Awaited<ReturnType<typeof rowsAfter>>[number];

async function rowsAfter(
  { db }: ReadContext,
  asked: {
    form: FormRecord;
    span: Span;
    scopes: readonly UnitScope[];
    after: { periodFrom: Day; unitId: string } | null;
  },
) {
  const { form, span, scopes, after } = asked;
  let query = db
    .selectFrom('report')
    .innerJoinLateral(unitSaidOn('report.unit_id', 'report.period_to'), (join) => join.onTrue())
    .select([
      'report.unit_id',
      'said.code as unit_code',
      'said.name as unit_name',
      'form_revision',
      'period_from',
      'period_to',
      'state',
      'nothing_to_report',
      'narrative',
      'reasons',
      exactColumn('report.counted').as('counted'),
      exactColumn('report.stated').as('stated'),
      exactColumn('report.figures').as('figures'),
    ])
    .where('form_id', '=', form.id)
    .where('period_from', '>=', span.from)
    .where('period_to', '<=', span.to)
    .where(withinScopes('report.unit_id', scopes));
  if (after)
    query = query.where(
      sql<boolean>`(period_from, report.unit_id) > (${after.periodFrom}::date, ${after.unitId}::uuid)`,
    );
  return query.orderBy('period_from').orderBy('report.unit_id').limit(readAtOnce).execute();
}

/** Of a draft nothing has been counted for good: only what the unit states is given. */
function withForm(form: FormRecord, row: Row): ReportWithForm {
  const { content } = revisionOf(form, row.form_revision);
  const state = row.state as ReportState;
  const sent = countedStates.includes(state);
  return {
    content,
    report: interchangeOf({
      form: { code: form.code, revision: row.form_revision, content },
      unit: { code: row.unit_code, name: row.unit_name },
      period: { from: row.period_from, to: row.period_to },
      state,
      nothingToReport: row.nothing_to_report,
      counted: sent ? figuresFrom(row.counted) : [],
      stated: figuresFrom(row.stated),
      figures: sent ? figuresFrom(row.figures) : [],
      reasons: row.reasons as unknown as Record<string, string>,
      narrative: row.narrative as unknown as Record<string, string>,
    }),
  };
}

/** One unit's report of a period to be filled in at a desk without network; begun or not. */
export async function entrySheet(
  context: ReadContext,
  asked: ParsedQuery<Api['GET /api/report-entry-sheet']>,
): Promise<FileAnswer> {
  const { unitId, periodFrom } = asked;
  if (!context.caller.access.can('unit_report.read', unitId)) throw new Problem('not_found');
  const form = await visibleForm(context, asked.formId);
  const period = askedPeriod(form, periodFrom);
  const revision = period && revisionFor(form.revisions, period.from);
  if (!period || !revision) throw new Problem('not_found');
  const found = await findReport(context.db, { formId: form.id, unitId, periodFrom });
  if (!found && !(await isExpected(context.db, form, { unitId, period })))
    throw new Problem('report_not_owed');
  const { content } = found ? revisionOf(form, found.form_revision) : revision;
  const { indicators } = content;
  const unit = await unitSaid(context.db, unitId, period.to);
  if (!unit) throw new Problem('not_found');
  const { counted } = await knownFigures(context.db, {
    form,
    unitId,
    period,
    indicators,
    today: context.today,
  });
  const report = interchangeOf({
    form: { code: form.code, revision: found?.form_revision ?? revision.revision, content },
    unit,
    period,
    state: found?.state ?? 'not_started',
    nothingToReport: found?.nothing_to_report ?? false,
    counted,
    stated: found?.stated ?? [],
    figures: [],
    reasons: found?.reasons ?? {},
    narrative: found?.narrative ?? {},
  });
  return reportFile('xlsx', `bao-cao-${form.code}-${unit.code}-${period.from}`, [{ report, content }]);
}
