import { afterAll, beforeAll, expect, it } from 'vitest';
import { recomputeAll } from '#server/reports/totals.store.ts';
import type { Actor } from '#server/platform/http/actor.ts';
import { sentInPeriod, type SentInPeriod } from '#server/testing/sent-in-period.ts';

let scene: SentInPeriod;
let admin: Actor;
beforeAll(async () => {
  scene = await sentInPeriod('2023-12-04');
  admin = await scene.administrator();
});
afterAll(() => scene.kheo.stop());

const common = { on: '2023-12-04', documentText: 'Nghị quyết số 2', reason: 'Sắp xếp', moveGrants: false };

function ward(code: string) {
  const name = `Đảng bộ phường ${code}`;
  const kind = 'commune_committee' as const;
  return { found: { parentId: scene.town.town, name, shortName: code, kind, code } };
}

async function undo(id: string): Promise<void> {
  await admin.call('POST /api/reorganisations/:id/undoing', { params: { id }, body: { reason: 'Ghi nhầm' } });
}

const remake = () =>
  recomputeAll(scene.kheo.connection.db, {
    cause: 'reorganisation',
    now: scene.kheo.clock.now().toISOString(),
  });

it('a merger is taken back also when totals of what its units sent stand at the ward that it founded', async () => {
  const { town } = scene;
  await scene.practice(town.chu, '2023-11-20');
  await scene.send('xuan', town.xuan);
  await scene.send('chu', town.chu);
  const { id } = await admin.call('POST /api/reorganisations', {
    body: { ...common, kind: 'merge', fromUnitIds: [town.xuan, town.chu], into: ward('gop') },
  });
  await remake();
  expect(await scene.total()).toEqual(['1', '100']);
  await undo(id);
  await remake();
  expect(await scene.total()).toEqual(['1', '100']);
});

it('a practice that two splits give on one day is with the last; taken back, with the one before', async () => {
  const { town, kheo } = scene;
  const practiceId = await scene.practice(town.xuan, '2023-11-20');
  const keeper = async () => {
    const { rows } = await kheo.connection.pool.query('select unit_id from practice where id = $1', [
      practiceId,
    ]);
    return rows[0].unit_id;
  };
  const split = { ...common, kind: 'split' as const, rule: 'hand' as const, shares: [] };
  const first = await admin.call('POST /api/reorganisations', {
    body: {
      ...split,
      unitId: town.xuan,
      into: [{ unitId: town.chu }, ward('mot')],
      children: [{ unitId: town.hamlet, to: 1 }],
      practices: [{ practiceId, to: 0 }],
    },
  });
  const second = await admin.call('POST /api/reorganisations', {
    body: {
      ...split,
      unitId: town.chu,
      into: [ward('hai'), ward('ba')],
      children: [],
      practices: [{ practiceId, to: 1 }],
    },
  });
  expect(await keeper()).toBe(await scene.unitWithCode('ba'));
  await undo(second.id);
  expect(await keeper()).toBe(town.chu);
  await undo(first.id);
  expect(await keeper()).toBe(town.xuan);
});
