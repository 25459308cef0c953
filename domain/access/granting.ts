import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Grant } from './access.ts';
import { type Permission, permissions, permissionsOfRole, type Role } from './permissions.ts';

/** A role to be given, as it is asked for. */
export interface AskedGrant {
  readonly role: Role;
  readonly unitId: string;
  readonly beginsOn: Day;
  readonly endsOn: Day | null;
  readonly coversSubtree: boolean;
}

/** Why a role may not be given: the unit is out of reach, the role holds more than one's own, or it lasts longer. */
export type BeyondOwn = 'unit' | 'role' | 'span';

/**
 * What holding a role lets one give to others. An administrator works in no campaign but hands out all its roles
 * (docs/decisions/0012-who-may-give-what.md); whoever else may give roles gives what is held.
 */
function mayGive(role: Role): readonly Permission[] {
  const held = permissionsOfRole[role];
  if (!held.includes('account.manage')) return [];
  return role === 'administrator' ? permissions : held;
}

/**
 * Whether a role lies within what its giver holds today: every permission of it, at every unit that it would cover,
 * no longer than the giver holds that. Null where it does.
 */
export function beyondOwn(
  asked: AskedGrant,
  own: readonly Grant[],
  tree: OrganisationTree,
): BeyondOwn | null {
  const units = asked.coversSubtree
    ? tree.subtree(asked.unitId)
    : tree.has(asked.unitId)
      ? [asked.unitId]
      : [];
  if (units.length === 0) return 'unit';
  const givers = own.filter((grant) => mayGive(grant.role).length > 0);
  if (!covers(givers, units, tree)) return 'unit';
  const needed = permissionsOfRole[asked.role];
  const forEach = (check: (grants: readonly Grant[]) => boolean): boolean =>
    needed.every((permission) => check(givers.filter((grant) => mayGive(grant.role).includes(permission))));
  if (!forEach((grants) => covers(grants, units, tree))) return 'role';
  const lasts = (grant: Grant): boolean =>
    grant.to === null || (asked.endsOn !== null && asked.endsOn <= grant.to);
  return forEach((grants) => covers(grants.filter(lasts), units, tree)) ? null : 'span';
}

function covers(grants: readonly Grant[], units: readonly string[], tree: OrganisationTree): boolean {
  return units.every((unit) =>
    grants.some((grant) => (grant.coversSubtree ? tree.isWithin(unit, grant.unitId) : grant.unitId === unit)),
  );
}

/** The last day for which a role may be given at a unit at all; null where there is no limit. */
export function longestGiven(unitId: string, own: readonly Grant[], tree: OrganisationTree): Day | null {
  const reaching = own.filter((grant) => mayGive(grant.role).length > 0 && covers([grant], [unitId], tree));
  if (reaching.length === 0 || reaching.some((grant) => grant.to === null)) return null;
  return (
    reaching
      .map((grant) => grant.to ?? '')
      .toSorted()
      .at(-1) ?? null
  );
}

/** Roles that look after a whole area rather than one unit: given with the units below unless said otherwise. */
export const areaRoles: readonly Role[] = [
  'standing_officer',
  'steering_member',
  'inspector',
  'leader',
  'province_officer',
  'administrator',
];
