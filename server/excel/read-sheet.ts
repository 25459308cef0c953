import { formatDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { normaliseMultiline } from '#domain/kernel/text.ts';
import type { GuardedZip } from '#server/platform/files/zip-guard.ts';
import { dayOfSerial, plainNumber } from './number-format.ts';
import { richText } from './read-workbook.ts';
import type { SheetEntry, Workbook } from './read-workbook.ts';
import { columnIndex, columnLetters } from './table.ts';
import type { TableCell, TableLimits, TableRow } from './table.ts';
import { walkXml } from './xml-stream.ts';

type RawCell = {
  column: string;
  rowNumber: number;
  type: string;
  style: number;
  raw: string;
  isFormula: boolean;
};

/** A vertical merge: column, first and last row. */
type Merge = { column: string; from: number; to: number };

export type SheetSource = { workbook: Workbook; sheet: SheetEntry; name: string; limits: TableLimits };

const MERGES_AT_MOST = 20_000;
const ADDRESS = /^([A-Z]{1,3})(\d{1,7})$/;

/** One sheet as rows of cells; empty cells and rows are left out, as is everything but values. */
export async function readSheet(zip: GuardedZip, source: SheetSource): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const merges = await walkRows(zip, source, (row) => rows.push(row));
  fillMerges(rows, merges);
  return rows;
}

/** Hands over row after row, in little memory; the merges come last, as they do in the file. */
export async function walkRows(
  zip: GuardedZip,
  source: SheetSource,
  onRow: (row: TableRow) => void,
): Promise<Merge[]> {
  const merges: Merge[] = [];
  const inline = richText();
  let row: TableRow = { rowNumber: 0, isHidden: false, cells: [] };
  let cell: RawCell | null = null;
  let isInValue = false;
  let taken = 0;

  await walkXml(zip, source.sheet.part, {
    open(name, attributes) {
      inline.open(name);
      if (name === 'row') {
        const rowNumber = Number(attributes['r'] ?? row.rowNumber + 1);
        row = { rowNumber, isHidden: attributes['hidden'] === '1', cells: [] };
      } else if (name === 'c') {
        cell = openCell(attributes, row);
        inline.reset();
      } else if (name === 'v') isInValue = cell !== null;
      else if (name === 'f' && cell) cell.isFormula = true;
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '');
    },
    text(text) {
      if (isInValue && cell) cell.raw += text;
      inline.text(text);
    },
    close(name) {
      inline.close(name);
      if (name === 'v') isInValue = false;
      if (name === 'c' && cell) {
        if (cell.type === 'inlineStr') cell.raw = inline.value();
        const finished = finishCell(cell, source.workbook);
        if (finished.kind !== 'empty' || finished.isFormula || finished.error) row.cells.push(finished);
        cell = null;
      }
      if (name !== 'row' || row.cells.length === 0) return;
      taken += 1;
      refuseBeyondLimits(row, taken, source);
      onRow(row);
    },
  });
  return merges;
}

function openCell(attributes: Readonly<Record<string, string>>, row: TableRow): RawCell {
  const address = ADDRESS.exec(attributes['r'] ?? '');
  const before = row.cells.at(-1)?.column;
  return {
    column: address?.[1] ?? columnLetters(before === undefined ? 1 : columnIndex(before) + 1),
    rowNumber: row.rowNumber,
    type: attributes['t'] ?? 'n',
    style: Number(attributes['s'] ?? 0),
    raw: '',
    isFormula: false,
  };
}

function refuseBeyondLimits(row: TableRow, taken: number, source: SheetSource): void {
  const { name, limits } = source;
  const last = row.cells.at(-1);
  if (last && columnIndex(last.column) > limits.maxColumns) {
    throw new Problem('table_too_many_columns', { name, limit: limits.maxColumns });
  }
  if (taken > limits.maxRows) throw new Problem('table_too_many_rows', { name, limit: limits.maxRows });
}

function finishCell(cell: RawCell, workbook: Workbook): TableCell {
  const base = {
    column: cell.column,
    address: `${cell.column}${cell.rowNumber}`,
    isFormula: cell.isFormula,
    error: null,
  };
  switch (cell.type) {
    case 's':
      return { ...base, ...textValue(workbook.strings[Number(cell.raw)] ?? '') };
    case 'inlineStr':
    case 'str':
      return { ...base, ...textValue(cell.raw) };
    case 'b':
      return { ...base, ...textValue(cell.raw === '1' ? 'Đúng' : 'Sai') };
    case 'e':
      return { ...base, value: null, kind: 'empty', text: cell.raw, error: cell.raw };
    case 'd':
      return { ...base, ...textValue(cell.raw.slice(0, 10)), kind: 'day' };
    default:
      return { ...base, ...numberValue(cell, workbook) };
  }
}

function textValue(raw: string): Pick<TableCell, 'value' | 'kind' | 'text'> {
  const text = normaliseMultiline(raw);
  return text === '' ? { value: null, kind: 'empty', text } : { value: text, kind: 'text', text };
}

function numberValue(cell: RawCell, workbook: Workbook): Pick<TableCell, 'value' | 'kind' | 'text'> {
  const value = cell.raw.trim() === '' ? Number.NaN : Number(cell.raw);
  if (!Number.isFinite(value)) return textValue(cell.raw);
  const day = workbook.dateStyles[cell.style] ? dayOfSerial(value, workbook.uses1904) : null;
  if (day) return { value: day, kind: 'day', text: formatDay(day) };
  return { value, kind: 'number', text: plainNumber(value) };
}

function addMerge(merges: Merge[], reference: string): void {
  const [first, last] = reference.split(':').map((address) => ADDRESS.exec(address));
  if (!first?.[1] || !last || merges.length >= MERGES_AT_MOST) return;
  const [from, to] = [Number(first[2]), Number(last[2])];
  if (to > from) merges.push({ column: first[1], from, to });
}

/** A unit's name merged over its rows belongs to each of them. Merges across columns are titles: left alone. */
function fillMerges(rows: readonly TableRow[], merges: readonly Merge[]): void {
  if (merges.length === 0) return;
  const byNumber = new Map(rows.map((row) => [row.rowNumber, row]));
  const lastRow = rows.at(-1)?.rowNumber ?? 0;
  for (const merge of merges) {
    const top = byNumber.get(merge.from)?.cells.find((cell) => cell.column === merge.column);
    if (!top) continue;
    for (let rowNumber = merge.from + 1; rowNumber <= Math.min(merge.to, lastRow); rowNumber += 1) {
      const row = byNumber.get(rowNumber);
      if (!row || row.cells.some((cell) => cell.column === merge.column)) continue;
      row.cells.push({ ...top, address: `${merge.column}${rowNumber}`, mergedFrom: top.address });
      row.cells.sort((a, b) => columnIndex(a.column) - columnIndex(b.column));
    }
  }
}
