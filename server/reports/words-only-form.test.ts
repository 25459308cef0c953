import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { sheetLines } from '#server/testing/sheet-lines.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { recomputeAll } from './totals.store.ts';

// A form may ask for words alone, without any indicator.

let kheo: Kheo;
let town: Town;
let formId: string;
const periodFrom = '2026-02-01';
const section = { code: 'words', title: 'Việc đã làm', guidance: '', required: true, level: 1 } as const;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-20' });
  town = await foundTown(kheo);
  const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
  const body = { ...ready, content: { ...ready.content, sections: [section], indicators: [] } };
  formId = await takeForm(kheo, body);
});
afterAll(() => kheo.stop());

it('counts the reports of a form that asks for words alone', async () => {
  for (const [username, unitId] of [
    ['xuan', town.xuan],
    ['chu', town.chu],
    ['truong', town.school],
  ] as const) {
    const narrative = { words: `Việc của ${username}` };
    const id = await writeReport(kheo, username, { formId, unitId, periodFrom, stated: {}, narrative });
    await sendReport(kheo, username, id);
  }
  const officer = await kheo.as('thuongtruc');
  await withdrawnAndSentAgain('chu', town.chu);
  const query = { formId, periodFrom, unitId: town.town };
  expect(await officer.call('GET /api/report-totals', { query })).toMatchObject({ reports: 3, expected: 4 });
  const sent = async (day?: string) => {
    const answer = await officer.try('GET /api/report-totals/levels.xlsx', {
      query: { ...query, ...(day && { day }) },
    });
    const [head = [], first = []] = await sheetLines(answer.raw, 'Số liệu các cấp');
    return first[head.indexOf('Đã gửi')];
  };
  expect(await sent('2026-03-20')).toBe(3);
  expect(await sent()).toBe(3);
  const now = '2026-03-20T20:00:00Z';
  expect(await recomputeAll(kheo.connection.db, { cause: 'nightly', now })).toMatchObject({ differing: 0 });
});

/** Goes out of the totals and into them again, in the same lane. */
async function withdrawnAndSentAgain(username: string, unitId: string): Promise<void> {
  const officer = await kheo.as(username);
  const { id } = await officer.call('POST /api/reports', { body: { formId, unitId, periodFrom } });
  await officer.call('POST /api/reports/:id/withdrawal', { params: { id }, body: { reason: 'Xem lại' } });
  await sendReport(kheo, username, id);
}
