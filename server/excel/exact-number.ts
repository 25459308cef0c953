import type { CellValue } from './write-table.ts';

/** Digits that Excel keeps of a number; with more of them a figure is written as text. */
export const mostDigits = 15;

/** A decimal, with a dot or a comma, as a cell. */
export function exactNumber(decimal: string | null | undefined): CellValue {
  if (decimal === null || decimal === undefined) return null;
  return decimal.replaceAll(/[^\d]/g, '').length > mostDigits ? decimal : Number(decimal.replace(',', '.'));
}
