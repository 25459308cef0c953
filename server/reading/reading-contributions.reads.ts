import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Contribution } from './contributions-in-text.ts';

/** A contribution that another paper has told of the practice already. */
export async function equalContribution(
  read: Pick<ReadContext, 'db'>,
  practiceId: string,
  one: Contribution,
): Promise<string | null> {
  const row = await read.db
    .selectFrom('contribution')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('kind', '=', one.kind)
    .where('amount', '=', one.amount)
    .where('unit', '=', one.unit)
    .where('cancelled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
