import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { assert, asyncProperty, boolean, property } from 'fast-check';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { normaliseMultiline } from '#domain/kernel/text.ts';
import type { InterchangeReport } from '#domain/reports/interchange.ts';
import { tableColumns, tableReader, tableRows } from '#domain/reports/interchange-table.ts';
import { interchangeForm } from '#domain/reports/testing/interchange-form.ts';
import { anyReports } from '#server/testing/any-report.ts';
import { readReportFile } from './read-report-file.ts';
import { reportFile, type ReportFileFormat } from './write-report-file.ts';

const withForm = (reports: readonly InterchangeReport[]) =>
  reports.map((report) => ({ report, content: interchangeForm }));

async function written(format: ReportFileFormat, reports: readonly InterchangeReport[]): Promise<Buffer> {
  const { content } = reportFile(format, 'bao-cao', withForm(reports));
  if (content instanceof Uint8Array) return Buffer.from(content);
  return buffer(Readable.from(content));
}
const read = (format: ReportFileFormat, content: Buffer) =>
  readReportFile(content, { name: `bao-cao.${format}`, extension: format });
const workbookOf = async (content: Buffer): Promise<ExcelJS.Worksheet> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as never);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('the file has no sheet');
  return sheet;
};

describe('reports in a file', () => {
  it.each([
    ['json', 200],
    ['csv', 200],
    ['xlsx', 60],
  ] as const)('come back the very same: %s', async (format, numRuns) => {
    await assert(
      asyncProperty(anyReports, async (reports) => {
        const back = await read(format, await written(format, reports));
        expect(back.faults).toEqual([]);
        expect(back.reports.map((one) => one.report)).toEqual(reports);
      }),
      { numRuns },
    );
  });

  it('come back the same through rows in any order', () => {
    assert(
      property(anyReports, boolean(), (reports, turned) => {
        const rows = reports.flatMap((report) => [...tableRows(report, interchangeForm)]);
        const reader = tableReader(String);
        for (const [at, row] of (turned ? rows.toReversed() : rows).entries()) {
          const cells = Object.entries(row).flatMap(([key, value]) => {
            const cell = normaliseMultiline(value ?? '');
            return cell === '' ? [] : [[key, cell]];
          });
          reader.take({ rowNumber: at + 2, cells: Object.fromEntries(cells) });
        }
        const back = reader.finish().reports.map((one) => one.report);
        expect(turned ? back.toReversed().map(turnedBack) : back).toEqual(reports);
      }),
      { numRuns: 300 },
    );
  });

  it('hold no cell that a spreadsheet takes for a formula', async () => {
    await assert(
      asyncProperty(anyReports, async (reports) => {
        const rows = reports.flatMap((report) => [...tableRows(report, interchangeForm)]);
        const cells = rows.flatMap((row) => Object.values(row)).filter((cell) => cell !== null);
        expect(cells.filter((cell) => /^[=+@-]/.test(cell) && !/^-[\d,]+$/.test(cell))).toEqual([]);
        const sheet = await workbookOf(await written('xlsx', reports));
        sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
      }),
      { numRuns: 20 },
    );
  });

  it('open in Excel with numbers to reckon with and days as days', async () => {
    const report = {
      ...someReport(),
      figures: [figure('money', '1234567.5'), figure('land', '9007199254740993.25')],
    };
    const sheet = await workbookOf(await written('xlsx', [report]));
    const at = (key: string) => tableColumns.findIndex((column) => column.key === key) + 1;
    expect(sheet.getRow(3).getCell(at('stated')).value).toBe(1_234_567.5);
    expect(sheet.getRow(4).getCell(at('stated')).value).toBe('9007199254740993,25');
    expect(sheet.getRow(3).getCell(at('from')).value).toEqual(new Date('2026-01-01T00:00:00Z'));
  });

  it('are told apart cell by cell where they are wrong', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Báo cáo');
    sheet.addRow(['Xuất để sửa']);
    sheet.addRow(tableColumns.map((column) => column.header));
    const row = (cells: Record<string, ExcelJS.CellValue>) => {
      const whole: Record<string, ExcelJS.CellValue> = { ...good, ...cells };
      sheet.addRow(tableColumns.map(({ key }) => whole[key] ?? null));
    };
    row({ stated: { formula: '1+1', result: 2 } });
    row({ code: 'land', stated: 1.5e17 });
    row({ code: 'labour', stated: 'mười' });
    row({ code: 'all', from: '31/02/2026' });
    row({ code: 'all', from: '01/01/2026', to: '31/1/2026', stated: 12.5 });
    const { faults, reports } = await read('xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect(faults.map((fault) => fault.where)).toEqual([
      'Trang “Báo cáo”, ô K3',
      'Trang “Báo cáo”, ô K4',
      'Trang “Báo cáo”, ô K5',
      'Trang “Báo cáo”, ô E6',
    ]);
    expect(faults[0]?.message).toContain('có công thức');
    expect(reports[0]?.report.figures.at(-1)).toMatchObject({ code: 'all', stated: '12.5' });
  });

  it('without their columns are refused by the columns that are missing', async () => {
    const content = Buffer.from('Mã biểu mẫu,Bản,Mã đơn vị\ndvk,1,HX\n');
    await expect(read('csv', content)).rejects.toMatchObject({ code: 'import_header_missing' });
    await expect(readReportFile(content, { name: 'bao-cao.txt', extension: 'txt' })).rejects.toMatchObject({
      code: 'table_unreadable',
    });
  });
});

/** Rows read backwards list figures and sections backwards. */
function turnedBack(report: InterchangeReport): InterchangeReport {
  return { ...report, figures: report.figures.toReversed(), sections: report.sections.toReversed() };
}

const good = {
  formCode: 'thu',
  revision: 1,
  unitCode: 'HX',
  from: '2026-01-01',
  to: '2026-01-31',
  part: 'Số liệu',
  code: 'money',
};
const figure = (code: string, stated: string) => ({ code, stated, reason: '', counted: null, value: null });

function someReport(): InterchangeReport {
  return {
    formCode: 'thu',
    revision: 1,
    unitCode: 'HX',
    unitName: 'Phường Hương Xuân',
    periodFrom: '2026-01-01',
    periodTo: '2026-01-31',
    state: 'draft',
    nothingToReport: false,
    figures: [],
    sections: [],
  };
}
