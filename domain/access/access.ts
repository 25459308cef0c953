import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
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
  readonly #scopes = new Map<Permission, ReadonlySet<string>>();

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

  /** Gate 2: holds the permission at this very unit today. */
  can(permission: Permission, unitId: string): boolean {
    return this.scope(permission).has(unitId);
  }

  /** Gate 3: every unit at which the permission is held today. */
  scope(permission: Permission): ReadonlySet<string> {
    const known = this.#scopes.get(permission);
    if (known) return known;
    const units = new Set<string>();
    for (const grant of this.#grants) {
      if (!permissionsOfRole[grant.role].includes(permission)) continue;
      for (const id of grant.coversSubtree ? this.#tree.subtree(grant.unitId) : [grant.unitId]) units.add(id);
    }
    this.#scopes.set(permission, units);
    return units;
  }

  /**
   * Whether the person works in this unit's area or below it: what a committee issues for all
   * (campaigns, plans, criteria) is open to every unit beneath it.
   */
  reachesFromBelow(permission: Permission, unitId: string): boolean {
    return this.can(permission, unitId) || this.ownersAbove(permission).has(unitId);
  }

  /** The units whose campaigns and papers reach the person from above, together with the person's own scope. */
  ownersAbove(permission: Permission): ReadonlySet<string> {
    const owners = new Set(this.scope(permission));
    for (const grant of this.#grants) {
      if (!permissionsOfRole[grant.role].includes(permission)) continue;
      for (const id of this.#tree.pathTo(grant.unitId)) owners.add(id);
    }
    return owners;
  }

  /** All permissions held anywhere today, for the menu. */
  all(): Permission[] {
    return [...new Set(this.#grants.flatMap((grant) => permissionsOfRole[grant.role]))];
  }

  get grants(): readonly Grant[] {
    return this.#grants;
  }
}
