import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { readyForm } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';

let kheo: Kheo;
let town: Town;
/** With the four units of the town that owe the form, 104 owe each of its periods. */
const more = 100;
const units = more + 4;

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-04-03' });
  town = await foundTown(kheo);
  for (let at = 0; at < more; at += 1)
    await kheo.given.unit({ name: `Đảng bộ xã số ${at}`, kind: 'commune_committee', parentId: town.town });
  await kheo.given.account({ username: 'ca-thi', role: 'unit_officer', unitId: town.town });
  const officer = await kheo.as('thuongtruc');
  const form = (code: string, askedFrom: string) =>
    officer.call('POST /api/report-forms', { body: readyForm(code, { ownerUnitId: town.town, askedFrom }) });
  await form('dvk-thang', '2024-01-01');
  await form('dvk-nam', '2024-01-01');
});
afterAll(() => kheo.stop());

const owed = async (username: string) => (await kheo.as(username)).call('GET /api/reports/owed', {});
const home = async (username: string) =>
  (await (await kheo.as(username)).call('GET /api/home', {})).owed.filter((one) =>
    one.key.startsWith('report'),
  );

describe('more reports than a list can hold', () => {
  it('are listed from the newest period on, and it is said how many are left out', async () => {
    const { items, left } = await owed('ca-thi');
    const monthly = items.filter((one) => one.form.code === 'dvk-thang');
    expect(monthly).toHaveLength(2_000);
    expect(left.map((one) => one.count)).toEqual([24 * units - 2_000]);
    expect(left[0]?.form.id).toBe(monthly[0]?.form.id);
  });

  it('that are due later than is spoken of are not listed', async () => {
    const { items } = await owed('ca-thi');
    const yearly = items.filter((one) => one.form.code === 'dvk-nam');
    expect(new Set(yearly.map((one) => one.period.words))).toEqual(new Set(['năm 2024', 'năm 2025']));
  });

  it('are counted whole on the home page, each once', async () => {
    const tasks = await home('ca-thi');
    const periods = tasks.filter((one) => one.key.startsWith('report:'));
    expect(new Set(periods.map((one) => one.count))).toEqual(new Set([units]));
    const rest = tasks.find((one) => one.key.startsWith('report_left:'));
    const listed = Math.ceil(2_000 / units);
    expect(rest?.count).toBe((24 - listed) * units);
    expect(rest?.title).toContain('Còn 416 báo cáo nữa của các kỳ trước');
    expect(rest?.link).toMatch(/^\/bao-cao\/theo-doi\?formId=/);
  });

  it('leave a unit that owes few with nothing left out', async () => {
    expect((await owed('chu')).left).toEqual([]);
    const tasks = await home('chu');
    expect(tasks.find((one) => one.key === 'report_more')?.title).toBe('Còn 6 kỳ báo cáo nữa chưa gửi');
    expect(tasks.filter((one) => one.key.startsWith('report:'))).toHaveLength(20);
  });
});
