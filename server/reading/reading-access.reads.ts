import type { PaperReading } from '#db/types.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { PaperItself, Section } from '#domain/reading/types.ts';
import { seesSet } from '#server/figures/figure-sets.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Selectable } from 'kysely';

export type ReadingState = 'open' | 'registered' | 'discarded';

export interface ReadingRow extends Omit<Selectable<PaperReading>, 'state' | 'paper' | 'sections'> {
  readonly state: ReadingState;
  readonly paper: PaperItself;
  readonly sections: readonly Section[];
}

/** The reading, for those who report at its unit: to everybody else it does not exist. `forUpdate` locks its row. */
export async function visibleReading(
  read: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<ReadingRow> {
  let query = read.db.selectFrom('paper_reading').selectAll().where('id', '=', id);
  if (options.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row || !read.caller.access.can('figure.report', row.unit_id)) throw new Problem('not_found');
  return row as unknown as ReadingRow;
}

/** Reading for a unit: refused where the caller does not report; a unit out of sight does not exist. */
export function refuseForeignUnit(read: ReadContext, unitId: string): void {
  if (read.tree.has(unitId) && read.caller.access.can('figure.report', unitId)) return;
  throw new Problem(seesSet(read, unitId) ? 'forbidden' : 'not_found');
}

/** By what a paper is called in lists: its subject, or the name of its file. */
export function titleOf(paper: PaperItself, fileName: string): string {
  const type = paper.type ?? '';
  const subject = paper.subject ?? '';
  if (subject === '') return fileName;
  return subject.toLowerCase().startsWith(type.toLowerCase()) ? subject : `${type} ${subject}`;
}
