import { parse } from 'csv-parse/sync';
import { Problem } from '#domain/kernel/problem.ts';
import { normaliseMultiline } from '#domain/kernel/text.ts';
import { columnLetters } from './table.ts';
import type { ReadTable, TableCell, TableLimits, TableRow } from './table.ts';

/** CSV as Excel on a Vietnamese machine writes it: UTF-8, UTF-16 or windows-1258; comma, semicolon or tab. */
export function readCsv(bytes: Buffer, options: TableLimits & { name: string }): ReadTable {
  const { text, separator } = takeSeparatorLine(decodeText(bytes));
  const records = parseRecords(text, separator ?? guessSeparator(text), options);
  const rows: TableRow[] = [];
  for (const [at, record] of records.entries()) {
    const cells = record
      .map((raw, column) => csvCell(raw, { column, rowNumber: at + 1 }))
      .filter((cell) => cell.kind !== 'empty');
    if (cells.length === 0) continue;
    if (record.length > options.maxColumns && cells.some((cell) => isBeyond(cell, options.maxColumns))) {
      throw new Problem('table_too_many_columns', { name: options.name, limit: options.maxColumns });
    }
    rows.push({ rowNumber: at + 1, isHidden: false, cells });
    if (rows.length > options.maxRows) throw tooManyRows(options);
  }
  return { sheetName: options.name, sheetNames: [options.name], rows };
}

function isBeyond(cell: TableCell, maxColumns: number): boolean {
  const last = columnLetters(maxColumns);
  return cell.column.length > last.length || (cell.column.length === last.length && cell.column > last);
}

function tooManyRows(options: { name: string; maxRows: number }): Problem {
  return new Problem('table_too_many_rows', { name: options.name, limit: options.maxRows });
}

const EMPTY_LINES_BORNE = 5000;

function parseRecords(text: string, delimiter: string, options: TableLimits & { name: string }): string[][] {
  const most = options.maxRows + EMPTY_LINES_BORNE;
  try {
    const records = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: most,
      max_record_size: 1024 * 1024,
    });
    if (records.length >= most) throw tooManyRows(options);
    return records;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('table_unreadable', {
      name: options.name,
      reason: 'dấu nháy kép hoặc dấu ngăn cột bị lệch',
    });
  }
}

function csvCell(raw: string, at: { column: number; rowNumber: number }): TableCell {
  const value = normaliseMultiline(raw);
  const column = columnLetters(at.column + 1);
  return {
    column,
    address: `${column}${at.rowNumber}`,
    value: value === '' ? null : value,
    kind: value === '' ? 'empty' : 'text',
    text: value,
    // Excel takes such a cell of a CSV file for a formula, whoever wrote it.
    isFormula: value.startsWith('='),
    error: null,
  };
}

/** By its mark; without one, UTF-8 where it is valid, else the old Vietnamese code page of Windows. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
}

/** Excel's own first line "sep=;" names the separator. */
function takeSeparatorLine(text: string): { text: string; separator: string | null } {
  const match = /^sep=(.)\r?\n/i.exec(text);
  // The line stays as an empty one, so that row numbers are those of the file.
  return match
    ? { text: text.slice(match[0].length - 1), separator: match[1] ?? null }
    : { text, separator: null };
}

/** The separator that occurs most in the first lines, outside quotes; a quote may still be open where they end. */
function guessSeparator(text: string): string {
  const head = text.slice(0, 8192).replace(/"[^"]*(?:"|$)/g, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
