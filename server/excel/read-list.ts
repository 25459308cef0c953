import { parseVietnameseDay, type Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { findHeaderRow, type ColumnSpec } from './match-columns.ts';
import { readTable } from './read-table.ts';
import type { TableCell, TableRow } from './table.ts';

export interface OpenedList<K extends string> {
  /** Key → column letters. */
  readonly columns: Partial<Record<K, string>>;
  /** Below the header. */
  readonly rows: TableRow[];
}

interface ListSpec<K extends string> {
  readonly upload: StoredFile;
  readonly columns: readonly ColumnSpec<K>[];
  readonly maxRows: number;
  /** Which of the required columns that were not found are truly lacking; all of them where nothing is said. */
  readonly lacking?: (missing: readonly string[], columns: Partial<Record<K, string>>) => readonly string[];
}

/** Opens an uploaded list that somebody filled in: which column is which, and its rows. */
export async function openList<K extends string>(
  source: Buffer | string,
  spec: ListSpec<K>,
): Promise<OpenedList<K>> {
  const { upload } = spec;
  if (upload.extension !== 'xlsx' && upload.extension !== 'csv')
    throw new Problem('table_unreadable', { name: upload.name, reason: 'chỉ nhận tệp .xlsx hoặc .csv' });
  const table = await readTable(source, {
    kind: upload.extension,
    name: upload.name,
    maxRows: spec.maxRows,
  });
  const header = findHeaderRow(table.rows, spec.columns);
  const found = header?.match.columns ?? {};
  const missing =
    header?.match.missing ?? spec.columns.filter((column) => column.required).map((column) => column.label);
  const lacking = spec.lacking?.(missing, found) ?? missing;
  if (!header || lacking.length > 0)
    throw new Problem('import_header_missing', { columns: lacking.map((label) => `“${label}”`).join(', ') });
  const rows = table.rows.slice(header.index + 1);
  if (rows.length === 0) throw new Problem('import_empty');
  return { columns: found, rows };
}

/** What a cell says, or why it cannot be read; the fault names what is accepted. */
export type Reading<T> = { readonly value: T; readonly fault?: string };

/** The key of one of some words, written with or without marks; an empty cell means `otherwise`. */
export function readWord<K extends string, E>(
  cell: TableCell | undefined,
  words: Readonly<Record<K, string>>,
  otherwise: E,
): Reading<K | E> {
  if (!cell) return { value: otherwise };
  const folded = foldVietnamese(cell.text);
  const keys = Object.keys(words) as K[];
  const found = keys.find((key) => foldVietnamese(words[key]) === folded);
  if (found !== undefined) return { value: found };
  return { value: otherwise, fault: `Chỉ nhận: ${keys.map((key) => words[key]).join(', ')}` };
}

export function readDay(cell: TableCell | undefined, defaultYear: number): Reading<Day | null> {
  if (!cell) return { value: null };
  if (cell.kind === 'day') return { value: String(cell.value) };
  const day = cell.kind === 'text' ? parseVietnameseDay(cell.text, { defaultYear }) : null;
  if (day !== null) return { value: day };
  return {
    value: null,
    fault: 'Không đọc được ngày; ghi theo mẫu ngày/tháng/năm, ví dụ 05/03/2026',
  };
}
