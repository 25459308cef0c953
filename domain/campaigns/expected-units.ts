import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import type { Plan } from './plan.ts';

/** A unit that a plan gives a quota, on the tree's day. */
export interface ExpectedUnit {
  readonly unit: UnitOnDay;
  /** How many practices the plan asks of it (S2, section IV). */
  readonly least: number;
  /** Why it need not register this year; null where it must. */
  readonly exemptReason: string | null;
}

export interface Expectation {
  readonly plan: Pick<Plan, 'quotas'>;
  readonly ownerUnitId: string;
  /** Unit → reason. */
  readonly exemptions: ReadonlyMap<string, string>;
}

/** Every unit below the owner whose kind has a quota, exempted ones included, in tree order. */
export function unitsWithQuota(tree: OrganisationTree, given: Expectation): ExpectedUnit[] {
  const leastOf = new Map(
    given.plan.quotas.filter((quota) => quota.least > 0).map((quota) => [quota.unitKind, quota.least]),
  );
  return tree
    .subtree(given.ownerUnitId)
    .slice(1)
    .map((id) => tree.unit(id))
    .flatMap((unit) => {
      const least = leastOf.get(unit.kind);
      return least === undefined
        ? []
        : [{ unit, least, exemptReason: given.exemptions.get(unit.id) ?? null }];
    });
}

/** The units that owe a registration: the denominator of "24 of 39" (S0) on the tree's day. */
export function expectedUnits(tree: OrganisationTree, given: Expectation): ExpectedUnit[] {
  return unitsWithQuota(tree, given).filter((one) => one.exemptReason === null);
}

/** The unit whose quota a practice of `unitId` counts for: itself or the nearest above with one; null where none has. */
export function countsFor(
  tree: OrganisationTree,
  withQuota: ReadonlySet<string>,
  unitId: string,
): string | null {
  return tree.pathTo(unitId).findLast((id) => withQuota.has(id)) ?? null;
}
