import { fixTonePlacement } from '#domain/kernel/text.ts';
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
  const unit = figure.unit.toLowerCase();
  // "triệu đồng/ha/năm" is a yield, "đồng/tháng" an allowance: neither is an amount that was given.
  if (unit.includes('/') || figure.value <= 0) return null;
  const source = sourceIn(sentence);
  const amount = figure.value * scaleOfUnit(unit);
  switch (figure.kind) {
    case 'money':
      if (!/đồng$|^(?:tỷ|tỉ|triệu|nghìn|ngàn)$/.test(unit) || says(sentence, earned)) return null;
      return { kind: 'money', source, amount: Math.round(amount), unit: 'đồng' };
    case 'land':
      // An area that is planted is not land that was given.
      if (!/^(?:m2|m²|mét vuông|ha|héc ta)(?:\s|$)/.test(unit) || !says(sentence, givesLand)) return null;
      return { kind: 'land', source, amount, unit: 'm²' };
    case 'labour':
      return { kind: 'labour', source, amount, unit: 'ngày công' };
    case 'houses':
      return { kind: 'in_kind', source, amount, unit: figure.unit.slice(0, 40) };
    default:
      return null;
  }
}

/** Words with their accents: "hiến" is no "hiện". */
const earned = [
  'thu nhập',
  'doanh thu',
  'giá trị',
  'lợi nhuận',
  'thu lãi',
  'lãi ròng',
  'tiết kiệm được',
  'vay',
];
const givesLand = ['hiến', 'đóng góp', 'góp đất', 'bàn giao', 'nhường đất'];
const sourceWords: readonly (readonly [ContributionSource, readonly string[]])[] = [
  ['budget', ['ngân sách', 'nhà nước hỗ trợ']],
  ['business', ['doanh nghiệp', 'nhà hảo tâm', 'mạnh thường quân', 'công ty']],
  ['people', ['nhân dân', 'người dân', 'hội viên', 'hộ dân', 'bà con', 'đóng góp', 'hiến']],
];

function says(sentence: string, words: readonly string[]): boolean {
  const low = ` ${fixTonePlacement(sentence)
    .toLocaleLowerCase('vi')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return words.some((word) => low.includes(` ${word} `));
}

/** Where a sentence names one source, that is it. */
function sourceIn(sentence: string): ContributionSource {
  const found = sourceWords.filter(([, words]) => says(sentence, words)).map(([source]) => source);
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
