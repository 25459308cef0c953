import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#server/platform/ids.ts';
import { Actor } from '#server/platform/http/actor.ts';
import { startKheo, testPassword, type Kheo } from '#server/testing/kheo.ts';
import { readyForm } from '#server/testing/reports.ts';
import { foundTown, openCampaign2023, placePractice, type Town } from '#server/testing/town.ts';

/** Two wards send their report of the year before it is due on 5 December, and are merged on 20 December. */
let kheo: Kheo;
let town: Town;
let formId: string;
let merged: string;
let campaignId: string;
beforeAll(async () => {
  kheo = await startKheo({ today: '2023-12-04' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  campaignId = await openCampaign2023(kheo, town);
  for (const unitId of [town.xuan, town.hamlet, town.chu])
    await give(await placePractice(kheo, { campaignId, unitId, state: 'implementing' }), '2023-11-20');
  ({ id: formId } = await (
    await kheo.as('thuongtruc')
  ).call('POST /api/report-forms', { body: yearly(town.town) }));
  for (const [username, unitId] of [
    ['xuan', town.xuan],
    ['chu', town.chu],
  ] as const)
    await send(username, unitId);
  kheo.clock.set('2023-12-20');
  await (
    await signedIn('quantri')
  ).call('POST /api/reorganisations', {
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
  const { rows } = await kheo.connection.pool.query(`select unit_id from unit_version where code = 'PHT'`);
  merged = rows[0].unit_id;
  await kheo.given.account({ username: 'moi', role: 'unit_officer', unitId: merged });
});
afterAll(() => kheo.stop());

const signedIn = (username: string) => new Actor(kheo.app).signIn(username, testPassword);

function yearly(ownerUnitId: string) {
  const body = readyForm('dvk-thang', { ownerUnitId, askedFrom: '2023-01-01' });
  const [registered] = body.content.indicators;
  if (!registered) throw new Error('the form has figures');
  const money = { kind: 'register', measure: 'money_in_period', baseField: null } as const;
  return {
    ...body,
    code: 'nam',
    periodKind: 'year' as const,
    content: {
      ...body.content,
      sections: [],
      indicators: [registered, { ...registered, code: 'money', unit: 'đồng', partOf: null, source: money }],
    },
  };
}

async function give(practiceId: string, onDate: string): Promise<void> {
  await kheo.connection.pool.query(
    `insert into contribution (id, practice_id, kind, source, amount, unit, on_date, account_id, at)
     select $1, $2, 'money', 'budget', 100, 'đồng', $3::date, id, now() from account limit 1`,
    [newId(), practiceId, onDate],
  );
}

async function send(username: string, unitId: string): Promise<string> {
  const officer = await signedIn(username);
  const { id } = await officer.call('POST /api/reports', {
    body: { formId, unitId, periodFrom: '2023-01-01' },
  });
  await officer.call('POST /api/reports/:id/submission', { params: { id } });
  return id;
}

async function total(): Promise<(string | null)[]> {
  const answer = await (
    await signedIn('thuongtruc')
  ).call('GET /api/report-totals', { query: { formId, periodFrom: '2023-01-01', unitId: town.town } });
  return answer.figures.map((one) => one.value);
}

it('the heir counts what the units gone into it have not sent, and its report says so', async () => {
  expect(await total()).toEqual(['3', '300']);
  // After they sent: one more practice where a ward was, and one more gift to an old one.
  const added = await placePractice(kheo, { campaignId, unitId: town.hamlet, state: 'implementing' });
  await kheo.connection.pool.query(
    `update practice set created_at = '2023-12-22T02:00:00Z', updated_at = '2023-12-22T02:00:00Z' where id = $1`,
    [added],
  );
  const { rows } = await kheo.connection.pool.query('select id from practice where unit_id = $1', [town.chu]);
  await give(rows[0].id, '2023-12-23');
  kheo.clock.set('2023-12-28');
  const id = await send('moi', merged);
  const report = await (await signedIn('moi')).call('GET /api/reports/:id', { params: { id } });
  expect(report.figures.map((one) => [one.code, one.counted])).toEqual([
    ['registered', '1'],
    ['money', '100'],
  ]);
  expect(report.sentBefore).toEqual([
    { unit: expect.objectContaining({ id: town.xuan }), sentOn: '2023-12-04' },
    { unit: expect.objectContaining({ id: town.chu }), sentOn: '2023-12-04' },
  ]);
  expect(await total()).toEqual(['4', '400']);
});

it('and counts all of it where a unit gone into it took its report back', async () => {
  await kheo.connection.pool.query(`update report set state = 'returned' where unit_id = $1`, [town.chu]);
  const { rows } = await kheo.connection.pool.query('select id from report where unit_id = $1', [merged]);
  const report = await (await signedIn('moi')).call('GET /api/reports/:id', { params: { id: rows[0].id } });
  expect(report.figures.map((one) => one.now)).toEqual(['2', '200']);
  expect(report.sentBefore.map((one) => one.unit.id)).toEqual([town.xuan]);
});
