/** Written numbers: dots for thousands, commas for decimals, and words ("hai mô hình"). */
import type { Token } from './tokens.ts';
import type { ReadUnit } from './units.ts';

const THOUSANDS_BY_DOT = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const THOUSANDS_BY_COMMA = /^\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/;
const ONE_COMMA = /^\d+,\d+$/;
const ONE_DOT = /^\d+\.\d+$/;
const THREE_AFTER_COMMA = /^[1-9]\d{0,2},\d{3}$/;

/** The value of a number token; the unit tells "13,000 người" (thirteen thousand) from "241,653 triệu đồng". */
export function numberValue(text: string, unit: ReadUnit | null): number | null {
  if (/^\d+$/.test(text)) return text.length > 15 ? null : Number(text);
  if (THOUSANDS_BY_DOT.test(text) && !text.startsWith('0')) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  if (THOUSANDS_BY_COMMA.test(text)) return Number(text.replaceAll(',', ''));
  if (ONE_COMMA.test(text)) {
    const isCount = THREE_AFTER_COMMA.test(text) && countsWholeThings(unit);
    return Number(text.replace(',', isCount ? '' : '.'));
  }
  return ONE_DOT.test(text) ? Number(text) : null;
}

const MEASURED = new Set(['money', 'land', 'length', 'rate']);
const SMALL_MEASURES = new Set(['đồng', 'm2', 'm', 'mét', 'mét vuông']);

/** People and things come whole, and so do đồng and square metres; hectares and millions are divided. */
function countsWholeThings(unit: ReadUnit | null): boolean {
  if (unit === null) return false;
  const base = unit.unit.split('/')[0] ?? '';
  if (SMALL_MEASURES.has(base)) return true;
  return !MEASURED.has(unit.kind) && unit.times === 1 && !['tấn', 'tạ', 'kg', 'lít'].includes(base);
}

const WORDS: Readonly<Record<string, number>> = {
  hai: 2,
  ba: 3,
  bốn: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};

/** First words of the nouns that are counted in words: "ba lớp", but not "hai bên", "bốn mùa". */
const COUNTED_IN_WORDS = new Set('mô điển tập cá lớp đợt buổi cuộc hộ căn nhà công'.split(' '));

/** "ba nghìn lượt người". */
const SCALES = new Set(['trăm', 'nghìn', 'ngàn', 'vạn', 'triệu', 'tỷ', 'tỉ']);

export function numberInWords(token: Token | undefined, next: Token | undefined): number | null {
  const value = WORDS[token?.kind === 'word' ? token.low : ''];
  const isCounted = COUNTED_IN_WORDS.has(next?.low ?? '') || SCALES.has(next?.low ?? '');
  return value !== undefined && isCounted ? value : null;
}
