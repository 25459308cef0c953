import { describe, expect, it, test } from 'vitest';
import { Problem } from '#domain/kernel/problem.ts';
import { xlsxParts, zipOf } from '#server/testing/files/archives.ts';
import { findHeaderRow, matchColumns } from './match-columns.ts';
import { dayOfSerial, isDateFormat } from './number-format.ts';
import { readTable, streamTable } from './read-table.ts';
import { cellFault, cellOf, columnIndex, columnLetters } from './table.ts';
import type { ReadTable } from './table.ts';

const inline = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

const styles =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>' +
  '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>';

function sheetOf(xml: string): Promise<ReadTable> {
  const bytes = zipOf(xlsxParts([{ name: 'Danh sách', xml }], { styles }));
  return readTable(bytes, { kind: 'xlsx', name: 'danh-sach.xlsx' });
}

async function refusal(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error('not refused with a problem', { cause: error });
}

function valuesOf(table: ReadTable): (string | number | null)[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.value));
}

describe('reading a workbook', () => {
  it('gives text in NFC, exact numbers and days', async () => {
    const table = await sheetOf(
      `<sheetData><row r="3">${inline('A3', ' Hương\u00A0 Xuân '.normalize('NFD'))}<c r="B3"><v>1234.5</v></c><c r="C3" s="1"><v>45356</v></c><c r="D3" s="2"><v>45356.75</v></c><c r="E3"><v>0.1</v></c></row></sheetData>`,
    );
    expect(table.sheetName).toBe('Danh sách');
    expect(table.rows[0]?.rowNumber).toBe(3);
    expect(valuesOf(table)).toEqual([['Hương Xuân', 1234.5, '2024-03-05', '2024-03-05', 0.1]]);
    expect(table.rows[0]?.cells.map((cell) => cell.text)).toEqual([
      'Hương Xuân',
      '1234,5',
      '05/03/2024',
      '05/03/2024',
      '0,1',
    ]);
  });

  it('points at a formula by its cell, alone or shared', async () => {
    const table = await sheetOf(
      '<sheetData><row r="7"><c r="D7"><f>SUM(A1:A6)</f><v>12</v></c><c r="E7"><f t="shared" si="0"/><v>1</v></c><c r="F7"><f>NOW()</f></c></row></sheetData>',
    );
    expect(table.rows[0]?.cells.map(cellFault)).toEqual([
      { path: 'D7', message: 'Ô D7 có công thức; hãy dán giá trị' },
      { path: 'E7', message: 'Ô E7 có công thức; hãy dán giá trị' },
      { path: 'F7', message: 'Ô F7 có công thức; hãy dán giá trị' },
    ]);
  });

  it('points at an error by its cell', async () => {
    const table = await sheetOf('<sheetData><row r="2"><c r="B2" t="e"><v>#N/A</v></c></row></sheetData>');
    expect(table.rows[0]?.cells.map(cellFault)).toEqual([
      { path: 'B2', message: 'Ô B2 báo lỗi #N/A; hãy sửa hoặc để trống' },
    ]);
  });

  it('joins rich text, reads shared strings wherever they lie and undoes Excel’s escapes', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>';
    const parts = xlsxParts([{ name: 'A', xml: sheet }], {
      sharedStrings:
        '<si><r><t>Dân </t></r><r><rPr><b/></rPr><t>vận</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>a_x000D_\nb</t></si>',
    });
    const table = await readTable(zipOf(parts.toReversed()), { kind: 'xlsx', name: 'a.xlsx' });
    expect(valuesOf(table)).toEqual([['Dân vận', 'a\nb']]);
  });

  it('fills a merge down its rows and leaves titles alone', async () => {
    const table = await sheetOf(
      `<sheetData><row r="1">${inline('A1', 'Danh sách')}</row><row r="2">${inline('A2', 'Phường Tứ Hạ')}${inline('B2', 'x')}</row><row r="3">${inline('B3', 'y')}</row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:A3"/></mergeCells>`,
    );
    expect(valuesOf(table)).toEqual([['Danh sách'], ['Phường Tứ Hạ', 'x'], ['Phường Tứ Hạ', 'y']]);
    expect(table.rows[2]?.cells[0]).toMatchObject({ address: 'A3', mergedFrom: 'A2' });
  });

  it('passes hidden sheets by and says which others there are', async () => {
    const xml = `<sheetData><row r="1">${inline('A1', 'x')}</row></sheetData>`;
    const bytes = zipOf(
      xlsxParts([
        { name: 'Ẩn', xml, state: 'hidden' },
        { name: 'Một', xml },
        { name: 'Hai', xml },
      ]),
    );
    const table = await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx' });
    expect([table.sheetName, table.sheetNames]).toEqual(['Một', ['Một', 'Hai']]);
    expect((await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx', sheetName: 'Hai' })).sheetName).toBe(
      'Hai',
    );
    const none = await refusal(readTable(bytes, { kind: 'xlsx', name: 'a.xlsx', sheetName: 'Ba' }));
    expect(none.code).toBe('table_unreadable');
  });

  it('counts from 1904 where the workbook does', async () => {
    const xml = '<sheetData><row r="1"><c r="A1" s="1"><v>43894</v></c></row></sheetData>';
    const bytes = zipOf(xlsxParts([{ name: 'A', xml }], { styles, date1904: true }));
    expect(valuesOf(await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx' }))).toEqual([['2024-03-05']]);
  });

  it('hands over any number of rows one by one', async () => {
    const rows = Array.from(
      { length: 7_000 },
      (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
    );
    const bytes = zipOf(xlsxParts([{ name: 'A', xml: `<sheetData>${rows.join('')}</sheetData>` }]));
    let sum = 0;
    const options = { name: 'a.xlsx', maxRows: 10_000, maxColumns: 5 };
    const { sheetName } = await streamTable(bytes, options, (row) => {
      sum += Number(row.cells[0]?.value);
    });
    expect([sheetName, sum]).toEqual(['A', (6_999 * 7_000) / 2]);
  });

  it('works out addresses where a writer leaves them away', async () => {
    const table = await sheetOf(
      '<sheetData><row><c t="inlineStr"><is><t>a</t></is></c><c t="inlineStr"><is><t>b</t></is></c></row></sheetData>',
    );
    expect(table.rows[0]?.cells.map((cell) => cell.address)).toEqual(['A1', 'B1']);
  });
});

describe('workbooks that are refused', () => {
  const rows = (count: number): string =>
    `<sheetData>${Array.from({ length: count }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;

  it('names the limit of rows, and does not count empty ones', async () => {
    const problem = await refusal(sheetOf(rows(5_001)));
    expect(problem.code).toBe('table_too_many_rows');
    const empty = `<sheetData>${Array.from({ length: 20_000 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"/></row>`).join('')}</sheetData>`;
    expect((await sheetOf(empty)).rows).toEqual([]);
  });
  it('names the limit of columns', async () => {
    const problem = await refusal(sheetOf('<sheetData><row r="1"><c r="BZ1"><v>1</v></c></row></sheetData>'));
    expect(problem.code).toBe('table_too_many_columns');
  });
  it('says that a cut or ill-formed one is damaged', async () => {
    expect((await refusal(sheetOf('<sheetData><row r="1"></sheetData>'))).code).toBe('file_damaged');
    const whole = zipOf(xlsxParts([{ name: 'A', xml: rows(3) }]));
    const cut = readTable(whole.subarray(0, whole.length - 60), { kind: 'xlsx', name: 'a.xlsx' });
    expect((await refusal(cut)).code).toBe('file_damaged');
    const none = readTable(Buffer.from('xin chào'), { kind: 'xlsx', name: 'a.xlsx' });
    expect((await refusal(none)).code).toBe('file_damaged');
  });
});

describe('reading CSV', () => {
  const csv = (bytes: Buffer | string): Promise<ReadTable> =>
    readTable(Buffer.from(bytes as string), { kind: 'csv', name: 'danh-sach.csv' });
  const utf16be = Buffer.from('\uFEFFTên;Nơi\n', 'utf16le').swap16();

  test.each([
    ['UTF-8', Buffer.from('Tên;Nơi\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFTên;Nơi\n')],
    ['UTF-8, decomposed', Buffer.from('Tên,Nơi\r\n'.normalize('NFD'))],
    ['UTF-16', Buffer.from('\uFEFFTên\tNơi\r\n', 'utf16le')],
    ['UTF-16, big end first', utf16be],
    ['windows-1258', Buffer.from([0x54, 0xea, 0x6e, 0x3b, 0x4e, 0xf5, 0x69, 0x0a])],
  ])('understands %s', async (_encoding, bytes) =>
    expect(valuesOf(await csv(bytes))).toEqual([['Tên', 'Nơi']]),
  );

  it('keeps the row numbers of the file, quotes and lines within cells', async () => {
    const table = await csv('sep=;\n\n"a;b";"dòng 1\ndòng 2";3,5\n');
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]?.rowNumber).toBe(3);
    expect(valuesOf(table)).toEqual([['a;b', 'dòng 1\ndòng 2', '3,5']]);
  });
  it('points at what Excel would take for a formula', async () => {
    const table = await csv('a,=1+1\n');
    expect(table.rows[0]?.cells.map((cell) => cell.isFormula)).toEqual([false, true]);
  });
  it('refuses too many rows, too many columns and lost quotes', async () => {
    expect((await refusal(csv('1\n'.repeat(5_001)))).code).toBe('table_too_many_rows');
    expect((await refusal(csv('\n'.repeat(90_000)))).code).toBe('table_too_many_rows');
    expect((await refusal(csv(`${'1,'.repeat(80)}1\n`))).code).toBe('table_too_many_columns');
    expect((await refusal(csv('"a,b\n'.repeat(3)))).code).toBe('table_unreadable');
  });
});

describe('finding columns', () => {
  const specs = [
    { key: 'name', label: 'Tên mô hình', aliases: ['Tên mô hình, điển hình'], required: true },
    { key: 'place', label: 'Địa chỉ', required: true },
    { key: 'note', label: 'Ghi chú' },
  ] as const;

  it('goes by names without marks, case, brackets and order', async () => {
    const table = await readTable(Buffer.from('DIA CHI;Tên mô hình (*);Lạ\n'), {
      kind: 'csv',
      name: 'a.csv',
    });
    expect(matchColumns(table.rows[0]?.cells ?? [], specs)).toEqual({
      columns: { name: 'B', place: 'A' },
      missing: [],
      unknown: [{ address: 'C1', text: 'Lạ' }],
    });
  });
  it('finds the header under a title and names what is missing', async () => {
    const text = 'DANH SÁCH ĐĂNG KÝ\n\nTên mô hình, điển hình;Ghi chú\nA;B\n'.replaceAll(',', '');
    const table = await readTable(Buffer.from(text), { kind: 'csv', name: 'a.csv' });
    const found = findHeaderRow(table.rows, specs);
    expect(found).toMatchObject({
      index: 1,
      match: { columns: { name: 'A', note: 'B' }, missing: ['Địa chỉ'] },
    });
    const row = table.rows[2];
    expect(row && cellOf(row, found?.match.columns.name)?.value).toBe('A');
    expect(findHeaderRow(table.rows.slice(2), specs)).toBeNull();
  });
});

describe('formats and columns', () => {
  test.each([
    ['dd/mm/yyyy', true],
    ['[$-42A]dd mmmm yyyy;@', true],
    ['dd\\/mm\\/yyyy', true],
    ['mmm-yy', true],
    ['h:mm', false],
    ['#,##0 "đồng"', false],
    ['General', false],
    ['0.00', false],
    ['@', false],
    ['[Red]0', false],
  ])('%s shows a day: %s', (code, answer) => expect(isDateFormat(code)).toBe(answer));

  it('counts days as Excel does, its 29 February 1900 included', () => {
    expect([dayOfSerial(1, false), dayOfSerial(59, false), dayOfSerial(61, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
    ]);
    expect(dayOfSerial(-1, false)).toBeNull();
  });
  it('names columns as Excel does', () => {
    expect([1, 26, 27, 702, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(columnIndex(columnLetters(16_384))).toBe(16_384);
  });
});
