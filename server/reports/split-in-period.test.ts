import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sentInPeriod, type SentInPeriod } from '#server/testing/sent-in-period.ts';

const paper = { documentText: 'Nghị quyết số 2', reason: 'Sắp xếp lại' };

/** A ward with a hamlet sends on 4 December and is split on 20 December: a new ward takes the hamlet, another a part. */
describe('a unit that is split after it has sent its report', () => {
  let scene: SentInPeriod;
  const practices = new Map<string, string>();
  let east: string;
  beforeAll(async () => {
    scene = await sentInPeriod('2023-12-04');
    const { town, kheo } = scene;
    for (const name of ['to the east', 'to the neighbour', 'to nobody'])
      practices.set(name, await scene.practice(town.xuan, '2023-11-20'));
    await scene.practice(town.hamlet, '2023-11-20');
    await scene.practice(town.chu, '2023-11-20');
    await scene.send('xuan', town.xuan);
    kheo.clock.set('2023-12-20');
    const admin = await scene.administrator();
    await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'split',
        on: '2023-12-20',
        unitId: town.xuan,
        into: [
          {
            found: {
              parentId: town.town,
              name: 'Đảng bộ phường Đông Xuân',
              shortName: 'Đông Xuân',
              kind: 'commune_committee',
              code: 'PDX',
            },
          },
          { unitId: town.chu },
        ],
        rule: 'hand',
        children: [{ unitId: town.hamlet, to: 0 }],
        shares: [],
        practices: [
          { practiceId: practices.get('to the east') ?? '', to: 0 },
          { practiceId: practices.get('to the neighbour') ?? '', to: 1 },
        ],
        ...paper,
        moveGrants: false,
      },
    });
    east = await scene.unitWithCode('PDX');
    await kheo.given.account({ username: 'dong', role: 'unit_officer', unitId: east });
    await kheo.given.account({ username: 'tren', role: 'unit_officer', unitId: town.town });
  });
  afterAll(() => scene.kheo.stop());

  it('stays counted, and each heir counts only what came since, also of what it was given', async () => {
    const { town, kheo } = scene;
    expect(await scene.total()).toEqual(['4', '400']);
    await scene.practice(town.hamlet, '2023-12-22');
    await scene.gift(practices.get('to the east') ?? '', '2023-12-23');
    kheo.clock.set('2023-12-28');
    const reports = [await scene.send('dong', east), await scene.send('chu', town.chu)];
    const [ofEast, ofChu] = [
      await scene.read('dong', reports[0] ?? ''),
      await scene.read('chu', reports[1] ?? ''),
    ];
    expect([ofEast.counted, ofChu.counted]).toEqual([
      ['1', '200'],
      ['1', '100'],
    ]);
    expect([ofEast.sentBefore, ofChu.sentBefore]).toEqual([
      [[town.xuan, '2023-12-04']],
      [[town.xuan, '2023-12-04']],
    ]);
    expect(await scene.total()).toEqual(['6', '700']);
  });

  it('opens, from the figure of an heir, exactly the practices that it counts', async () => {
    const id = await scene.reportOf(scene.town.chu);
    const officer = await scene.signedIn('chu');
    const { items } = await officer.call('GET /api/practices', {
      query: { unitId: scene.town.chu, reportId: id, indicator: 'registered' },
    });
    expect(items.map((one) => one.unit.id)).toEqual([scene.town.chu]);
    expect(items.map((one) => one.id)).not.toContain(practices.get('to the neighbour'));
  });

  it('is shown at the heirs as a difference once it is returned', async () => {
    const officer = await scene.signedIn('thuongtruc');
    const id = await scene.reportOf(scene.town.xuan);
    await officer.call('POST /api/reports/:id/return', { params: { id }, body: { reason: 'Chưa rõ' } });
    scene.kheo.clock.pass(1);
    expect((await scene.read('dong', await scene.reportOf(east))).now).toEqual(['3', '400']);
    expect((await scene.read('chu', await scene.reportOf(scene.town.chu))).now).toEqual(['2', '200']);
  });
});

describe('a hamlet that goes to another ward after its own has sent', () => {
  let scene: SentInPeriod;
  beforeAll(async () => {
    scene = await sentInPeriod('2023-12-04');
    const { town, kheo } = scene;
    await scene.practice(town.xuan, '2023-11-20');
    await scene.practice(town.hamlet, '2023-11-20');
    await scene.practice(town.chu, '2023-11-20');
    await scene.send('xuan', town.xuan);
    kheo.clock.set('2023-12-20');
    await (
      await scene.administrator()
    ).call('POST /api/units/:id/changes', {
      params: { id: town.hamlet },
      body: {
        from: '2023-12-20',
        name: 'Tổ dân phố Thanh Lương',
        shortName: 'Thanh Lương',
        code: 'TL',
        parentId: town.chu,
        ...paper,
      },
    });
    kheo.clock.set('2023-12-28');
  });
  afterAll(() => scene.kheo.stop());

  it('is not counted again by the ward that has it now', async () => {
    const id = await scene.send('chu', scene.town.chu);
    const report = await scene.read('chu', id);
    expect(report.counted).toEqual(['1', '100']);
    expect(report.sentBefore).toEqual([[scene.town.xuan, '2023-12-04']]);
    expect(await scene.total()).toEqual(['3', '300']);
  });

  it('is the new ward’s to count once the old one has taken over that it is gone', async () => {
    const { town } = scene;
    const officer = await scene.signedIn('xuan');
    const id = await scene.reportOf(town.xuan);
    expect((await scene.read('xuan', id)).now).toEqual(['1', '100']);
    await officer.call('POST /api/reports/:id/recounts', { params: { id }, body: { why: 'Đã chuyển đi' } });
    scene.kheo.clock.pass(1);
    const ofChu = await scene.reportOf(town.chu);
    expect((await scene.read('chu', ofChu)).now).toEqual(['2', '200']);
    const other = await scene.signedIn('chu');
    await other.call('POST /api/reports/:id/recounts', { params: { id: ofChu }, body: { why: 'Mới nhận' } });
    expect(await scene.total()).toEqual(['3', '300']);
  });
});

it('a merger of before the period that is told after the ward gone with it has sent', async () => {
  const scene = await sentInPeriod('2023-12-04');
  const { town, kheo } = scene;
  await scene.practice(town.xuan, '2023-11-20');
  await scene.practice(town.chu, '2023-11-20');
  await scene.send('chu', town.chu);
  const admin = await scene.administrator();
  const merger = { kind: 'merge' as const, fromUnitIds: [town.chu], into: { unitId: town.xuan } };
  await admin.call('POST /api/reorganisations', {
    body: { ...merger, on: '2022-12-20', ...paper, moveGrants: false },
  });
  kheo.clock.pass(1);
  const report = await scene.read('xuan', await scene.send('xuan', town.xuan));
  expect(report.counted).toEqual(['1', '100']);
  expect(report.sentBefore).toEqual([[town.chu, '2023-12-04']]);
  await kheo.stop();
});
