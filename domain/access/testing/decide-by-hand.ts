import type { Grant } from '#domain/access/access.ts';
import { type Permission, permissionsOfRole } from '#domain/access/permissions.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';

/**
 * May somebody with these grants, step by step and unit by unit: the way from the record's unit to what holds its
 * records, and from there up. Made from the tree's plain lists, so that it shares nothing with scopes and intervals.
 */
export function decidesByHand(
  tree: OrganisationTree,
): (grants: readonly Grant[], permission: Permission, unitId: string) => boolean {
  const parents = new Map(tree.all().map((unit) => [unit.id, unit.parentId]));
  const gone = new Map(tree.gone().map((unit) => [unit.id, unit]));
  return (grants, permission, unitId) => {
    let holder: string | null = unitId;
    let apportioned = true;
    for (let left = gone.get(unitId); left; left = gone.get(holder ?? '')) {
      apportioned &&= left.apportioned;
      holder = left.heirId;
    }
    const way: string[] = [];
    for (let at = holder; at !== null && parents.has(at); at = parents.get(at) ?? null) way.push(at);
    return grants.some((grant) => {
      const inForce = grant.from <= tree.day && (grant.to === null || tree.day <= grant.to);
      if (!inForce || !parents.has(grant.unitId)) return false;
      if (!permissionsOfRole[grant.role].includes(permission)) return false;
      return grant.coversSubtree ? way.includes(grant.unitId) : way[0] === grant.unitId && apportioned;
    });
  };
}
