/** Numbers as Vietnamese offices write them: dots for thousands, a comma for decimals. */

/** What came of reading a text that a person typed. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; message: string };

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

export function unreadable(message: string): { ok: false; message: string } {
  return { ok: false, message };
}

const formatters = new Map<number, Intl.NumberFormat>();

function formatterFor(decimals: number): Intl.NumberFormat {
  const known = formatters.get(decimals);
  if (known) return known;
  const made = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals });
  formatters.set(decimals, made);
  return made;
}

/** 1234.5 → "1.234,5". At most `decimals` digits after the comma, none that say nothing. */
export function formatNumber(value: number, decimals = 3): string {
  // Adding 0 turns a negative zero into a plain one.
  const rounded = Number(value.toFixed(decimals)) + 0;
  return formatterFor(decimals).format(rounded);
}

/** A fraction of one as a percentage: 0.615 → "61,5%". */
export function formatPercent(fraction: number, decimals = 1): string {
  return `${formatNumber(fraction * 100, decimals)}%`;
}

/** A share never stands without its denominator: (24, 39) → "24/39 (61,5%)". */
export function formatShare(part: number, whole: number): string {
  const counts = `${formatNumber(part)}/${formatNumber(whole)}`;
  return whole === 0 ? counts : `${counts} (${formatPercent(part / whole)})`;
}

/** A count with a leading zero below ten, as official papers write it: 5 → "05". */
export function formatCount(value: number): string {
  return value >= 0 && value < 10 && Number.isInteger(value) ? `0${value}` : formatNumber(value);
}

const HOW_TO_WRITE = 'Dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ, ví dụ 1.234,5';
const GROUPED = /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^-?\d+(?:,\d+)?$/;

/** Reads "1.234,5", "1234,5", "1 234"; refuses what could mean two things ("1.5", "1,234.5"). */
export function parseNumber(text: string): Parsed<number> {
  const trimmed = text.normalize('NFKC').replaceAll('−', '-').trim();
  if (trimmed === '') return unreadable('Chưa nhập số');
  const compact = trimmed.replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, '');
  if (!GROUPED.test(compact) && !PLAIN.test(compact)) {
    return unreadable(`“${shown(text)}” không đọc được là số. ${HOW_TO_WRITE}`);
  }
  const value = Number(compact.replaceAll('.', '').replace(',', '.'));
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return unreadable(`“${shown(text)}” là số quá lớn`);
  return parsed(value + 0);
}

/** As `parseNumber`, for things that are counted. */
export function parseCount(text: string): Parsed<number> {
  const number = parseNumber(text);
  if (!number.ok) return number;
  if (!Number.isInteger(number.value) || number.value < 0) {
    return unreadable(`“${shown(text)}” phải là số nguyên, từ 0 trở lên`);
  }
  return number;
}

/** What the person typed, short enough to stand inside a sentence. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
