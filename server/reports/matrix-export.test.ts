import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { sheetLines } from '#server/testing/sheet-lines.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { zipParts } from '#server/testing/zip-parts.ts';

let kheo: Kheo;
let town: Town;
let formId: string;
const villages = 120;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-04-03' });
  town = await foundTown(kheo);
  await kheo.given.unit({ name: '=1+1', kind: 'commune_committee', parentId: town.town });
  for (let at = 0; at < villages; at += 1)
    await kheo.given.unit({ name: `@Đảng bộ xã số ${at}`, kind: 'commune_committee', parentId: town.town });
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' }));
  const xuan = { formId, unitId: town.xuan };
  for (const periodFrom of ['2026-02-01', '2026-03-01'])
    await sendReport(kheo, 'xuan', await writeReport(kheo, 'xuan', { ...xuan, periodFrom }));
});
afterAll(() => kheo.stop());

async function file(username: string, query: Record<string, string> = {}): Promise<Buffer> {
  const answer = await (
    await kheo.as(username)
  ).try('GET /api/reports/matrix.xlsx', { query: { formId, ...query } });
  expect(answer.status).toBe(200);
  return answer.raw;
}

describe('the matrix as Excel', () => {
  it('holds every unit, not the page that is seen, with the words and the due day of each period', async () => {
    const [head, ...rows] = await sheetLines(await file('thuongtruc'), 'Đơn vị và kỳ');
    expect(head).toEqual([
      'STT',
      'Đơn vị',
      'Mã đơn vị',
      'Cấp trên',
      'T1/2026 (hạn\u00A006/02/2026)',
      'T2/2026 (hạn\u00A006/03/2026)',
      'T3/2026 (hạn\u00A007/04/2026)',
      'T4/2026 (hạn\u00A008/05/2026)',
      'Kỳ quá hạn chưa gửi',
    ]);
    expect(rows.length).toBe(4 + 1 + villages);
    const xuan = rows.find((row) => row[1] === 'Đảng bộ phường Hương Xuân');
    expect(xuan?.slice(3)).toEqual([
      'Thị ủy Hương Trà',
      'Chưa làm, quá hạn',
      'Đã gửi, gửi muộn',
      'Đã gửi, chép kỳ trước',
      'Chưa làm',
      1,
    ]);
  });

  it('says of each period what is out of what, as the screen does', async () => {
    const screen = await (
      await kheo.as('thuongtruc')
    ).call('GET /api/reports/matrix', { query: { formId, size: 1 } });
    const [, ...rows] = await sheetLines(await file('thuongtruc'), 'Tổng theo kỳ');
    expect(rows.map((row) => [row[0], row[2], row[3], row[5], row[7], row[8]])).toEqual(
      screen.periods.map((one) => [
        one.words,
        one.expected,
        one.received,
        one.onTime,
        one.hollow,
        one.nothingToReport,
      ]),
    );
    expect(rows[2]?.[4]).toBe(Math.floor((1 / (5 + villages)) * 1000) / 1000);
  });

  it('asks the same question: periods, scope; and shows a unit its own line alone', async () => {
    const march = { from: '2026-03-01', to: '2026-03-31', within: town.xuan };
    const [head, ...rows] = await sheetLines(await file('thuongtruc', march), 'Đơn vị và kỳ');
    expect(head?.filter((cell) => String(cell).startsWith('T'))).toHaveLength(1);
    expect(rows.map((row) => row[1])).toEqual(['Đảng bộ phường Hương Xuân']);
    const own = await sheetLines(await file('chu'), 'Đơn vị và kỳ');
    expect(own.slice(1).map((row) => row[1])).toEqual(['Đảng bộ phường Hương Chữ']);
  });

  it('holds no formula, whatever a unit is called, and is noted in the audit trail', async () => {
    const parts = [...(await zipParts(await file('thuongtruc'))).values()].join();
    expect(parts).toContain('=1+1');
    expect(parts).not.toContain('<f>');
    const { rows } = await kheo.connection.pool.query(
      `select count(*)::int as count from audit_entry where endpoint = 'GET /api/reports/matrix.xlsx' and outcome = 'done'`,
    );
    expect(rows[0].count).toBeGreaterThan(0);
  });
});
