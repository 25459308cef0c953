import type { QueryOf } from '#contract/endpoint.ts';
import type { reportInterchangeApi } from '#contract/report-interchange.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InterchangeReport } from '#domain/reports/interchange.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { refusal } from '#server/testing/refusal.ts';
import { readyForm, sendReport, takeForm, writeReport } from '#server/testing/reports.ts';
import { foundTown, type Town } from '#server/testing/town.ts';
import { readReportFile } from './read-report-file.ts';

type Files = QueryOf<(typeof reportInterchangeApi)['GET /api/report-files']>;

let kheo: Kheo;
let town: Town;
let formId: string;
const whole = { from: '2026-01-01', to: '2026-12-31' };
const words = '=Đã vận động\n"12 hộ"; +84, @x';

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-05-15' });
  town = await foundTown(kheo);
  formId = await takeForm(kheo, readyForm('dvk-thang', { ownerUnitId: town.town, askedFrom: '2026-01-01' }));
  const sent = await writeReport(kheo, 'xuan', {
    formId,
    unitId: town.xuan,
    periodFrom: '2026-01-01',
    narrative: { notes: words },
  });
  await sendReport(kheo, 'xuan', sent);
  await writeReport(kheo, 'xuan', {
    formId,
    unitId: town.xuan,
    periodFrom: '2026-02-01',
    stated: { campaign_days: '0', participants: null, dialogues: '999999999999993' },
    narrative: { notes: words },
  });
  const chu = await writeReport(kheo, 'chu', { formId, unitId: town.chu, periodFrom: '2026-01-01' });
  await sendReport(kheo, 'chu', chu);
});
afterAll(() => kheo.stop());

const file = async (username: string, query: Partial<Files> = {}): Promise<Buffer> => {
  const answer = await (
    await kheo.as(username)
  ).try('GET /api/report-files', {
    query: { formId, ...whole, format: 'json', ...query },
  });
  expect(answer.status).toBe(200);
  return answer.raw;
};
const reportsOf = async (username: string, format: Files['format'] = 'json') => {
  const read = await readReportFile(await file(username, { format }), {
    name: `x.${format}`,
    extension: format,
  });
  return read.reports.map((one) => one.report);
};
const take = async (
  username: string,
  content: Uint8Array,
  how: { name?: string; dryRun?: 'true' | 'false'; overwrite?: 'true' | 'false' } = {},
) =>
  (await kheo.as(username)).call('POST /api/report-file-imports', {
    query: { formId, dryRun: how.dryRun ?? 'false', overwrite: how.overwrite ?? 'false' },
    file: { name: how.name ?? 'bao-cao.json', content },
  });
const json = (reports: readonly InterchangeReport[]) =>
  new TextEncoder().encode(JSON.stringify({ format: 'kheo-reports', formatVersion: 1, reports }));
const february = async () => {
  const report = (await reportsOf('xuan')).find((one) => one.periodFrom === '2026-02-01');
  if (!report) throw new Error('february was begun');
  return report;
};
const draftOf = async (unitId: string, periodFrom: string) => {
  const officer = await kheo.as('xuan');
  const { id } = await officer.call('POST /api/reports', { body: { formId, unitId, periodFrom } });
  return officer.call('GET /api/reports/:id', { params: { id } });
};

describe('reports as files', () => {
  it('hold what a caller may read, the same in every format', async () => {
    const own = await reportsOf('xuan');
    expect(own.map((one) => [one.periodFrom, one.state])).toEqual([
      ['2026-01-01', 'submitted'],
      ['2026-02-01', 'draft'],
    ]);
    expect(await reportsOf('xuan', 'csv')).toEqual(own);
    expect(await reportsOf('xuan', 'xlsx')).toEqual(own);
    expect(await reportsOf('thuongtruc')).toHaveLength(3);
    expect(await reportsOf('truong')).toEqual([]);
    expect(await file('thuongtruc', { within: town.chu }).then((one) => one.includes('Hương Xuân'))).toBe(
      false,
    );
  });

  it('tell nothing stated from nought, and what the register counted from what the unit states', async () => {
    const figures = (await february()).figures.filter((one) => one.code !== 'registered');
    expect(figures.map((one) => [one.code, one.stated]).slice(-3)).toEqual([
      ['campaign_days', '0'],
      ['participants', null],
      ['dialogues', '999999999999993'],
    ]);
    const [january] = await reportsOf('xuan');
    expect(january?.figures[0]).toMatchObject({ code: 'registered', stated: null, counted: '0', value: '0' });
  });

  it('have no name of a person and no telephone', async () => {
    const [report] = await reportsOf('xuan');
    expect(Object.keys(report ?? {}).toSorted()).toEqual(
      [
        'figures',
        'formCode',
        'nothingToReport',
        'periodFrom',
        'periodTo',
        'revision',
        'sections',
        'state',
        'unitCode',
        'unitName',
      ].toSorted(),
    );
  });
});

describe('reports from a file', () => {
  it('that say what is there already change nothing, those that were sent included', async () => {
    for (const [format, name] of [
      ['json', 'a.json'],
      ['csv', 'a.csv'],
      ['xlsx', 'a.xlsx'],
    ] as const)
      expect(await take('xuan', await file('xuan', { format }), { name })).toEqual({
        read: 2,
        unchanged: 2,
        written: 0,
        overwrites: [],
        faultCount: 0,
        faults: [],
      });
  });

  it('are looked at first, then written into drafts, begun where they were not', async () => {
    const now = await february();
    const changed = { ...now, sections: [{ code: 'notes', words: 'Viết ở nhà' }] };
    const march = { ...changed, periodFrom: '2026-03-01', periodTo: '2026-03-31' };
    const content = json([changed, march]);
    expect(await take('xuan', content, { dryRun: 'true' })).toMatchObject({
      read: 2,
      written: 0,
      overwrites: ['Ghi đè bản nháp đang viết của Đảng bộ phường Hương Xuân, tháng 2 năm 2026'],
      faults: [],
    });
    expect((await february()).sections[0]?.words).toBe(words);
    expect(await take('xuan', content)).toMatchObject({
      written: 0,
      faults: [{ message: 'Ghi đè bản nháp đang viết của Đảng bộ phường Hương Xuân, tháng 2 năm 2026' }],
    });
    expect((await february()).sections[0]?.words).toBe(words);
    expect(await take('xuan', content, { overwrite: 'true' })).toMatchObject({
      read: 2,
      written: 2,
      faults: [],
    });
    expect((await february()).sections[0]?.words).toBe('Viết ở nhà');
    const draft = await draftOf(town.xuan, '2026-03-01');
    expect(draft.figures.at(-1)).toMatchObject({ stated: '999999999999993' });
    expect(draft.history.some((entry) => entry.label === 'Nhận từ tệp')).toBe(true);
  });

  it('are refused whole, every bad place named', async () => {
    const before = await february();
    const good = { ...before, sections: [{ code: 'notes', words: 'Không được ghi' }] };
    const [sent] = await reportsOf('xuan');
    const [chu] = await reportsOf('chu');
    if (!sent || !chu) throw new Error('both were sent');
    const april = { ...good, periodFrom: '2026-04-01', periodTo: '2026-04-30' };
    const answer = await take(
      'xuan',
      json([
        good,
        { ...sent, sections: [{ code: 'notes', words: 'Ghi đè' }] },
        chu,
        { ...april, unitCode: 'khong-co' },
        { ...april, revision: 7 },
        { ...april, periodTo: '2026-04-29' },
        { ...april, periodFrom: '2026-06-01', periodTo: '2026-06-30' },
        { ...april, formCode: 'dvk-nam' },
        { ...april, figures: [{ code: 'dialogues', stated: 'hai', reason: '', counted: null, value: null }] },
        good,
      ]),
    );
    expect(answer).toMatchObject({ read: 10, written: 0 });
    expect(answer.faults.map((fault) => fault.message)).toEqual([
      `Không tìm thấy đơn vị có mã “${chu.unitCode}”`,
      'Không tìm thấy đơn vị có mã “khong-co”',
      'Tệp làm theo bản 7 của biểu mẫu, kỳ này dùng bản 1; xuất tệp lại rồi nhập',
      'Biểu mẫu không yêu cầu kỳ từ 01/04/2026 đến 29/04/2026',
      'Kỳ báo cáo chưa bắt đầu',
      'Tệp của biểu mẫu “dvk-nam”; đang nhận vào biểu mẫu “dvk-thang”',
      '“hai” không phải là số',
      'Báo cáo này đã có trong tệp, ở phần trên',
      'Báo cáo đã gửi, không ghi đè; dùng “Đính chính số liệu”, hoặc bỏ khỏi tệp',
    ]);
    expect(answer.faults[6]?.where).toBe(
      `Báo cáo thứ 9 (đơn vị ${good.unitCode}, kỳ từ 01/04/2026), chỉ tiêu “dialogues”`,
    );
    expect(await february()).toEqual(before);
  });

  it('need somebody who writes for the unit', async () => {
    const refused = await refusal(take('thuongtruc', json([await february()])));
    expect(refused).toMatchObject({ code: 'forbidden' });
    const empty = await refusal(take('xuan', json([])));
    expect(empty).toMatchObject({ code: 'import_empty' });
  });

  it('may be filled in on a sheet for one unit and period', async () => {
    const officer = await kheo.as('xuan');
    const query = { formId, unitId: town.xuan, periodFrom: '2026-04-01' };
    const sheet = await officer.try('GET /api/report-entry-sheet', { query });
    const read = await readReportFile(sheet.raw, { name: 'x.xlsx', extension: 'xlsx' });
    const [blank] = read.reports.map((one) => one.report);
    if (!blank) throw new Error('the sheet holds one report');
    expect(blank.figures.map((one) => one.stated).every((one) => one === null)).toBe(true);
    const filled = blank.figures.map((one) => (one.code === 'dialogues' ? { ...one, stated: '2' } : one));
    expect(await take('xuan', json([{ ...blank, figures: filled }]))).toMatchObject({ written: 1 });
    expect((await draftOf(town.xuan, '2026-04-01')).figures.at(-1)).toMatchObject({ stated: '2' });
    const notOwed = await refusal(
      officer.call('GET /api/report-entry-sheet', { query: { ...query, unitId: town.hamlet } }),
    );
    expect(notOwed).toMatchObject({ code: 'report_not_owed' });
  });
});

describe('figures for other systems', () => {
  const page = async (username: string, query: { after?: string; size?: number; indicator?: string } = {}) =>
    (await kheo.as(username)).call('GET /api/report-figures', {
      query: { formCode: 'dvk-thang', ...whole, ...query },
    });

  it('are those of sent reports in the caller’s own area, with codes and ISO intervals', async () => {
    const { items } = await page('xuan', { indicator: 'dialogues' });
    const [{ unitCode } = { unitCode: '' }] = await reportsOf('xuan');
    expect(items).toMatchObject([
      {
        unitCode,
        period: '2026-01-01/2026-01-31',
        indicator: 'dialogues',
        value: '1',
        stated: '1',
        counted: null,
      },
    ]);
    expect((await page('truong')).items).toEqual([]);
  });

  it('come page by page, none twice and none left out', async () => {
    const all = await page('thuongtruc');
    expect(all.next).toBeNull();
    const first = await page('thuongtruc', { size: 1 });
    const second = await page('thuongtruc', { size: 1, after: first.next ?? '' });
    const third = await page('thuongtruc', { size: 1, after: second.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(third).toMatchObject({ items: [], next: null });
    expect(await refusal(page('thuongtruc', { after: 'x' }))).toMatchObject({ code: 'invalid_input' });
  });

  it('come as CSV with the same rows', async () => {
    const all = await page('thuongtruc');
    const answer = await (
      await kheo.as('thuongtruc')
    ).try('GET /api/report-figures.csv', {
      query: { formCode: 'dvk-thang', ...whole },
    });
    const lines = String(answer.raw).trim().split('\r\n');
    expect(lines).toHaveLength(all.items.length + 1);
    expect(lines[1]).toContain('"2026-01-01/2026-01-31"');
  });
});
