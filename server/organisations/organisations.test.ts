import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
let town: string;
let ward: string;
let commune: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee', code: 'HT' });
  ward = await kheo.given.unit({
    name: 'Đảng ủy phường Hương Xuân',
    kind: 'commune_committee',
    parentId: town,
    code: 'HX',
  });
  commune = await kheo.given.unit({
    name: 'Đảng ủy xã Hải Dương',
    kind: 'commune_committee',
    parentId: town,
    code: 'HD',
  });
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town });
  await kheo.given.account({ username: 'quantriphuong', role: 'administrator', unitId: ward });
  await kheo.given.account({ username: 'canbo', role: 'unit_officer', unitId: ward });
});
afterAll(() => kheo.stop());

const village = (parentId: string, code: string) => ({
  parentId,
  name: `Tổ dân phố ${code}`,
  shortName: `TDP ${code}`,
  kind: 'village' as const,
  code,
  foundedOn: '2020-01-01',
});

describe('the organisation through time', () => {
  it('shows an officer the own area and the way up, not the neighbours', async () => {
    const officer = await kheo.as('canbo');
    const { items } = await officer.call('GET /api/units', { query: {} });
    expect(items.map((unit) => unit.id)).toEqual([town, ward]);
    expect(items[0]).toMatchObject({ depth: 0, childCount: 1, parentId: null });
    expect((await officer.try('GET /api/units/:id', { params: { id: commune }, query: {} })).status).toBe(
      404,
    );
  });

  it('finds a unit without accents, by its code and within another', async () => {
    const admin = await kheo.as('quantri');
    const find = async (query: Record<string, string>) =>
      (await admin.call('GET /api/units', { query })).items.map((unit) => unit.id);
    expect(await find({ q: 'huong xuan' })).toEqual([ward]);
    expect(await find({ q: 'HD' })).toEqual([commune]);
    expect(await find({ within: ward })).toEqual([ward]);
    expect(await find({ kind: 'district_committee' })).toEqual([town]);
  });

  it('keeps the old name for the old days when a unit is renamed', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/units/:id/changes', {
      params: { id: ward },
      body: {
        from: '2026-02-01',
        name: 'Đảng ủy phường Hương Xuân mới',
        shortName: 'Hương Xuân',
        code: 'HX',
        parentId: town,
        reason: 'Sắp xếp theo nghị quyết',
      },
    });
    const now = await admin.call('GET /api/units/:id', { params: { id: ward }, query: {} });
    const then = await admin.call('GET /api/units/:id', {
      params: { id: ward },
      query: { day: '2026-01-31' },
    });
    expect(now.name).toBe('Đảng ủy phường Hương Xuân mới');
    expect(then.name).toBe('Đảng ủy phường Hương Xuân');
    expect(now.versions.map((version) => [version.validFrom, version.validTo])).toEqual([
      ['2000-01-01', '2026-02-01'],
      ['2026-02-01', null],
    ]);
    expect(now.history[0]).toMatchObject({ action: 'change', reason: 'Sắp xếp theo nghị quyết' });
  });

  it('mends a change on its own day and refuses one before it', async () => {
    const admin = await kheo.as('quantri');
    const changeTo = (from: string, name: string) =>
      admin.try('POST /api/units/:id/changes', {
        params: { id: ward },
        body: { from, name, shortName: 'Hương Xuân', code: 'HX', parentId: town, reason: 'Ghi lại cho đúng' },
      });
    expect((await changeTo('2026-02-01', 'Đảng ủy phường Hương Xuân')).status).toBe(200);
    const unit = await admin.call('GET /api/units/:id', { params: { id: ward }, query: {} });
    expect(unit.versions).toHaveLength(2);
    const earlier = await changeTo('2026-01-01', 'Tên khác');
    expect(earlier.status).toBe(422);
    expect(JSON.stringify(earlier.body)).toContain('01/02/2026');
  });

  it('refuses to move a unit beneath itself, or to a parent it may not manage', async () => {
    const admin = await kheo.as('quantri');
    const { id } = await admin.call('POST /api/units', { body: village(ward, 'TDP1') });
    const moveTo = (who: typeof admin, unitId: string, parentId: string, code: string) =>
      who.try('POST /api/units/:id/changes', {
        params: { id: unitId },
        body: { from: '2026-03-01', name: 'Tên', shortName: 'Tên', code, parentId, reason: 'Chuyển' },
      });
    const beneath = await moveTo(admin, ward, id, 'HX');
    expect(beneath.status).toBe(422);
    expect(JSON.stringify(beneath.body)).toContain('trực thuộc của nó');
    const local = await kheo.as('quantriphuong');
    expect((await moveTo(local, id, commune, 'TDP1')).status).toBe(404);
    expect((await moveTo(local, id, town, 'TDP1')).status).toBe(403);
  });

  it('refuses a code that another unit uses', async () => {
    const admin = await kheo.as('quantri');
    const refused = await admin.try('POST /api/units', { body: village(ward, 'HD') });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ fields: [{ path: 'unit.code' }] });
  });

  it('dissolves a unit only once nothing is left beneath it, and still shows it afterwards', async () => {
    const admin = await kheo.as('quantri');
    const end = (id: string) =>
      admin.try('POST /api/units/:id/dissolution', {
        params: { id },
        body: { on: '2026-03-01', reason: 'Sáp nhập' },
      });
    const full = await end(ward);
    expect(full.body).toMatchObject({ code: 'action_blocked' });
    expect(JSON.stringify(full.body)).toContain('còn 1 đơn vị trực thuộc');
    const shown = await admin.call('GET /api/units/:id', { params: { id: ward }, query: {} });
    expect(shown.actions.find((action) => action.action === 'dissolve')).toMatchObject({ allowed: false });
    expect((await end(town)).status).toBe(409);
    const [last] = (await admin.call('GET /api/units', { query: { q: 'TDP1' } })).items;
    expect((await end(last?.id ?? '')).status).toBe(200);
    const gone = await admin.call('GET /api/units/:id', { params: { id: last?.id ?? '' }, query: {} });
    expect(gone.dissolvedOn).toBe('2026-03-01');
    expect((await admin.call('GET /api/units', { query: { q: 'TDP1' } })).items).toEqual([]);
    expect(
      (await admin.call('GET /api/units', { query: { q: 'TDP1', day: '2026-02-28' } })).items,
    ).toHaveLength(1);
  });

  it('declares terms one after the other', async () => {
    const admin = await kheo.as('quantri');
    const declare = (name: string, beginsOn: string) =>
      admin.try('POST /api/units/:id/terms', {
        params: { id: town },
        body: { name, beginsOn, endsOn: null },
      });
    expect((await declare('2015-2020', '2015-07-01')).status).toBe(200);
    expect((await declare('2020-2025', '2020-07-01')).status).toBe(200);
    expect((await declare('trùng', '2018-01-01')).status).toBe(422);
    const unit = await admin.call('GET /api/units/:id', { params: { id: town }, query: {} });
    expect(unit.terms.map((term) => [term.name, term.endsOn])).toEqual([
      ['2020-2025', null],
      ['2015-2020', '2020-06-30'],
    ]);
  });

  it('lets changes of one unit come one after the other', async () => {
    const admin = await kheo.as('quantri');
    const rename = (name: string) =>
      admin.try('POST /api/units/:id/changes', {
        params: { id: commune },
        body: {
          from: '2026-03-02',
          name,
          shortName: 'Hải Dương',
          code: 'HD',
          parentId: town,
          reason: 'Đổi tên',
        },
      });
    const both = await Promise.all([rename('Tên thứ nhất'), rename('Tên thứ hai')]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    const unit = await admin.call('GET /api/units/:id', { params: { id: commune }, query: {} });
    expect(unit.versions).toHaveLength(2);
    expect(unit.history.filter((entry) => entry.action === 'change')).toHaveLength(2);
  });

  it('is closed to who only reads it', async () => {
    const officer = await kheo.as('canbo');
    expect((await officer.try('POST /api/units', { body: village(ward, 'TDP9') })).status).toBe(403);
    const unit = await officer.call('GET /api/units/:id', { params: { id: ward }, query: {} });
    expect(unit.actions).toEqual([]);
    expect(unit.grants.map((grant) => grant.accountName).sort()).toEqual(['canbo', 'quantriphuong']);
    const above = await officer.call('GET /api/units/:id', { params: { id: town }, query: {} });
    expect(above.grants).toEqual([]);
  });
});
