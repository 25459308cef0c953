import { normaliseMultiline } from '#domain/kernel/text.ts';
import { assert, bigInt, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostDecimals } from './figure-text.ts';
import { decimalText, fromOfficeDecimal, officeDecimal, readDecimal } from './interchange-decimal.ts';
import {
  interchangeOf,
  readReportsJson,
  saidIn,
  saysAlready,
  type InterchangeReport,
} from './interchange.ts';
import {
  tableReader,
  tableRows,
  type TableKey,
  type TableRecord,
  type TableRowRead,
} from './interchange-table.ts';
import { interchangeForm } from './testing/interchange-form.ts';

const most = 2n ** 63n - 1n;

describe('a figure outside the system', () => {
  it('comes back the very same, however large or fine', () => {
    assert(
      property(
        bigInt({ min: -most, max: most }),
        integer({ min: 0, max: mostDecimals }),
        (exact, decimals) => {
          const text = decimalText(exact, decimals) ?? '';
          expect(readDecimal(text, decimals)).toEqual({ exact });
          expect(readDecimal(fromOfficeDecimal(officeDecimal(text) ?? '') ?? '', decimals)).toEqual({
            exact,
          });
        },
      ),
    );
  });

  it('is read as an office types it, and refused where it is none', () => {
    expect(fromOfficeDecimal('1.234,5')).toBe('1234.5');
    expect(fromOfficeDecimal('1 234')).toBe('1234');
    for (const wrong of ['12.5', '1e3', 'năm', '1,2,3', '--1']) expect(fromOfficeDecimal(wrong)).toBeNull();
    expect(readDecimal('12.50', 1)).toEqual({ exact: 125n });
    expect(readDecimal('12.5', 0)).toEqual({ fault: 'Chỉ tiêu này là số nguyên' });
    expect(readDecimal('9223372036854775808', 0)).toEqual({ fault: 'Số quá lớn' });
    expect(readDecimal('1e3', 0)).toEqual({ fault: '“1e3” không phải là số' });
  });
});

const asRead = (record: TableRecord, rowNumber: number): TableRowRead => ({
  rowNumber,
  cells: Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => {
      const cell = normaliseMultiline(value ?? '');
      return cell === '' ? [] : [[key, cell]];
    }),
  ),
});
const place = (row: number, key: TableKey | null) => `${row} ${key ?? ''}`.trim();

function readBack(rows: readonly TableRecord[]) {
  const reader = tableReader(place);
  for (const [at, row] of rows.entries()) reader.take(asRead(row, at + 2));
  const { reports, faults } = reader.finish();
  return { reports, faults };
}
const rowsOf = (report: InterchangeReport) => [...tableRows(report, interchangeForm)];

describe('reports as a table', () => {
  it('has words longer than a cell on several rows', () => {
    const words = 'Lời văn dài. '.repeat(3_500).trim();
    const rows = rowsOf(report({ narrative: { notes: words } }));
    expect(rows.filter((row) => row.code === 'notes').map((row) => row.piece)).toEqual(['1', '2']);
    expect(readBack(rows).reports[0]?.report.sections[0]?.words).toBe(words);
    const lacking = rows.filter((row) => row.piece !== '1');
    expect(readBack(lacking).faults).toEqual([{ where: '8 piece', message: 'Mục “notes” thiếu đoạn' }]);
  });

  it('names every bad cell', () => {
    const rows = rowsOf(report({}));
    const change = (at: number, cells: TableRecord) => Object.assign(rows[at] ?? {}, cells);
    change(1, { stated: '12.5' });
    change(2, { from: '31/02/2026' });
    change(3, { part: 'Khác' });
    change(4, { revision: '2' });
    change(5, { code: null });
    const copy = { ...rows[6] };
    expect(readBack([...rows, copy]).faults.map((fault) => fault.where)).toEqual([
      '3 stated',
      '4 from',
      '5 part',
      '6 revision',
      '7 code',
      '11 code',
    ]);
  });
});

function report(more: { stated?: (bigint | null)[]; narrative?: Record<string, string> }): InterchangeReport {
  const none = interchangeForm.indicators.map(() => null);
  return interchangeOf({
    form: { code: 'thu', revision: 1, content: interchangeForm },
    unit: { code: 'HX', name: 'Phường Hương Xuân' },
    period: { from: '2026-01-01', to: '2026-01-31' },
    state: 'draft',
    nothingToReport: false,
    counted: none,
    stated: more.stated ?? none,
    figures: none,
    reasons: {},
    narrative: more.narrative ?? {},
  });
}

describe('reports as JSON', () => {
  it('of another shape are refused with the place', () => {
    expect(readReportsJson('{').faults).toEqual([
      { where: 'Tệp', message: 'Không phải là tệp JSON đúng cú pháp' },
    ]);
    expect(readReportsJson('{"format":"x"}').faults[0]?.message).toContain('kheo-reports');
    const wrong = { ...report({}), periodFrom: '31/01/2026', revision: '1' };
    const text = JSON.stringify({ format: 'kheo-reports', formatVersion: 1, reports: [report({}), wrong] });
    expect(readReportsJson(text).faults).toEqual([
      { where: 'Báo cáo thứ 2, trường revision', message: 'Thiếu hoặc sai kiểu' },
      { where: 'Báo cáo thứ 2, trường periodFrom', message: 'Không phải là ngày dạng năm-tháng-ngày' },
    ]);
  });
});

describe('what a file says about a report', () => {
  const said = (given: InterchangeReport) =>
    saidIn(interchangeForm, {
      report: given,
      where: ({ part, code, field }) => [part, code, field].filter(Boolean).join('.'),
    });

  it('tells nothing stated from nought', () => {
    const given = report({ stated: [null, 0n, 5n, null, null] });
    expect(said(given).said.stated).toEqual({
      registered: null,
      money: '0',
      land: '5',
      labour: null,
      all: null,
    });
  });

  it('does not fit the form where it names another figure, a formula or too fine a number', () => {
    const given = report({});
    const figure = (code: string, stated: string | null) => ({
      code,
      stated,
      reason: code === 'labour' ? 'x'.repeat(501) : '',
      counted: null,
      value: null,
    });
    const wrong = {
      ...given,
      figures: [
        figure('gone', '1'),
        figure('all', '1'),
        figure('money', '1.25'),
        figure('labour', null),
        figure('land', '1'),
        figure('land', '1'),
      ],
      sections: [{ code: 'gone', words: '' }],
    };
    expect(said(wrong).faults).toEqual([
      { where: 'figure.gone', message: 'Biểu mẫu không có chỉ tiêu “gone”' },
      { where: 'figure.all.stated', message: '“=SUM(A1)” do máy tính, không nhập' },
      { where: 'figure.money.stated', message: 'Không quá 1 chữ số sau dấu phẩy' },
      { where: 'figure.labour.reason', message: 'Lý do dài quá 500 ký tự' },
      { where: 'figure.land', message: 'Chỉ tiêu “land” ghi hai lần cho một báo cáo' },
      { where: 'section.gone.words', message: 'Biểu mẫu không có mục “gone”' },
    ]);
  });

  it('is told from what the report says already', () => {
    const kept = { stated: [null, 0n, null, null, null], reasons: {}, narrative: {}, nothingToReport: false };
    expect(saysAlready(interchangeForm, kept, said(report({ stated: kept.stated })).said)).toBe(true);
    expect(saysAlready(interchangeForm, kept, said(report({})).said)).toBe(false);
  });
});
