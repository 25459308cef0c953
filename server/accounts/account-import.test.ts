import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { readTable } from '#server/excel/read-table.ts';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const town = await kheo.given.unit({ name: 'Thị ủy Hương Trà', kind: 'district_committee', code: 'HT' });
  const unit = (name: string, code: string, parentId: string) =>
    kheo.given.unit({ name, kind: 'commune_committee', code, parentId });
  const ward = await unit('Phường Hương Xuân', 'HX', town);
  await unit('Phường Hương Chữ', '19804', town);
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: town });
  await kheo.given.account({
    username: 'quantriphuong',
    role: 'administrator',
    unitId: ward,
    to: '2026-12-31',
  });
});
afterAll(() => kheo.stop());

type Cell = string | number | { formula: string; result: number };
const titles = [
  'Tên đăng nhập',
  'Họ tên/chức danh',
  'VAI TRÒ (*)',
  'Mã đơn vị',
  'Từ ngày',
  'Đến ngày',
  'Phạm vi',
];
const row = (change: Partial<Record<number, Cell>> = {}): Cell[] =>
  ['canbo1', 'Cán bộ phường', 'Cán bộ đơn vị', 'HX', '', '', ''].map((cell, at) => change[at] ?? cell);

async function workbook(rows: Cell[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Tài khoản');
  sheet.addRow(['DANH SÁCH TÀI KHOẢN']);
  sheet.addRow(titles);
  for (const cells of rows) sheet.addRow(cells);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const send = async (content: Uint8Array, options: { by?: string; name?: string; dryRun?: 'true' } = {}) =>
  (await kheo.as(options.by ?? 'quantri')).try('POST /api/account-import', {
    query: { dryRun: options.dryRun ?? 'false' },
    file: { name: options.name ?? 'tai-khoan.xlsx', content },
  });
const faultsOf = (answer: { body: unknown }): Record<string, string> =>
  Object.fromEntries((answer.body as ProblemBody).fields.map((field) => [field.path, field.message]));
const countAccounts = async (): Promise<number> =>
  (await (await kheo.as('quantri')).call('GET /api/accounts', { query: {} })).total;

describe('importing a list of accounts', () => {
  it('names every bad cell and takes in nothing', async () => {
    const before = await countAccounts();
    const refused = await send(
      await workbook([
        row(),
        row({ 0: 'có dấu' }),
        row({ 0: 'canbo3', 1: '', 2: 'Trưởng phòng' }),
        row({ 0: 'canbo4', 3: 'XX' }),
        row({ 0: 'canbo5', 4: '31/2/2026' }),
        row({ 0: 'canbo6', 4: '01/04/2026', 5: '01/03/2026' }),
        row({ 0: 'canbo7', 6: 'Cả tỉnh' }),
        row({ 0: 'QuanTri' }),
        row({ 0: 'CanBo1', 1: 'Người khác' }),
        row(),
        row({ 0: 'canbo8', 1: { formula: '1+1', result: 2 } }),
      ]),
    );
    expect((refused.body as unknown as ProblemBody).code).toBe('import_has_errors');
    const faults = faultsOf(refused);
    expect(Object.keys(faults).toSorted()).toEqual(
      ['A4', 'B5', 'C5', 'D6', 'E7', 'F8', 'G9', 'A10', 'B11', 'C12', 'B13'].toSorted(),
    );
    expect(faults['D6']).toBe('Không có đơn vị mang mã “XX” trong phạm vi quản trị của bạn');
    expect(faults['A10']).toBe('Tên đăng nhập đã có người dùng');
    expect(faults['B13']).toContain('có công thức');
    expect(await countAccounts()).toBe(before);
  });

  it('refuses roles beyond those of whoever imports them, by their cells', async () => {
    const refused = await send(
      await workbook([
        row({ 3: 'HT' }),
        row({ 0: 'canbo2' }),
        row({ 0: 'canbo3', 5: '01/01/2027' }),
        row({ 0: 'canbo4', 5: '31/12/2026' }),
      ]),
      { by: 'quantriphuong' },
    );
    expect(faultsOf(refused)).toEqual({
      D3: 'Không có đơn vị mang mã “HT” trong phạm vi quản trị của bạn',
      F4: 'Không thể giao lâu hơn thời gian bạn giữ quyền: chọn ngày không quá 31/12/2026',
      F5: 'Không thể giao lâu hơn thời gian bạn giữ quyền: chọn ngày không quá 31/12/2026',
    });
  });

  it('makes accounts without a password, with all roles of their rows, after a look that makes nothing', async () => {
    const list = await workbook([
      row({ 0: 'lan', 1: '=HYPERLINK("x")' }),
      row({ 0: 'minh', 1: 'Phó Bí thư', 2: 'lanh dao cap uy', 3: 'ht', 5: '30/6' }),
      row({ 0: 'Lan', 1: '=HYPERLINK("x")', 2: 'Thành viên đoàn kiểm tra', 3: 19804, 6: 'Chỉ đơn vị này' }),
    ]);
    const look = await send(list, { dryRun: 'true' });
    expect(look.body.accounts.map((one) => one.id)).toEqual([null, null]);
    expect(await countAccounts()).toBe(2);
    const done = await send(list);
    expect(done.body.accounts.map((one) => [one.username, one.displayName, one.grants.length])).toEqual([
      ['lan', '=HYPERLINK("x")', 2],
      ['minh', 'Phó Bí thư', 1],
    ]);
    const { items } = await (await kheo.as('quantri')).call('GET /api/accounts', { query: { q: 'lan' } });
    expect(items[0]?.grants.map((grant) => [grant.roleName, grant.unit.name, grant.coversSubtree])).toEqual([
      ['Cán bộ đơn vị', 'Phường Hương Xuân', false],
      ['Thành viên đoàn kiểm tra', 'Phường Hương Chữ', false],
    ]);
    const minh = done.body.accounts[1];
    expect(minh?.grants[0]).toMatchObject({
      beginsOn: '2026-03-02',
      endsOn: '2026-06-30',
      coversSubtree: true,
    });
    const signIn = await kheo
      .stranger()
      .try('POST /api/session', { body: { username: 'minh', password: 'bất kỳ mật khẩu nào' } });
    expect(signIn.status).toBe(401);
    const invited = await (
      await kheo.as('quantri')
    ).call('POST /api/accounts/:id/invitation', { params: { id: minh?.id ?? '' } });
    expect(invited.token.length).toBeGreaterThan(20);
  });

  it('reads the template it gives out, also as CSV', async () => {
    const admin = await kheo.as('quantri');
    const template = await admin.try('GET /api/account-import-template.xlsx', {});
    const table = await readTable(template.raw, { kind: 'xlsx', name: 'mau.xlsx' });
    expect(table.rows).toHaveLength(2);
    const book = new ExcelJS.Workbook();
    // Its own bytes alone: the memory behind a small buffer is shared with others.
    await book.xlsx.load(Uint8Array.from(template.raw).buffer);
    const sheet = book.worksheets[0];
    sheet?.addRow(['tumau', 'Cán bộ từ mẫu', 'Cán bộ đơn vị', 'HX']);
    const filled = Buffer.from(await book.xlsx.writeBuffer());
    expect((await send(filled, { dryRun: 'true' })).body.accounts).toHaveLength(1);
    const csv = `${titles.join(';')}\ntucsv;Cán bộ từ CSV;Cán bộ đơn vị;HX;;;\n`;
    const read = await send(Buffer.from(csv), { name: 'tai-khoan.csv', dryRun: 'true' });
    expect(read.body.accounts[0]?.username).toBe('tucsv');
  });
});
