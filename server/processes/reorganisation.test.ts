import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { placesAgree as rebuiltTheSame } from '#server/testing/places-agree.ts';

let kheo: Kheo;
const id: Record<string, string> = {};

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const found = async (
    key: string,
    name: string,
    kind: 'province_committee' | 'district_committee' | 'commune_committee' | 'village',
    parent?: string,
  ) => {
    id[key] = await kheo.given.unit({
      name,
      kind,
      code: key,
      ...(parent === undefined ? {} : { parentId: id[parent] ?? '' }),
    });
  };
  await found('tinh', 'Thành ủy Huế', 'province_committee');
  await found('huyen', 'Thị ủy Hương Trà', 'district_committee', 'tinh');
  await found('xuan', 'Đảng ủy phường Hương Xuân', 'commune_committee', 'huyen');
  await found('chu', 'Đảng ủy phường Hương Chữ', 'commune_committee', 'huyen');
  await found('an', 'Đảng ủy phường Hương An', 'commune_committee', 'huyen');
  await found('x1', 'Tổ dân phố 1', 'village', 'xuan');
  await found('x2', 'Tổ dân phố 2', 'village', 'xuan');
  await found('c1', 'Tổ dân phố Phụ Ổ', 'village', 'chu');
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: id.tinh ?? '' });
  await kheo.given.account({ username: 'canbo', role: 'unit_officer', unitId: id.xuan ?? '' });
});
afterAll(() => kheo.stop());

const unit = (key: string): string => id[key] ?? '';
const paper = { reason: 'Theo nghị quyết', documentText: 'Nghị quyết 1675/NQ-UBTVQH15' };

const placesAgree = () => rebuiltTheSame(kheo.connection.db);

describe('reorganising units', () => {
  it('merges two wards into a new one, with their hamlets, officers and past', async () => {
    const admin = await kheo.as('quantri');
    const body = {
      kind: 'merge' as const,
      on: '2025-07-01',
      ...paper,
      fromUnitIds: [unit('xuan'), unit('chu')],
      into: {
        found: {
          name: 'Đảng ủy phường Kim Trà',
          shortName: 'Kim Trà',
          kind: 'commune_committee' as const,
          code: 'kt',
          parentId: unit('tinh'),
        },
      },
      moveGrants: true,
    };
    const preview = await admin.call('POST /api/reorganisations/preview', { body });
    expect(preview.refused).toEqual([]);
    expect(preview.moving.map((one) => [one.unit.name, one.toName])).toEqual([
      ['Tổ dân phố 1', 'Đảng ủy phường Kim Trà'],
      ['Tổ dân phố 2', 'Đảng ủy phường Kim Trà'],
      ['Tổ dân phố Phụ Ổ', 'Đảng ủy phường Kim Trà'],
    ]);
    expect(preview.moves.find((one) => one.what === 'grant')).toMatchObject({ count: 1 });

    const done = await admin.call('POST /api/reorganisations', { body });
    id.act = done.id;
    id.kimtra = done.unitIds[0] ?? '';
    const now = await admin.call('GET /api/units', { query: { within: id.kimtra } });
    expect(now.items.map((one) => one.name)).toEqual([
      'Đảng ủy phường Kim Trà',
      'Tổ dân phố 1',
      'Tổ dân phố 2',
      'Tổ dân phố Phụ Ổ',
    ]);
    const then = await admin.call('GET /api/units', { query: { within: unit('xuan'), day: '2025-06-30' } });
    expect(then.items.map((one) => one.name)).toEqual([
      'Đảng ủy phường Hương Xuân',
      'Tổ dân phố 1',
      'Tổ dân phố 2',
    ]);
    const officer = await kheo.as('canbo');
    const seen = await officer.call('GET /api/units', { query: {} });
    expect(seen.items.map((one) => one.name)).toContain('Đảng ủy phường Kim Trà');
    await placesAgree();
  });

  it('finds a ward that is gone by its old name, and says what it became', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/unit-names', { query: { q: 'huong xuan' } });
    expect(items.map((one) => [one.name, one.stands, one.now.map((unit) => unit.name)])).toEqual([
      ['Đảng ủy phường Hương Xuân', false, ['Đảng ủy phường Kim Trà']],
    ]);
    const differences = await admin.call('GET /api/unit-comparison', {
      query: { from: '2025-06-30', to: '2025-07-01' },
    });
    expect(differences.founded.map((one) => [one.name, one.fromNames.toSorted()])).toEqual([
      ['Đảng ủy phường Kim Trà', ['Đảng ủy phường Hương Chữ', 'Đảng ủy phường Hương Xuân']],
    ]);
    expect(differences.ended).toHaveLength(2);
    expect(differences.moved).toHaveLength(3);
  });

  it('takes a merge back while nothing depends on it', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/reorganisations/:id/undoing', {
      params: { id: unit('act') },
      body: { reason: 'Ghi nhầm ngày' },
    });
    const now = await admin.call('GET /api/units', { query: { q: 'phường' } });
    expect(now.items.map((one) => one.name)).toEqual([
      'Đảng ủy phường Hương Xuân',
      'Đảng ủy phường Hương Chữ',
      'Đảng ủy phường Hương An',
    ]);
    const again = await admin.try('POST /api/reorganisations/:id/undoing', {
      params: { id: unit('act') },
      body: { reason: 'Ghi nhầm ngày' },
    });
    expect(again.body).toMatchObject({ code: 'action_blocked' });
    const act = await admin.call('GET /api/reorganisations/:id', { params: { id: unit('act') } });
    expect(act.undone?.reason).toBe('Ghi nhầm ngày');
    await placesAgree();
  });

  it('splits a ward by hamlet and leaves open what nobody can apportion', async () => {
    const admin = await kheo.as('quantri');
    const body = {
      kind: 'split' as const,
      on: '2025-07-01',
      ...paper,
      unitId: unit('xuan'),
      into: [
        { unitId: unit('an') },
        {
          found: {
            name: 'Đảng ủy phường Hương Toàn',
            shortName: 'Hương Toàn',
            kind: 'commune_committee' as const,
            code: 'htoan',
            parentId: unit('huyen'),
          },
        },
      ],
      rule: 'village' as const,
      children: [
        { unitId: unit('x1'), to: 0 },
        { unitId: unit('x2'), to: 1 },
      ],
      moveGrants: true,
    };
    const { unitIds } = await admin.call('POST /api/reorganisations', { body });
    const within = async (unitId: string) =>
      (await admin.call('GET /api/units', { query: { within: unitId } })).items.map((one) => one.name);
    expect(await within(unit('an'))).toEqual(['Đảng ủy phường Hương An', 'Tổ dân phố 1']);
    expect(await within(unitIds[0] ?? '')).toEqual(['Đảng ủy phường Hương Toàn', 'Tổ dân phố 2']);
    const rows = await kheo.connection.db
      .selectFrom('unit_heir')
      .select(['heir_id', 'apportioned'])
      .where('unit_id', '=', unit('xuan'))
      .execute();
    expect(rows).toEqual([{ heir_id: unit('huyen'), apportioned: false }]);
    await placesAgree();
  });

  it('removes the districts: what stood below them stands below the province', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'remove_level',
        on: '2025-08-01',
        ...paper,
        withinId: unit('tinh'),
        unitKind: 'district_committee',
      },
    });
    const { items } = await admin.call('GET /api/units', { query: { within: unit('tinh') } });
    expect(items.filter((one) => one.parentId === unit('tinh')).map((one) => one.name)).toEqual([
      'Đảng ủy phường Hương Chữ',
      'Đảng ủy phường Hương An',
      'Đảng ủy phường Hương Toàn',
    ]);
    await placesAgree();
  });
});

describe('other trees over the same units', () => {
  it('keep a place of their own for a unit, and follow it when it is merged', async () => {
    const admin = await kheo.as('quantri');
    const front = async (name: string, code: string, parentId: string, top: string | null) => {
      const { id: unitId } = await admin.call('POST /api/units', {
        body: { parentId, name, shortName: name, kind: 'front', code, foundedOn: '2010-01-01' },
      });
      await admin.call('POST /api/units/:id/memberships', {
        params: { id: unitId },
        body: { tree: 'front', on: '2010-01-01', parentId: top },
      });
      return unitId;
    };
    const upper = await front('Ủy ban MTTQ thành phố', 'mttq', unit('tinh'), null);
    const first = await front('Ủy ban MTTQ phường Hương Chữ', 'mttq-c', unit('chu'), upper);
    const second = await front('Ủy ban MTTQ phường Hương An', 'mttq-a', unit('an'), upper);
    const refused = await admin.try('POST /api/units/:id/memberships', {
      params: { id: upper },
      body: { tree: 'front', on: '2026-01-01', parentId: second },
    });
    expect(JSON.stringify(refused.body)).toContain('dưới chính nó');
    await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2026-02-01',
        ...paper,
        fromUnitIds: [first, second],
        into: {
          found: {
            name: 'Ủy ban MTTQ phường Kim Trà',
            shortName: 'MTTQ Kim Trà',
            kind: 'front',
            code: 'mttq-k',
            parentId: unit('an'),
          },
        },
        moveGrants: false,
      },
    });
    const names = async (day: string) => {
      const tree = await loadTree(kheo.connection.db, day, 'front');
      return tree
        .subtree(upper)
        .map((id) => tree.unit(id).name)
        .toSorted();
    };
    expect(await names('2026-01-31')).toEqual([
      'Ủy ban MTTQ phường Hương An',
      'Ủy ban MTTQ phường Hương Chữ',
      'Ủy ban MTTQ thành phố',
    ]);
    expect(await names('2026-02-01')).toEqual(['Ủy ban MTTQ phường Kim Trà', 'Ủy ban MTTQ thành phố']);
    await placesAgree();
  });
});

describe('acts that cannot be', () => {
  const merge = (fromUnitIds: string[], into: string, on = '2025-09-01') => ({
    kind: 'merge' as const,
    on,
    ...paper,
    fromUnitIds,
    into: { unitId: into },
    moveGrants: false,
  });
  const refusal = async (body: ReturnType<typeof merge>) => {
    const admin = await kheo.as('quantri');
    const answer = await admin.try('POST /api/reorganisations', { body });
    return { status: answer.status, text: JSON.stringify(answer.body) };
  };

  it('names why a unit cannot be merged into itself, into its own child or after its end', async () => {
    expect((await refusal(merge([unit('chu')], unit('chu')))).text).toContain('vào chính nó');
    expect((await refusal(merge([unit('chu')], unit('c1')))).text).toContain('đơn vị trực thuộc của nó');
    const gone = await refusal(merge([unit('xuan')], unit('chu')));
    expect(gone.status).toBe(422);
    expect(gone.text).toContain('đã kết thúc hoạt động từ ngày 01/07/2025');
    const before = await refusal(merge([unit('chu')], unit('an'), '2025-07-15'));
    expect(before.text).toContain('đã có thay đổi từ ngày 01/08/2025');
  });
});
