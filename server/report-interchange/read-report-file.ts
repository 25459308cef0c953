import { parseVietnameseDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { readReportsJson, type FileFault, type PlacedReport } from '#domain/reports/interchange.ts';
import {
  tableColumns,
  tableReader,
  type TableKey,
  type TableReader,
} from '#domain/reports/interchange-table.ts';
import { mostDigits } from '#server/excel/exact-number.ts';
import { matchColumns, type ColumnSpec } from '#server/excel/match-columns.ts';
import { decodeText } from '#server/excel/read-csv.ts';
import { readTable, streamTable } from '#server/excel/read-table.ts';
import { cellFault, type TableCell, type TableRow } from '#server/excel/table.ts';
import { reportSheet } from './write-report-file.ts';

export interface ReadReports {
  readonly reports: PlacedReport[];
  readonly faults: FileFault[];
}

const limits = { maxRows: 200_000, maxColumns: 60 };
const headerWithin = 20;
const optional: readonly TableKey[] = ['unitName', 'state', 'label', 'piece', 'counted', 'value'];
const specs: readonly ColumnSpec<TableKey>[] = tableColumns.map(({ key, header }) => ({
  key,
  label: header,
  required: !optional.includes(key),
}));

/** Reads a file of reports, each part with the place where a person finds it again. */
export async function readReportFile(
  content: Buffer,
  file: { readonly name: string; readonly extension: string },
): Promise<ReadReports> {
  const { name, extension } = file;
  if (extension === 'json') return readReportsJson(decodeText(content));
  if (extension !== 'xlsx' && extension !== 'csv')
    throw new Problem('table_unreadable', {
      name,
      reason: 'chỉ nhận tệp .json, .csv hoặc .xlsx do hệ thống xuất ra',
    });
  const rows = rowReader(extension);
  if (extension === 'xlsx') await streamTable(content, { name, ...limits }, rows.take);
  else for (const row of (await readTable(content, { kind: 'csv', name, ...limits })).rows) rows.take(row);
  return rows.finish();
}

/** Finds the header among the first rows and hands over what stands below it. */
function rowReader(extension: 'xlsx' | 'csv') {
  const cellFaults: FileFault[] = [];
  let reader: TableReader | null = null;
  let keys = new Map<string, TableKey>();
  let missing: readonly string[] = specs.map((spec) => spec.label);
  let seen = 0;
  const begin = (row: TableRow): void => {
    seen += 1;
    if (seen > headerWithin) return;
    const match = matchColumns(row.cells, specs);
    if (match.missing.length < missing.length) missing = match.missing;
    if (match.missing.length > 0) return;
    const columns = match.columns;
    keys = new Map(Object.entries(columns).map(([key, column]) => [column, key as TableKey]));
    reader = tableReader((rowNumber, key) => placeWords(extension, rowNumber, key && (columns[key] ?? null)));
  };
  return {
    take(row: TableRow): void {
      if (reader === null) begin(row);
      else reader.take({ rowNumber: row.rowNumber, cells: cellsOf(row, keys, cellFaults, extension) });
    },
    finish(): ReadReports {
      if (reader === null)
        throw new Problem('import_header_missing', {
          columns: missing.map((label) => `“${label}”`).join(', '),
        });
      const { reports, faults } = reader.finish();
      return { reports, faults: [...cellFaults, ...faults] };
    },
  };
}

function placeWords(extension: 'xlsx' | 'csv', rowNumber: number, column: string | null): string {
  if (extension === 'xlsx')
    return column === null
      ? `Trang “${reportSheet}”, dòng ${rowNumber}`
      : `Trang “${reportSheet}”, ô ${column}${rowNumber}`;
  return column === null ? `Dòng ${rowNumber}` : `Dòng ${rowNumber}, cột ${column}`;
}

function cellsOf(
  row: TableRow,
  keys: ReadonlyMap<string, TableKey>,
  faults: FileFault[],
  extension: 'xlsx' | 'csv',
): Partial<Record<TableKey, string>> {
  const cells: Partial<Record<TableKey, string>> = {};
  for (const cell of row.cells) {
    const key = keys.get(cell.column);
    if (key === undefined) continue;
    const message = cellFault(cell)?.message ?? tooManyDigits(cell, key);
    if (message) faults.push({ where: placeWords(extension, row.rowNumber, cell.column), message });
    else cells[key] = key === 'from' || key === 'to' ? dayText(cell) : cell.text;
  }
  return cells;
}

/** Excel keeps fifteen digits of a number: what stood behind them is lost, and nobody would see it. */
function tooManyDigits({ kind, value, text }: TableCell, key: TableKey): string | null {
  if (kind !== 'number' || key !== 'stated') return null;
  const long = Math.abs(Number(value)) >= 10 ** mostDigits || /e/i.test(text);
  return long ? 'Excel không giữ đủ chữ số của số này; đổi ô sang dạng chữ rồi ghi lại' : null;
}

function dayText({ kind, value, text }: TableCell): string {
  if (kind === 'day') return String(value);
  return (/\d{4}/.test(text) ? parseVietnameseDay(text, { defaultYear: 2000 }) : null) ?? text;
}
