import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { visibleBody } from './people-scope.reads.ts';

/** An act, if the caller may see its body. */
export async function actById(
  asking: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<{ id: string; bodyId: string }> {
  const row = await asking.db
    .selectFrom('consolidation')
    .innerJoin('body', 'body.id', 'consolidation.body_id')
    .select(['consolidation.id', 'consolidation.body_id'])
    .where('consolidation.id', '=', id)
    .where(visibleBody(asking))
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return { id: row.id, bodyId: row.body_id };
}
