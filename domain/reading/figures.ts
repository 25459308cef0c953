/** Every quantity of the paper: rules `ratio`, `range`, `quantity`, `number-in-words`, `bare-part`, `cell`. */
import type { Approximation, FigureKind } from '#domain/figures/reported-figure.ts';
import type { ReadingContext } from './context.ts';
import { numberInWords, numberValue } from './numbers.ts';
import { isCapital, type Token } from './tokens.ts';
import { looksLikeUnit, unitAt, type ReadUnit } from './units.ts';
import { atLeastAfter, every, hedges, placesOfOver } from './words/hedge-words.ts';
import { beforeOrdinals, countedNouns, neverUnits, numberedPlaces } from './words/unit-words.ts';

/** A figure with its tokens: what sums, kinds and scopes are read from. */
export interface Quantity {
  /** First token of the passage: the hedge, where there is one. */
  readonly from: number;
  /** Token of the number. */
  readonly at: number;
  readonly to: number;
  readonly value: number;
  readonly unit: string;
  readonly unitKind: FigureKind;
  readonly approx: Approximation;
  readonly rule: string;
  readonly confidence: number;
  /** The second number of "24/39": the whole of which the first is a part. */
  readonly isWhole: boolean;
}

type Reader = (context: ReadingContext, at: number) => Quantity[] | null;

/** The rules in the order in which they are tried on a number. */
const READERS: readonly Reader[] = [readRatio, readRange, readQuantity, readInWords];

export function readQuantities(context: ReadingContext): Quantity[] {
  const { tokens, taken } = context;
  const quantities: Quantity[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (taken[at] === 1) continue;
    const token = tokens[at];
    if (token?.kind !== 'number' && token?.kind !== 'word') continue;
    const found = firstOf(context, at);
    if (found === null) continue;
    quantities.push(...found);
    at = Math.max(at, (found.at(-1)?.to ?? at) - 1);
  }
  return quantities;
}

function firstOf(context: ReadingContext, at: number): Quantity[] | null {
  for (const reader of READERS) {
    const found = reader(context, at);
    if (found !== null && found.length > 0) return found;
  }
  return null;
}

const PART_OF_NUMBER = new Set(['/', '-']);

/** Whether the number orders or names something, or is part of a longer expression that is none of ours. */
function countsNothing(tokens: readonly Token[], at: number, unit: ReadUnit | null): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  if (PART_OF_NUMBER.has(before.low) && !before.spaced && tokens[at - 2]?.kind === 'number') return true;
  if (namesAPlace(tokens, at, unit)) return true;
  if (beforeOrdinals.before(tokens, at) === null || isTotal(tokens, at)) return false;
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

function namesAPlace(tokens: readonly Token[], at: number, unit: ReadUnit | null): boolean {
  const place = numberedPlaces.before(tokens, at);
  if (place === null) return false;
  if (every.before(tokens, place.start) || tokens[place.start - 1]?.kind === 'number') return false;
  if (unit === null || !unit.isKnown) return true;
  const isPlace = isCapital(tokens[unit.end]) && tokens[unit.end - 1]?.text === tokens[unit.end - 1]?.low;
  return !(unit.kind === 'registered' || (isPlainCount(tokens[at]) && !isPlace));
}

interface Hedge {
  readonly approx: Approximation;
  readonly from: number;
}

function hedgeBefore(tokens: readonly Token[], at: number, unitEnd: number): Hedge {
  let before = at;
  // "ít nhất từ 02 mô hình", "đạt trên 90%".
  if (tokens[before - 1]?.low === 'là' || tokens[before - 1]?.low === 'từ') before -= 1;
  const found = hedges.before(tokens, at) ?? hedges.before(tokens, before);
  if (found !== null) {
    const isPlace = found.value === 'over' && placesOfOver.has(tokens[at + 1]?.low ?? '');
    if (!isPlace) return { approx: found.value, from: found.start };
  }
  if (atLeastAfter.at(tokens, unitEnd)) return { approx: 'at_least', from: at };
  return { approx: 'exact', from: at };
}

interface Made {
  readonly at: number;
  readonly unit: ReadUnit;
  readonly hedge: Hedge;
  readonly to: number;
  readonly rule: string;
  readonly confidence: number;
  readonly isWhole?: boolean;
}

function make(tokens: readonly Token[], made: Made): Quantity | null {
  const { at, unit, hedge, to, rule, confidence, isWhole = false } = made;
  const value = numberValue(tokens[at]?.text ?? '', unit);
  if (value === null) return null;
  const exact = unit.times === 1 ? value : Math.round(value * unit.times * 1000) / 1000;
  const { unit: written, kind: unitKind } = unit;
  const common = { from: Math.min(hedge.from, at), at, to, unitKind, approx: hedge.approx, rule, confidence };
  return { ...common, value: exact, unit: written, isWhole };
}

/** "24/39 tổ chức cơ sở đảng", "12/12 Chi bộ": two figures. "44 xuất/07 đơn vị" is none. */
function readRatio({ tokens, taken }: ReadingContext, at: number): Quantity[] | null {
  const second = wholeOf(tokens, at + 1);
  if (tokens[at]?.kind !== 'number' || second === null || taken[second] === 1) return null;
  const unit = unitAt(tokens, second + 1) ?? shareAfter(tokens, second + 1);
  if (unit === null || unit.unit === '%' || countsNothing(tokens, at, unit)) return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const common = {
    unit,
    hedge,
    to: Math.max(unit.end, second + 1),
    rule: 'ratio',
    confidence: unit.isKnown ? 0.97 : 0.85,
  };
  const first = make(tokens, { ...common, at });
  const whole = make(tokens, { ...common, at: second, isWhole: true });
  if (first === null || whole === null || !isShare(first, whole)) return null;
  return [first, { ...whole, from: first.from, approx: 'exact' }];
}

const HIGHEST_MONTH = 12;

/** "24/39"; also "112/110 đảng viên", more than was planned, where it can be no date. */
function isShare(part: Quantity, whole: Quantity): boolean {
  return part.value <= whole.value || (part.confidence > 0.9 && whole.value > HIGHEST_MONTH);
}

/** Index of the whole: after "/", "trong", "trong số", "trong tổng số", "trên tổng số". */
function wholeOf(tokens: readonly Token[], at: number): number | null {
  const low = tokens[at]?.low;
  let next = at + 1;
  if (low === 'trong' || low === 'trên') {
    while (['tổng', 'số'].includes(tokens[next]?.low ?? '') && next < at + 3) next += 1;
  } else if (low !== '/') return null;
  return tokens[next]?.kind === 'number' ? next : null;
}

/** "24/39 (61,5%)", "đạt 24/39": the unit stands elsewhere. */
function shareAfter(tokens: readonly Token[], at: number): ReadUnit | null {
  const isShare = tokens[at]?.low === '(' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.low === '%';
  const isReached = ['đạt', '=', 'chiếm'].includes(tokens[at]?.low ?? '') || tokens[at - 4]?.low === ':';
  return isShare || isReached ? { unit: '', kind: 'other', end: at, times: 1, isKnown: false } : null;
}

const RANGE_WORDS = new Set(['-', 'đến', 'tới', 'hoặc']);

/** "1 - 2 mô hình", "từ 3 đến 5 triệu đồng": two figures. */
function readRange({ tokens, taken }: ReadingContext, at: number): Quantity[] | null {
  const [low, joint, high] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (
    low?.kind !== 'number' ||
    !RANGE_WORDS.has(joint?.low ?? '') ||
    high?.kind !== 'number' ||
    taken[at + 2] === 1
  )
    return null;
  const unit = unitAt(tokens, at + 3);
  if (unit === null || countsNothing(tokens, at, unit)) return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const common = { unit, hedge, to: unit.end, rule: 'range', confidence: unit.isKnown ? 0.95 : 0.8 };
  const figures = [make(tokens, { ...common, at }), make(tokens, { ...common, at: at + 2 })];
  const [first, second] = figures;
  if (!first || !second) return null;
  if (first.value <= second.value) return [first, { ...second, from: first.from }];
  // "từ 500.000 đến 1 triệu đồng": the lower bound is told in plain đồng.
  return unit.unit === 'triệu đồng'
    ? [
        { ...first, unit: 'đồng' },
        { ...second, from: first.from },
      ]
    : null;
}

function readQuantity(context: ReadingContext, at: number): Quantity[] | null {
  const { tokens } = context;
  if (tokens[at]?.kind !== 'number') return null;
  const unit = unitAt(tokens, at + 1);
  if (unit === null || countsNothing(tokens, at, unit) || isEnumerator(context, at)) return null;
  if (isClock(tokens, at, unit)) return null;
  if (isSecondOfPair(tokens, at)) return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const compound = compoundMoney(tokens, at, unit);
  const figure = make(tokens, {
    at,
    unit,
    hedge,
    to: unit.end,
    rule: 'quantity',
    confidence: unit.isKnown ? 0.95 : 0.7,
  });
  if (figure === null) return null;
  return [compound === null ? perMonth(tokens, figure) : { ...figure, ...compound }];
}

const BEFORE_CLOCK = new Set(['lúc', 'hồi', 'vào', 'từ', 'đến', 'tới', 'khoảng', 'trước', 'sau', '(']);

/** "lúc 19 giờ" is a time of day; "200 giờ phát sóng" is a quantity. */
function isClock(tokens: readonly Token[], at: number, unit: ReadUnit): boolean {
  const hour = Number(tokens[at]?.text);
  return unit.unit === 'giờ' && hour <= 24 && BEFORE_CLOCK.has(tokens[at - 1]?.low ?? '');
}

/** "x/9 tháng", "9-3": the number before belongs to an expression that no rule understood. */
function isSecondOfPair(tokens: readonly Token[], at: number): boolean {
  const joint = tokens[at - 1];
  return joint?.low === '/' && !joint.spaced && tokens[at - 2]?.kind === 'number';
}

/** "1 tỷ 250 triệu đồng" is one sum of money: 1250 triệu đồng. */
function compoundMoney(
  tokens: readonly Token[],
  at: number,
  unit: ReadUnit,
): Pick<Quantity, 'value' | 'unit' | 'to'> | null {
  const isBillions = unit.kind === 'money' && /^t[ỷỉ] đồng$/.test(unit.unit) && unit.end === at + 2;
  const next = tokens[unit.end];
  if (!isBillions || next?.kind !== 'number') return null;
  const rest = unitAt(tokens, unit.end + 1);
  const [billions, millions] = [Number(tokens[at]?.text), Number(next.text)];
  if (
    rest === null ||
    !rest.unit.startsWith('triệu đồng') ||
    !Number.isInteger(billions) ||
    !(millions < 1000)
  )
    return null;
  return { value: billions * 1000 + millions, unit: rest.unit, to: rest.end };
}

/** "mỗi tháng 2 đợt" → đợt/tháng. */
function perMonth(tokens: readonly Token[], figure: Quantity): Quantity {
  const span = tokens[figure.from - 1];
  const isSpan = ['tháng', 'năm', 'quý', 'tuần', 'ngày'].includes(span?.low ?? '');
  const word = every.before(tokens, figure.from - 1);
  if (!isSpan || word === null) return figure;
  return { ...figure, from: word.start, unit: `${figure.unit}/${span?.low ?? ''}` };
}

/** "1. mô hình …" at the beginning of a line numbers it. */
function isEnumerator({ script, tokens }: ReadingContext, at: number): boolean {
  const isFirst = at === 0 || tokens[at - 1]?.kind === 'break';
  if (!isFirst) return false;
  const marker = script.paragraphAt.get(at)?.marker;
  return marker?.style === 'decimal' && marker.end > at;
}

function readInWords({ tokens }: ReadingContext, at: number): Quantity[] | null {
  const value = numberInWords(tokens[at], tokens[at + 1]);
  if (value === null) return null;
  const known = countedNouns.at(tokens, at + 1);
  const unit = known === null ? null : unitAt(tokens, at + 1);
  if (unit === null || ['cả', 'thứ', 'mươi', 'trăm'].includes(tokens[at - 1]?.low ?? '')) return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const { unit: written, kind: unitKind, end: to } = unit;
  const common = { from: hedge.from, at, to, value, unit: written, unitKind, approx: hedge.approx };
  return [{ ...common, rule: 'number-in-words', confidence: 0.8, isWhole: false }];
}

/** Numbers that stand alone after a label, or in the cell of a row, and take their unit from what they belong to. */
export function readBareParts(context: ReadingContext, known: readonly Quantity[]): Quantity[] {
  const { tokens, taken, script } = context;
  const found: Quantity[] = [];
  const counted = new Set(known.map((one) => one.at));
  let next = 0;
  let above: Quantity | null = null;
  for (const paragraph of script.paragraphs) {
    if (!paragraph.isRow) above = null;
    for (let at = paragraph.from; at < paragraph.to; at += 1) {
      while (next < known.length && (known[next]?.at ?? 0) <= at) {
        above = known[next] ?? null;
        next += 1;
      }
      if (tokens[at]?.kind !== 'number' || taken[at] === 1 || counted.has(at)) continue;
      const figure = barePart(context, at, { above, isRow: paragraph.isRow });
      if (figure !== null) found.push(figure);
    }
  }
  return found;
}

const AFTER_BARE = new Set([',', ';', ')', '.', '(', '\n', '…', 'và', '\t', '|']);

function barePart(
  context: ReadingContext,
  at: number,
  { above, isRow }: { above: Quantity | null; isRow: boolean },
): Quantity | null {
  const { tokens } = context;
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (token === undefined || before === undefined || neverUnits.has(before.low)) return null;
  if (!AFTER_BARE.has(after?.low ?? '\n') || isEnumerator(context, at)) return null;
  const isCell =
    isRow && ['\t', '|'].includes(before.text) && ['\t', '|', '\n'].includes(after?.text ?? '\n');
  const isLabelled =
    !isRow && above !== null && (before.low === ':' || before.low === '-' || isLabel(tokens, at));
  if (!isCell && !isLabelled) return null;
  const unit: ReadUnit = {
    unit: isCell ? '' : (above?.unit ?? ''),
    kind: isCell ? 'other' : (above?.unitKind ?? 'other'),
    end: at + 1,
    times: 1,
    isKnown: false,
  };
  const rule = isCell ? 'cell' : 'bare-part';
  const hedge = hedgeBefore(tokens, at, at + 1);
  return make(tokens, { at, unit, hedge, to: at + 1, rule, confidence: isCell ? 0.5 : 0.7 });
}

/** "trong đó: kinh tế 53, văn hóa 242": a word right before, in a list after a total. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || beforeOrdinals.before(tokens, at) || numberedPlaces.before(tokens, at))
    return false;
  return !looksLikeUnit(tokens, at + 1);
}
