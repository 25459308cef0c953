import type { ContributionKind } from '#domain/practices/progress.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** The latest entries of progress say what has come of a practice. */
const ENTRIES_SHOWN = 3;

/** What the latest progress of practices says, newest first; practices without any are not in the map. */
export async function latestResults(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom((from) =>
      from
        .selectFrom('progress_entry')
        .select([
          'practice_id',
          'text',
          sql<number>`row_number() over (partition by practice_id order by on_date desc, at desc)`.as(
            'place',
          ),
        ])
        .where('practice_id', 'in', [...ids])
        .as('entry'),
    )
    .select(['practice_id', 'text'])
    .where('place', '<=', ENTRIES_SHOWN)
    .orderBy('place')
    .execute();
  const texts = new Map<string, string>();
  for (const row of rows) {
    const before = texts.get(row.practice_id);
    texts.set(row.practice_id, before === undefined ? row.text : `${before}\n\n${row.text}`);
  }
  return texts;
}

/** When practices were recognised at their own level. */
export async function recognitionTimes(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('history_entry')
    .distinctOn('subject_id')
    .select(['subject_id', 'at'])
    .where('subject_type', '=', 'practice')
    .where('subject_id', 'in', [...ids])
    .where('to_state', '=', 'recognised')
    .orderBy('subject_id')
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.subject_id, row.at]));
}

/** What a practice has mobilised, added up by kind and unit; amounts of two units are never added. */
export async function contributionsOf(db: Db, practiceId: string) {
  const rows = await db
    .selectFrom('contribution')
    .select(['kind', 'unit', (value) => value.fn.sum<number>('amount').as('amount')])
    .where('practice_id', '=', practiceId)
    .where('cancelled_at', 'is', null)
    .groupBy(['kind', 'unit'])
    .orderBy('kind')
    .orderBy('unit')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as ContributionKind }));
}
