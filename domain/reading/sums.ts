/** Totals and their parts: rules `sum-in-bracket`, `sum-after-word`, `sum-in-lines`. Nothing is added up that is not stated. */
import { endsSentenceAt, passage, type ReadingContext } from './context.ts';
import type { Quantity } from './quantity.ts';
import { countedFields } from './field-counts.ts';
import { phrases } from './lexicon.ts';
import type { Token } from './tokens.ts';
import type { SumCheck } from './types.ts';

const openers = phrases(
  'trong đó|trong đó có|gồm|gồm có|bao gồm|cụ thể|cụ thể là|chia ra|trong số này|trong số đó|bao gồm các|cụ thể như sau|như sau|phân theo|theo lĩnh vực|trên các lĩnh vực',
);
const FURTHEST_TOTAL = 40;
const FURTHEST_TOTAL_ABOVE = 160;
const FEWEST_PARTS = 2;
const FIELDS = 4;

interface Region {
  readonly from: number;
  readonly to: number;
  /** A bracket, a colon or "gồm" promises all the parts; "trong đó có" may name only some. */
  readonly promisesAll: boolean;
  /** Whether the opener begins a paragraph: its total then stands in one above. */
  readonly opensParagraph?: boolean;
  readonly rule: string;
}

interface Numbered extends Quantity {
  readonly index: number;
}

export function readSums(context: ReadingContext, quantities: readonly Quantity[]): SumCheck[] {
  const numbered = quantities.map((quantity, index) => ({ ...quantity, index }));
  const checks: SumCheck[] = [];
  for (let at = 0; at < context.tokens.length; at += 1) {
    const region = regionAt(context, at);
    if (region === null) continue;
    checks.push(...sumsIn(context, numbered, { region, opener: at }));
  }
  return unique(checks);
}

function unique(checks: readonly SumCheck[]): SumCheck[] {
  const best = new Map<number, SumCheck>();
  const kept: SumCheck[] = [];
  for (const check of checks) {
    const same = best.get(check.totalFigure);
    const repeats = same !== undefined && same.partFigures.some((part) => check.partFigures.includes(part));
    if (repeats && (same.ok || !check.ok)) continue;
    if (repeats) kept.splice(kept.indexOf(same), 1);
    best.set(check.totalFigure, check);
    kept.push(check);
  }
  return kept;
}

function regionAt(context: ReadingContext, at: number): Region | null {
  const { tokens } = context;
  if (tokens[at]?.low === '(') {
    const close = closingBracket(context, at);
    return close === null ? null : { from: at + 1, to: close, promisesAll: true, rule: 'sum-in-bracket' };
  }
  const isColon = tokens[at]?.low === ':';
  const word = openers.at(tokens, at) ?? plainHas(tokens, at);
  if (!isColon && word === null) return null;
  const from = isColon ? at + 1 : (word?.end ?? at + 1);
  const hasColon = isColon || tokens[from]?.low === ':';
  const closes = tokens[hasColon && !isColon ? from + 1 : from]?.kind === 'break';
  if (closes && hasColon) return linesAfter(context, from);
  if (isColon) return null;
  const to = endOfClause(context, from);
  // Four counted fields are all the fields that the movement has.
  const isByField = countedFields(tokens, from, to).size === FIELDS;
  const isAll = hasColon || isByField || ['gồm', 'bao', 'chia'].includes(tokens[at]?.low ?? '');
  const opensParagraph = at === 0 || tokens[at - 1]?.kind === 'break';
  return { from, to, promisesAll: isAll, opensParagraph, rule: 'sum-after-word' };
}

/** "Trong số 14 mô hình, có 9 mô hình tập thể, 5 mô hình cá nhân": a sum only where it adds up. */
function plainHas(tokens: readonly Token[], at: number): { end: number } | null {
  return tokens[at]?.low === 'có' && tokens[at - 1]?.low === ',' ? { end: at + 1 } : null;
}

const LONGEST_BRACKET = 160;

function closingBracket({ tokens }: ReadingContext, open: number): number | null {
  let depth = 0;
  const furthest = Math.min(tokens.length, open + LONGEST_BRACKET);
  for (let at = open; at < furthest; at += 1) {
    if (tokens[at]?.low === '(') depth += 1;
    if (tokens[at]?.low === ')') depth -= 1;
    if (tokens[at]?.kind === 'break') return null;
    if (depth === 0) return at;
  }
  return null;
}

function endOfClause({ tokens }: ReadingContext, from: number): number {
  let at = from;
  while (at < tokens.length && at - from < LONGEST_BRACKET && !endsSentenceAt(tokens, at)) at += 1;
  return at;
}

/** "Trong đó:" at the end of a line: the parts stand in the dashed lines below it. */
function linesAfter({ script, tokens }: ReadingContext, from: number): Region | null {
  let at = from;
  while (tokens[at] !== undefined && tokens[at]?.kind !== 'break') at += 1;
  let to = at;
  let next = script.paragraphAt.get(at + 1);
  const style = next?.marker?.style;
  if (next === undefined || (style !== 'dash' && style !== 'letter' && style !== 'decimal')) return null;
  while (next !== undefined && next.marker?.style === style) {
    to = next.to;
    next = script.paragraphAt.get(next.to + 1);
  }
  return { from, to, promisesAll: true, rule: 'sum-in-lines' };
}

function sumsIn(
  context: ReadingContext,
  quantities: readonly Numbered[],
  { region, opener }: { region: Region; opener: number },
): SumCheck[] {
  const last = lastBefore(quantities, opener);
  for (let index = last; index >= 0 && index > last - 4; index -= 1) {
    const total = quantities[index];
    const furthest = region.opensParagraph === true ? FURTHEST_TOTAL_ABOVE : reach(region);
    if (total === undefined || opener - total.to > furthest || total.unitKind === 'rate') continue;
    if (total.isWhole && last - index < 1) continue;
    const isAbove = hasBreakBetween(context, total.to, opener, region);
    if (isAbove && region.opensParagraph !== true) break;
    const within = { region, total, from: last + 1 };
    const kinds = kindsOf(total, partsIn(context, quantities, within, isKindOf));
    const parts = partsIn(context, quantities, within, isOfSameUnit);
    const sums = kinds ?? split(total, parts, isAbove ? { ...region, promisesAll: false } : region);
    if (sums.length > 0)
      return sums.map((used) => makeCheck(context, { total, parts: used, rule: region.rule }));
  }
  return [];
}

function reach(region: Region): number {
  return region.rule === 'sum-in-bracket' ? 14 : FURTHEST_TOTAL;
}

/** A total may stand in the sentence before "Trong đó", not in another paragraph. */
function hasBreakBetween({ tokens }: ReadingContext, from: number, to: number, region: Region): boolean {
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.kind === 'break') return true;
    if (region.rule === 'sum-in-bracket' && endsSentenceAt(tokens, at)) return true;
  }
  return false;
}

function lastBefore(quantities: readonly Numbered[], opener: number): number {
  let [low, high] = [0, quantities.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quantities[middle]?.at ?? 0) < opener) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function partsIn(
  context: ReadingContext,
  quantities: readonly Numbered[],
  { region, total, from }: { region: Region; total: Quantity; from: number },
  belongs: (total: Quantity, part: Quantity) => boolean,
): Numbered[] {
  const parts: Numbered[] = [];
  const depth = depthFrom(context, region.from);
  for (let index = from; index < quantities.length && parts.length < MOST_PARTS; index += 1) {
    const part = quantities[index];
    if (part === undefined || part.at >= region.to) break;
    if (part.at < region.from || part.isWhole || depth(part.at) > 0) continue;
    if (belongs(total, part)) parts.push(part);
  }
  return parts;
}

const MOST_PARTS = 60;

/** How deep in brackets a token stands, counted from the region's beginning; asked for in rising order. */
function depthFrom({ tokens }: ReadingContext, from: number): (to: number) => number {
  let [at, depth] = [from, 0];
  return (to) => {
    for (; at < to; at += 1) {
      if (tokens[at]?.low === '(') depth += 1;
      else if (tokens[at]?.low === ')') depth = Math.max(0, depth - 1);
    }
    return depth;
  };
}

const SCALES: Readonly<Record<string, number>> = {
  đồng: 1,
  'nghìn đồng': 1e3,
  'ngàn đồng': 1e3,
  'triệu đồng': 1e6,
  'tỷ đồng': 1e9,
  'tỉ đồng': 1e9,
  ha: 1e4,
  m2: 1,
  km: 1e3,
  m: 1,
  mét: 1,
};

/** Kinds whose units have scales: "800 triệu đồng" is a part of "1,2 tỷ đồng". */
const MEASURED = new Set(['money', 'land', 'length']);

/** "ha đất", "km đường" are hectares and kilometres. */
function scaleOf(unit: string): number | null {
  const low = unit.toLowerCase();
  return SCALES[low] ?? SCALES[low.split(' ')[0] ?? ''] ?? null;
}

/** "55 mô hình (29 tập thể, 26 cá nhân)" divides models by whose they are. */
const SUBJECTS = new Set(['tập thể', 'cá nhân', 'hộ gia đình', 'hộ']);

/** "10 đơn vị hành chính (01 thành phố; 01 thị xã; 08 huyện)". */
const DIVIDED_BY_PLACE = new Set(['đơn vị hành chính', 'đơn vị', 'địa phương', 'đơn vị hành chính cấp xã']);
const PLACES = new Set(['xã', 'phường', 'thị trấn', 'thị xã', 'thành phố', 'huyện', 'quận', 'đặc khu']);

function isOfSameUnit(total: Quantity, part: Quantity): boolean {
  if (part.unitKind === 'rate') return false;
  const [whole, piece] = [total.unit.toLowerCase(), part.unit.toLowerCase()];
  if (whole === piece || piece === '') return true;
  if (MEASURED.has(total.unitKind))
    return total.unitKind === part.unitKind && scaleOf(whole) !== null && scaleOf(piece) !== null;
  if (DIVIDED_BY_PLACE.has(whole) && PLACES.has(piece)) return true;
  // "150 mô hình, điển hình (120 mô hình, 30 điển hình)"; "12 Chi bộ: 9 Chi bộ …".
  if (total.unitKind === 'registered' && SUBJECTS.has(piece)) return true;
  const nouns = whole.split(/, | và |\//);
  if (nouns.length > 1) return nouns.includes(piece);
  return piece.startsWith(`${whole} `) || whole.startsWith(`${piece} `);
}

/** "211 tổ tự quản: 23 tổ an ninh, 132 tổ hòa giải": kinds of one thing, known by its first word. */
function isKindOf(total: Quantity, part: Quantity): boolean {
  if (MEASURED.has(part.unitKind) || part.unitKind === 'rate') return false;
  const [whole, piece] = [total.unit.toLowerCase().split(' ')[0], part.unit.toLowerCase().split(' ')[0]];
  return whole !== '' && whole === piece;
}

/** Kinds are a sum only where all of them together make the total. */
function kindsOf(total: Numbered, parts: readonly Numbered[]): Numbered[][] | null {
  const isSum =
    parts.length > FEWEST_PARTS &&
    parts.every((one) => one.approx === 'exact') &&
    parts.reduce((sum, one) => sum + one.value, 0) === total.value;
  return isSum ? [[...parts]] : null;
}

/** The parts that add up to the total, one division after the other; or all of them where all were promised. */
function split(total: Numbered, parts: readonly Numbered[], region: Region): Numbered[][] {
  if (parts.length < FEWEST_PARTS || parts.some((one) => one.approx !== 'exact')) return [];
  const whole = inBase(total);
  const found: Numbered[][] = [];
  let start = 0;
  let sum = 0;
  for (const [index, part] of parts.entries()) {
    sum += inBase(part);
    const used = parts.slice(start, index + 1);
    if (used.length < FEWEST_PARTS || !isSame(sum, whole)) continue;
    found.push(used);
    start = index + 1;
    sum = 0;
  }
  if (found.length > 0) return found;
  const isPlain = parts.every((part) => inBase(part) <= whole && !isDivision(total, part));
  // "hơn 1.250 tỷ đồng" has parts only where they add up.
  return total.approx === 'exact' && region.promisesAll && isPlain ? [[...parts]] : [];
}

function isDivision(total: Quantity, part: Quantity): boolean {
  const piece = part.unit.toLowerCase();
  if (DIVIDED_BY_PLACE.has(total.unit.toLowerCase())) return PLACES.has(piece);
  return total.unitKind === 'registered' && SUBJECTS.has(piece);
}

function inBase(quantity: Quantity): number {
  return MEASURED.has(quantity.unitKind) ? quantity.value * (scaleOf(quantity.unit) ?? 1) : quantity.value;
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

function makeCheck(
  context: ReadingContext,
  { total, parts, rule }: { total: Numbered; parts: readonly Numbered[]; rule: string },
): SumCheck {
  const scaled = parts.map((part) => ({ ...part, unit: part.unit === '' ? total.unit : part.unit }));
  const sum = scaled.reduce((all, part) => all + inBase(part), 0);
  const last = parts.at(-1)?.to ?? total.to;
  const written = passage(context, total.from, Math.max(last, total.to));
  const ok = isSame(sum, inBase(total));
  return {
    ...written,
    rule,
    confidence: ok ? 0.97 : 0.7,
    total: total.value,
    parts: parts.map((part) => part.value),
    ok,
    totalFigure: total.index,
    partFigures: parts.map((part) => part.index),
  };
}
