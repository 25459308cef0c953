import { describe, expect, test } from 'vitest';
import { committeeName, generateCommittees, type GenerationFacts } from './generate-committees.ts';
import { OrganisationTree } from './organisation-tree.ts';
import type { UnitKind } from './unit-kinds.ts';

const unit = (id: string, parentId: string | null, kind: UnitKind, name: string) => ({
  id,
  parentId,
  kind,
  name,
  shortName: name,
  code: id.toUpperCase(),
  position: 0,
});

const places = [
  unit('vn', null, 'nation', 'Việt Nam'),
  unit('p1', 'vn', 'province', 'Tỉnh An Giang'),
  unit('c1', 'p1', 'commune', 'Xã Một'),
  unit('c2', 'p1', 'commune', 'Đặc khu Hai'),
  unit('p2', 'vn', 'province', 'Thành phố Huế'),
  unit('c3', 'p2', 'commune', 'Phường Ba'),
];

function facts(
  committees: readonly ReturnType<typeof unit>[],
  known: Partial<GenerationFacts> = {},
): GenerationFacts {
  return {
    tree: new OrganisationTree('2026-03-02', [...places, ...committees]),
    unitOfArea: () => null,
    areaOf: () => null,
    codeTaken: () => false,
    hasSteeringCommittee: () => false,
    ...known,
  };
}

const root = unit('root', null, 'agency_party_organisation', 'Trung ương');

describe('names of committees', () => {
  test.each([
    ['province', 'Tỉnh An Giang', 'Tỉnh ủy An Giang'],
    ['province', 'Thành phố Huế', 'Thành ủy Huế'],
    ['district', 'Thị xã Hương Trà', 'Thị ủy Hương Trà'],
    ['district', 'Quận 1', 'Quận ủy 1'],
    ['district', 'Huyện Phú Vang', 'Huyện ủy Phú Vang'],
    ['commune', 'Xã Hương Toàn', 'Đảng bộ xã Hương Toàn'],
    ['commune', 'Đặc khu Lý Sơn', 'Đảng bộ đặc khu Lý Sơn'],
  ] as const)('%s %s has %s', (kind, name, committee) => {
    expect(committeeName({ kind, name })).toBe(committee);
  });
});

describe('generated bodies', () => {
  const all = generateCommittees(facts([root]), {
    withinId: 'vn',
    underId: 'root',
    parts: ['front', 'government', 'steering_committee'],
  });
  const found = (name: string) => all.units.find((one) => one.name === name);

  test('each place has one of each, in the order of the places', () => {
    expect(all.units.filter((one) => one.kind.endsWith('committee')).map((one) => one.name)).toEqual([
      'Tỉnh ủy An Giang',
      'Đảng bộ xã Một',
      'Đảng bộ đặc khu Hai',
      'Thành ủy Huế',
      'Đảng bộ phường Ba',
    ]);
    expect(all.units).toHaveLength(15);
    expect(all.steering).toHaveLength(5);
  });

  test('a committee stands under the committee of the area above, the highest under the given one', () => {
    expect(found('Tỉnh ủy An Giang')?.parent).toEqual({ unitId: 'root' });
    expect(found('Đảng bộ xã Một')?.parent).toEqual({ key: 'province_committee p1' });
  });

  test('a Front is led by the committee of its place and stands under the Front above in its own tree', () => {
    expect(found('Ủy ban MTTQ Việt Nam xã Một')).toMatchObject({
      parent: { key: 'commune_committee c1' },
      beside: { tree: 'front', parent: { key: 'front p1' } },
    });
    expect(found('Ủy ban nhân dân tỉnh An Giang')?.beside).toEqual({ tree: 'government', parent: null });
  });

  test('codes are unique and tell the place', () => {
    expect(new Set(all.units.map((one) => one.code)).size).toBe(15);
    expect(found('Đảng bộ xã Một')?.code).toBe('DB.C1');
  });

  test('a committee of the right kind that is given is the committee of the part itself', () => {
    const head = unit('tu', null, 'province_committee', 'Tỉnh ủy nhà');
    const part = generateCommittees(facts([head]), { withinId: 'p1', underId: 'tu', parts: [] });
    expect(part.existing.map((one) => [one.unit.id, one.areaUnitId])).toEqual([['tu', 'p1']]);
    expect(part.units.map((one) => one.parent)).toEqual([{ unitId: 'tu' }, { unitId: 'tu' }]);
  });

  test('a committee that covers another place is above, not the committee of this one', () => {
    const head = unit('tu', null, 'province_committee', 'Tỉnh ủy An Giang');
    const part = generateCommittees(facts([head], { areaOf: (id) => (id === 'tu' ? 'p1' : null) }), {
      withinId: 'p2',
      underId: 'tu',
      parts: [],
    });
    expect(part.units.map((one) => one.name)).toEqual(['Thành ủy Huế', 'Đảng bộ phường Ba']);
    expect(part.units[0]?.parent).toEqual({ unitId: 'tu' });
  });

  test('a committee that was founded by hand under the very name is not founded again', () => {
    const byHand = unit('x1', 'root', 'commune_committee', 'Đảng bộ Xã Một');
    const part = generateCommittees(facts([root, byHand]), { withinId: 'c1', underId: 'root', parts: [] });
    expect(part.units).toEqual([]);
    expect(part.existing).toMatchObject([{ unit: { id: 'x1' }, areaUnitId: 'c1' }]);
  });

  test('a code that is taken gets a number behind', () => {
    const part = generateCommittees(facts([root], { codeTaken: (code) => code === 'DB.C1' }), {
      withinId: 'c1',
      underId: 'root',
      parts: [],
    });
    expect(part.units.map((one) => one.code)).toEqual(['DB.C1-2']);
  });

  test('where everything is there, nothing is left to do', () => {
    const none = generateCommittees(
      facts([root, unit('x1', 'root', 'commune_committee', 'Đảng bộ khác')], {
        unitOfArea: (_, kind) => (kind === 'commune_committee' ? 'x1' : `standing ${kind}`),
        hasSteeringCommittee: () => true,
      }),
      { withinId: 'c1', underId: 'root', parts: ['front', 'government', 'steering_committee'] },
    );
    expect(none.units).toEqual([]);
    expect(none.steering).toEqual([]);
  });
});
