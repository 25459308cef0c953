import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '#server/excel/read-table.ts';
import {
  decide,
  draft,
  implementing,
  registration,
  startTown,
  submitted,
  type Town,
} from './town.testing.ts';

let town: Town;
const ids: Record<string, string> = {};
beforeAll(async () => {
  town = await startTown();
  ids['draft'] = await draft(town, { name: 'Bản đang soạn' });
  ids['submitted'] = await submitted(town, { name: '=HYPERLINK("http://a.b")', fieldCode: 'van_hoa' });
  ids['implementing'] = await implementing(town, { name: 'Ánh sáng đường quê' });
  ids['neighbour'] = (
    await town.neighbour.call('POST /api/practices', {
      body: {
        campaignId: town.campaignId,
        unitId: town.units.huongVan,
        origin: 'new',
        sourcePracticeId: null,
        registration: registration({ name: 'Đường hoa Hương Vân' }),
      },
    })
  ).id;
});
afterAll(() => town.kheo.stop());

const listed = async (query: Record<string, unknown>, actor = town.agency): Promise<string[]> =>
  (await actor.call('GET /api/practices', { query })).items.map((item) => item.id);

describe('the list of practices', () => {
  it('shows each reader the practices of the own area and no other', async () => {
    expect(await listed({})).toHaveLength(4);
    expect((await listed({}, town.officer)).toSorted()).toEqual(
      [ids['draft'], ids['submitted'], ids['implementing']].toSorted(),
    );
    expect(await listed({}, town.neighbour)).toEqual([ids['neighbour']]);
    expect(await listed({ unitId: town.units.huongXuan }, town.neighbour)).toEqual([]);
    const hidden = await town.neighbour.try('GET /api/practices/:id', {
      params: { id: ids['implementing'] ?? '' },
    });
    expect(hidden.status).toBe(404);
  });

  it('filters by state, set of states, funnel, field, unit and words', async () => {
    expect(await listed({ state: 'draft,submitted', unitId: town.units.huongXuan })).toHaveLength(2);
    expect((await listed({ state: 'registered' })).toSorted()).toEqual(
      [ids['submitted'], ids['implementing']].toSorted(),
    );
    expect(await listed({ funnel: 'implementing', campaignId: town.campaignId })).toEqual([
      ids['implementing'],
    ]);
    expect(await listed({ funnel: 'effective', campaignId: town.campaignId })).toEqual([]);
    expect(await listed({ field: 'culture_society' })).toEqual([ids['submitted']]);
    expect(await listed({ field: 'van_hoa', campaignId: town.campaignId })).toEqual([ids['submitted']]);
    expect(await listed({ q: 'anh sang' })).toEqual([ids['implementing']]);
    expect(await listed({ q: 'huong van' })).toEqual([ids['neighbour']]);
    expect((await town.agency.try('GET /api/practices', { query: { state: 'xong' } })).status).toBe(422);
  });

  it('names the work lists: silent, without self-check, without score', async () => {
    expect(await listed({ lacking: 'self_score' })).toEqual([ids['implementing']]);
    expect(await listed({ lacking: 'self_check' })).toEqual([]);
    await town.goTo('2026-07-01');
    expect(await listed({ lacking: 'self_check' })).toEqual([ids['implementing']]);
    expect(await listed({ silentDays: 60 })).toEqual([ids['implementing']]);
    const [row] = (await town.agency.call('GET /api/practices', { query: { silentDays: 60 } })).items;
    await town.goTo('2026-03-02');
    expect(row?.silentDays).toBe(121);
  });

  it('sorts as the organisation stands, or by name in Vietnamese order, page by page', async () => {
    const byName = await town.agency.call('GET /api/practices', { query: { sort: 'name', size: 3 } });
    expect(byName.total).toBe(4);
    expect(byName.items.slice(1).map((item) => item.name)).toEqual(['Ánh sáng đường quê', 'Bản đang soạn']);
    const rest = await town.agency.call('GET /api/practices', { query: { sort: 'name', size: 3, page: 2 } });
    expect(rest.items.map((item) => item.name)).toEqual(['Đường hoa Hương Vân']);
    for (const sort of ['unit', 'state', 'submitted', 'updated', 'field'])
      expect(await listed({ sort, order: 'desc' })).toHaveLength(4);
  });

  it('carries what this reader may do with each row', async () => {
    const allowed = async (actor = town.agency) =>
      Object.fromEntries(
        (await actor.call('GET /api/practices', { query: {} })).items.map((item) => [item.id, item.allowed]),
      );
    expect((await allowed())[ids['submitted'] ?? '']).toEqual(['take_up']);
    expect((await allowed(town.officer))[ids['draft'] ?? '']).toEqual(['edit', 'submit', 'withdraw']);
    expect((await allowed(town.inspector))[ids['submitted'] ?? '']).toEqual([]);
  });

  it('leaves as Excel without telephones and without formulas', async () => {
    const file = await town.agency.try('GET /api/practices.xlsx', { query: { sort: 'name' } });
    expect(file.status).toBe(200);
    const table = await readTable(file.raw, { kind: 'xlsx', name: 'mo-hinh.xlsx' });
    const cells = table.rows.flatMap((row) => row.cells);
    expect(cells.some((cell) => cell.isFormula)).toBe(false);
    const text = cells.map((cell) => cell.text).join('\n');
    expect(text).toContain('=HYPERLINK');
    expect(text).toContain('Đường hoa Hương Vân');
    expect(text).not.toContain('0900');
  });
});

describe('the record', () => {
  it('gives the telephone only to those who work with the practice', async () => {
    const phone = async (actor: typeof town.agency) =>
      (await actor.call('GET /api/practices/:id', { params: { id: ids['submitted'] ?? '' } }))
        .responsiblePhone;
    expect(await phone(town.officer)).toBe('0900 000 000');
    expect(await phone(town.agency)).toBe('0900 000 000');
    expect(await phone(town.inspector)).toBe('');
  });

  it('says what blocks an action, and leaves out what is not the reader’s to do', async () => {
    const id = await submitted(town);
    await decide(town.agency, 'take_up', [id]);
    await decide(town.agency, 'accept', [id]);
    const { actions } = await town.officer.call('GET /api/practices/:id', { params: { id } });
    expect(actions.find((action) => action.action === 'start')).toMatchObject({
      allowed: false,
      reason: 'chưa có thông báo giao nhiệm vụ',
    });
    expect(actions.map((action) => action.action)).not.toContain('accept');
  });
});
