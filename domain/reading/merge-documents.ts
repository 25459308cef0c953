/** One document however often it is cited. */
import type { Day } from '#domain/kernel/day.ts';
import { passage, type ReadingContext } from './context.ts';
import type { CitedDocument } from './types.ts';

export interface Citation {
  readonly from: number;
  readonly to: number;
  readonly type: string | null;
  readonly symbol: string;
  readonly number: number;
  readonly hasCodes: boolean;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  readonly isOwn: boolean;
  readonly rule: string;
  readonly confidence: number;
}

function sameSymbol(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(symbol: string): string {
  return symbol
    .toUpperCase()
    .replaceAll('.', '')
    .replace(/^0+(?=\d)/, '');
}

/** One document however often it is cited: later mentions go under the first, and fill what it leaves open. */
export function mergeCitations(context: ReadingContext, citations: readonly Citation[]): CitedDocument[] {
  const groups: Citation[][] = [];
  const ordered = citations.toSorted((a, b) => Number(b.hasCodes) - Number(a.hasCodes) || a.from - b.from);
  for (const one of ordered) {
    const group = groups.find(([first]) => first !== undefined && isSame(first, one));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => makeDocument(context, group)).toSorted((a, b) => a.start - b.start);
}

function isSame(known: Citation, one: Citation): boolean {
  if (known.hasCodes && one.hasCodes) return sameSymbol(known.symbol, one.symbol);
  return known.number === one.number && known.type === one.type;
}

function makeDocument(context: ReadingContext, group: readonly Citation[]): CitedDocument {
  const [first] = group;
  if (first === undefined) throw new RangeError('a group has a citation');
  const { type, symbol, isOwn, rule, confidence } = first;
  const issuedOn = group.map((one) => one.issuedOn).find((day) => day !== null) ?? null;
  const issuer = group.map((one) => one.issuer).find((name) => name !== null) ?? null;
  const mentions = group.slice(1).map((one) => passage(context, one.from, one.to));
  const written = passage(context, first.from, first.to);
  return { ...written, type, symbol, issuer, issuedOn, isOwn, mentions, rule, confidence };
}
