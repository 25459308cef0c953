import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { UnitScope } from './unit-scope.ts';
import { type Permission, permissionsOfRole, type Role } from './permissions.ts';

/** A role held at a unit for a span of days; `to` is the last day, null while it has no end. */
export interface Grant {
  readonly role: Role;
  readonly unitId: string;
  readonly from: string;
  readonly to: string | null;
  /** Whether the grant reaches the units below as the tree stands on the day. */
  readonly coversSubtree: boolean;
}

/** What one person may do on one day. Built once a request from the grants in force and the tree of that day. */
export class Access {
  readonly #tree: OrganisationTree;
  readonly #grants: readonly Grant[];
  readonly #scopes = new Map<Permission, UnitScope>();

  constructor(grants: readonly Grant[], tree: OrganisationTree) {
    this.#tree = tree;
    this.#grants = grants.filter(
      (grant) =>
        grant.from <= tree.day && (grant.to === null || tree.day <= grant.to) && tree.has(grant.unitId),
    );
  }

  /** Gate 1: holds the permission at some unit today. */
  holds(permission: Permission): boolean {
    return this.#grants.some((grant) => permissionsOfRole[grant.role].includes(permission));
  }

  /** Gate 2: holds the permission at this very unit today, or where the records of a unit that is gone stand today. */
  can(permission: Permission, unitId: string): boolean {
    return this.scope(permission).has(unitId);
  }

  /** Gate 3: every unit at which the permission is held today, with the gone units whose records stand there. */
  scope(permission: Permission): UnitScope {
    const known = this.#scopes.get(permission);
    if (known) return known;
    const scope = new UnitScope(
      this.#tree,
      this.#grants
        .filter((grant) => permissionsOfRole[grant.role].includes(permission))
        .map((grant) => ({ unitId: grant.unitId, subtree: grant.coversSubtree })),
    );
    this.#scopes.set(permission, scope);
    return scope;
  }

  /**
   * Whether the person works in this unit's area or below it: what a committee issues for all
   * (campaigns, plans, criteria) is open to every unit beneath it.
   */
  reachesFromBelow(permission: Permission, unitId: string): boolean {
    return this.can(permission, unitId) || this.ownersAbove(permission).has(unitId);
  }

  /** The units whose campaigns and papers reach the person from above, together with the person's own scope. */
  ownersAbove(permission: Permission): UnitScope {
    const { covers } = this.scope(permission);
    const above = covers.flatMap((cover) =>
      this.#tree.pathTo(cover.unitId).map((unitId) => ({ unitId, subtree: false })),
    );
    return new UnitScope(this.#tree, [...covers, ...above]);
  }

  /** All permissions held anywhere today, for the menu. */
  all(): Permission[] {
    return [...new Set(this.#grants.flatMap((grant) => permissionsOfRole[grant.role]))];
  }

  get grants(): readonly Grant[] {
    return this.#grants;
  }
}
