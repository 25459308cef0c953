import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funnelStages } from '#domain/practices/funnel.ts';
import { practiceStates } from '#domain/practices/practice.states.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let id: string;
let inStep: Record<string, string>;

/** Ward Xuân: one practice in every state, two more of its hamlet; ward Chữ: one; the Front: one, without a quota. */
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-07-05' });
  town = await foundTown(kheo);
  id = await openCampaign2023(kheo, town);
  const place = (unitId: string, state: (typeof practiceStates)[number], more = {}) =>
    placePractice(kheo, { campaignId: id, unitId, state, ...more });
  inStep = {};
  for (const state of practiceStates)
    if (state !== 'documented') inStep[state] = await place(town.xuan, state, { field: 'defence_security' });
  inStep['good'] = await place(town.hamlet, 'implementing');
  inStep['stale'] = await place(town.hamlet, 'implementing');
  inStep['chu'] = await place(town.chu, 'submitted');
  inStep['front'] = await place(town.front, 'submitted', { intake: 2 });
  await giveWork();
});
afterAll(() => kheo.stop());

/** Self-checks of the second quarter and evidence: `good` has both in time, `stale` has evidence of long ago. */
async function giveWork(): Promise<void> {
  const { db } = kheo.connection;
  const { id: accountId } = await db
    .selectFrom('account')
    .select('id')
    .where('username', '=', 'xuan')
    .executeTakeFirstOrThrow();
  const file = newId();
  await db
    .insertInto('file')
    .values({
      id: file,
      sha256: 'f'.repeat(64),
      name: 'anh.jpg',
      media_type: 'image/jpeg',
      size: 1,
      uploaded_by: accountId,
      uploaded_at: '2023-06-01T00:00:00Z',
    })
    .execute();
  const answer = (practice: string, status: string, at: string) =>
    db
      .insertInto('self_check')
      .values({
        id: newId(),
        practice_id: inStep[practice] ?? '',
        check_code: 'quy2',
        status,
        result: 'Kết quả',
        account_id: accountId,
        at,
      })
      .execute();
  await answer('good', 'on_track', '2023-06-28T02:00:00Z');
  await answer('stale', 'on_track', '2023-07-03T02:00:00Z');
  await answer('proposed', 'slow', '2023-06-20T02:00:00Z');
  const show = (practice: string, at: string, withdrawn = false) =>
    db
      .insertInto('evidence')
      .values({
        id: newId(),
        subject_type: 'practice',
        subject_id: inStep[practice] ?? '',
        practice_id: inStep[practice] ?? '',
        file_id: file,
        added_by: accountId,
        added_at: at,
        withdrawn_at: withdrawn ? at : null,
      })
      .execute();
  await show('good', '2023-06-01T02:00:00Z');
  await show('stale', '2023-03-01T02:00:00Z');
  await show('stale', '2023-07-01T02:00:00Z', true);
  await show('proposed', '2023-06-20T02:00:00Z');
}

async function overviewAs(username: string, unitId?: string) {
  const actor = await kheo.as(username);
  return actor.call('GET /api/campaigns/:id/overview', { params: { id }, query: unitId ? { unitId } : {} });
}

describe('the overview of a campaign', () => {
  it('counts the funnel as plain SQL written from the definitions does', async () => {
    const { funnel } = await overviewAs('thuongtruc');
    const count = async (where: string): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from practice p where p.campaign_id = ${id}::uuid and (${sql.raw(where)})`.execute(
        kheo.connection.db,
      );
      return rows[0]?.n ?? -1;
    };
    const independent = {
      registered: await count(`state not in ('draft', 'withdrawn')`),
      accepted: await count(
        `state in ('assigned', 'implementing', 'stopped', 'proposed', 'recognised', 'not_recognised')`,
      ),
      implementing: await count(`state in ('implementing', 'proposed', 'recognised', 'not_recognised')`),
      effective: await count(
        `exists (select 1 from self_check s where s.practice_id = p.id and s.status = 'on_track')
         and exists (select 1 from evidence e where e.practice_id = p.id and e.withdrawn_at is null
                     and e.added_at > '2023-04-06')`,
      ),
      proposed: await count(`state in ('proposed', 'recognised', 'not_recognised')`),
      recognised: await count(`state = 'recognised'`),
      proposed_upward: 0,
      recognised_above: 0,
      rewarded: 0,
    };
    expect(independent).toMatchObject({ registered: 14, accepted: 8, implementing: 6, effective: 1 });
    for (const stage of funnelStages)
      expect([stage, funnel.find((one) => one.stage === stage)?.value]).toEqual([stage, independent[stage]]);
  });

  it('counts units once against those expected on the day', async () => {
    const overview = await overviewAs('thuongtruc');
    expect([overview.unitsRegistered.value, overview.unitsExpected.value]).toEqual([2, 4]);
    expect(overview.steps[0]?.remark).toBe('2/4 đơn vị, 3 đơn vị chưa đủ chỉ tiêu');
  });

  it('knows the step it is in and which ones are late', async () => {
    const { steps } = await overviewAs('thuongtruc');
    expect(steps.filter((step) => step.now).map((step) => step.number)).toEqual([4]);
    expect(steps.filter((step) => step.late).map((step) => step.number)).toEqual([1, 2]);
    expect(steps[3]).toMatchObject({ outOf: 4, count: { value: 3 } });
    expect(steps[3]?.remark).toContain('đợt hai 1 mô hình');
  });

  it('adds its fields up to what is registered', async () => {
    const { byField, funnel } = await overviewAs('thuongtruc');
    const sum = byField.reduce((total, field) => total + field.value, 0);
    expect(sum).toBe(funnel.find((one) => one.stage === 'registered')?.value);
    expect(byField.find((field) => field.fieldCode === 'political_system')?.value).toBe(0);
  });

  it('names who is late, and what comes next', async () => {
    const { next } = await overviewAs('thuongtruc');
    expect(next.find((date) => date.due === '2023-03-31')?.text).toContain('Trường THPT Đặng Huy Trứ');
    expect(next.find((date) => date.due === '2023-06-30')).toMatchObject({ late: true });
    expect(next.find((date) => date.due === '2023-07-15' && date.text.includes('đợt 2'))?.late).toBe(false);
    expect(next.findLastIndex((date) => date.late)).toBeLessThan(next.findIndex((date) => !date.late));
  });

  it('shows a unit its own numbers alone, without being asked for a unit', async () => {
    const ward = await overviewAs('chu');
    expect(ward.scope).toBe('Đảng bộ phường Hương Chữ');
    expect(ward.funnel.find((one) => one.stage === 'registered')?.value).toBe(1);
    expect([ward.unitsRegistered.value, ward.unitsExpected.value]).toEqual([1, 1]);
    expect(JSON.stringify(ward)).not.toContain('Hương Xuân');
  });

  it('takes a unit with all below it, and refuses one outside the caller’s scope', async () => {
    const xuan = await overviewAs('thuongtruc', town.xuan);
    expect(xuan.funnel.find((one) => one.stage === 'registered')?.value).toBe(12);
    expect(xuan.steps[0]?.count.link).toContain(`unitId=${town.xuan}`);
    const chu = await kheo.as('chu');
    const refused = await chu.try('GET /api/campaigns/:id/overview', {
      params: { id },
      query: { unitId: town.xuan },
    });
    expect(refused.status).toBe(404);
  });
});

describe('the matrix of a campaign', () => {
  it('has a row for every expected unit, also for those that did nothing, and names them', async () => {
    const officer = await kheo.as('thuongtruc');
    const matrix = await officer.call('GET /api/campaigns/:id/matrix', { params: { id }, query: {} });
    const row = (unitId: string) => matrix.rows.find((one) => one.unit.id === unitId);
    expect(row(town.xuan)).toMatchObject({ registered: 12, least: 5, shortfall: 0 });
    expect(row(town.chu)).toMatchObject({ registered: 1, least: 5, shortfall: 4 });
    expect(row(town.school)?.cells['registered']).toMatchObject({ state: 'missing', text: '0/1' });
    expect(row(town.front)).toMatchObject({ registered: 1, least: 0 });
    expect(row(town.front)?.cells['second_intake']).toMatchObject({ state: 'ok', text: '1' });
    expect(row(town.front)?.cells['mid_year']?.state).toBe('not_applicable');
    expect(row(town.hamlet)).toBeUndefined();
    expect(matrix.missing.map((unit) => unit.id)).toEqual([town.school, town.agency]);
    const total = matrix.rows.reduce((sum, one) => sum + one.registered, 0);
    expect(total).toBe(14);
  });

  it('says of each self-check how many answered and how late the rest is', async () => {
    const officer = await kheo.as('thuongtruc');
    const { rows } = await officer.call('GET /api/campaigns/:id/matrix', { params: { id }, query: {} });
    const cells = rows.find((one) => one.unit.id === town.xuan)?.cells;
    expect(cells?.['check_quy2']).toMatchObject({
      state: 'late',
      text: '3/4',
      words: 'Đã tự kiểm tra 3/4; còn 1 mô hình chưa làm, quá hạn 5 ngày',
    });
    expect(cells?.['check_nua_nam']).toMatchObject({ state: 'not_due' });
    expect(cells?.['assigned']).toMatchObject({ state: 'late' });
    expect(cells?.['mid_year']).toMatchObject({ state: 'waiting' });
  });

  it('keeps to the caller’s own rows', async () => {
    const ward = await kheo.as('chu');
    const { rows } = await ward.call('GET /api/campaigns/:id/matrix', { params: { id }, query: {} });
    expect(rows.map((row) => row.unit.id)).toEqual([town.chu]);
  });

  it('shows an exempted unit with its reason and leaves it out of the denominator', async () => {
    const officer = await kheo.as('thuongtruc');
    await officer.call('PUT /api/campaigns/:id/exemptions/:unitId', {
      params: { id, unitId: town.agency },
      body: { reason: 'Mới thành lập' },
    });
    const { rows, missing } = await officer.call('GET /api/campaigns/:id/matrix', {
      params: { id },
      query: {},
    });
    expect(rows.find((row) => row.unit.id === town.agency)).toMatchObject({
      exemptReason: 'Mới thành lập',
      shortfall: 0,
      cells: { registered: { state: 'not_applicable' } },
    });
    expect(missing.map((unit) => unit.id)).toEqual([town.school]);
    expect((await overviewAs('thuongtruc')).unitsExpected.value).toBe(3);
  });

  it('leaves as a workbook', async () => {
    const officer = await kheo.as('thuongtruc');
    const file = await officer.try('GET /api/campaigns/:id/matrix.xlsx', { params: { id }, query: {} });
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    expect(file.raw.subarray(0, 2).toString()).toBe('PK');
  });
});
