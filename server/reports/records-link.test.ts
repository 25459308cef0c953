import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerMeasures } from '#domain/reports/register-measures.ts';
import { newId } from '#server/platform/ids.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { readyForm } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let reportId: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2023-06-20' });
  town = await foundTown(kheo);
  const campaignId = await openCampaign2023(kheo, town);
  const { db } = kheo.connection;
  const { id: accountId } = await db.selectFrom('account').select('id').limit(1).executeTakeFirstOrThrow();
  // Below the ward, but it reports itself: what it has is not the ward's.
  const below = await kheo.given.unit({
    name: 'Chi bộ Trường tiểu học',
    kind: 'school_party_organisation',
    parentId: town.xuan,
  });
  await placePractice(kheo, { campaignId, unitId: below, state: 'recognised' });
  const old = await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'implementing' });
  const good = await placePractice(kheo, {
    campaignId,
    unitId: town.hamlet,
    state: 'implementing',
    origin: 'replicated',
    sourceId: old,
  });
  await placePractice(kheo, {
    campaignId,
    unitId: town.xuan,
    state: 'recognised',
    origin: 'continued',
    sourceId: old,
  });
  const fresh = await placePractice(kheo, { campaignId, unitId: town.xuan, state: 'submitted' });
  await db
    .updateTable('practice')
    .set({ submitted_at: '2023-06-10T02:00:00Z' })
    .where('id', '=', fresh)
    .execute();
  for (const [practice_id, at] of [
    [good, '2023-06-05T02:00:00Z'],
    [old, '2023-05-05T02:00:00Z'],
  ] as const)
    await db
      .insertInto('self_check')
      .values({
        id: newId(),
        practice_id,
        check_code: 'q2',
        status: practice_id === good ? 'on_track' : 'slow',
        result: 'Đã kiểm tra',
        account_id: accountId,
        at,
      })
      .execute();
  await db
    .insertInto('contribution')
    .values({
      id: newId(),
      practice_id: good,
      kind: 'money',
      source: 'people',
      amount: 500_000,
      unit: 'đồng',
      on_date: '2023-06-12',
      account_id: accountId,
      at: '2023-06-12T02:00:00Z',
    })
    .execute();
  const body = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2023-01-01' });
  const [first] = body.content.indicators;
  if (!first) throw new Error('the form has figures');
  const indicators = registerMeasures.map((measure) => ({
    ...first,
    code: measure,
    partOf: null,
    source: { kind: 'register' as const, measure, baseField: null },
  }));
  const officer = await kheo.as('thuongtruc');
  const { id: formId } = await officer.call('POST /api/report-forms', {
    body: { ...body, code: 'moi-so', content: { ...body.content, indicators } },
  });
  ({ id: reportId } = await (
    await kheo.as('xuan')
  ).call('POST /api/reports', { body: { formId, unitId: town.xuan, periodFrom: '2023-06-01' } }));
});
afterAll(() => kheo.stop());

async function compared(officer: Actor) {
  const { figures } = await officer.call('GET /api/reports/:id', { params: { id: reportId } });
  const counted: Record<string, number> = {};
  const listed: Record<string, number> = {};
  for (const figure of figures) {
    const query = Object.fromEntries(new URLSearchParams(figure.link?.split('?')[1]));
    const { ngay, ...words } = query;
    const { total } = await officer.call('GET /api/practices', {
      query: { ...words, ...(ngay === undefined ? {} : { day: ngay }) },
    });
    counted[figure.code] = Number(figure.value);
    listed[figure.code] = total;
  }
  return { counted, listed };
}

describe('the list behind a figure of a report', () => {
  it('holds as many practices as the figure counts, for every measure of the register', async () => {
    const { counted, listed } = await compared(await kheo.as('xuan'));
    // Not practices are added up here; the list holds those that something came from.
    expect(listed).toEqual({ ...counted, money_in_period: 1 });
    expect(counted).toMatchObject({
      registered: 4,
      registered_in_period: 1,
      effective: 1,
      effective_in_period: 1,
      replicated: 1,
      recognised: 1,
      money_in_period: 500_000,
    });
  });

  it('does so after the period too, as the register stood at its end', async () => {
    kheo.clock.set('2023-07-20');
    const { counted, listed } = await compared(await new Actor(kheo.app).signIn('xuan', testPassword));
    expect(listed).toEqual({ ...counted, money_in_period: 1 });
  });
});
