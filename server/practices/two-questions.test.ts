import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor } from '#server/platform/http/actor.ts';
import { readTable } from '#server/excel/read-table.ts';
import { testPassword } from '#server/testing/kheo.ts';
import { registration, startTown, submitted, type Town } from './town.testing.ts';

const before = '2026-03-10';
const actDay = '2026-03-12';

let town: Town;
let admin: Actor;
const ids: Record<string, string> = {};
const id = (key: string): string => ids[key] ?? '';

/** Two wards with a practice each; on 12 March one merges with the other, and the other's neighbour is split by hand. */
beforeAll(async () => {
  town = await startTown();
  const { given } = town.kheo;
  await given.account({ username: 'quantri', role: 'administrator', unitId: town.units.town });
  ids['split'] = await given.unit({
    name: 'Phường Hương Chữ',
    kind: 'commune_committee',
    parentId: town.units.town,
  });
  await given.account({ username: 'huongchu', role: 'unit_officer', unitId: id('split') });
  ids['kept'] = await submitted(town, { name: 'Ánh sáng đường quê' });
  const chu = await town.kheo.as('huongchu');
  for (const [key, name] of [
    ['handed', 'Tổ vay vốn giúp nhau'],
    ['open', 'Đoạn đường hoa'],
  ] as const)
    ids[key] = await submittedBy(chu, name);
  await town.goTo(actDay);
  admin = await town.kheo.as('quantri');
  const paper = { reason: 'Theo nghị quyết', documentText: 'Nghị quyết 1675' };
  const merged = await admin.call('POST /api/reorganisations', {
    body: {
      kind: 'merge',
      on: actDay,
      ...paper,
      fromUnitIds: [town.units.huongXuan, town.units.huongVan],
      into: { found: found('Phường Kim Trà', 'kt') },
      moveGrants: true,
    },
  });
  ids['merged'] = merged.unitIds[0] ?? '';
  const split = await admin.call('POST /api/reorganisations', {
    body: {
      kind: 'split',
      on: actDay,
      ...paper,
      unitId: id('split'),
      into: [{ found: found('Phường Chữ Đông', 'cd') }, { found: found('Phường Chữ Tây', 'ct') }],
      rule: 'hand',
      children: [],
      practices: [{ practiceId: id('handed'), to: 0 }],
      moveGrants: true,
    },
  });
  [ids['east'], ids['west']] = [split.unitIds[0] ?? '', split.unitIds[1] ?? ''];
  await town.goTo('2026-03-20');
}, 60_000);
afterAll(() => town.kheo.stop());

function found(name: string, code: string) {
  return { name, shortName: name, kind: 'commune_committee' as const, code, parentId: town.units.town };
}

async function submittedBy(officer: Actor, name: string): Promise<string> {
  const { id: practiceId } = await officer.call('POST /api/practices', {
    body: {
      campaignId: town.campaignId,
      unitId: id('split'),
      origin: 'new',
      sourcePracticeId: null,
      registration: registration({ name }),
    },
  });
  await officer.call('POST /api/practices/:id/submission', { params: { id: practiceId } });
  return practiceId;
}

const list = async (query: Record<string, unknown>, actor?: Actor) => {
  const { items } = await (actor ?? town.agency).call('GET /api/practices', { query });
  return items
    .map((one) => [
      one.name,
      one.state,
      one.unit.name,
      one.unitNow && [one.unitNow.unit.name, one.unitNow.apportioned],
    ])
    .toSorted((a, b) => String(a[0]).localeCompare(String(b[0]), 'vi'));
};

describe('the list of practices', () => {
  it('puts the past under today’s units, names what it became, and what a split left open', async () => {
    expect(await list({})).toEqual([
      ['Ánh sáng đường quê', 'submitted', 'Phường Hương Xuân', ['Phường Kim Trà', true]],
      ['Đoạn đường hoa', 'submitted', 'Phường Hương Chữ', ['Thị ủy Hương Trà', false]],
      ['Tổ vay vốn giúp nhau', 'submitted', 'Phường Chữ Đông', null],
    ]);
    expect((await list({ unitId: id('merged') })).map(([name]) => name)).toEqual(['Ánh sáng đường quê']);
    expect((await list({ unitId: id('east') })).map(([name]) => name)).toEqual(['Tổ vay vốn giúp nhau']);
    expect(await list({ unitId: id('west') })).toEqual([]);
    expect((await list({ unitId: id('split') })).map(([name]) => name)).toEqual(['Đoạn đường hoa']);
  });

  it('shows a day gone by with its units, its keepers and its states', async () => {
    const appraised = id('kept');
    await town.agency.call('POST /api/practices/decisions', {
      body: { action: 'take_up', practiceIds: [appraised], reason: '' },
    });
    expect((await list({ state: 'appraising' })).map(([name]) => name)).toEqual(['Ánh sáng đường quê']);
    expect(await list({ day: before })).toEqual([
      ['Ánh sáng đường quê', 'submitted', 'Phường Hương Xuân', ['Phường Kim Trà', true]],
      ['Đoạn đường hoa', 'submitted', 'Phường Hương Chữ', ['Thị ủy Hương Trà', false]],
      ['Tổ vay vốn giúp nhau', 'submitted', 'Phường Hương Chữ', ['Thị ủy Hương Trà', false]],
    ]);
    expect(await list({ day: before, state: 'appraising' })).toEqual([]);
    expect((await list({ day: before, unitId: id('split') })).map(([name]) => name)).toEqual([
      'Đoạn đường hoa',
      'Tổ vay vốn giúp nhau',
    ]);
    expect(await list({ day: before, unitId: id('merged') })).toEqual([]);
    expect(await list({ day: '2026-03-01' })).toEqual([]);
  });

  it('lets today’s readers see, on any day, what they may read today', async () => {
    const merged = town.officer;
    const east = await new Actor(town.kheo.app).signIn('huongchu', testPassword);
    expect((await list({ day: before }, merged)).map(([name]) => name)).toEqual(['Ánh sáng đường quê']);
    expect((await list({}, east)).map(([name]) => name)).toEqual(['Tổ vay vốn giúp nhau']);
    // The ward that was split stands above its successors now, and so does what it kept on that day.
    expect(await list({ day: before }, east)).toEqual([]);
  });

  it('offers no act on a day gone by, and refuses a day that has not come', async () => {
    const { items, day } = await town.agency.call('GET /api/practices', { query: { day: before } });
    expect(day).toBe(before);
    expect(items.flatMap((one) => one.allowed)).toEqual([]);
    const refused = await town.agency.try('GET /api/practices', { query: { day: '2026-03-21' } });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('Ngày xem phải từ hôm nay (20/03/2026) trở về trước');
  });

  it('exports the day that it shows', async () => {
    const file = await town.agency.try('GET /api/practices.xlsx', { query: { day: before } });
    const text = JSON.stringify(await readTable(file.raw, { kind: 'xlsx', name: 'mo-hinh.xlsx' }));
    expect(text).toContain('Phường Hương Chữ');
    expect(text).not.toContain('Phường Chữ Đông');
  });
});

describe('search', () => {
  it('finds a ward by its old name and says what it became; on a day, as it was', async () => {
    const search = (query: { q: string; day?: string }) => town.agency.call('GET /api/search', { query });
    const units = async (query: { q: string; day?: string }) =>
      (await search(query)).groups
        .find((group) => group.kind === 'units')
        ?.items.map((one) => [one.title, one.detail]);
    expect(await units({ q: 'huong xuan' })).toEqual([
      ['Phường Hương Xuân', 'Đảng bộ xã, phường, thị trấn · Thị ủy Hương Trà · nay thuộc Phường Kim Trà'],
    ]);
    expect(await units({ q: 'kim tra', day: before })).toBeUndefined();
    expect((await search({ q: 'to vay von', day: before })).groups[0]?.items[0]?.detail).toContain(
      'Phường Hương Chữ',
    );
  });
});

describe('the campaign', () => {
  const matrix = async (day?: string) =>
    town.agency.call('GET /api/campaigns/:id/matrix', {
      params: { id: town.campaignId },
      query: day === undefined ? {} : { day },
    });
  const registered = (rows: Awaited<ReturnType<typeof matrix>>['rows']) =>
    Object.fromEntries(
      rows.filter((row) => row.registered > 0).map((row) => [row.unit.name, row.registered]),
    );

  it('counts today’s units, keeping a line for what a split left open', async () => {
    const { rows } = await matrix();
    expect(registered(rows)).toEqual({
      'Phường Kim Trà': 1,
      'Phường Chữ Đông': 1,
      'Phường Hương Chữ': 1,
    });
    expect(rows.filter((row) => row.unapportioned).map((row) => row.unit.name)).toEqual(['Phường Hương Chữ']);
  });

  it('counts the units of a day gone by, and adds up to the same', async () => {
    const { rows, asOf } = await matrix(before);
    expect(asOf).toBe(before);
    expect(registered(rows)).toEqual({ 'Phường Hương Xuân': 1, 'Phường Hương Chữ': 2 });
    const funnel = async (day?: string) =>
      (
        await town.agency.call('GET /api/campaigns/:id/overview', {
          params: { id: town.campaignId },
          query: day === undefined ? {} : { day },
        })
      ).funnel.find((one) => one.stage === 'registered');
    expect(await funnel(before)).toMatchObject({ value: 3, asOf: before });
    expect((await funnel())?.value).toBe(3);
    expect((await funnel('2026-03-01'))?.value).toBe(0);
    expect((await funnel(before))?.link).toContain(`ngay=${before}`);
  });
});
