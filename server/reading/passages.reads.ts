import type { readingsApi } from '#contract/readings.ts';
import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { PaperItself } from '#domain/reading/types.ts';
import { visibleDocumentById } from '#server/documents/document-access.reads.ts';
import { seesSet } from '#server/figures/figure-sets.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { seePractice } from '#server/practices/see-practice.reads.ts';
import { titleOf } from './reading-access.reads.ts';

type Passages = (typeof readingsApi)['GET /api/passages'];

const AROUND = 240;
const MOST_PASSAGES = 200;

/** The passages of read papers that a record came from, for whoever may read the record. */
export async function passagesOf(
  read: ReadContext,
  asked: ParsedQuery<Passages>,
): Promise<ResponseOf<Passages>> {
  const { practiceId, documentId, figureId } = asked;
  if (practiceId !== undefined) await seePractice(read, practiceId);
  if (documentId !== undefined) await visibleDocumentById(read, documentId);
  if (figureId !== undefined) await refuseUnseenFigure(read, figureId);
  const rows = await read.db
    .selectFrom('reading_fact as fact')
    .innerJoin('paper_reading as reading', 'reading.id', 'fact.reading_id')
    .innerJoin('file', 'file.id', 'reading.file_id')
    .select([
      'fact.id',
      'fact.start_at',
      'fact.end_at',
      'reading.id as reading_id',
      'reading.unit_id',
      'reading.text',
      'reading.paper',
      'reading.file_id',
      'file.name',
    ])
    .where('reading.state', '=', 'registered')
    .where((where) =>
      where.or([
        where.val(false),
        ...(practiceId === undefined ? [] : [where('fact.practice_id', '=', practiceId)]),
        ...(documentId === undefined ? [] : [where('fact.document_id', '=', documentId)]),
        ...(figureId === undefined ? [] : [where('fact.figure_id', '=', figureId)]),
      ]),
    )
    .orderBy('reading.created_at')
    .orderBy('fact.start_at')
    .limit(MOST_PASSAGES)
    .execute();
  return {
    items: rows.map((row) => ({
      readingId: read.caller.access.can('figure.report', row.unit_id) ? row.reading_id : null,
      factId: row.id,
      paperTitle: titleOf(row.paper as unknown as PaperItself, row.name),
      fileId: row.file_id,
      before: row.text.slice(Math.max(0, row.start_at - AROUND), row.start_at),
      passage: row.text.slice(row.start_at, row.end_at),
      after: row.text.slice(row.end_at, row.end_at + AROUND),
    })),
  };
}

async function refuseUnseenFigure(read: ReadContext, figureId: string): Promise<void> {
  const row = await read.db
    .selectFrom('reported_figure')
    .innerJoin('reported_figure_set', 'reported_figure_set.id', 'reported_figure.set_id')
    .select('reported_figure_set.owner_unit_id')
    .where('reported_figure.id', '=', figureId)
    .executeTakeFirst();
  if (!row || !seesSet(read, row.owner_unit_id)) throw new Problem('not_found');
}
