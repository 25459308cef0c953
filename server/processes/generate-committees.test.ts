import type { Actor, CallArguments } from '#server/platform/http/actor.ts';
import { type Kheo, startKheo } from '#server/testing/kheo.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

let kheo: Kheo;
const ids = new Map<string, string>();
const id = (name: string): string => ids.get(name) ?? '';

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const unit = async (name: string, kind: UnitKind, parent: string | null): Promise<void> => {
    ids.set(name, await kheo.given.unit({ name, kind, parentId: parent === null ? null : id(parent) }));
  };
  await unit('Việt Nam', 'nation', null);
  await unit('Tỉnh An', 'province', 'Việt Nam');
  await unit('Xã Một', 'commune', 'Tỉnh An');
  await unit('Phường Hai', 'commune', 'Tỉnh An');
  await unit('Tỉnh Bình', 'province', 'Việt Nam');
  await unit('Tỉnh ủy An', 'province_committee', null);
  await unit('Đảng bộ phường Hai', 'commune_committee', 'Tỉnh ủy An');
  await unit('Nơi khác', 'province_committee', null);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: id('Tỉnh ủy An') });
  await kheo.given.account({ username: 'canbo', role: 'unit_officer', unitId: id('Tỉnh ủy An') });
});
afterAll(() => kheo.stop());

type Body = CallArguments<'POST /api/units/generation'>['body'];

/** The code of the problem with which the act is refused. */
async function refusal(actor: Actor, args: { body: Body }): Promise<unknown> {
  const answer = await actor.try('POST /api/units/generation', args);
  const body: object = answer.body;
  return 'code' in body ? body.code : null;
}

const asked = () => ({
  withinId: id('Tỉnh An'),
  underId: id('Tỉnh ủy An'),
  on: '2025-07-01',
});

test('the preview names what is missing and what stands, and writes nothing', async () => {
  const admin = await kheo.as('quantri');
  const preview = await admin.call('GET /api/units/generation', {
    query: { ...asked(), front: 'true', steering_committee: 'true' },
  });
  expect(preview.units.map((unit) => [unit.name, unit.parentName])).toEqual([
    ['Ủy ban MTTQ Việt Nam tỉnh An', 'Tỉnh ủy An'],
    ['Đảng bộ xã Một', 'Tỉnh ủy An'],
    ['Ủy ban MTTQ Việt Nam xã Một', 'Đảng bộ xã Một'],
    ['Ủy ban MTTQ Việt Nam phường Hai', 'Đảng bộ phường Hai'],
  ]);
  expect(preview.existing.map((unit) => [unit.name, unit.areaName])).toEqual([
    ['Tỉnh ủy An', 'Tỉnh An'],
    ['Đảng bộ phường Hai', 'Phường Hai'],
  ]);
  expect(preview.steeringCount).toBe(3);
  const { items } = await admin.call('GET /api/units', { query: { kind: 'front' } });
  expect(items).toEqual([]);
});

test('somebody who does not manage the committee is refused, a stranger to it sees nothing', async () => {
  const officer = await kheo.as('canbo');
  expect(await refusal(officer, { body: { ...asked(), reason: 'Thành lập' } })).toBe('forbidden');
  const admin = await kheo.as('quantri');
  expect(await refusal(admin, { body: { ...asked(), underId: id('Nơi khác'), reason: 'Thành lập' } })).toBe(
    'not_found',
  );
});

test('bodies are generated over places only, under bodies only', async () => {
  const admin = await kheo.as('quantri');
  const body = { ...asked(), reason: 'Thành lập' };
  expect(await refusal(admin, { body: { ...body, withinId: id('Tỉnh ủy An') } })).toBe('invalid_input');
});

test('one act founds all of them, each in its place, and can be found again nowhere', async () => {
  const admin = await kheo.as('quantri');
  const body = { ...asked(), front: true, government: true, reason: 'Thành lập theo địa bàn mới' };
  const done = await admin.call('POST /api/units/generation', { body });
  expect(done).toMatchObject({ founded: 7, steeringCommittees: 0 });
  const { items } = await admin.call('GET /api/units', { query: { within: id('Tỉnh ủy An') } });
  expect(items.map((unit) => [unit.depth, unit.name])).toEqual([
    [0, 'Tỉnh ủy An'],
    [1, 'Đảng bộ phường Hai'],
    [2, 'Ủy ban MTTQ Việt Nam phường Hai'],
    [2, 'Ủy ban nhân dân phường Hai'],
    [1, 'Ủy ban MTTQ Việt Nam tỉnh An'],
    [1, 'Ủy ban nhân dân tỉnh An'],
    [1, 'Đảng bộ xã Một'],
    [2, 'Ủy ban MTTQ Việt Nam xã Một'],
    [2, 'Ủy ban nhân dân xã Một'],
  ]);
  expect(await refusal(admin, { body })).toBe('action_blocked');
});

test('Fronts stand below the Front of the province in their own tree', async () => {
  const rows = await kheo.connection.db
    .selectFrom('unit_membership')
    .innerJoin('unit_version as own', 'own.unit_id', 'unit_membership.unit_id')
    .leftJoin('unit_version as above', 'above.unit_id', 'unit_membership.parent_id')
    .select(['own.name', 'above.name as above'])
    .where('tree', '=', 'front')
    .orderBy('own.position')
    .execute();
  expect(rows).toContainEqual({ name: 'Ủy ban MTTQ Việt Nam tỉnh An', above: null });
  expect(rows).toContainEqual({ name: 'Ủy ban MTTQ Việt Nam xã Một', above: 'Ủy ban MTTQ Việt Nam tỉnh An' });
  expect(rows).toHaveLength(3);
});

test('what is missing later is added: steering committees, each with its founding', async () => {
  const admin = await kheo.as('quantri');
  const body = { ...asked(), steering_committee: true, reason: 'Kiện toàn Ban Chỉ đạo' };
  expect(await admin.call('POST /api/units/generation', { body })).toMatchObject({
    founded: 0,
    steeringCommittees: 3,
  });
  const bodies = await kheo.connection.db.selectFrom('body').select(['kind', 'name']).execute();
  expect(bodies).toHaveLength(3);
  expect(await refusal(admin, { body })).toBe('action_blocked');
});

test('the act can be taken back as a whole while nothing stands on it', async () => {
  const admin = await kheo.as('quantri');
  const part = { withinId: id('Tỉnh Bình'), underId: id('Tỉnh ủy An'), on: '2025-07-01' };
  const done = await admin.call('POST /api/units/generation', {
    body: { ...part, government: true, reason: 'Nhầm địa bàn' },
  });
  expect(done.founded).toBe(2);
  await admin.call('POST /api/reorganisations/:id/undoing', {
    params: { id: done.id },
    body: { reason: 'Chọn nhầm tỉnh' },
  });
  const { items } = await admin.call('GET /api/units', { query: { kind: 'government_body' } });
  expect(items.map((unit) => unit.name)).not.toContain('Ủy ban nhân dân tỉnh Bình');
});
