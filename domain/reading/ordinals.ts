/** Numbers that order or name something and so count nothing: "thứ 6", "cơ sở 2", "tổ 5", "lúc 19 giờ". */
import type { ReadingContext } from './context.ts';
import { isCapital, type Token } from './tokens.ts';
import type { ReadUnit } from './units.ts';
import { every } from './words/hedge-words.ts';
import { bodyHeads } from './words/organisation-words.ts';
import { beforeOrdinals, numberedPlaces } from './words/unit-words.ts';

const PART_OF_NUMBER = new Set(['/', '-']);

/** Whether the number orders or names something, or is part of a longer expression that is none of ours. */
export function countsNothing(tokens: readonly Token[], at: number, unit: ReadUnit | null): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (PART_OF_NUMBER.has(before.low) && !before.spaced && tokens[at - 2]?.kind === 'number') return true;
  if (namesAPlace(tokens, at, unit) || endsNameOfBody(tokens, at, unit)) return true;
  const ordinal = beforeOrdinals.before(tokens, at);
  if (ordinal === null || isTotal(tokens, at)) return false;
  // "mỗi ngày 5 - 10 nghìn đồng".
  if (unit?.isKnown === true && every.before(tokens, ordinal.start) !== null) return false;
  // "điều 5", "lớp 9", but "hằng năm 02 mô hình", "mở lớp 35 học viên".
  return !(unit?.isKnown === true && (isPlainCount(tokens[at]) || MAY_END_CLAUSE.has(before.low)));
}

/** "tổng số 39 đơn vị": the whole, not number 39. */
function isTotal(tokens: readonly Token[], at: number): boolean {
  return tokens[at - 1]?.low === 'số' && ['tổng', 'trong'].includes(tokens[at - 2]?.low ?? '');
}

const HIGHEST_ORDINAL = 30;

/** Nothing is numbered so: 05, 1.250, 36,5, 450. */
function isPlainCount(token: Token | undefined): boolean {
  const text = token?.text ?? '';
  return text.startsWith('0') || /[.,]/.test(text) || Number(text) > HIGHEST_ORDINAL;
}

/** Words that may also end a clause before a quantity: "hằng năm 12 mô hình", "đã cấp 15 suất". */
const MAY_END_CLAUSE = new Set(
  'phần năm tháng kỳ điểm chương trình tuần quý vụ km nhóm loại đường khóa trường bài cấp'.split(' '),
);

const LONGEST_BODY = 5;

/** "Trường Tiểu học Lê Lợi 2", "Công ty May 10": after a proper name the number belongs to it. */
function endsNameOfBody(tokens: readonly Token[], at: number, unit: ReadUnit | null): boolean {
  if (unit?.isKnown === true || !isCapital(tokens[at - 1])) return false;
  for (let head = at - 1; head >= Math.max(0, at - LONGEST_BODY); head -= 1) {
    if (tokens[head]?.kind !== 'word') return false;
    if (bodyHeads.at(tokens, head) !== null) return true;
  }
  return false;
}

function namesAPlace(tokens: readonly Token[], at: number, unit: ReadUnit | null): boolean {
  const place = numberedPlaces.before(tokens, at);
  if (place === null) return false;
  if (every.before(tokens, place.start) || tokens[place.start - 1]?.kind === 'number') return false;
  if (unit === null || !unit.isKnown) return true;
  const isPlace = isCapital(tokens[unit.end]) && tokens[unit.end - 1]?.text === tokens[unit.end - 1]?.low;
  return !(unit.kind === 'registered' || (isPlainCount(tokens[at]) && !isPlace));
}

const BEFORE_CLOCK = new Set(['lúc', 'hồi', 'vào', 'từ', 'đến', 'tới', 'khoảng', 'trước', 'sau', '(']);

const TIMES_OF_DAY = new Set(['sáng', 'trưa', 'chiều', 'tối', 'đêm', 'kém', 'rưỡi']);

/** "lúc 19 giờ", "7 giờ tối" are times of day; "200 giờ phát sóng" is a quantity. */
export function isClock(tokens: readonly Token[], at: number, unit: ReadUnit): boolean {
  const hour = Number(tokens[at]?.text);
  if (tokens[at + 1]?.low === 'giờ' && TIMES_OF_DAY.has(tokens[at + 2]?.low ?? '')) return hour <= 24;
  return unit.unit === 'giờ' && hour <= 24 && BEFORE_CLOCK.has(tokens[at - 1]?.low ?? '');
}

/** "x/9 tháng", "9-3": the number before belongs to an expression that no rule understood. */
export function isSecondOfPair(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at - 1];
  return joint?.low === '/' && !joint.spaced && tokens[at - 2]?.kind === 'number';
}

/** "1. mô hình …" at the beginning of a line numbers it. */
export function isEnumerator({ script, tokens }: ReadingContext, at: number): boolean {
  const isFirst = at === 0 || tokens[at - 1]?.kind === 'break';
  if (!isFirst) return false;
  const marker = script.paragraphAt.get(at)?.marker;
  return marker?.style === 'decimal' && marker.end > at;
}
