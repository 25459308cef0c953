import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
const id: Record<string, string> = {};
const unit = (key: string): string => id[key] ?? '';
let merged = '';

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const found = async (key: string, name: string, kind: 'district_committee' | 'commune_committee') => {
    id[key] = await kheo.given.unit({
      name,
      kind,
      code: key,
      ...(key === 'huyen' ? {} : { parentId: unit('huyen') }),
    });
  };
  await found('huyen', 'Thị ủy Hương Trà', 'district_committee');
  await found('xuan', 'Đảng bộ phường Hương Xuân', 'commune_committee');
  await found('chu', 'Đảng bộ phường Hương Chữ', 'commune_committee');
  await found('an', 'Đảng bộ phường Hương An', 'commune_committee');
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: unit('huyen') });
  const admin = await kheo.as('quantri');
  const { unitIds } = await admin.call('POST /api/reorganisations', {
    body: {
      kind: 'merge',
      on: '2026-02-01',
      reason: 'Sắp xếp',
      fromUnitIds: [unit('xuan'), unit('chu')],
      into: {
        found: {
          name: 'Đảng bộ phường Kim Trà',
          shortName: 'Kim Trà',
          kind: 'commune_committee',
          code: 'kim-tra',
          parentId: unit('huyen'),
        },
      },
      moveGrants: true,
    },
  });
  merged = unitIds[0] ?? '';
});
afterAll(() => kheo.stop());

describe('the tree a level at a time', () => {
  it('gives the topmost units, and those directly below one', async () => {
    const admin = await kheo.as('quantri');
    const top = await admin.call('GET /api/units', { query: { under: 'top' } });
    expect(top.items.map((one) => [one.id, one.childCount])).toEqual([[unit('huyen'), 2]]);
    const below = await admin.call('GET /api/units', { query: { under: unit('huyen') } });
    expect(below.items.map((one) => one.name)).toEqual(['Đảng bộ phường Hương An', 'Đảng bộ phường Kim Trà']);
  });

  it('shows gone units under what carries them on, only when asked', async () => {
    const admin = await kheo.as('quantri');
    expect((await admin.call('GET /api/units', { query: { under: merged } })).items).toEqual([]);
    const { items } = await admin.call('GET /api/units', { query: { under: merged, gone: 'yes' } });
    expect(items.map((one) => [one.name, one.goneOn])).toEqual([
      ['Đảng bộ phường Hương Chữ', '2026-02-01'],
      ['Đảng bộ phường Hương Xuân', '2026-02-01'],
    ]);
  });

  it('is empty in a tree where no unit has its place yet', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/units', { query: { under: 'top', tree: 'front' } });
    expect(items).toEqual([]);
  });
});

describe('the days of change', () => {
  it('says for each day how many units were founded, changed and ended', async () => {
    const admin = await kheo.as('quantri');
    const { items } = await admin.call('GET /api/unit-days', {});
    expect(items.at(-1)).toEqual({ day: '2026-02-01', founded: 1, changed: 0, ended: 2 });
    expect(items[0]).toMatchObject({ founded: 4, changed: 0, ended: 0 });
  });
});

describe('where a unit came from and what became of it', () => {
  it('is said on both sides, with the act', async () => {
    const admin = await kheo.as('quantri');
    const heir = await admin.call('GET /api/units/:id', { params: { id: merged }, query: {} });
    expect(heir.cameFrom.map((one) => one.unit.id).toSorted()).toEqual(
      [unit('xuan'), unit('chu')].toSorted(),
    );
    const gone = await admin.call('GET /api/units/:id', { params: { id: unit('xuan') }, query: {} });
    expect(gone).toMatchObject({ shownOn: '2026-01-31', dissolvedOn: '2026-02-01' });
    expect(gone.became.map((one) => [one.unit.name, one.on, one.rule])).toEqual([
      ['Đảng bộ phường Kim Trà', '2026-02-01', 'whole'],
    ]);
  });

  it('tells its places in the other trees', async () => {
    const admin = await kheo.as('quantri');
    for (const [key, parentId] of [
      ['huyen', null],
      ['an', unit('huyen')],
    ] as const)
      await admin.call('POST /api/units/:id/memberships', {
        params: { id: unit(key) },
        body: { tree: 'front', on: '2026-02-01', parentId },
      });
    const shown = await admin.call('GET /api/units/:id', { params: { id: unit('an') }, query: {} });
    expect(shown.otherPlaces.map((one) => [one.tree, one.path.map((at) => at.id)])).toEqual([
      ['front', [unit('huyen')]],
    ]);
  });
});

describe('looking at an act of one unit before it happens', () => {
  const paper = { on: '2026-03-01', reason: 'Theo nghị quyết' };

  it('names the unit to be founded, and refuses a code in use beside its field', async () => {
    const admin = await kheo.as('quantri');
    const asked = {
      name: 'Đảng bộ xã Bình Điền',
      shortName: 'Bình Điền',
      kind: 'commune_committee',
    } as const;
    const preview = (code: string) =>
      admin.call('POST /api/reorganisations/preview', {
        body: { kind: 'found', ...paper, unit: { ...asked, code, parentId: unit('huyen') } },
      });
    expect((await preview('binh-dien')).founded).toEqual([
      { name: asked.name, kind: asked.kind, code: 'binh-dien' },
    ]);
    expect((await preview('an')).refused).toEqual([
      { path: 'unit.code', message: 'Mã “an” đã dùng cho đơn vị khác' },
    ]);
  });

  it('refuses a change that changes nothing, and dissolving what has units below', async () => {
    const admin = await kheo.as('quantri');
    const change = await admin.call('POST /api/reorganisations/preview', {
      body: {
        kind: 'change',
        ...paper,
        unitId: unit('an'),
        name: 'Đảng bộ phường Hương An',
        shortName: (await admin.call('GET /api/units/:id', { params: { id: unit('an') }, query: {} }))
          .shortName,
        code: 'an',
        parentId: unit('huyen'),
      },
    });
    expect(change.refused.map((one) => one.path)).toEqual(['name']);
    const dissolve = await admin.call('POST /api/reorganisations/preview', {
      body: { kind: 'dissolve', ...paper, unitId: unit('huyen') },
    });
    expect(dissolve.refused.map((one) => one.path)).toEqual(['unitId']);
  });

  it('writes the differences of two days as a workbook', async () => {
    const admin = await kheo.as('quantri');
    const file = await admin.try('GET /api/unit-comparison.xlsx', {
      query: { from: '2026-01-01', to: '2026-03-01' },
    });
    expect(file.status).toBe(200);
    expect(file.raw.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('taking back a change of one unit', () => {
  it('is shown with the unit that it changed, and only those who manage that unit may', async () => {
    await kheo.given.account({ username: 'quantrichu', role: 'administrator', unitId: merged });
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/units/:id/changes', {
      params: { id: unit('huyen') },
      body: {
        from: '2026-03-01',
        name: 'Thành ủy Hương Trà',
        shortName: 'HT',
        code: 'huyen',
        parentId: null,
        reason: 'Đổi tên',
      },
    });
    const { items } = await admin.call('GET /api/reorganisations', { query: { kind: 'change' } });
    expect(items[0]?.from.map((one) => one.id)).toEqual([unit('huyen')]);
    const params = { id: items[0]?.id ?? '' };
    const other = await kheo.as('quantrichu');
    expect((await other.call('GET /api/reorganisations/:id', { params })).actions).toEqual([]);
    const undone = { params, body: { reason: 'Ghi nhầm' } };
    expect((await other.try('POST /api/reorganisations/:id/undoing', undone)).status).toBe(403);
    expect((await admin.try('POST /api/reorganisations/:id/undoing', undone)).status).toBe(200);
  });
});

describe('a place that is gone', () => {
  it('is found by everybody under its old name, with what carries it on', async () => {
    const place = await kheo.given.unit({
      name: 'Xã Hương Hồ',
      kind: 'commune',
      code: 'xa-hh',
      parentId: unit('huyen'),
    });
    await kheo.given.account({ username: 'canboan', role: 'unit_officer', unitId: unit('an') });
    const admin = await kheo.as('quantri');
    const { unitIds } = await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2026-03-02',
        reason: 'Sắp xếp',
        fromUnitIds: [
          place,
          await kheo.given.unit({
            name: 'Xã Hương An',
            kind: 'commune',
            code: 'xa-ha',
            parentId: unit('huyen'),
          }),
        ],
        into: {
          found: {
            name: 'Phường Long Hồ',
            shortName: 'Long Hồ',
            kind: 'commune',
            code: 'lh',
            parentId: unit('huyen'),
          },
        },
        moveGrants: true,
      },
    });
    const officer = await kheo.as('canboan');
    const { items } = await officer.call('GET /api/unit-names', { query: { q: 'huong ho' } });
    expect(items.map((one) => [one.unit.id, one.stands, one.now.map((heir) => heir.id)])).toEqual([
      [place, false, unitIds],
    ]);
  });
});
