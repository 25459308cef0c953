import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { recomputeAll } from './totals.store.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-04-03' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' }));
  for (const [username, unitId] of [
    ['xuan', town.xuan],
    ['chu', town.chu],
  ] as const)
    await sendReport(
      kheo,
      username,
      await writeReport(kheo, username, { formId, unitId, periodFrom: '2026-03-01' }),
    );
});
afterAll(() => kheo.stop());

const matrix = async (username: string, query: Record<string, string> = {}) =>
  (await kheo.as(username)).call('GET /api/reports/matrix', { query: { formId, ...query } });
const as = (day: string, username: string): Promise<Actor> => {
  kheo.clock.set(day);
  return new Actor(kheo.app).signIn(username, testPassword);
};

describe('the matrix of units and periods', () => {
  it('names every unit that owed a report on the period’s last day, with who did and how late', async () => {
    const seen = await matrix('thuongtruc');
    expect(
      seen.periods.map((period) => [period.words, period.expected, period.received, period.onTime]),
    ).toEqual([
      ['tháng 1 năm 2026', 4, 0, 0],
      ['tháng 2 năm 2026', 4, 0, 0],
      ['tháng 3 năm 2026', 4, 2, 2],
      ['tháng 4 năm 2026', 4, 0, 0],
    ]);
    const xuan = seen.units.find(({ unit }) => unit.id === town.xuan);
    expect(xuan?.cells.map((cell) => [cell?.state, cell?.late])).toEqual([
      ['not_started', true],
      ['not_started', true],
      ['submitted', false],
      ['not_started', false],
    ]);
  });

  it('shows a unit its own line alone', async () => {
    const own = await matrix('xuan');
    expect(own.units.map(({ unit }) => unit.id)).toEqual([town.xuan]);
    expect(own.periods[2]).toMatchObject({ expected: 1, received: 1 });
  });

  it('tells a report without anything in it from the others', async () => {
    const id = await writeReport(kheo, 'truong', {
      formId,
      unitId: town.school,
      periodFrom: '2026-03-01',
      stated: { campaign_days: '0', participants: '0', dialogues: '0' },
    });
    await sendReport(kheo, 'truong', id);
    expect((await matrix('thuongtruc')).periods[2]).toMatchObject({ received: 3, hollow: 1 });
  });

  it('is a report with nothing to say where the unit declares that', async () => {
    const officer = await kheo.as('truong');
    const { id } = await officer.call('POST /api/reports', {
      body: { formId, unitId: town.school, periodFrom: '2026-02-01' },
    });
    await officer.call('PUT /api/reports/:id', {
      params: { id },
      body: { version: 1, nothingToReport: true, stated: {}, reasons: {}, narrative: {} },
    });
    await officer.call('POST /api/reports/:id/submission', { params: { id } });
    expect((await matrix('thuongtruc')).periods[1]).toMatchObject({
      received: 1,
      nothingToReport: 1,
      hollow: 0,
    });
  });
});

describe('units that have not sent', () => {
  const extend = async (unitIds: string[] | null, dueOn: string) =>
    (await kheo.as('thuongtruc')).call('POST /api/report-extensions', {
      body: { formId, periodFrom: '2026-01-01', unitIds, dueOn, reason: 'Bận bầu cử' },
    });
  const ofJanuary = async (unitId: string) =>
    (await matrix('thuongtruc')).units.find(({ unit }) => unit.id === unitId)?.cells[0]?.extendedTo;

  it('get a later day by whom and why, alone or together', async () => {
    expect((await refusal(extend([town.chu], '2026-02-01'))).fields[0]?.path).toBe('dueOn');
    await extend([town.chu], '2026-04-20');
    const owed = await (await kheo.as('chu')).call('GET /api/reports/owed', {});
    expect(owed.items.find((one) => one.period.from === '2026-01-01')).toMatchObject({
      due: '2026-04-20',
      extended: true,
      late: false,
    });
    expect(await ofJanuary(town.chu)).toBe('2026-04-20');
    expect(await ofJanuary(town.xuan)).toBeNull();
  });

  it('get it all or none: one that owes nothing is named, one that nobody knows is counted', async () => {
    const refused = await refusal(extend([town.xuan, town.hamlet, newId(), town.school], '2026-05-01'));
    expect(refused).toMatchObject({
      code: 'report_not_owed',
      fields: [
        {
          path: 'unitIds',
          message: '“Tổ dân phố Thanh Lương” không phải trả lời kỳ này. Không tìm thấy 1 đơn vị',
        },
      ],
    });
    expect(await Promise.all([town.xuan, town.school].map(ofJanuary))).toEqual([null, null]);
  });

  it('get none where the new day is not later for one of them, who is named', async () => {
    const refused = await refusal(extend([town.xuan, town.chu, town.school], '2026-04-20'));
    expect(refused.fields).toEqual([
      { path: 'dueOn', message: 'Phải sau hạn đang có của Đảng bộ phường Hương Chữ (20/04/2026)' },
    ]);
    expect(await Promise.all([town.xuan, town.school].map(ofJanuary))).toEqual([null, null]);
  });

  it('read with the form what was given to them and to all, the level above reads everything', async () => {
    const given = async (who: string) =>
      (await (await kheo.as(who)).call('GET /api/report-forms/:id', { params: { id: formId }, query: {} }))
        .extensions;
    expect(await given('thuongtruc')).toMatchObject([
      {
        period: { words: 'tháng 1 năm 2026' },
        unit: { id: town.chu },
        dueOn: '2026-04-20',
        reason: 'Bận bầu cử',
      },
    ]);
    expect(await given('chu')).toHaveLength(1);
    expect(await given('xuan')).toEqual([]);
  });

  it('are not named to others in the form’s history', async () => {
    const told = async (who: string) => {
      const { history } = await (
        await kheo.as(who)
      ).call('GET /api/report-forms/:id', { params: { id: formId }, query: {} });
      return history.filter((entry) => entry.action === 'extend').map((entry) => entry.details['unitId']);
    };
    expect(await told('thuongtruc')).toEqual([town.chu]);
    expect(await told('chu')).toEqual([town.chu]);
    expect(await told('xuan')).toEqual([]);
  });

  it('get it in one act, each with its own line and its own history', async () => {
    const { ids } = await (
      await kheo.as('thuongtruc')
    ).call('POST /api/report-extensions', {
      body: {
        formId,
        periodFrom: '2026-04-01',
        unitIds: [town.xuan, town.school, town.xuan],
        dueOn: '2026-05-20',
        reason: 'Mưa lũ',
      },
    });
    expect(ids).toHaveLength(2);
    const { units } = await matrix('thuongtruc');
    const extended = units.flatMap(({ unit, cells }) => (cells[3]?.extendedTo ? [unit.id] : []));
    expect(new Set(extended)).toEqual(new Set([town.xuan, town.school]));
    const { history } = await (
      await kheo.as('truong')
    ).call('GET /api/report-forms/:id', { params: { id: formId }, query: {} });
    expect(history.find((entry) => entry.action === 'extend')?.details).toMatchObject({
      unitId: town.school,
      to: '2026-05-20',
    });
  });

  it('are reminded on their home page, at most once a day', async () => {
    const officer = await kheo.as('thuongtruc');
    const remind = () =>
      officer.call('POST /api/report-reminders', { body: { formId, periodFrom: '2026-03-01' } });
    expect(await remind()).toEqual({ reminded: 1 });
    expect(await remind()).toEqual({ reminded: 0 });
    await kheo.given.account({ username: 'coquan', role: 'unit_officer', unitId: town.agency });
    const home = await (await kheo.as('coquan')).call('GET /api/home', {});
    expect(home.waiting.map((one) => one.tag)).toContain('Được nhắc');
    const other = await (await kheo.as('xuan')).call('GET /api/home', {});
    expect(other.waiting.map((one) => one.tag)).not.toContain('Được nhắc');
  });

  it('are told to the level above once they are so many days late, not before', async () => {
    const late = async (day: string) => {
      const home = await (await as(day, 'lanhdao')).call('GET /api/home', {});
      return home.waiting.filter((one) => one.tag === 'Chậm báo cáo').map((one) => one.title);
    };
    const march = (titles: string[]) => titles.filter((title) => title.includes('tháng 3'));
    expect(march(await late('2026-04-10'))).toEqual([]);
    expect(march(await late('2026-04-20'))).toEqual([
      '1 đơn vị chậm quá 5 ngày: Báo cáo tháng phong trào “Dân vận khéo”, tháng 3 năm 2026',
    ]);
    kheo.clock.set('2026-04-03');
  });
});

describe('totals when units are merged afterwards', () => {
  it('stay as the organisation stood, and move to the heir when asked for today', async () => {
    const admin = await as('2026-04-10', 'quantri');
    const merged = await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2026-04-05',
        fromUnitIds: [town.chu],
        into: { unitId: town.xuan },
        documentText: 'Nghị quyết số 1',
        reason: 'Sáp nhập',
        moveGrants: false,
      },
    });
    expect(merged.id).toBeTruthy();
    const officer = await as('2026-04-10', 'thuongtruc');
    const total = (day?: string) =>
      officer.call('GET /api/report-totals', {
        query: { formId, periodFrom: '2026-03-01', unitId: town.town, ...(day ? { day } : {}) },
      });
    const then = await total();
    expect(then.parts.map((part) => [part.unit?.id, part.reports])).toEqual([
      [town.xuan, 1],
      [town.chu, 1],
      [town.school, 1],
      [town.agency, 0],
    ]);
    const now = await total('2026-04-10');
    expect(now.reports).toBe(then.reports);
    expect(now.parts.map((part) => [part.unit?.id, part.reports, part.expected])).toEqual([
      [town.xuan, 2, 2],
      [town.school, 1, 1],
      [town.agency, 0, 1],
    ]);
    expect(now.figures.map((one) => one.value)).toEqual(then.figures.map((one) => one.value));
    const ward = await officer.call('GET /api/report-totals', {
      query: { formId, periodFrom: '2026-03-01', unitId: town.xuan, day: '2026-04-10' },
    });
    expect(ward.parts.map((part) => [part.unit?.id, part.part])).toEqual([
      [town.xuan, 'own'],
      [town.chu, 'own'],
    ]);
    expect(ward.missing).toEqual([]);
  });

  it('are expected in the month in which they still were there, and not in the next', async () => {
    const officer = await as('2026-04-10', 'thuongtruc');
    const seen = await officer.call('GET /api/reports/matrix', { query: { formId } });
    expect(seen.periods.map((period) => period.expected)).toEqual([4, 4, 4, 3]);
    const today = await officer.call('GET /api/reports/matrix', {
      query: { formId, within: town.xuan, day: '2026-04-10' },
    });
    expect(today.periods.map((period) => [period.expected, period.received])).toEqual([
      [2, 0],
      [2, 0],
      [2, 2],
      [1, 0],
    ]);
  });

  it('agree at night with what is counted from nothing; what does not is put right and kept in mind', async () => {
    const { db } = kheo.connection;
    const now = '2026-04-11T02:00:00Z';
    expect(await recomputeAll(db, { cause: 'nightly', now })).toMatchObject({ differing: 0 });
    await db.updateTable('report_total').set({ reports: 99 }).where('unit_id', '=', town.town).execute();
    expect((await recomputeAll(db, { cause: 'nightly', now })).differing).toBeGreaterThan(0);
    const noted = await db
      .selectFrom('report_recomputation')
      .select(['agreed', 'differences'])
      .where('agreed', '=', false)
      .execute();
    expect(JSON.stringify(noted)).toContain(town.town);
    expect(await recomputeAll(db, { cause: 'nightly', now })).toMatchObject({ differing: 0 });
  });
});
