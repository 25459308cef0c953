import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let campaignId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-07-20' });
  town = await foundTown(kheo);
  campaignId = await openCampaign2023(kheo, town);
  const practiceId = await placePractice(kheo, { campaignId, unitId: town.hamlet, state: 'implementing' });
  await placePractice(kheo, { campaignId, unitId: town.chu, state: 'implementing' });
  await contribute(practiceId, 'budget', 5_000_000);
  await contribute(practiceId, 'people', 2_000_000);
  await contribute(practiceId, 'business', 3_000_000);
  await contribute(practiceId, 'people', 9_000_000, true);
});
afterAll(() => kheo.stop());

async function contribute(practiceId: string, source: string, amount: number, cancelled = false) {
  const { db } = kheo.connection;
  const { id } = await db
    .selectFrom('account')
    .select('id')
    .where('username', '=', 'xuan')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('contribution')
    .values({
      id: newId(),
      practice_id: practiceId,
      kind: 'money',
      source,
      amount,
      unit: 'đồng',
      on_date: '2023-06-01',
      account_id: id,
      at: '2023-06-01T02:00:00Z',
      cancelled_at: cancelled ? '2023-06-02T02:00:00Z' : null,
    })
    .execute();
}

const begin = async (username: string, unitId: string, kind: 'mid_year' | 'year_end' = 'mid_year') =>
  (await kheo.as(username)).call('POST /api/unit-reports', { body: { campaignId, unitId, kind } });
const read = async (username: string, id: string) =>
  (await kheo.as(username)).call('GET /api/unit-reports/:id', { params: { id } });
const figure = (report: Awaited<ReturnType<typeof read>>, key: string) =>
  report.figures.find((one) => one.key === key)?.value;

describe('the report of a unit', () => {
  let id: string;

  it('is named as owed before anybody has begun it, and as late once the day is past', async () => {
    const officer = await kheo.as('thuongtruc');
    const { items } = await officer.call('GET /api/unit-reports', { query: { kind: 'mid_year' } });
    expect(items.map((item) => [item.unit.id, item.state, item.late])).toEqual([
      [town.xuan, 'not_started', true],
      [town.chu, 'not_started', true],
      [town.school, 'not_started', true],
      [town.agency, 'not_started', true],
    ]);
    expect(items.every((item) => !item.canWrite)).toBe(true);
    const own = await (await kheo.as('xuan')).call('GET /api/unit-reports', { query: { campaignId } });
    expect(own.items.map((item) => [item.unit.id, item.kind, item.late, item.canWrite])).toEqual([
      [town.xuan, 'mid_year', true, true],
      [town.xuan, 'year_end', false, true],
    ]);
  });

  it('is begun once: whoever comes second finds the first', async () => {
    const [first, second] = await Promise.all([begin('xuan', town.xuan), begin('xuan', town.xuan)]);
    expect(second.id).toBe(first.id);
    ({ id } = first);
    await expect(begin('xuan', town.chu)).rejects.toThrow('404');
    await expect(begin('thuongtruc', town.chu)).rejects.toThrow('403');
  });

  it('counts its figures from the register, the units below included', async () => {
    const report = await read('xuan', id);
    expect(report.frozen).toBe(false);
    expect(figure(report, 'implementing')).toBe(1);
    expect([figure(report, 'budget'), figure(report, 'mobilised')]).toEqual([5_000_000, 5_000_000]);
    expect(report.figures.every((one) => one.scope === 'Đảng bộ phường Hương Xuân')).toBe(true);
  });

  it('cannot be sent without results, and says so on the button', async () => {
    const { actions } = await read('xuan', id);
    expect(actions.map((action) => action.action)).toEqual(['edit', 'submit']);
    expect(actions[1]).toMatchObject({ allowed: false, reason: 'chưa viết kết quả thực hiện' });
    const refused = await (
      await kheo.as('xuan')
    )
      .call('POST /api/unit-reports/:id/submission', { params: { id } })
      .catch(problemOf);
    expect(refused).toMatchObject({ code: 'action_blocked' });
  });

  it('is saved over the version that was read, and refused over a newer one', async () => {
    const ward = await kheo.as('xuan');
    const { version } = await read('xuan', id);
    const body = { version, results: 'Đã làm 1 tuyến đường.', difficulties: '', proposals: '' };
    await ward.call('PUT /api/unit-reports/:id', { params: { id }, body });
    const refused = await ward.call('PUT /api/unit-reports/:id', { params: { id }, body }).catch(problemOf);
    expect(refused).toMatchObject({ code: 'version_conflict' });
  });

  it('freezes its figures when it is sent; what is registered later does not change it', async () => {
    const ward = await kheo.as('xuan');
    await ward.call('POST /api/unit-reports/:id/submission', { params: { id } });
    await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'implementing' });
    const report = await read('thuongtruc', id);
    expect(report).toMatchObject({ state: 'submitted', frozen: true, late: true, canReview: true });
    expect(figure(report, 'implementing')).toBe(1);
    expect((await read('xuan', id)).canReview).toBe(false);
  });

  it('is returned with a reason by the committee, and sent again with figures counted anew', async () => {
    const officer = await kheo.as('thuongtruc');
    await officer.call('POST /api/unit-reports/:id/return', {
      params: { id },
      body: { reason: 'Nêu rõ địa điểm' },
    });
    const returned = await read('xuan', id);
    expect(returned).toMatchObject({ state: 'returned', returnReason: 'Nêu rõ địa điểm', frozen: false });
    kheo.clock.pass(60);
    await (await kheo.as('xuan')).call('POST /api/unit-reports/:id/submission', { params: { id } });
    const again = await read('xuan', id);
    expect(figure(again, 'implementing')).toBe(2);
    expect(again.submittedAt).toBe(returned.submittedAt);
  });

  it('is accepted by one of two who decide at once; the other is told', async () => {
    const [officer, leader] = [await kheo.as('thuongtruc'), await kheo.as('lanhdao')];
    const answers = await Promise.all([
      officer.try('POST /api/unit-reports/:id/acceptance', { params: { id } }),
      leader.try('POST /api/unit-reports/:id/acceptance', { params: { id } }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    expect(loser?.body).toMatchObject({ code: 'state_changed' });
  });

  it('is not reviewed by its own unit, nor read by another', async () => {
    await kheo.given.account({ username: 'bithu', role: 'leader', unitId: town.xuan });
    const own = await (
      await kheo.as('bithu')
    ).try('POST /api/unit-reports/:id/acceptance', { params: { id } });
    expect(own.status).toBe(403);
    const other = await (await kheo.as('chu')).try('GET /api/unit-reports/:id', { params: { id } });
    expect(other.status).toBe(404);
  });

  it('shows last time’s words beside the next one', async () => {
    const next = await begin('xuan', town.xuan, 'year_end');
    const report = await read('xuan', next.id);
    expect(report.previous).toMatchObject({
      title: 'Báo cáo 6 tháng đầu năm 2023',
      results: 'Đã làm 1 tuyến đường.',
    });
  });
});

function problemOf(error: unknown) {
  if (error instanceof Refused) return error.problem;
  throw error;
}
