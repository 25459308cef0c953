/** Whether a practice that a paper names stands in the register already, goes on from one there, or is new. */
import type { Day } from '#domain/kernel/day.ts';
import { coreOfName, looksLikeSameName, nameSimilarity } from '#domain/kernel/text.ts';

export type PracticeMatch = 'same' | 'continued' | 'new';

export interface NamedInPaper {
  readonly name: string;
  /** Its unit and its place; of a paper that names several places, in the paper's order. */
  readonly unitIds: readonly string[];
  /** What carries these on today: two places of old may be one by now, so that alone makes nothing the same. */
  readonly todayIds: readonly string[];
  readonly period: { readonly from: Day; readonly to: Day } | null;
}

export interface InRegister extends NamedInPaper {
  readonly id: string;
}

export interface Matched<T extends InRegister> {
  /** Null where two in the register fit equally: a person says which. */
  readonly match: PracticeMatch | null;
  readonly practice: T | null;
  /** Like ones, most alike first. */
  readonly alike: readonly { readonly practice: T; readonly likeness: number }[];
}

const MOST_ALIKE = 8;

export function matchPractice<T extends InRegister>(named: NamedInPaper, known: readonly T[]): Matched<T> {
  const alike = known
    .map((practice) => ({
      practice,
      likeness: Math.round(nameSimilarity(named.name, practice.name) * 100) / 100,
    }))
    .filter(({ practice }) => isLike(named.name, practice.name))
    .toSorted((a, b) => b.likeness - a.likeness || (a.practice.id < b.practice.id ? -1 : 1));
  const practices = alike.map((one) => one.practice);
  const same = practices.filter(
    (one) =>
      meet(named.unitIds, one.unitIds) &&
      overlaps(named.period, one.period) &&
      isOneName(named.name, one.name),
  );
  const earlier = practices.filter(
    (one) => meet(named.todayIds, one.todayIds) && endsBefore(one.period, named.period),
  );
  return { ...chosen(nearest(named, same), earlier), alike: alike.slice(0, MOST_ALIKE) };
}

/** A paper may name several places at once, and the register one practice for each: the first of them is told. */
function nearest<T extends InRegister>(named: NamedInPaper, same: readonly T[]): readonly T[] {
  const first = named.unitIds.find((id) => same.some((one) => one.unitIds.includes(id)));
  return first === undefined ? same : same.filter((one) => one.unitIds.includes(first));
}

function chosen<T extends InRegister>(
  same: readonly T[],
  earlier: readonly T[],
): { match: PracticeMatch | null; practice: T | null } {
  if (same.length > 1) return { match: null, practice: null };
  const [one] = same;
  if (one) return { match: 'same', practice: one };
  // Of one that went on through several years, the last is what this one goes on from.
  const [last] = earlier.toSorted((a, b) => ((a.period?.to ?? '') < (b.period?.to ?? '') ? 1 : -1));
  return last ? { match: 'continued', practice: last } : { match: 'new', practice: null };
}

function isLike(a: string, b: string): boolean {
  return coreOfName(a) === coreOfName(b) || looksLikeSameName(a, b);
}

/** Nearly the same words may be two practices; one name with its generic opening aside is one. */
function isOneName(a: string, b: string): boolean {
  return coreOfName(a) === coreOfName(b) || (looksLikeSameName(a, b) && nameSimilarity(a, b) >= SURELY);
}

const SURELY = 0.9;

function meet(a: readonly string[], b: readonly string[]): boolean {
  return a.some((id) => b.includes(id));
}

function overlaps(a: NamedInPaper['period'], b: NamedInPaper['period']): boolean {
  return a !== null && b !== null && a.from <= b.to && b.from <= a.to;
}

function endsBefore(earlier: NamedInPaper['period'], later: NamedInPaper['period']): boolean {
  return earlier !== null && later !== null && earlier.to < later.from;
}
