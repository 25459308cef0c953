import { foldVietnamese } from '#domain/kernel/text.ts';
import type { TableCell, TableRow } from './table.ts';

export type ColumnSpec<K extends string> = {
  key: K;
  label: string;
  aliases?: readonly string[];
  required?: boolean;
};

export type ColumnMatch<K extends string> = {
  /** key → column letters. */
  columns: Partial<Record<K, string>>;
  /** Labels of required columns that were not found. */
  missing: string[];
  /** Header cells that no column claims; shown, so that nobody thinks them read. */
  unknown: { address: string; text: string }[];
};

/** "Tên mô hình (*)" and "TÊN MÔ HÌNH" are one header: marks, case and what stands in brackets do not count. */
function headerKey(text: string): string {
  return foldVietnamese(text.replace(/\([^)]*\)/g, ' '));
}

/** Finds which column is which by the header cells; the first of two equal headers wins, the other counts as unknown. */
export function matchColumns<K extends string>(
  headerCells: readonly TableCell[],
  specs: readonly ColumnSpec<K>[],
): ColumnMatch<K> {
  const wanted = new Map<string, K>();
  for (const spec of specs) {
    for (const name of [spec.label, ...(spec.aliases ?? [])]) {
      const key = headerKey(name);
      if (!wanted.has(key)) wanted.set(key, spec.key);
    }
  }
  const columns: Partial<Record<K, string>> = {};
  const unknown: { address: string; text: string }[] = [];
  for (const cell of headerCells) {
    const key = wanted.get(headerKey(cell.text)) ?? wanted.get(foldVietnamese(cell.text));
    if (key !== undefined && columns[key] === undefined) columns[key] = cell.column;
    else if (cell.text !== '') unknown.push({ address: cell.address, text: cell.text });
  }
  const missing = specs
    .filter((spec) => spec.required && columns[spec.key] === undefined)
    .map((spec) => spec.label);
  return { columns, missing, unknown };
}

const HEADER_WITHIN = 20;

/** Lists have titles above their header: the row among the first ones that names the most columns is it. */
export function findHeaderRow<K extends string>(
  rows: readonly TableRow[],
  specs: readonly ColumnSpec<K>[],
): { index: number; match: ColumnMatch<K> } | null {
  let best: { index: number; match: ColumnMatch<K> } | null = null;
  let bestCount = 0;
  for (const [index, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const match = matchColumns(row.cells, specs);
    const count = Object.keys(match.columns).length;
    if (count > bestCount) {
      best = { index, match };
      bestCount = count;
    }
  }
  return best;
}
