import type { consolidationApi } from '#contract/consolidation.ts';
import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { loadForms, revisionOf } from '#server/reports/form-record.reads.ts';
import { sql } from 'kysely';
import { candidates } from './candidates.reads.ts';
import { visibleConsolidation, type ConsolidationRecord } from './consolidation-record.reads.ts';
import { gather, type Gathered } from './gather.reads.ts';

type Api = typeof consolidationApi;
type ConsolidationAnswer = ResponseOf<Api['GET /api/consolidated-reports/:id']>;

/** Consolidated reports of the caller's area, the newest period first, corrections above what they correct. */
export async function listConsolidations(
  context: ReadContext,
  query: ParsedQuery<Api['GET /api/consolidated-reports']>,
): Promise<ResponseOf<Api['GET /api/consolidated-reports']>> {
  const matching = consolidationsOf(context, query);
  const { total } = await matching
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .select([
      'report.id',
      'report.form_id',
      'report.unit_id',
      'report.period_from',
      'report.period_to',
      'report.edition',
      'report.correction_reason',
      'report.document_id',
      'report.issued_at',
      'document.symbol',
      'document.version as document_version',
      sql<number>`cardinality(report.missing_unit_ids)`.as('missing'),
    ])
    .orderBy('report.period_from', 'desc')
    .orderBy('report.form_id')
    .orderBy('report.unit_id')
    .orderBy('report.edition', 'desc')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const forms = await loadForms(context.db, { ids: [...new Set(rows.map((row) => row.form_id))] });
  const names = await namesOn(
    context,
    context,
    rows.map((row) => row.unit_id),
  );
  return {
    total,
    items: rows.flatMap((row) => {
      const form = forms.find((one) => one.id === row.form_id);
      if (!form) return [];
      const period = { from: row.period_from, to: row.period_to };
      return [
        {
          id: row.id,
          documentId: row.document_id,
          documentVersion: row.document_version,
          form: { id: form.id, name: form.name },
          unit: names.of(row.unit_id),
          period: { ...period, words: periodWords(form.periodKind, period) },
          edition: row.edition,
          correctionReason: row.correction_reason,
          symbol: row.symbol,
          issuedAt: row.issued_at,
          missing: row.missing,
        },
      ];
    }),
  };
}

function consolidationsOf(
  { db, caller }: ReadContext,
  { formId, unitId, documentId, periodFrom, otherThan }: ParsedQuery<Api['GET /api/consolidated-reports']>,
) {
  let found = db
    .selectFrom('consolidation_report as report')
    .innerJoin('document', 'document.id', 'report.document_id')
    .where(withinScope('report.unit_id', caller.access.scope('unit_report.read')));
  if (formId !== undefined) found = found.where('report.form_id', '=', formId);
  if (unitId !== undefined) found = found.where('report.unit_id', '=', unitId);
  if (documentId !== undefined) found = found.where('report.document_id', '=', documentId);
  if (periodFrom !== undefined) found = found.where('report.period_from', '=', periodFrom);
  if (otherThan !== undefined) found = found.where('report.period_from', '<>', otherThan);
  return found;
}

/** What a consolidated report was made of, and where what lies below it says something else today. */
export async function readConsolidation(context: ReadContext, id: string): Promise<ConsolidationAnswer> {
  const record = await visibleConsolidation(context, id);
  const { db, caller } = context;
  const [form] = await loadForms(db, { ids: [record.formId] });
  if (!form) throw new Error(`consolidated report ${id} has no form`);
  const period = { from: record.periodFrom, to: record.periodTo };
  const revision = revisionOf(form, record.formRevision);
  const now = await gather(context, { form, revision, period, unitId: record.unitId });
  const document = await documentOf(context, record.documentId);
  const names = await namesOn(context, { tree: await treeOn(db, record.treeDay, db) }, record.missingUnitIds);
  const figures = figuresOf(record, now);
  const { found, left } = await candidates(db, {
    unitId: record.unitId,
    period,
    treeDay: now.treeDay,
    scope: caller.access.scope('practice.read'),
    chosenIds: document.practiceIds,
  });
  // Who reads for the unit alone sees what it says, not who below says what.
  const mayRead = (unitId: string) => caller.access.can('unit_report.read', unitId);
  const readable = now.reports.filter((one) => record.reportIds.includes(one.id) && mayRead(one.unit.id));
  const missing = record.missingUnitIds.filter(mayRead);
  const sent = new Set(now.reports.map((one) => one.unit.id));
  return {
    id,
    documentId: record.documentId,
    form: { id: form.id, name: form.name },
    unit: now.unit,
    period: { ...period, words: periodWords(form.periodKind, period) },
    edition: record.edition,
    correctionReason: record.correctionReason,
    symbol: document.symbol,
    issuedAt: record.issuedAt,
    documentVersion: document.version,
    treeDay: record.treeDay,
    figures,
    differs: figures.some((one) => one.now !== null) || now.reports.length !== record.reportIds.length,
    reportCount: readable.length,
    sections: revision.content.sections.map((section) => ({
      code: section.code,
      title: section.title,
      parts: readable.flatMap((one) => {
        const words = (one.narrative[section.code] ?? '').trim();
        return words === '' ? [] : [{ reportId: one.id, unit: one.unit, words }];
      }),
    })),
    candidates: found.map(({ id, name, unitName, placeName, evidenceCount }) => ({
      id,
      name,
      unitName,
      placeName,
      evidenceCount,
      chosen: document.practiceIds.includes(id),
    })),
    candidatesLeft: left,
    missing: missing.map((unitId) => names.of(unitId)),
    arrived: missing.filter((unitId) => sent.has(unitId)).map((unitId) => names.of(unitId)),
    hollow: readable.flatMap((one) => (one.hollow === null ? [] : [{ unit: one.unit, kind: one.hollow }])),
  };
}

/** The figures that were taken; `now` says what they would be today, where that is something else. */
function figuresOf(record: ConsolidationRecord, now: Gathered): ConsolidationAnswer['figures'] {
  const { indicators } = now.revision.content;
  return indicators.flatMap((indicator, at) => {
    const today = now.figures.find((one) => one.code === indicator.code);
    if (!today) return [];
    const value = record.figures[at] ?? null;
    const differs = value !== (now.values[at] ?? null);
    return [{ ...today, value: value?.toString() ?? null, now: differs ? (today.value ?? null) : null }];
  });
}

async function documentOf(
  { db }: ReadContext,
  id: string,
): Promise<{ symbol: string | null; version: number; practiceIds: readonly string[] }> {
  return db
    .selectFrom('document')
    .select(['symbol', 'version', 'practice_ids as practiceIds'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
