import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Access, type Grant } from './access.ts';
import { permissions, permissionsOfRole, roles } from './permissions.ts';

const today = '2026-03-02';
const days = ['2026-02-01', '2026-03-01', today, '2026-03-03', '2026-04-01'] as const;

/** A forest: each unit hangs under an earlier one, or under nothing. */
const forest = fc.array(fc.option(fc.nat(), { nil: null }), { minLength: 1, maxLength: 12 }).map((parents) =>
  parents.map((parent, at): UnitOnDay => ({
    id: `u${at}`,
    parentId: at === 0 || parent === null ? null : `u${parent % at}`,
    name: `Đơn vị ${at}`,
    shortName: `ĐV ${at}`,
    kind: 'commune_committee',
    code: `${at}`,
    position: parent ?? 0,
  })),
);

const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roles),
  // Some grants stand at units that are not there today.
  unitId: fc.nat({ max: 13 }).map((at) => `u${at}`),
  from: fc.constantFrom(...days),
  to: fc.option(fc.constantFrom(...days), { nil: null }),
  coversSubtree: fc.boolean(),
});

const anyPermission = fc.constantFrom(...permissions);

/** By going up from a unit, one parent at a time: no interval, no cache. */
function upFrom(units: readonly UnitOnDay[], id: string): string[] {
  const unit = units.find((one) => one.id === id);
  if (!unit) return [];
  return [id, ...(unit.parentId === null ? [] : upFrom(units, unit.parentId))];
}

function worksToday(units: readonly UnitOnDay[], one: Grant): boolean {
  const begun = one.from <= today;
  const over = one.to !== null && one.to < today;
  return begun && !over && units.some((unit) => unit.id === one.unitId);
}

describe('access', () => {
  it('decides as a plain reading of the grants does, for any permission at every unit', () => {
    fc.assert(
      fc.property(forest, fc.array(grant, { maxLength: 6 }), anyPermission, (units, grants, permission) => {
        const access = new Access(grants, new OrganisationTree(today, units));
        const working = grants.filter((one) => worksToday(units, one));
        const fitting = working.filter((one) => permissionsOfRole[one.role].includes(permission));
        expect(access.holds(permission)).toBe(fitting.length > 0);
        for (const { id } of [...units, { id: 'u99' }]) {
          const way = upFrom(units, id);
          const mine = fitting.some((one) =>
            one.coversSubtree ? way.includes(one.unitId) : one.unitId === id,
          );
          const below = fitting.some((one) => upFrom(units, one.unitId).includes(id));
          expect(access.can(permission, id)).toBe(mine);
          expect(access.scope(permission).has(id)).toBe(mine);
          expect(access.reachesFromBelow(permission, id)).toBe(mine || below);
          expect(access.ownersAbove(permission).has(id)).toBe(mine || below);
        }
        expect(access.all().toSorted()).toEqual(
          permissions.filter((permission) => access.holds(permission)).toSorted(),
        );
      }),
      { numRuns: 2_000 },
    );
  }, 60_000);
});
