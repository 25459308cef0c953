import type { Day } from '#domain/kernel/day.ts';
import type { FieldProblem } from '#domain/kernel/problem.ts';

export type TableCell = {
  /** 'C' */
  column: string;
  /** 'C12', as the person sees it in Excel. */
  address: string;
  /** Days as 'YYYY-MM-DD' where the cell is formatted as a date; text normalised (NFC, plain spaces). */
  value: string | number | Day | null;
  kind: 'text' | 'number' | 'day' | 'empty';
  /** As it reads: "1234,5", "05/03/2026". */
  text: string;
  isFormula: boolean;
  /** Excel's own error in the cell, such as #N/A. */
  error: string | null;
  /** The top cell of the vertical merge from which the value was filled down. */
  mergedFrom?: string;
};

export type TableRow = {
  rowNumber: number;
  isHidden: boolean;
  /** Only cells that hold something, from left to right. */
  cells: TableCell[];
};

export type ReadTable = {
  sheetName: string;
  /** All visible sheets, the one read included. */
  sheetNames: string[];
  /** Only rows that hold something. */
  rows: TableRow[];
};

export type TableLimits = { maxRows: number; maxColumns: number };

/** 1 → 'A', 27 → 'AA'. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 'A' → 1, 'AA' → 27. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index;
}

export function cellOf(row: TableRow, column: string | undefined): TableCell | undefined {
  return column === undefined ? undefined : row.cells.find((cell) => cell.column === column);
}

/** What makes a cell unusable, in words that name it, or null. */
export function cellFault(cell: TableCell): FieldProblem | null {
  if (cell.isFormula) {
    return { path: cell.address, message: `Ô ${cell.address} có công thức; hãy dán giá trị` };
  }
  if (cell.error !== null) {
    return { path: cell.address, message: `Ô ${cell.address} báo lỗi ${cell.error}; hãy sửa hoặc để trống` };
  }
  return null;
}

/** The mark of the example row in our templates; such rows are never read as data. */
export const SAMPLE_MARK = '(Ví dụ)';

export function isSampleRow(row: TableRow): boolean {
  return row.cells.some((cell) => cell.text.startsWith(SAMPLE_MARK));
}
