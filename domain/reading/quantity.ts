/** A figure with its tokens: how one is made from a number, its hedge and its unit. */
import type { Approximation, FigureKind } from '#domain/figures/reported-figure.ts';
import { numberValue } from './numbers.ts';
import type { Token } from './tokens.ts';
import type { ReadUnit } from './units.ts';
import { placeKinds } from './words/organisation-words.ts';
import { atLeastAfter, hedges, placesOfOver } from './words/hedge-words.ts';

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

interface Hedge {
  readonly approx: Approximation;
  readonly from: number;
}

export function hedgeBefore(tokens: readonly Token[], at: number, unitEnd: number): Hedge {
  let before = at;
  // "ít nhất từ 02 mô hình", "đạt trên 90%".
  if (tokens[before - 1]?.low === 'là' || tokens[before - 1]?.low === 'từ') before -= 1;
  const found = hedges.before(tokens, at) ?? hedges.before(tokens, before);
  if (found !== null) {
    const isPlace =
      found.value === 'over' && (placesOfOver.has(tokens[at + 1]?.low ?? '') || saysWhere(tokens, at));
    if (!isPlace) return { approx: found.value, from: found.start };
  }
  if (atLeastAfter.at(tokens, unitEnd)) return { approx: 'at_least', from: at };
  return { approx: 'exact', from: at };
}

const FURTHEST_COUNTED = 7;
const BEFORE_OVER = new Set('có đạt được là với của gồm tại ở và cho hiện tặng'.split(' '));

/** "lập 14 tổ trên 11 phường": where what has just been counted is, not how many at least. */
function saysWhere(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.low !== 'trên' || placeKinds.at(tokens, at + 1) === null) return false;
  if (BEFORE_OVER.has(tokens[at - 2]?.low ?? '')) return false;
  for (let before = at - 2; before >= Math.max(0, at - FURTHEST_COUNTED); before -= 1) {
    if (tokens[before]?.kind === 'number') return true;
    if (tokens[before]?.kind !== 'word') return false;
  }
  return false;
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

export function make(tokens: readonly Token[], made: Made): Quantity | null {
  const { at, unit, hedge, to, rule, confidence, isWhole = false } = made;
  const value = numberValue(tokens[at]?.text ?? '', unit);
  if (value === null) return null;
  const exact = unit.times === 1 ? value : Math.round(value * unit.times * 1000) / 1000;
  const { unit: written, kind: unitKind } = unit;
  const common = { from: Math.min(hedge.from, at), at, to, unitKind, approx: hedge.approx, rule, confidence };
  return { ...common, value: exact, unit: written, isWhole };
}
