import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { sheetLines } from '#server/testing/sheet-lines.ts';
import { foundTown, mergedWard, mergeWards, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
const periodFrom = '2026-02-01';

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-20' });
  town = await foundTown(kheo);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town.town });
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' }));
  for (const [username, unitId, participants] of [
    ['xuan', town.xuan, '100'],
    ['chu', town.chu, '7'],
  ] as const) {
    const stated = { campaign_days: '1', participants, dialogues: '2' };
    await sendReport(
      kheo,
      username,
      await writeReport(kheo, username, { formId, unitId, periodFrom, stated }),
    );
  }
});
afterAll(() => kheo.stop());

async function levels(username: string, asked: { formId?: string; unitId: string; day?: string }) {
  const query = { formId, periodFrom, ...asked };
  const answer = await (await kheo.as(username)).try('GET /api/report-totals/levels.xlsx', { query });
  if (answer.status !== 200) return answer.status;
  const [head = [], ...lines] = await sheetLines(answer.raw, 'Số liệu các cấp');
  return lines.map((line) =>
    Object.fromEntries(head.map((column, at) => [String(column), line[at] ?? null] as const)),
  );
}

/** The screen's answer about one unit, in the columns of the sheet. */
async function screen(unitId: string, day?: string) {
  const totals = await (
    await kheo.as('thuongtruc')
  ).call('GET /api/report-totals', { query: { formId, periodFrom, unitId, ...(day && { day }) } });
  return {
    'Đơn vị': totals.unit.name,
    'Đã gửi': totals.reports,
    'Phải gửi': totals.expected,
    ...Object.fromEntries(
      totals.figures.map((one) => [
        `${one.label} (${one.unit})`,
        one.value === null || totals.reports === 0 ? null : Number(one.value),
      ]),
    ),
  };
}

describe('the totals of all levels as Excel', () => {
  it('has the unit first and every unit below that owes the form, each with the total that its own page has', async () => {
    const lines = await levels('thuongtruc', { unitId: town.town });
    if (typeof lines === 'number') throw new Error(`${lines}`);
    expect(lines.map((line) => [line['Cấp'], line['Cấp trên']])).toEqual([
      [1, null],
      ...lines.slice(1).map(() => [2, 'Thị ủy Hương Trà']),
    ]);
    expect(lines[0]).toMatchObject(await screen(town.town));
    for (const unitId of [town.xuan, town.chu]) {
      const own = await screen(unitId);
      expect(lines.find((line) => line['Đơn vị'] === own['Đơn vị'])).toMatchObject(own);
    }
    const [whole, ...parts] = lines.map((line) => Number(line['Phải gửi']));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
  });

  it('leaves the figures of a unit empty that has sent nothing', async () => {
    const lines = await levels('thuongtruc', { unitId: town.town });
    if (typeof lines === 'number') throw new Error(`${lines}`);
    const silent = lines.filter((line) => line['Đã gửi'] === 0);
    expect(silent.length).toBeGreaterThan(0);
    for (const line of silent)
      expect(
        Object.entries(line).filter(([column, value]) => column.includes('(') && value !== null),
      ).toEqual([]);
  });

  it('leaves them empty again where everything that was sent was taken back', async () => {
    const officer = await kheo.as('truong');
    const id = await writeReport(kheo, 'truong', { formId, unitId: town.school, periodFrom });
    await sendReport(kheo, 'truong', id);
    await officer.call('POST /api/reports/:id/withdrawal', { params: { id }, body: { reason: 'Xem lại' } });
    const lines = await levels('thuongtruc', { unitId: town.school });
    if (typeof lines === 'number') throw new Error(`${lines}`);
    expect(lines).toEqual([expect.objectContaining(await screen(town.school))]);
  });

  it('tells whoever reads one unit alone no more of the units below than its page does', async () => {
    await kheo.given.account({
      username: 'rieng',
      role: 'standing_officer',
      unitId: town.town,
      subtree: false,
    });
    const ready = readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' });
    const body = { ...ready, code: 'dvk-to-dan-pho', unitKinds: [...ready.unitKinds, 'village' as const] };
    const id = await takeForm(kheo, body);
    const namesFor = async (username: string) => {
      const lines = await levels(username, { formId: id, unitId: town.town });
      if (typeof lines === 'number') throw new Error(`${lines}`);
      return lines.map((line) => line['Đơn vị']);
    };
    const all = await namesFor('thuongtruc');
    expect(all).toContain('Tổ dân phố Thanh Lương');
    expect(await namesFor('rieng')).toEqual(all.filter((name) => name !== 'Tổ dân phố Thanh Lương'));
  });

  it('names the unit also for a day on which it did not stand yet', async () => {
    const query = { formId, periodFrom, unitId: town.town, day: '1990-01-01' };
    const { raw } = await (await kheo.as('thuongtruc')).try('GET /api/report-totals/levels.xlsx', { query });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(raw as never);
    expect(book.worksheets[0]?.getCell('A1').text).toContain(': Thị ủy Hương Trà và các cấp dưới');
  });

  it('is refused to whoever may not read the unit, and for a period that the form does not ask', async () => {
    expect(await levels('xuan', { unitId: town.town })).toBe(404);
    const answer = await (
      await kheo.as('thuongtruc')
    ).try('GET /api/report-totals/levels.xlsx', {
      query: { formId, periodFrom: '2026-02-02', unitId: town.town },
    });
    expect(answer.status).toBe(422);
  });

  it('puts the same reports under the units of another day', async () => {
    await mergeWards(kheo, town, '2026-03-20');
    const then = await levels('thuongtruc', { unitId: town.town });
    const now = await levels('thuongtruc', { unitId: town.town, day: '2026-03-20' });
    if (typeof then === 'number' || typeof now === 'number') throw new Error('refused');
    expect(then.some((line) => line['Đơn vị'] === mergedWard.name)).toBe(false);
    const merged = now.find((line) => line['Đơn vị'] === mergedWard.name);
    expect(merged).toMatchObject({ 'Đã gửi': 2, 'Phải gửi': 2 });
    expect(now[0]).toMatchObject(await screen(town.town, '2026-03-20'));
    expect(now.some((line) => String(line['Đơn vị']).includes('Hương Xuân'))).toBe(false);
  });
});
