import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm } from '#server/testing/reports.ts';
import { foundTown, mergedWard, mergeWards, type Town } from '#server/testing/town.ts';

// As in July 2025: communes are merged on the very day from which a form asks other kinds of unit.

let kheo: Kheo;
let town: Town;
let formId: string;
let founded: string;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-05-20' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  const officer = await kheo.as('thuongtruc');
  const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
  const { name } = ready;
  const unitKinds = ['commune_committee' as const, 'village' as const];
  ({ id: formId } = await officer.call('POST /api/report-forms', { body: { ...ready, unitKinds } }));
  const params = { id: formId };
  const { version } = await officer.call('GET /api/report-forms/:id', { params, query: {} });
  await officer.call('PUT /api/report-forms/:id', {
    params,
    body: { version, name, unitKinds: ['commune_committee'], unitKindsFrom: '2026-04-01', askedTo: null },
  });
  await mergeWards(kheo, town, '2026-04-01');
  const { rows } = await kheo.connection.pool.query('select unit_id from unit_version where code = $1', [
    mergedWard.code,
  ]);
  founded = rows[0].unit_id;
});
afterAll(() => kheo.stop());

it('counts in the area of a unit founded since only the kinds that the form asked when it stood', async () => {
  const matrix = async (query: Record<string, string>) =>
    (await kheo.as('thuongtruc')).call('GET /api/reports/matrix', { query: { formId, ...query } });
  const whole = await matrix({});
  expect(whole.periods.map((period) => period.expected)).toEqual([3, 3, 3, 1, 1]);
  const area = await matrix({ within: founded });
  expect(area.periods.map((period) => period.expected)).toEqual([0, 0, 0, 1, 1]);
  expect(area.units.map(({ unit }) => unit.id)).toEqual([founded]);
});
