import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobTable } from '#server/jobs.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { nightlyChoice, recomputeAll } from './totals.store.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-04-03' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2024-01-01' }));
  for (const periodFrom of ['2024-12-01', '2026-02-01', '2026-03-01'])
    await sendReport(
      kheo,
      'xuan',
      await writeReport(kheo, 'xuan', { formId, unitId: town.xuan, periodFrom }),
    );
});
afterAll(() => kheo.stop());

const now = '2026-04-10T19:23:00Z';
const query = (text: string, values: unknown[] = []) => kheo.connection.pool.query(text, values);
const lookedAt = async () => {
  const { rows } = await query('select period_from, agreed from report_recomputation order by period_from');
  await query('truncate report_recomputation');
  return rows.map((row) => [row.period_from, row.agreed]);
};
const total = async (periodFrom: string) =>
  (await kheo.as('thuongtruc')).call('GET /api/report-totals', {
    query: { formId, periodFrom, unitId: town.town },
  });
const told = async (username: string) =>
  (await (await kheo.as(username)).call('GET /api/home', {})).waiting
    .filter((one) => one.tag === 'Số cộng chưa khớp')
    .map((one) => [one.title, one.detail, one.link]);

it('in a night the periods of the last 13 months and those with changed reports are added up again', async () => {
  // A Saturday in Vietnam.
  const recent = nightlyChoice(now);
  await recomputeAll(kheo.connection.db, { cause: 'nightly', now, recent });
  expect(await lookedAt()).toEqual([
    ['2026-02-01', true],
    ['2026-03-01', true],
  ]);
  await query(`update report set updated_at = '2026-04-09T03:00:00Z' where period_from = '2024-12-01'`);
  await recomputeAll(kheo.connection.db, { cause: 'nightly', now, recent });
  expect((await lookedAt()).map(([from]) => from)).toContain('2024-12-01');
});

it('on Sundays all are', () => {
  expect(nightlyChoice('2026-04-11T19:23:00Z')).toBeNull();
  expect(nightlyChoice('2026-04-12T19:23:00Z')).toEqual({
    endingFrom: '2025-03-13',
    changedSince: '2026-04-10T00:00:00+07:00',
  });
});

it('totals that did not agree are put right, and administrators, the form’s office and readers are told', async () => {
  expect((await total('2026-03-01')).putRight).toBeNull();
  expect(await told('quantri')).toEqual([]);
  await query(`update report_total set reports = 99 where unit_id = $1 and period_from = '2026-03-01'`, [
    town.town,
  ]);
  await jobTable(kheo.app).recompute_reports({});
  const after = await total('2026-03-01');
  expect(after.reports).toBe(1);
  expect(after.putRight).toMatchObject({ failed: false });
  expect((await total('2026-02-01')).putRight).toBeNull();
  const title = 'Báo cáo tháng phong trào “Dân vận khéo”, tháng 3 năm 2026';
  const detail =
    'Đêm 03/04/2026 số cộng không khớp với các báo cáo đã gửi, đã cộng lại từ đầu; đối chiếu nếu đã dùng số này.';
  expect(await told('quantri')).toEqual([[title, detail, '/quan-tri/nhat-ky']]);
  expect(await told('thuongtruc')).toEqual([
    [title, detail, `/bao-cao/tong-hop?formId=${formId}&ky=2026-03-01`],
  ]);
  expect(await told('xuan')).toEqual([]);
});

it('a period that cannot be added up keeps no other from it', async () => {
  await query('truncate report_recomputation');
  await query(
    `insert into report (id, form_id, form_revision, unit_id, period_from, period_to, state, counted, stated, figures, contribution,
       due_on, created_at, updated_at)
     select gen_random_uuid(), form_id, form_revision, unit_id_, period_from, period_to, state, counted, stated, figures,
       array_fill(9223372036854775807, array[6]), due_on, created_at, updated_at
     from report, unnest($1::uuid[]) as unit_id_ where period_from = '2026-03-01'`,
    [[town.chu, town.school]],
  );
  await query(`update report_total set reports = 99 where period_from = '2026-02-01'`);
  const done = await recomputeAll(kheo.connection.db, { cause: 'nightly', now, recent: nightlyChoice(now) });
  expect(done.told.map((one) => [one.periodFrom, one.failure !== null])).toEqual([
    ['2026-03-01', true],
    ['2026-02-01', false],
  ]);
  expect((await total('2026-02-01')).reports).toBe(1);
  expect((await total('2026-03-01')).putRight).toMatchObject({ failed: true });
});
