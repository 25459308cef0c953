import { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { describe, expect, it } from 'vitest';
import { countsFor, expectedUnits, unitsWithQuota } from './expected-units.ts';

const unit = (id: string, kind: UnitKind, parentId: string | null) => ({
  id,
  parentId,
  name: id,
  shortName: id,
  kind,
  code: id,
  position: 0,
});
const tree = new OrganisationTree('2023-03-15', [
  unit('town', 'district_committee', null),
  unit('ward', 'commune_committee', 'town'),
  unit('hamlet', 'village', 'ward'),
  unit('ward-school', 'school_party_organisation', 'ward'),
  unit('front', 'front', 'town'),
  unit('agency', 'agency_party_organisation', 'town'),
]);
const plan = {
  quotas: [
    { unitKind: 'commune_committee' as const, least: 5 },
    { unitKind: 'school_party_organisation' as const, least: 1 },
    { unitKind: 'agency_party_organisation' as const, least: 1 },
    { unitKind: 'front' as const, least: 0 },
  ],
};
const given = { plan, ownerUnitId: 'town', exemptions: new Map([['agency', 'mới thành lập']]) };

describe('units expected to register', () => {
  it('are those below the owner whose kind has a quota, without the exempted', () => {
    expect(expectedUnits(tree, given).map((one) => [one.unit.id, one.least])).toEqual([
      ['ward', 5],
      ['ward-school', 1],
    ]);
  });
  it('still name the exempted one with its reason', () => {
    expect(unitsWithQuota(tree, given).find((one) => one.unit.id === 'agency')?.exemptReason).toBe(
      'mới thành lập',
    );
  });
  it('never include the owner itself', () => {
    expect(expectedUnits(tree, { ...given, ownerUnitId: 'ward' }).map((one) => one.unit.id)).toEqual([
      'ward-school',
    ]);
  });
  it('take the practices of the units below them, the nearest first', () => {
    const ids = new Set(['ward', 'ward-school']);
    expect(countsFor(tree, ids, 'hamlet')).toBe('ward');
    expect(countsFor(tree, ids, 'ward-school')).toBe('ward-school');
    expect(countsFor(tree, ids, 'front')).toBeNull();
  });
});
