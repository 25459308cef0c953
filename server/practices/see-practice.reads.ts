import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { PracticeRow } from './practice-facts.reads.ts';

export interface SeenPractice {
  readonly practice: PracticeRow;
  /**
   * `full` for those who may read at its unit; `guest` for those to whom it was put to take up, or whose own
   * practice comes from it: they see what was done, not how it was judged.
   */
  readonly view: 'full' | 'guest';
}

/** The practice as far as the caller may see it; `not_found` where it does not exist or nothing opens it. */
export async function seePractice(
  read: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<SeenPractice> {
  const practice = await read.db.selectFrom('practice').selectAll().where('id', '=', id).executeTakeFirst();
  if (!practice) throw new Problem('not_found');
  if (read.caller.access.can('practice.read', practice.unit_id)) return { practice, view: 'full' };
  if (await isOpenToGuest(read, id)) return { practice, view: 'guest' };
  throw new Problem('not_found');
}

async function isOpenToGuest(read: Pick<ReadContext, 'db' | 'caller'>, id: string): Promise<boolean> {
  const scope = read.caller.access.scope('practice.read');
  if (scope.isEmpty) return false;
  const opened = await read.db
    .selectFrom('practice')
    .select('practice.id')
    .where('practice.id', '=', id)
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('replication_offer')
            .select('replication_offer.id')
            .whereRef('replication_offer.practice_id', '=', 'practice.id')
            .where(withinScope('replication_offer.unit_id', scope)),
        ),
        where.exists(
          where
            .selectFrom('practice as taken')
            .select('taken.id')
            .whereRef('taken.source_practice_id', '=', 'practice.id')
            .where(withinScope('taken.unit_id', scope)),
        ),
      ]),
    )
    .executeTakeFirst();
  return opened !== undefined;
}
