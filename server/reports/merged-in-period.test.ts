import { afterAll, beforeAll, expect, it } from 'vitest';
import { sentInPeriod, type SentInPeriod } from '#server/testing/sent-in-period.ts';

/** Two wards send their report of the year before it is due on 5 December, and are merged on 20 December. */
let scene: SentInPeriod;
let merged: string;
let ofChu: string;
let reportOfMerged: string;
let reportOfChu: string;
beforeAll(async () => {
  scene = await sentInPeriod('2023-12-04');
  const { town, kheo } = scene;
  await scene.practice(town.xuan, '2023-11-20');
  await scene.practice(town.hamlet, '2023-11-20');
  ofChu = await scene.practice(town.chu, '2023-11-20');
  await scene.send('xuan', town.xuan);
  await scene.send('chu', town.chu);
  kheo.clock.set('2023-12-20');
  const admin = await scene.administrator();
  await admin.call('POST /api/reorganisations', {
    body: {
      kind: 'merge',
      on: '2023-12-20',
      fromUnitIds: [town.xuan, town.chu],
      into: {
        found: {
          parentId: town.town,
          name: 'Đảng bộ phường Hương Trà',
          shortName: 'Hương Trà',
          kind: 'commune_committee',
          code: 'PHT',
        },
      },
      documentText: 'Nghị quyết số 2',
      reason: 'Sáp nhập',
      moveGrants: false,
    },
  });
  merged = await scene.unitWithCode('PHT');
  await kheo.given.account({ username: 'moi', role: 'unit_officer', unitId: merged });
});
afterAll(() => scene.kheo.stop());

it('the heir counts what the units gone into it have not sent, and its report says so', async () => {
  const { town, kheo } = scene;
  expect(await scene.total()).toEqual(['3', '300']);
  // After they sent: one more practice where a ward was, and one more gift to an old one.
  await scene.practice(town.hamlet, '2023-12-22');
  await scene.gift(ofChu, '2023-12-23');
  kheo.clock.set('2023-12-28');
  reportOfMerged = await scene.send('moi', merged);
  const report = await scene.read('moi', reportOfMerged);
  expect(report.counted).toEqual(['1', '200']);
  expect(report.sentBefore).toEqual([
    [town.xuan, '2023-12-04'],
    [town.chu, '2023-12-04'],
  ]);
  expect(await scene.total()).toEqual(['4', '500']);
});

it('a correction of what was sent before changes nothing of that', async () => {
  const { town, kheo } = scene;
  await kheo.given.account({ username: 'tren', role: 'unit_officer', unitId: town.town });
  const officer = await scene.signedIn('tren');
  reportOfChu = await scene.reportOf(town.chu);
  const { version } = await officer.call('GET /api/reports/:id', { params: { id: reportOfChu } });
  await officer.call('POST /api/reports/:id/corrections', {
    params: { id: reportOfChu },
    body: { version, why: 'Đếm lại', stated: { money: '150' }, reasons: { money: 'Một khoản ghi sót' } },
  });
  kheo.clock.pass(1);
  expect((await scene.read('moi', reportOfMerged)).now).toEqual([null, null]);
});

it('and counts all of it where a unit gone into it took its report back', async () => {
  const officer = await scene.signedIn('thuongtruc');
  await officer.call('POST /api/reports/:id/return', {
    params: { id: reportOfChu },
    body: { reason: 'Số tiền chưa khớp' },
  });
  scene.kheo.clock.pass(1);
  const report = await scene.read('moi', reportOfMerged);
  expect(report.now).toEqual(['2', '300']);
  expect(report.sentBefore.map(([unitId]) => unitId)).toEqual([scene.town.xuan]);
});

it('until it is sent again: it counts what it counted, and the heir is shown what it now has twice', async () => {
  const officer = await scene.signedIn('tren');
  await officer.call('POST /api/reports/:id/submission', { params: { id: reportOfChu } });
  scene.kheo.clock.pass(1);
  expect((await scene.read('tren', reportOfChu)).counted).toEqual(['1', '200']);
  expect((await scene.read('moi', reportOfMerged)).now).toEqual([null, '100']);
});
