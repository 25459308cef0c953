import type { readingsApi } from '#contract/readings.ts';
import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { PaperItself } from '#domain/reading/types.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { titleOf, type ReadingState } from './reading-access.reads.ts';

type Api = typeof readingsApi;
type Row = ResponseOf<Api['GET /api/readings']>['items'][number];

/** Papers read for the caller's units, newest first. */
export async function listReadings(
  read: ReadContext,
  query: ParsedQuery<Api['GET /api/readings']>,
): Promise<ResponseOf<Api['GET /api/readings']>> {
  const mine = read.db
    .selectFrom('paper_reading')
    .where(withinScope('paper_reading.unit_id', read.caller.access.scope('figure.report')))
    .$if(query.state !== undefined, (one) => one.where('state', '=', query.state ?? ''));
  const [{ total }, ids] = await Promise.all([
    mine.select((select) => select.fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    mine
      .select('id')
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(query.size)
      .offset((query.page - 1) * query.size)
      .execute(),
  ]);
  const rows = await readingRows(
    read,
    ids.map((row) => row.id),
  );
  return { items: rows, total: Number(total) };
}

/** Rows in the order of their ids. Who may see them was asked before. */
export async function readingRows(read: ReadContext, ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = await read.db
    .selectFrom('paper_reading as r')
    .innerJoin('file', 'file.id', 'r.file_id')
    .innerJoin('account', 'account.id', 'r.created_by')
    .select([
      'r.id',
      'r.unit_id',
      'r.paper',
      'r.state',
      'r.paper_day',
      'r.created_at',
      'account.display_name',
      'file.id as file_id',
      'file.name',
      'file.media_type',
      'file.size',
    ])
    .where('r.id', 'in', [...ids])
    .execute();
  const counts = await countsOf(read, ids);
  const names = await unitNames(
    read.db,
    rows.map((row) => row.unit_id),
  );
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    const unit = row && names.get(row.unit_id);
    if (!row || !unit) return [];
    return [
      {
        id,
        unit,
        file: {
          id: row.file_id,
          name: row.name,
          mediaType: row.media_type,
          size: row.size,
          hasPreview: false,
        },
        title: titleOf(row.paper as unknown as PaperItself, row.name),
        state: row.state as ReadingState,
        paperDay: row.paper_day,
        counts: counts.get(id) ?? { documents: 0, practices: 0, figures: 0, failedSums: 0, undecided: 0 },
        createdAt: row.created_at,
        createdByName: row.display_name,
      },
    ];
  });
}

/** What was refused is no longer counted; a sum's own word is kept up to date with its figures. */
async function countsOf(read: ReadContext, ids: readonly string[]): Promise<Map<string, Row['counts']>> {
  const { rows } = await sql<Row['counts'] & { id: string }>`
    select reading_id as id,
      (count(*) filter (where kind = 'document' and state <> 'refused'))::int as documents,
      (count(*) filter (where kind = 'practice' and state <> 'refused'))::int as practices,
      (count(*) filter (where kind = 'figure' and state <> 'refused'))::int as figures,
      (count(*) filter (where kind = 'sum' and state <> 'refused'
        and coalesce(corrected ->> 'ok', content ->> 'ok') = 'false'))::int as "failedSums",
      (count(*) filter (where state = 'proposed'))::int as undecided
    from reading_fact where reading_id = any(${[...ids]}::uuid[]) group by reading_id`.execute(read.db);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
