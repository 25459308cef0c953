import { foldVietnamese } from '#domain/kernel/text.ts';
import type { ContributionKind, ContributionSource } from '#domain/practices/progress.ts';
import type { FactRow, FigureContent, PracticeContent } from './reading-facts.reads.ts';
import { scaleOfUnit } from './sums.ts';

export interface Contribution {
  readonly kind: ContributionKind;
  readonly source: ContributionSource;
  readonly amount: number;
  readonly unit: string;
}

/** What a figure gives to a practice: money, land, working days, houses; null where it is a rate or anything else. */
export function contributionOf(figure: FigureContent, sentence: string): Contribution | null {
  const folded = foldVietnamese(figure.unit);
  // "triệu đồng/ha/năm" is a yield, "đồng/tháng" an allowance: neither is an amount that was given.
  if (figure.unit.includes('/') || figure.value <= 0) return null;
  const source = sourceIn(sentence);
  const amount = figure.value * scaleOfUnit(figure.unit);
  if (figure.kind === 'money' && /\bdong$|^(?:ty|trieu|nghin|ngan)$/.test(folded))
    return { kind: 'money', source, amount: Math.round(amount), unit: 'đồng' };
  if (figure.kind === 'land' && /^(?:m2|met vuong|ha|hec ta)\b|^m$/.test(folded) && !/^m$/.test(figure.unit))
    return { kind: 'land', source, amount, unit: 'm²' };
  if (figure.kind === 'labour') return { kind: 'labour', source, amount, unit: 'ngày công' };
  if (figure.kind === 'houses') return { kind: 'in_kind', source, amount, unit: figure.unit.slice(0, 40) };
  return null;
}

function sourceIn(sentence: string): ContributionSource {
  const folded = ` ${foldVietnamese(sentence)} `;
  const says = (words: string): boolean => words.split('|').some((word) => folded.includes(` ${word} `));
  const found: ContributionSource[] = [];
  if (says('ngan sach|nha nuoc ho tro')) found.push('budget');
  if (says('doanh nghiep|nha hao tam|manh thuong quan|cong ty')) found.push('business');
  if (says('nhan dan|nguoi dan|hoi vien|ho dan|ba con|dong gop|hien')) found.push('people');
  const [only] = found;
  return found.length === 1 && only ? only : 'other';
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const FURTHEST = 400;

/**
 * The practice that a figure stands with: the only one named before it in its sentence. Of several in a row ("các mô
 * hình “A”, “B” với tổng kinh phí …") it belongs to none alone.
 */
export function practiceBeside(
  figure: FactRow<FigureContent>,
  among: {
    readonly text: string;
    readonly practices: readonly FactRow<PracticeContent>[];
    readonly figures: readonly Span[];
  },
): { practice: FactRow<PracticeContent>; sentence: string } | null {
  const from = sentenceStart(among.text, figure.start);
  const named = among.practices
    .flatMap((practice) =>
      [practice, ...practice.content.mentions].map(({ start, end }) => ({ practice, start, end })),
    )
    .filter((one) => one.start >= from && one.end <= figure.start)
    .toSorted((a, b) => a.start - b.start);
  const last = named.at(-1);
  if (!last || figure.start - last.end > FURTHEST) return null;
  const before = named.findLast((one) => one.practice.id !== last.practice.id);
  if (before && !isParted(before, last, among)) return null;
  return { practice: last.practice, sentence: among.text.slice(from, sentenceEnd(among.text, figure.end)) };
}

/** Something of its own was told of the one before, or a semicolon stands between. */
function isParted(before: Span, after: Span, among: { text: string; figures: readonly Span[] }): boolean {
  const between = among.text.slice(before.end, after.start);
  return (
    between.includes(';') || among.figures.some((one) => one.start >= before.end && one.end <= after.start)
  );
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 2 * FURTHEST), at);
  const breaks = [...before.matchAll(/\n|[.!?…]["”]?\s+(?=\p{Lu})/gu)];
  const last = breaks.at(-1);
  return last ? at - before.length + last.index + last[0].length : at - before.length;
}

function sentenceEnd(text: string, at: number): number {
  const found = /\n|[.!?…](?=\s|$)/u.exec(text.slice(at, at + FURTHEST));
  return found ? at + found.index + 1 : Math.min(text.length, at + FURTHEST);
}

/** A passage with what stands around it in its sentence. */
export function sentenceAround(text: string, { start, end }: Span): string {
  return text.slice(sentenceStart(text, start), sentenceEnd(text, end)).replaceAll(/\s+/g, ' ').trim();
}
