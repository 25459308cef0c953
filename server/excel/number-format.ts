import { addDays, isDay } from '#domain/kernel/day.ts';
import type { Day } from '#domain/kernel/day.ts';

/** Formats that Excel numbers without writing them down; those of dates (ECMA-376, 18.8.30, and their East Asian kin). */
export function isBuiltInDateFormat(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** True where a written format shows a day: "dd/mm/yyyy", "[$-42A]d mmmm yyyy"; not "h:mm", not "#,##0 \"đ\"". */
export function isDateFormat(code: string): boolean {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"/g, '')
    .replace(/\\./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .toLowerCase();
  if (/general|[#0?]/.test(bare.replace(/\.0+/g, ''))) return false;
  return /[dy]/.test(bare) || /m{3,}/.test(bare);
}

/** Excel's day count → a day; the hour is dropped. Null outside our years. */
export function dayOfSerial(serial: number, uses1904: boolean): Day | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(whole) || whole < 1 || whole > 2_958_465) return null;
  // Excel believes in 29 February 1900 (serial 60); days before it are one off.
  const day = uses1904 ? addDays('1904-01-01', whole) : addDays('1899-12-30', whole < 60 ? whole + 1 : whole);
  return isDay(day) ? day : null;
}

/** A number as a person would type it into a field: "1234,5", no dots that a year would not have. */
export function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text) ? text : text.replace('.', ',');
}
