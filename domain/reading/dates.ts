/** Days, months and years as papers write them: 07.9, 21-6, 05 tháng 02, 25/ 7 /2015. */
import { makeDay, type Day } from '#domain/kernel/day.ts';
import type { Token } from './tokens.ts';
import { looksLikeUnit } from './units.ts';

export interface ReadDate {
  readonly from: number;
  readonly to: number;
  /** null where no year, or no day, is told. */
  readonly day: Day | null;
}

const SEPARATORS = new Set(['/', '-', '.']);
const DOTTED_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const DOTTED_SHORT = /^(\d{1,2})\.(\d{1,2})$/;

/** Words after which "9/3" is a day and not nine of three. */
const BEFORE_SHORT_DATE = new Set(
  'ngày sáng chiều tối trưa đêm hôm từ đến tới trước sau mùng mồng dịp lễ và'.split(' '),
);
/** Words after which four digits are a year. */
const TIME_WORDS = new Set([
  'năm',
  'tháng',
  'quý',
  'ngày',
  'nhiệm',
  'kỳ',
  'đoạn',
  'khóa',
  'niên',
  'từ',
  'đến',
]);

function integer(token: Token | undefined): number | null {
  return token?.kind === 'number' && /^\d{1,4}$/.test(token.text) ? Number(token.text) : null;
}

function isYear(value: number | null): value is number {
  return value !== null && value >= 1900 && value <= 2099;
}

function isDayOfMonth(value: number | null): value is number {
  return value !== null && value >= 1 && value <= 31;
}

function isMonth(value: number | null): value is number {
  return value !== null && value >= 1 && value <= 12;
}

const EVERY = new Set(['mỗi', 'hàng', 'hằng']);

/** A date that begins at this token, "ngày" included. */
export function dateAt(tokens: readonly Token[], at: number): ReadDate | null {
  // "mỗi ngày 5 - 10 nghìn đồng" tells how often, not when.
  const isEvery = EVERY.has(tokens[at - 1]?.low ?? '');
  const isNamed = tokens[at]?.low === 'ngày' && !isEvery;
  const from = at;
  const start = isNamed ? at + 1 : at;
  const found =
    inWords(tokens, start, isNamed) ?? inFigures(tokens, start) ?? dotted(tokens, start, isNamed) ?? null;
  if (found) return { ...found, from };
  if (isNamed) return shortDate(tokens, from, start);
  // "từ 5-7 mô hình" is a range, "từ 5-7" a day.
  const mayBeDay = BEFORE_SHORT_DATE.has(tokens[at - 1]?.low ?? '') && !looksLikeUnit(tokens, start + 3);
  return mayBeDay ? shortDate(tokens, from, start) : null;
}

/** "thang" is what a scan leaves of it. */
function isMonthWord(token: Token | undefined): boolean {
  return token?.low === 'tháng' || token?.low === 'thang';
}

/** "02 tháng 10 năm 2020". */
function inWords(tokens: readonly Token[], start: number, isNamed: boolean): ReadDate | null {
  const date = integer(tokens[start]);
  if (!isDayOfMonth(date) || !isMonthWord(tokens[start + 1])) return null;
  const month = integer(tokens[start + 2]);
  if (!isMonth(month)) return null;
  const year = tokens[start + 3]?.low === 'năm' ? integer(tokens[start + 4]) : null;
  if (isYear(year)) return { from: start, to: start + 5, day: makeDay(year, month, date) };
  return isNamed || (tokens[start]?.text.length === 2 && tokens[start + 2]?.text.length === 2)
    ? { from: start, to: start + 3, day: null }
    : null;
}

/** "03/6/2013", "25/ 7 /2015", "21-6-2017". */
function inFigures(tokens: readonly Token[], start: number): ReadDate | null {
  const [date, month, year] = [
    integer(tokens[start]),
    integer(tokens[start + 2]),
    integer(tokens[start + 4]),
  ];
  const [first, second] = [tokens[start + 1]?.low ?? '', tokens[start + 3]?.low ?? ''];
  if (!SEPARATORS.has(first) || first !== second) return null;
  if (!isDayOfMonth(date) || !isMonth(month) || !isYear(year)) return null;
  return { from: start, to: start + 5, day: makeDay(year, month, date) };
}

/** "03.6.2013" stands as one number token. */
function dotted(tokens: readonly Token[], start: number, isNamed: boolean): ReadDate | null {
  const token = tokens[start];
  if (token?.kind !== 'number') return null;
  const whole = DOTTED_DAY.exec(token.text);
  if (whole) {
    const day = makeDay(Number(whole[3]), Number(whole[2]), Number(whole[1]));
    return day === null ? null : { from: start, to: start + 1, day };
  }
  const short = DOTTED_SHORT.exec(token.text);
  if (!short || !isNamed || !isDayOfMonth(Number(short[1])) || !isMonth(Number(short[2]))) return null;
  return { from: start, to: start + 1, day: null };
}

/** "ngày 9/3", "sáng 21-6": a day without its year. */
function shortDate(tokens: readonly Token[], from: number, start: number): ReadDate | null {
  const [date, month] = [integer(tokens[start]), integer(tokens[start + 2])];
  if (!isDayOfMonth(date)) return null;
  const separator = tokens[start + 1]?.low ?? '';
  if (isMonth(month) && SEPARATORS.has(separator) && separator !== '.') {
    return { from, to: start + 3, day: null };
  }
  return from === start ? null : { from, to: start + 1, day: null };
}

/** Marks every token that belongs to a date, a month, a year or a span of years: none of these is a quantity. */
export function markTimes(tokens: readonly Token[], taken: Uint8Array): void {
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken[at] === 1) continue;
    const to = dateAt(tokens, at)?.to ?? monthOrYear(tokens, at);
    if (to === null || to === undefined) continue;
    taken.fill(1, at, to);
    at = to - 1;
  }
}

/** "tháng 3/2017", "3/2017", "năm 2017", "quý 2", "2016 - 2020", "2017". Gives the end. */
function monthOrYear(tokens: readonly Token[], at: number): number | null {
  const token = tokens[at];
  const next = integer(tokens[at + 1]);
  const opensMonth = isMonthWord(token) || token?.low === 'quý';
  // "mỗi tháng 2 đợt" tells how often, not when.
  const isEvery = ['mỗi', 'hàng', 'hằng', 'một'].includes(tokens[at - 1]?.low ?? '');
  if (opensMonth && !isEvery && next !== null && next <= 12) {
    const follows = tokens[at + 2]?.low === '/' && isYear(integer(tokens[at + 3]));
    return follows ? at + 4 : at + 2;
  }
  const value = integer(token);
  if (value === null) return null;
  const second = integer(tokens[at + 2]);
  if (isMonth(value) && ['/', '-'].includes(tokens[at + 1]?.low ?? '') && isYear(second)) return at + 3;
  if (!isYear(value) || isWholeOfShare(tokens, at)) return null;
  return isPlainYear(tokens, at) ? at + 1 : null;
}

/** "257/1998 cựu quân nhân": no month and no day stands before it, and it counts something. */
function isWholeOfShare(tokens: readonly Token[], at: number): boolean {
  const part = integer(tokens[at - 2]);
  const isShare = tokens[at - 1]?.low === '/' && part !== null && part > 31;
  return isShare && looksLikeUnit(tokens, at + 1);
}

const COUNTED_AFTER_YEAR_LIKE = new Set(
  'đồng đ hộ người lượt m m2 m3 ha km kg tấn triệu cây suất con phần ngày công cuốn tờ đảng hội đoàn cán học nhân'.split(
    ' ',
  ),
);

function isPlainYear(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  if (TIME_WORDS.has(before)) return true;
  const next = tokens[at + 1];
  const touches = next?.kind === 'word' && !next.spaced;
  return !touches && !COUNTED_AFTER_YEAR_LIKE.has(next?.low ?? '');
}
