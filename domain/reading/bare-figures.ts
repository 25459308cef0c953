/** Numbers that stand alone after a label or in the cell of a row: rules `bare-part`, `label`, `cell`. */
import type { ReadingContext } from './context.ts';
import { isEnumerator } from './ordinals.ts';
import { hedgeBefore, make, type Quantity } from './quantity.ts';
import { isCapital, type Token } from './tokens.ts';
import { looksLikeUnit, unitAt, type ReadUnit } from './units.ts';
import { bodyHeads, placeKinds } from './words/organisation-words.ts';
import { beforeOrdinals, neverUnits, numberedPlaces } from './words/unit-words.ts';

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
      if (figure === null) continue;
      found.push(figure);
      // "Tổng số mô hình: 88 (mới: 31; duy trì: 57)": what a label counts is divided after it.
      if (figure.rule === 'label') above = figure;
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
  const hedge = hedgeBefore(tokens, at, at + 1);
  const common = { at, hedge, to: at + 1 };
  const counted = before.low === ':' && !isCell ? countedByLabel(tokens, at - 1) : null;
  if (counted !== null)
    return make(tokens, { ...common, unit: { ...counted, end: at + 1 }, rule: 'label', confidence: 0.8 });
  const isDash = before.low === '-' && before.spaced;
  const isLabelled = !isRow && above !== null && (before.low === ':' || isDash || isLabel(tokens, at, above));
  if (!isCell && !isLabelled) return null;
  const [noun, kind] = isCell ? ['', 'other' as const] : [above?.unit ?? '', above?.unitKind ?? 'other'];
  const unit: ReadUnit = { unit: noun, kind, end: at + 1, times: 1, isKnown: false };
  return make(tokens, {
    ...common,
    unit,
    rule: isCell ? 'cell' : 'bare-part',
    confidence: isCell ? 0.5 : 0.7,
  });
}

/** "trong đó: kinh tế 53, văn hóa 242": a word right before, in a list after a total. */
function isLabel(tokens: readonly Token[], at: number, above: Quantity): boolean {
  const before = tokens[at - 1];
  if (
    above.unitKind === 'rate' ||
    SPANS.has(above.unit) ||
    endsNameOfBody(tokens, at) ||
    !isDivided(tokens, above.to, at)
  )
    return false;
  if (before?.kind !== 'word' || beforeOrdinals.before(tokens, at) || numberedPlaces.before(tokens, at))
    return false;
  return !looksLikeUnit(tokens, at + 1);
}

const SPANS = new Set(['năm', 'tháng', 'tuần', 'ngày', 'giờ', 'phút']);
const DIVIDES = new Set([':', '(', 'đó', 'gồm', 'ra', 'theo', 'có', '-', 'thể']);

/** A total has parts only after a colon, a bracket, "trong đó", "gồm", "chia ra". */
function isDivided(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (DIVIDES.has(tokens[at]?.low ?? '')) return true;
  return false;
}

const LONGEST_BODY = 4;

/** "Công ty May 10", "thôn Tiên Mỹ 1": the number belongs to the name of a body or a place. */
function endsNameOfBody(tokens: readonly Token[], at: number): boolean {
  if (!isCapital(tokens[at - 1])) return false;
  for (let head = at - 2; head >= at - LONGEST_BODY && head >= 0; head -= 1)
    if (bodyHeads.at(tokens, head) !== null || placeKinds.at(tokens, head) !== null) return true;
  return false;
}

const LONGEST_LABEL = 10;

/** "Tổng số đảng viên: 312": what is counted stands in the label. */
function countedByLabel(tokens: readonly Token[], colon: number): ReadUnit | null {
  let start = colon;
  while (
    start > 0 &&
    colon - start < LONGEST_LABEL &&
    ['word', 'number'].includes(tokens[start - 1]?.kind ?? '')
  )
    start -= 1;
  const counts =
    tokens[start]?.low === 'số' || (tokens[start]?.low === 'tổng' && tokens[start + 1]?.low === 'số');
  if (!counts) return null;
  const noun = unitAt(tokens, tokens[start]?.low === 'số' ? start + 1 : start + 2);
  return noun === null || !noun.isKnown || noun.end > colon ? null : noun;
}
