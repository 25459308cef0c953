import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Access, type Grant } from './access.ts';
import { beyondOwn, type AskedGrant } from './granting.ts';
import { permissions, permissionsOfRole, roles } from './permissions.ts';

const today = '2026-03-02';
const unit = (id: string, parentId: string | null): UnitOnDay => ({
  id,
  parentId,
  name: id,
  shortName: id,
  kind: 'commune_committee',
  code: id,
  position: 0,
});
const units = [unit('town', null), unit('ward', 'town'), unit('hamlet', 'ward'), unit('commune', 'town')];
const tree = new OrganisationTree(today, units);

const own = (change: Partial<Grant> = {}): Grant => ({
  role: 'administrator',
  unitId: 'ward',
  from: '2026-01-01',
  to: null,
  coversSubtree: true,
  ...change,
});
const asked = (change: Partial<AskedGrant> = {}): AskedGrant => ({
  role: 'unit_officer',
  unitId: 'ward',
  beginsOn: today,
  endsOn: null,
  coversSubtree: true,
  ...change,
});

describe('what somebody may give', () => {
  it.each([
    ['all in one’s own unit', asked(), [own()], null],
    ['a unit below', asked({ unitId: 'hamlet' }), [own()], null],
    ['the unit above', asked({ unitId: 'town' }), [own()], 'unit'],
    ['a unit beside', asked({ unitId: 'commune' }), [own()], 'unit'],
    ['a unit that is not there', asked({ unitId: 'gone' }), [own()], 'unit'],
    ['units below, held alone', asked(), [own({ coversSubtree: false })], 'unit'],
    ['the unit alone, held alone', asked({ coversSubtree: false }), [own({ coversSubtree: false })], null],
    ['a role of the work, by a worker', asked(), [own({ role: 'standing_officer' })], 'unit'],
    ['longer than held', asked(), [own({ to: '2026-06-30' })], 'span'],
    ['a day longer than held', asked({ endsOn: '2026-07-01' }), [own({ to: '2026-06-30' })], 'span'],
    ['as long as held', asked({ endsOn: '2026-06-30' }), [own({ to: '2026-06-30' })], null],
    [
      'an area put together from two',
      asked({ unitId: 'ward' }),
      [own({ coversSubtree: false }), own({ unitId: 'hamlet' })],
      null,
    ],
    [
      'long where one of two ends',
      asked({ unitId: 'ward' }),
      [own({ coversSubtree: false, to: '2026-06-30' }), own({ unitId: 'hamlet' })],
      'span',
    ],
  ] as const)('%s', (_, ask, grants, expected) => {
    expect(beyondOwn(ask, grants, tree)).toBe(expected);
  });

  it('never opens to others what its giver could not give at any unit or day', () => {
    const anyUnit = fc.constantFrom('town', 'ward', 'hamlet', 'commune');
    const anyEnd = fc.option(fc.constantFrom('2026-03-02', '2026-06-30', '2026-12-31'), { nil: null });
    const grants = fc.array(
      fc.record({
        role: fc.constantFrom(...roles),
        unitId: anyUnit,
        from: fc.constant('2026-01-01'),
        to: anyEnd,
        coversSubtree: fc.boolean(),
      }),
      { maxLength: 4 },
    );
    const asks = fc.record({
      role: fc.constantFrom(...roles),
      unitId: anyUnit,
      beginsOn: fc.constant(today),
      endsOn: anyEnd,
      coversSubtree: fc.boolean(),
    });
    fc.assert(
      fc.property(grants, asks, (held, ask) => {
        const given = beyondOwn(ask, held, tree) === null;
        const last = ask.endsOn ?? '2199-12-31';
        const laterTree = new OrganisationTree(last, units);
        const giver = new Access(held, laterTree);
        const reached = ask.coversSubtree ? tree.subtree(ask.unitId) : [ask.unitId];
        // On the last day of what is given, its giver still administers every unit of it.
        const administers = reached.every((id) => giver.can('account.manage', id));
        expect(given && !administers).toBe(false);
        expect(!given && administers).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves nothing out: an administrator hands out every permission there is', () => {
    const handed = new Set(roles.flatMap((role) => permissionsOfRole[role]));
    expect([...handed].toSorted()).toEqual([...permissions].toSorted());
    for (const role of roles) expect(beyondOwn(asked({ role }), [own()], tree)).toBeNull();
  });
});
