import { Readable } from 'node:stream';
import type { FileAnswer } from '#contract/endpoint.ts';
import type { FormContent } from '#domain/reports/form.ts';
import type { InterchangeReport } from '#domain/reports/interchange.ts';
import {
  tableColumns,
  tableRows,
  type TableKey,
  type TableRecord,
} from '#domain/reports/interchange-table.ts';
import { exactNumber } from '#server/excel/exact-number.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { CellValue, WriteColumn } from '#server/excel/write-table.ts';

export interface ReportWithForm {
  readonly report: InterchangeReport;
  readonly content: FormContent;
}
export type ReportFileFormat = 'json' | 'csv' | 'xlsx';
type Reports = AsyncIterable<ReportWithForm> | Iterable<ReportWithForm>;

export const reportSheet = 'Báo cáo';

/** Reports as a file, piece by piece: any number of them in little memory. */
export function reportFile(format: ReportFileFormat, name: string, reports: Reports): FileAnswer {
  const fileName = `${name}.${format}`;
  if (format === 'json')
    return { fileName, mediaType: 'application/json', content: inBytes(jsonText(reports)) };
  if (format === 'csv')
    return { fileName, mediaType: 'text/csv; charset=utf-8', content: inBytes(csvText(reports)) };
  return workbookAnswer(fileName, [
    { sheetName: reportSheet, columns: sheetColumns, rows: sheetRows(reports) },
  ]);
}

const pieceLength = 64 * 1024;

/** Text in pieces worth sending. */
export function inBytes(text: AsyncIterable<string>): Readable {
  return Readable.from(pieces(text), { objectMode: false });
}

async function* pieces(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = '';
  for await (const piece of text) {
    waiting += piece;
    if (waiting.length < pieceLength) continue;
    yield Buffer.from(waiting);
    waiting = '';
  }
  if (waiting !== '') yield Buffer.from(waiting);
}

async function* jsonText(reports: Reports): AsyncGenerator<string> {
  yield '{"format":"kheo-reports","formatVersion":1,"reports":[';
  let between = '\n';
  for await (const { report } of reports) {
    yield `${between}${JSON.stringify(report)}`;
    between = ',\n';
  }
  yield '\n]}\n';
}

async function* csvText(reports: Reports): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(tableColumns.map((column) => column.header))}`;
  for await (const record of records(reports))
    yield csvLine(tableColumns.map(({ key }) => record[key] ?? null));
}

/** A line of CSV; text always in quotes, so that no reader wonders. */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => (cell === null || cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',')}\r\n`;
}

async function* records(reports: Reports): AsyncGenerator<TableRecord> {
  for await (const { report, content } of reports) yield* tableRows(report, content);
}

const types: Partial<Record<TableKey, NonNullable<WriteColumn['type']>>> = {
  from: 'day',
  to: 'day',
  stated: 'number',
  counted: 'number',
  value: 'number',
};

const sheetColumns: readonly WriteColumn<TableKey>[] = tableColumns.map(({ key, header, width }) => ({
  key,
  header,
  width,
  type: types[key] ?? 'text',
}));

async function* sheetRows(reports: Reports): AsyncGenerator<Partial<Record<TableKey, CellValue>>> {
  for await (const record of records(reports))
    yield {
      ...record,
      stated: exactNumber(record.stated),
      counted: exactNumber(record.counted),
      value: exactNumber(record.value),
    };
}
