/** What a quantity means: its kind by unit and verb, whether it is a target, whose movement it belongs to, its scope. */
import type { FigureKind } from '#domain/figures/reported-figure.ts';
import { sentenceStart, wordsOf, type ReadingContext } from './context.ts';
import type { Quantity } from './quantity.ts';
import type { Lexicon } from './lexicon.ts';
import {
  dvkWords,
  proposals,
  modelVerbs,
  otherMovements,
  registers,
  rewardVerbs,
  targetsWords,
  trains,
} from './words/kind-words.ts';

const REWARDED = new Set(['tập', 'cá', 'gương', 'gia']);
const UNITS_OF_PARTY = /^(?:tổ chức|tccs|chi bộ|đảng bộ|chi|địa phương|đơn vị|cơ quan|xã|phường)/iu;

export function kindOf(context: ReadingContext, quantity: Quantity): FigureKind {
  if (isTarget(context, quantity)) return 'target';
  const { unitKind, unit, from, isWhole } = quantity;
  const low = unit.toLowerCase();
  if (unitKind === 'registered' && isDifference(context, from)) return 'other';
  if (isWhole) return 'units_expected';
  if (unitKind === 'registered') return nearest(context, from, modelVerbs) ?? 'registered';
  if (REWARDED.has(low.split(' ')[0] ?? '')) {
    const verb = nearest(context, from, rewardVerbs) ?? rewardAfter(context, quantity);
    if (verb === 'rewarded' && nearest(context, from, proposals, 14) !== null) return 'proposed';
    if (verb !== null) return verb;
  }
  if (UNITS_OF_PARTY.test(low) && isFollowedBy(context, quantity, registers)) return 'units_registered';
  if ((unitKind === 'people' || unitKind === 'participants') && isTrained(context, from)) return 'trainees';
  if (low.startsWith('cán bộ')) return isTrained(context, from) ? 'trainees' : 'people';
  return unitKind;
}

function isTarget(context: ReadingContext, { from, approx }: Quantity): boolean {
  const section = context.outline.sectionAt(from);
  const isAhead = section?.role === 'targets' || section?.role === 'proposals';
  if (isAhead) return true;
  return (
    approx === 'at_least' && nearest(context, from, targetsWords, 12) !== null && section?.role !== 'results'
  );
}

/** The nearest word of a list before this token, in its sentence. */
function nearest<T>(context: ReadingContext, at: number, words: Lexicon<T>, furthest = 25): T | null {
  const { tokens } = context;
  const first = Math.max(sentenceStart(tokens, at), at - furthest);
  for (let index = at - 1; index >= first; index -= 1) {
    const found = words.at(tokens, index);
    if (found !== null && found.end <= at) return found.value;
  }
  return null;
}

/** "tăng 17 mô hình so với năm 2020" counts a difference. */
function isDifference({ tokens }: ReadingContext, from: number): boolean {
  return ['tăng', 'giảm', 'thêm', 'vượt'].includes(tokens[from - 1]?.low ?? '');
}

const FURTHEST_REWARD = 14;

/** "5 tập thể, 7 cá nhân được UBND tỉnh tặng Bằng khen". */
function rewardAfter({ tokens }: ReadingContext, { to }: Quantity): FigureKind | null {
  for (let at = to; at < to + FURTHEST_REWARD; at += 1) {
    if (tokens[at] === undefined || tokens[at]?.low === '.' || tokens[at]?.kind === 'break') return null;
    const found = rewardVerbs.at(tokens, at);
    if (found !== null) return found.value;
  }
  return null;
}

function isFollowedBy({ tokens }: ReadingContext, { to }: Quantity, words: Lexicon<true>): boolean {
  for (let at = to; at < to + 6; at += 1) {
    if (tokens[at]?.low === '.' || tokens[at]?.kind === 'break') return false;
    if (words.at(tokens, at)) return true;
  }
  return false;
}

function isTrained(context: ReadingContext, at: number): boolean {
  return nearest(context, at, trains, 14) !== null;
}

/** Awards that the sentence ties to another movement or directive do not belong to Dân vận khéo. */
export function movementOf(
  context: ReadingContext,
  { from, to }: Quantity,
  kind: FigureKind,
): 'dvk' | 'other' {
  if (!['proposed', 'rewarded', 'recognised'].includes(kind)) return 'dvk';
  const { tokens } = context;
  const first = Math.max(sentenceStart(tokens, from), from - 12);
  for (let at = first; at < to + 40 && tokens[at]?.kind !== 'break' && tokens[at]?.low !== '.'; at += 1) {
    if (dvkWords.at(tokens, at)) return 'dvk';
    if (otherMovements.at(tokens, at)) return 'other';
    if (at >= to && tokens[at]?.low === 'chỉ' && tokens[at + 1]?.low === 'thị') return 'other';
  }
  return 'dvk';
}

const LONGEST_SCOPE = 14;
const ENDS_SCOPE = new Set([',', ';', '.', '(', ')', ':', '\n', '\t', '|', '“', '…']);

/** The label before a part ("kinh tế: 53 mô hình"), or the words after the unit. */
export function scopeOf({ tokens }: ReadingContext, { from, to }: Quantity): string | null {
  let start = from;
  if (tokens[start - 1]?.low === ':') {
    start -= 1;
    while (start > 0 && from - start < LONGEST_SCOPE && !ENDS_SCOPE.has(tokens[start - 1]?.low ?? '\n'))
      start -= 1;
    const label = wordsOf(tokens, start, from - 1);
    if (label !== '') return label;
  }
  let end = to;
  while (end - to < LONGEST_SCOPE && tokens[end] !== undefined && !ENDS_SCOPE.has(tokens[end]?.low ?? '\n')) {
    if (tokens[end]?.kind === 'number') break;
    end += 1;
  }
  const words = wordsOf(tokens, to, end);
  return words === '' ? null : words;
}
