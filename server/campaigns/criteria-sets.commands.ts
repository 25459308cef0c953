import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { insertCriteriaSet, lockFamily, type NewCriteriaSet } from './criteria-sets.store.ts';

/**
 * Writes a criteria set, or a new revision of a family. A set once written is never changed: scores and
 * campaigns keep the revision that they were made with.
 */
export async function writeCriteriaSet(
  command: CommandContext,
  set: NewCriteriaSet,
): Promise<{ id: string }> {
  const { access } = command.caller;
  if (!access.can('criteria.manage', set.ownerUnitId))
    throw new Problem(access.reachesFromBelow('campaign.read', set.ownerUnitId) ? 'forbidden' : 'not_found');
  refuseRepeatedIds(set);
  const family = set.familyId === null ? null : await lockFamily(command, set.familyId);
  if (set.familyId !== null && family?.ownerUnitId !== set.ownerUnitId) throw new Problem('not_found');
  const revision = (family?.revision ?? 0) + 1;
  const id = await insertCriteriaSet(command, { ...set, revision });
  await command.record({
    subjectType: 'criteria_set',
    subjectId: id,
    unitId: set.ownerUnitId,
    action: revision === 1 ? 'create' : 'revise',
    details: { revision },
  });
  return { id };
}

function refuseRepeatedIds({ content }: NewCriteriaSet): void {
  const faults = content.criteria.flatMap((criterion, index) =>
    content.criteria.findIndex((one) => one.id === criterion.id) < index
      ? [{ path: `content.criteria.${index}.id`, message: 'Mã tiêu chí này bị lặp' }]
      : [],
  );
  if (faults.length > 0) throw invalidInput(faults);
}
