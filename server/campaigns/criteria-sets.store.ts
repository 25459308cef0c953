import type { CriteriaContent } from '#domain/scoring/criteria.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

export interface NewCriteriaSet {
  readonly ownerUnitId: string;
  readonly familyId: string | null;
  readonly name: string;
  readonly nature: string | null;
  readonly subject: string | null;
  readonly legalBasis: string;
  readonly content: CriteriaContent;
}

/** The family's owner and its newest revision, locked so that two revisions written at once get two numbers. */
export async function lockFamily(
  { db }: CommandContext,
  familyId: string,
): Promise<{ ownerUnitId: string; revision: number } | null> {
  const rows = await db
    .selectFrom('criteria_set')
    .select(['owner_unit_id', 'revision'])
    .where('family_id', '=', familyId)
    .orderBy('revision')
    .forUpdate()
    .execute();
  const [first] = rows;
  if (!first) return null;
  // The lock was waited for on rows seen before: the newest is asked again.
  const { newest } = await db
    .selectFrom('criteria_set')
    .select((of) => of.fn.max('revision').as('newest'))
    .where('family_id', '=', familyId)
    .executeTakeFirstOrThrow();
  return { ownerUnitId: first.owner_unit_id, revision: newest };
}

export async function insertCriteriaSet(
  command: CommandContext,
  set: NewCriteriaSet & { revision: number },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('criteria_set')
    .values({
      id,
      owner_unit_id: set.ownerUnitId,
      family_id: set.familyId ?? id,
      revision: set.revision,
      name: set.name,
      nature: set.nature,
      subject: set.subject,
      legal_basis: set.legalBasis,
      content: JSON.stringify(set.content),
      created_at: command.now,
    })
    .execute();
  return id;
}
