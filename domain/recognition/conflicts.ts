import type { Plan } from '#domain/campaigns/plan.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';

type Member = Pick<Plan['members'][number], 'post' | 'accountId' | 'areaUnitIds'>;

/**
 * Members of the steering committee who have to declare a conflict of interest over a practice of this unit:
 * those in charge of an area that holds the unit, and those who themselves work at the very unit. By post.
 */
export function conflictsOf(
  unitId: string,
  given: {
    readonly members: readonly Member[];
    readonly tree: OrganisationTree;
    /** Units at which an account holds a role today. */
    readonly unitsOfAccount: ReadonlyMap<string, ReadonlySet<string>>;
  },
): string[] {
  return given.members
    .filter((member) => {
      if (member.areaUnitIds.some((area) => area === unitId || given.tree.isWithin(unitId, area)))
        return true;
      return member.accountId !== null && (given.unitsOfAccount.get(member.accountId)?.has(unitId) ?? false);
    })
    .map((member) => member.post);
}
