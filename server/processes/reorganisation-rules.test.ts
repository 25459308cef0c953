import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { placesAgree, placesOf } from '#server/testing/places-agree.ts';
import { placePractice } from '#server/testing/town.ts';

let kheo: Kheo;
const id: Record<string, string> = {};
const unit = (key: string): string => id[key] ?? '';
const paper = { reason: 'Theo nghị quyết', documentText: 'Nghị quyết 1675/NQ-UBTVQH15' };

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const found = async (
    key: string,
    kind: 'province_committee' | 'district_committee' | 'commune_committee',
    parent?: string,
  ) => {
    const parentId = parent === undefined ? null : unit(parent);
    id[key] = await kheo.given.unit({ name: `Đảng ủy ${key}`, kind, code: key, parentId });
  };
  await found('tinh', 'province_committee');
  for (const district of ['h1', 'h2']) await found(district, 'district_committee', 'tinh');
  for (const commune of ['a', 'b', 'c', 'd', 'e'])
    await found(commune, 'commune_committee', commune < 'd' ? 'h1' : 'h2');
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: unit('tinh') });
  await kheo.given.account({
    username: 'rieng',
    role: 'administrator',
    unitId: unit('tinh'),
    subtree: false,
  });
});
afterAll(() => kheo.stop());

const merge = (from: string[], into: string, on: string) => ({
  body: {
    kind: 'merge' as const,
    on,
    ...paper,
    fromUnitIds: from.map(unit),
    into: { unitId: unit(into) },
    moveGrants: false,
  },
});

async function undo(actId: string) {
  const admin = await kheo.as('quantri');
  return admin.try('POST /api/reorganisations/:id/undoing', {
    params: { id: actId },
    body: { reason: 'Ghi nhầm' },
  });
}

async function newestAct(): Promise<string> {
  const rows = await kheo.connection.db
    .selectFrom('reorganisation')
    .select('id')
    .orderBy('seq', 'desc')
    .limit(1)
    .execute();
  return rows[0]?.id ?? '';
}

const foundUnder = async (parentId: string, code: string) => {
  const admin = await kheo.as('quantri');
  const place = {
    parentId,
    name: `Đảng ủy ${code}`,
    shortName: code,
    kind: 'commune_committee' as const,
    code,
  };
  return admin.call('POST /api/units', { body: { ...place, foundedOn: '2025-03-01', ...paper } });
};

describe('an act', () => {
  it('of a split gives away only what the divided unit holds', async () => {
    const { db } = kheo.connection;
    const campaignId = newId();
    await db
      .insertInto('campaign')
      .values({
        id: campaignId,
        owner_unit_id: unit('tinh'),
        year: 2024,
        title: 'Đợt 2024',
        state: 'closed',
        plan: '{}',
        created_at: '2024-01-01T00:00:00Z',
      })
      .execute();
    const ofOthers = await placePractice(kheo, { campaignId, unitId: unit('e'), state: 'recognised' });
    const admin = await kheo.as('quantri');
    const answer = await admin.try('POST /api/reorganisations', {
      body: {
        kind: 'split',
        on: '2025-07-01',
        ...paper,
        unitId: unit('a'),
        into: [{ unitId: unit('b') }, { unitId: unit('c') }],
        rule: 'hand',
        children: [],
        practices: [{ practiceId: ofOthers, to: 0 }],
        moveGrants: false,
      },
    });
    expect(answer.status).toBe(422);
    expect(JSON.stringify(answer.body)).toContain('không thuộc đơn vị bị chia');
    const kept = await db
      .selectFrom('practice')
      .select('unit_id')
      .where('id', '=', ofOthers)
      .executeTakeFirstOrThrow();
    expect(kept.unit_id).toBe(unit('e'));
  });

  it('that ends units below needs a grant that reaches them', async () => {
    const alone = await kheo.as('rieng');
    const answer = await alone.try('POST /api/reorganisations', {
      body: {
        kind: 'remove_level',
        on: '2025-07-01',
        ...paper,
        withinId: unit('tinh'),
        unitKind: 'district_committee',
      },
    });
    expect(answer.status).toBe(403);
  });

  it('may end a unit on the very day on which another moved it, and is taken back to just that', async () => {
    const admin = await kheo.as('quantri');
    await admin.call('POST /api/units/:id/changes', {
      params: { id: unit('a') },
      body: {
        from: '2025-07-01',
        name: 'Đảng ủy a',
        shortName: 'a',
        code: 'a',
        parentId: unit('h2'),
        ...paper,
      },
    });
    const before = await placesOf(kheo.connection.db);
    const { id: actId } = await admin.call('POST /api/reorganisations', merge(['a'], 'd', '2025-07-01'));
    const merged = await loadTree(kheo.connection.db, '2025-07-01');
    expect(merged.holder(unit('a'))).toEqual({ unitId: unit('d'), apportioned: true });
    await placesAgree(kheo.connection.db);
    expect((await undo(actId)).status).toBe(200);
    expect((await loadTree(kheo.connection.db, '2025-07-01')).find(unit('a'))?.parentId).toBe(unit('h2'));
    await placesAgree(kheo.connection.db);
    expect(await placesOf(kheo.connection.db)).toHaveLength(before.length);
  });

  it('cannot end a unit before the day on which another came to it', async () => {
    const admin = await kheo.as('quantri');
    const { id: actId } = await admin.call('POST /api/reorganisations', merge(['b'], 'c', '2025-08-01'));
    const answer = await admin.try('POST /api/reorganisations', merge(['c'], 'd', '2025-07-15'));
    expect(JSON.stringify(answer.body)).toContain('nhận đơn vị khác từ ngày 01/08/2025');
    expect((await undo(actId)).status).toBe(200);
  });

  it('is not taken back once a unit stands below what it founded', async () => {
    const { id: upper } = await foundUnder(unit('h2'), 'moi-1');
    const actId = await newestAct();
    await foundUnder(upper, 'moi-2');
    const answer = await undo(actId);
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).toContain('“Đảng ủy moi-2” trực thuộc đơn vị mới');
  });

  it('that came with the list of the country is not taken back by itself', async () => {
    const actId = newId();
    await kheo.connection.db
      .insertInto('reorganisation')
      .values({
        id: actId,
        kind: 'change',
        on_day: '2025-07-01',
        asked: '{"reference": true}',
        at: '2025-07-01T00:00:00Z',
      })
      .execute();
    await kheo.connection.db
      .insertInto('reorganisation_unit')
      .values({ reorganisation_id: actId, unit_id: unit('e'), part: 'from' })
      .execute();
    const answer = await undo(actId);
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).toContain('danh mục đơn vị hành chính');
  });
});

describe('the other trees', () => {
  it('let no unit come to stand below itself when what led it is merged into it', async () => {
    const admin = await kheo.as('quantri');
    const place = (unitId: string, parentId: string | null) =>
      admin.call('POST /api/units/:id/memberships', {
        params: { id: unitId },
        body: { tree: 'front', on: '2020-01-01', parentId },
      });
    await place(unit('e'), null);
    await place(unit('d'), unit('e'));
    await place(unit('c'), unit('d'));
    const front = async (day: string): Promise<(string | null)[]> => {
      const tree = await loadTree(kheo.connection.db, day, 'front');
      return ['c', 'd', 'e'].map((key) => tree.find(unit(key))?.parentId ?? null);
    };
    const before = await front('2025-09-01');
    // `e` led `d`, and `d` led `c`: with `c` in the place of `e`, `d` comes under nobody rather than under its own child.
    const { id: actId } = await admin.call('POST /api/reorganisations', merge(['e'], 'c', '2025-09-01'));
    expect(await front('2025-09-01')).toEqual([unit('d'), null, null]);
    await placesAgree(kheo.connection.db);
    expect((await undo(actId)).status).toBe(200);
    expect(await front('2025-09-01')).toEqual(before);
    await placesAgree(kheo.connection.db);
  });
});
