/** Vietnamese text as this system keeps, compares and checks it. Everything entering is NFC (docs: one form at every border). */
import { z } from 'zod';

const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
const CONTROL_EXCEPT_BREAKS = /(?![\t\n\r])\p{Cc}/gu;
const SPACES = /[\t \u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]+/g;
const BREAKS = /\r\n?|\u2028|\u2029/g;

/** Unpaired halves of surrogate pairs are no characters; PostgreSQL refuses them. */
function clean(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(CONTROL_EXCEPT_BREAKS, '');
}

/** One line: NFC, one kind of space, nothing invisible, no space at either end. */
export function normaliseText(text: string): string {
  return clean(text).replace(BREAKS, ' ').replaceAll('\n', ' ').replace(SPACES, ' ').trim();
}

/**
 * Composed Latin letters and ASCII with single spaces and breaks between: nothing to normalise, which is nearly every
 * cell of a long list.
 */
const NORMAL = /^[!-~\u00C0-\u024F\u1E00-\u1EFF]+(?:(?: |\n\n?)[!-~\u00C0-\u024F\u1E00-\u1EFF]+)*$/;

/** Several lines: each as `normaliseText`, at most one empty line between paragraphs. */
export function normaliseMultiline(text: string): string {
  if (text === '' || NORMAL.test(text)) return text;
  const lines = clean(text)
    .replace(BREAKS, '\n')
    .split('\n')
    .map((line) => line.replace(SPACES, ' ').trim());
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The form in which names are searched and compared: lower case, no marks, đ → d, punctuation → one space.
 * Tones go with the marks, so "hoà" and "hòa" fold alike. Đ has no decomposition in Unicode: it goes by hand.
 */
export function foldVietnamese(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const TONE = `[${TONES.join('')}]`;
/** Open syllables in oa, oe, uy carry the tone on the first vowel: hòa, khỏe, ủy; but quý, quỳ. */
const LATE_IN_OPEN = new RegExp(`(?<![qQ])([oO])([aAeE])(${TONE})(?![\\p{L}\\p{M}])`, 'gu');
const LATE_IN_OPEN_UY = new RegExp(`(?<![qQ])([uU])([yY])(${TONE})(?![\\p{L}\\p{M}])`, 'gu');
/** Closed syllables carry it on the second: toàn, khoản, huỳnh, ngoài. */
const EARLY_IN_CLOSED = new RegExp(
  `([oO])(${TONE})([aAeE]\u0306?)(?=(?:n|ng|nh|m|t|c|ch|p|i|y|o)(?![\\p{L}\\p{M}]))`,
  'giu',
);
const EARLY_IN_CLOSED_UY = new RegExp(
  `(?<![qQ])([uU])(${TONE})([yY])(?=(?:n|nh|t|p|ch|u)(?![\\p{L}\\p{M}]))`,
  'giu',
);

/** Rewrites tone marks to the placement this system writes: hoà → hòa, uỷ → ủy, tòan → toàn. */
export function fixTonePlacement(text: string): string {
  return text
    .normalize('NFD')
    .replace(LATE_IN_OPEN, '$1$3$2')
    .replace(LATE_IN_OPEN_UY, '$1$3$2')
    .replace(EARLY_IN_CLOSED, '$1$3$2')
    .replace(EARLY_IN_CLOSED_UY, '$1$3$2')
    .normalize('NFC');
}

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' });

/** The order of a Vietnamese dictionary: a ă â … d đ …; "Tổ 2" before "Tổ 10". */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Words that open nearly every registered name and tell nothing about which practice it is. */
const GENERIC_OPENING =
  /^(?:(?:xay dung|tiep tuc|duy tri|thuc hien|nhan rong)\s+)?(?:cac\s+)?(?:mo hinh|dien hinh)\s+(?:dan van kheo\s+)?/;

/** The folded name without the opening that nearly every registered name has. */
export function coreOfName(name: string): string {
  const folded = foldVietnamese(name);
  const core = folded.replace(GENERIC_OPENING, '');
  return core === '' ? folded : core;
}

function trigrams(text: string): Map<string, number> {
  const padded = `  ${text} `;
  const counts = new Map<string, number>();
  for (let at = 0; at + 3 <= padded.length; at += 1) {
    const piece = padded.slice(at, at + 3);
    counts.set(piece, (counts.get(piece) ?? 0) + 1);
  }
  return counts;
}

/** How alike two names are, 0 to 1: Dice's share of common trigrams of the folded names. */
export function nameSimilarity(a: string, b: string): number {
  const left = coreOfName(a);
  const right = coreOfName(b);
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const rightCounts = trigrams(right);
  let common = 0;
  for (const [piece, count] of trigrams(left)) common += Math.min(count, rightCounts.get(piece) ?? 0);
  // A text of n characters, padded by three, has n + 1 trigrams.
  return (2 * common) / (left.length + 1 + right.length + 1);
}

const SAME_NAME_AT_LEAST = 0.75;

/** Near duplicates for a person to look at. "Tổ dân phố số 1" and "… số 2" are two places, however alike. */
export function looksLikeSameName(a: string, b: string): boolean {
  const numbersOf = (name: string): string =>
    (foldVietnamese(name).match(/\d+/g) ?? []).map(Number).sort().join(' ');
  return nameSimilarity(a, b) >= SAME_NAME_AT_LEAST && numbersOf(a) === numbersOf(b);
}

const counted = new Intl.NumberFormat('vi-VN');

function tooLong(max: number) {
  return (issue: { input?: unknown }): string => {
    const length = typeof issue.input === 'string' ? issue.input.length : max + 1;
    return `Không quá ${counted.format(max)} ký tự; đang có ${counted.format(length)}`;
  };
}

function words(issue: { input?: unknown }): string {
  return issue.input === undefined || issue.input === null ? 'Chưa nhập' : 'Cần nhập chữ';
}

/** One line that must not be empty. */
export function shortText(max: number) {
  return optionalShortText(max).min(1, 'Chưa nhập');
}

/** One line that may be empty. */
export function optionalShortText(max: number) {
  return z
    .string({ error: words })
    .overwrite(normaliseText)
    .max(max, { error: tooLong(max) });
}

/** Paragraphs that may be empty. */
export function longText(max: number) {
  return z
    .string({ error: words })
    .overwrite(normaliseMultiline)
    .max(max, { error: tooLong(max) });
}

/** Paragraphs that must not be empty. */
export function requiredLongText(max: number) {
  return longText(max).min(1, 'Chưa nhập');
}
