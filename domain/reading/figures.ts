/** Every quantity of the paper: rules `ratio`, `range`, `quantity`, `number-in-words`. */
import { wordsOf, type ReadingContext } from './context.ts';
import { numberInWords } from './numbers.ts';
import { countsNothing, isClock, isEnumerator, isSecondOfPair } from './ordinals.ts';
import { hedgeBefore, make, type Quantity } from './quantity.ts';
import type { Token } from './tokens.ts';
import { unitAt, type ReadUnit } from './units.ts';
import { every } from './words/hedge-words.ts';

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

const RANGE_WORDS = new Set(['-', 'đến', 'tới', 'hoặc', 'lên', 'xuống']);
const AFTER_RANGE_WORD = new Set(['còn', 'đến', 'tới']);

/** Index of the second number of "1 - 2", "từ 3 đến 5", "từ 15 xuống còn 12". */
function endOfRange(tokens: readonly Token[], at: number): number | null {
  if (!RANGE_WORDS.has(tokens[at]?.low ?? '')) return null;
  const next = AFTER_RANGE_WORD.has(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1;
  return tokens[next]?.kind === 'number' ? next : null;
}

/** "1 - 2 mô hình", "từ 3 đến 5 triệu đồng": two figures. */
function readRange({ tokens, taken }: ReadingContext, at: number): Quantity[] | null {
  const high = endOfRange(tokens, at + 1);
  if (tokens[at]?.kind !== 'number' || high === null || taken[high] === 1) return null;
  const unit = unitAt(tokens, high + 1);
  if (unit === null || countsNothing(tokens, at, unit)) return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const common = { unit, hedge, to: unit.end, rule: 'range', confidence: unit.isKnown ? 0.95 : 0.8 };
  const first = make(tokens, { ...common, at });
  const second = make(tokens, { ...common, at: high });
  if (first === null || second === null) return null;
  const whole = { ...second, from: first.from };
  if (first.value <= second.value || tokens[at + 1]?.low === 'xuống') return [first, whole];
  // "từ 500.000 đến 1 triệu đồng": the lower bound is told in plain đồng.
  return unit.unit === 'triệu đồng' ? [{ ...first, unit: 'đồng' }, whole] : null;
}

function readQuantity(context: ReadingContext, at: number): Quantity[] | null {
  const { tokens } = context;
  if (tokens[at]?.kind !== 'number') return null;
  const unit = unitAt(tokens, at + 1) ?? quotedUnit(context, at + 1);
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

const LONGEST_QUOTED = 6;

/** "1.240 “Bữa cơm chung”", "19 “người gác đêm”": what is counted stands between quotation marks. */
function quotedUnit({ tokens, quoteByOpen }: ReadingContext, at: number): ReadUnit | null {
  const quote = quoteByOpen.get(at);
  const isShort = quote !== undefined && !quote.isUnclosed && quote.to - quote.from <= LONGEST_QUOTED;
  if (!isShort || tokens[quote.from]?.kind !== 'word' || quote.to - quote.from < 2) return null;
  const unit = wordsOf(tokens, quote.from, quote.to);
  return { unit, kind: 'other', end: quote.end, times: 1, isKnown: false };
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

/** "gần chục hộ nghèo" is nearly ten; "hàng chục" counts nothing. */
function aboutTen(tokens: readonly Token[], at: number): number | null {
  return tokens[at]?.low === 'chục' && ['gần', 'hơn'].includes(tokens[at - 1]?.low ?? '') ? 10 : null;
}

function readInWords({ tokens }: ReadingContext, at: number): Quantity[] | null {
  const value = numberInWords(tokens[at], tokens[at + 1]) ?? aboutTen(tokens, at);
  if (value === null) return null;
  const unit = unitAt(tokens, at + 1);
  if (unit?.isKnown !== true || ['cả', 'thứ', 'mươi', 'trăm'].includes(tokens[at - 1]?.low ?? ''))
    return null;
  const hedge = hedgeBefore(tokens, at, unit.end);
  const { unit: written, kind: unitKind, end: to, times } = unit;
  const common = { from: hedge.from, at, to, unit: written, unitKind, approx: hedge.approx };
  return [{ ...common, value: value * times, rule: 'number-in-words', confidence: 0.8, isWhole: false }];
}
