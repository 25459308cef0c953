import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { readTable } from '#server/excel/read-table.ts';
import { startTown, submitted, type Town } from './town.testing.ts';

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.kheo.stop());

const header = [
  'TÊN MÔ HÌNH',
  'Lĩnh vực',
  'Địa bàn',
  'Địa chỉ',
  'Ngày bắt đầu',
  'Ngày kết thúc',
  'Nội dung',
  'Chủ mô hình',
  'Người phụ trách',
];
type Cell = string | number | { formula: string; result: number };
const row = (change: Partial<Record<number, Cell>> = {}): Cell[] =>
  [
    'Tuyến đường hoa',
    'Kinh tế',
    'Tổ dân phố 3',
    'Đường bờ sông',
    '1/4/2026',
    '30/11',
    'Trồng và chăm sóc hoa',
    'Chi hội Phụ nữ',
    'Chi hội trưởng',
  ].map((cell, at) => change[at] ?? cell);

async function workbook(rows: Cell[][], titles = header): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Đăng ký');
  sheet.addRow(['DANH SÁCH ĐĂNG KÝ']);
  sheet.addRow(titles);
  for (const cells of rows) sheet.addRow(cells);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const send = (content: Uint8Array, options: { dryRun?: boolean; name?: string } = {}) =>
  town.officer.try('POST /api/practices/import', {
    query: {
      campaignId: town.campaignId,
      unitId: town.units.huongXuan,
      dryRun: options.dryRun ? 'true' : 'false',
    },
    file: { name: options.name ?? 'danh-sach.xlsx', content },
  });
const problem = (answer: { body: unknown }): ProblemBody => answer.body as ProblemBody;
const countPractices = async (): Promise<number> =>
  (await town.officer.call('GET /api/practices', { query: {} })).total;

describe('importing a list of registrations', () => {
  it('names every bad cell and takes in nothing', async () => {
    const before = await countPractices();
    const refused = await send(
      await workbook([
        row(),
        row({ 0: '', 1: 'Thủy lợi' }),
        row({ 0: 'Tổ xe ôm', 4: '31/2/2026' }),
        row({ 0: 'Tổ hòa giải', 4: '1/9/2026', 5: '1/8/2026' }),
        row({ 0: 'Quỹ tiết kiệm', 6: { formula: '1+1', result: 2 } }),
        row({ 0: 'x'.repeat(400) }),
        row({ 0: 'tuyến đường HOA' }),
        row({ 0: 'Tổ thu gom rác', 2: 'Xã Không Có', 8: '' }),
      ]),
    );
    expect(problem(refused).code).toBe('import_has_errors');
    const byCell = Object.fromEntries(problem(refused).fields.map((field) => [field.path, field.message]));
    expect(Object.keys(byCell).toSorted()).toEqual(
      ['A4', 'B4', 'E5', 'F6', 'G7', 'A8', 'A9', 'C10', 'I10'].toSorted(),
    );
    expect(byCell['A4']).toBe('Chưa nhập tên mô hình, điển hình');
    expect(byCell['B4']).toContain('Kinh tế; Văn hóa - xã hội');
    expect(byCell['F6']).toContain('Ngày kết thúc');
    expect(byCell['G7']).toContain('công thức');
    expect(byCell['A8']).toContain('Không quá 300 ký tự');
    expect(byCell['A9']).toContain('dòng 3');
    expect(problem(refused).title).toContain('9 lỗi ở 7 dòng');
    expect(await countPractices()).toBe(before);
  });

  it('first only looks, with warnings about likeness, then makes a draft of every row', async () => {
    await submitted(town, { name: 'Tuyến đường hoa' });
    const content = await workbook([row(), row({ 0: 'Hũ gạo tình thương', 1: 'van hoa - xa hoi' })]);
    const before = await countPractices();
    const looked = await send(content, { dryRun: true });
    expect(looked.status).toBe(200);
    expect(looked.body.createdIds).toEqual([]);
    expect(looked.body.rows.map((one) => [one.rowNumber, one.fieldName, one.warnings.length])).toEqual([
      [3, 'Kinh tế', 1],
      [4, 'Văn hóa - xã hội', 0],
    ]);
    expect(await countPractices()).toBe(before);
    const made = await send(content);
    expect(made.body.createdIds).toHaveLength(2);
    const first = await town.officer.call('GET /api/practices/:id', {
      params: { id: made.body.createdIds[0] ?? '' },
    });
    expect(first).toMatchObject({
      state: 'draft',
      startsOn: '2026-04-01',
      endsOn: '2026-11-30',
      placeUnit: { id: town.units.village },
      missing: [],
    });
    expect(first.history[0]?.label).toBe('Lập đăng ký từ danh sách');
  });

  it('reads a CSV file, and refuses a broken workbook, a missing column and an empty list', async () => {
    const csv = [header.join(';'), row({ 0: 'Cánh đồng một giống' }).join(';')].join('\r\n');
    const read = await send(new TextEncoder().encode(`\uFEFF${csv}`), { dryRun: true, name: 'ds.csv' });
    expect(read.body.rows.map((one) => one.name)).toEqual(['Cánh đồng một giống']);
    const whole = await workbook([row()]);
    expect(problem(await send(whole.subarray(0, whole.length / 2))).code).toBe('file_damaged');
    const headless = await send(await workbook([row()], ['Tên mô hình', 'Lĩnh vực']));
    expect(problem(headless).code).toBe('import_header_missing');
    expect(problem(headless).title).toContain('“Ngày bắt đầu”');
    expect(problem(await send(await workbook([]))).code).toBe('import_empty');
  });

  it('refuses a list for somebody else’s unit', async () => {
    const refused = await town.neighbour.try('POST /api/practices/import', {
      query: { campaignId: town.campaignId, unitId: town.units.huongXuan },
      file: { name: 'ds.xlsx', content: await workbook([row()]) },
    });
    expect(refused.status).toBe(403);
  });

  it('offers a template whose own header is read back and whose example is no row', async () => {
    const template = await town.officer.try('GET /api/registration-template.xlsx', {
      query: { campaignId: town.campaignId, unitId: town.units.huongXuan },
    });
    expect(template.status).toBe(200);
    const table = await readTable(template.raw, { kind: 'xlsx', name: 'mau.xlsx' });
    expect(table.rows.flatMap((one) => one.cells.map((cell) => cell.text))).toContain(
      'Tên mô hình, điển hình (*)',
    );
    expect(problem(await send(template.raw, { name: 'mau.xlsx' })).code).toBe('import_empty');
  });
});
