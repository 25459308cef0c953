/** Amounts: money in đồng (whole numbers, safe below 2^53), land in m², labour in working days. */
import { formatNumber, parsed, parseNumber, shown, unreadable } from './numbers.ts';
import type { Parsed } from './numbers.ts';
import { foldVietnamese } from './text.ts';

const MILLION = 1_000_000;
const BILLION = 1_000_000_000;

/** Always exact: 915000000 → "915 triệu đồng", 1200000000 → "1,2 tỷ đồng", 44500000 → "44.500.000 đồng". */
export function formatMoney(amount: number): string {
  const size = Math.abs(amount);
  if (size >= BILLION && size % MILLION === 0) return `${formatNumber(amount / BILLION)} tỷ đồng`;
  if (size >= MILLION && size < BILLION && size % MILLION === 0)
    return `${formatNumber(amount / MILLION)} triệu đồng`;
  return `${formatNumber(amount, 0)} đồng`;
}

const MONEY_UNITS: Readonly<Record<string, number>> = {
  '': 1,
  d: 1,
  dong: 1,
  vnd: 1,
  k: 1_000,
  nghin: 1_000,
  ngan: 1_000,
  ngh: 1_000,
  tr: MILLION,
  trieu: MILLION,
  ty: BILLION,
  ti: BILLION,
};

const MONEY_PART = /(\d[\d.,\s]*)\s*([a-z]*)/g;

/** Reads "915 triệu", "1,2 tỷ", "1 tỷ 200 triệu", "500.000đ", "44.500.000"; whole đồng only. */
export function parseMoney(text: string): Parsed<number> {
  const marked = text.normalize('NFC').toLowerCase().replaceAll('₫', 'đ').trim();
  if (marked === '') return unreadable('Chưa nhập số tiền');
  // Folding would turn the dots and commas of the numbers into spaces: fold the words alone.
  const folded = marked
    .replace(/[\p{L}\p{M}]+/gu, (word) => foldVietnamese(word))
    .replace(/\s+(?:viet nam|vn)$/, '');
  const plain = folded.replace(/(?:(trieu|tr|ty|ti|nghin|ngan|k))\s*(?:dong|vnd|d)$/, '$1');
  let total = 0;
  let smallestSoFar = Number.POSITIVE_INFINITY;
  const rest = plain.replace(MONEY_PART, (_whole, digits: string, unit: string) => {
    const size = MONEY_UNITS[unit];
    const number = parseNumber(digits);
    if (size === undefined || !number.ok || size >= smallestSoFar) return '?';
    smallestSoFar = size;
    total += number.value * size;
    return '';
  });
  if (rest.trim() !== '') {
    return unreadable(
      `“${shown(text)}” không đọc được là số tiền. Ví dụ: 44.500.000 đồng, 915 triệu, 1,2 tỷ`,
    );
  }
  const whole = Math.round(total);
  if (Math.abs(total - whole) > 0.001) return unreadable(`“${shown(text)}” lẻ hơn một đồng`);
  if (whole > Number.MAX_SAFE_INTEGER) return unreadable(`“${shown(text)}” là số quá lớn`);
  return parsed(whole);
}

const HECTARE = 10_000;

/** Land in m²: 1200 → "1.200 m²"; 25000 → "2,5 ha". */
export function formatArea(squareMetres: number): string {
  const hectares = squareMetres / HECTARE;
  const isShortInHectares = Number.isInteger(Number((hectares * 100).toFixed(6)));
  if (Math.abs(squareMetres) >= HECTARE && isShortInHectares) return `${formatNumber(hectares, 2)} ha`;
  return `${formatNumber(squareMetres, 2)} m²`;
}

const AREA = /^([\d.,\s]+?)\s*(m2|m|met vuong|ha|hecta|hec ta|km2|sao|mau)?$/;

/** Reads "1.200 m²", "2,5 ha" into m². A sào is 360, 500 or 1.000 m² by region: refused, with the reason. */
export function parseArea(text: string): Parsed<number> {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .trim()
    .replace(/\p{L}[\p{L}\p{M}\s\d]*$/u, (unit) => foldVietnamese(unit));
  const match = AREA.exec(plain);
  const number = match?.[1] === undefined ? undefined : parseNumber(match[1]);
  if (!match || !number?.ok || match[2] === 'm') {
    return unreadable(`“${shown(text)}” không đọc được là diện tích. Ví dụ: 1.200 m², 2,5 ha`);
  }
  if (match[2] === 'sao' || match[2] === 'mau') {
    return unreadable(`“${shown(text)}”: sào, mẫu mỗi vùng một khác; hãy ghi theo m² hoặc ha`);
  }
  const factor = match[2] === 'km2' ? 1_000_000 : match[2]?.startsWith('h') ? HECTARE : 1;
  return parsed(Number((number.value * factor).toFixed(2)));
}

/** Labour given: 190 → "190 ngày công". */
export function formatLabour(days: number): string {
  return `${formatNumber(days, 1)} ngày công`;
}

/** Reads "190 ngày công", "190 công", "190". */
export function parseLabour(text: string): Parsed<number> {
  const digits = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s*(?:ngày công|ngày|công(?: lao động)?)\s*$/u, '');
  const number = parseNumber(digits);
  if (!number.ok || number.value < 0) {
    return unreadable(`“${shown(text)}” không đọc được là ngày công. Ví dụ: 190 ngày công`);
  }
  return number;
}
