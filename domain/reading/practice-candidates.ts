/** What a rule proposes as a practice, before repeats are put together. */
import type { BaseField } from '#domain/campaigns/fields.ts';
import { fixTonePlacement, foldVietnamese } from '#domain/kernel/text.ts';
import { sentenceStart, wordsOf, type ReadingContext } from './context.ts';
import type { Token } from './tokens.ts';
import type { PracticeNature, PracticeSubject } from './types.ts';
import { genericSyllables, keepsAlive, notWished, yetToBeDone } from './words/practice-words.ts';

export interface Candidate {
  /** Range of the name. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly nature: PracticeNature;
  readonly subject: PracticeSubject | null;
  readonly places: readonly string[];
  readonly owner: string | null;
  /** Where the line begins that the rule has read as a whole, if it begins before the name. */
  readonly coversFrom?: number;
  /** Where the rule itself knows it, as from a column of a table. */
  readonly field?: BaseField | null;
  readonly rule: string;
  readonly confidence: number;
}

const MOVEMENT = new Set([
  'dan van kheo',
  'mo hinh dan van kheo',
  'dien hinh dan van kheo',
  'dvk',
  'dan van',
  'mo hinh dien hinh dan van kheo',
  'phong trao dan van kheo',
  'thi dua dan van kheo',
]);

/** "Dân vận khéo" between quotation marks is the movement, not one of its practices. */
export function isMovementName(name: string): boolean {
  const folded = foldVietnamese(name).replace(/(?: (?:nam|giai doan))?(?: \d{4})+$/, '');
  return MOVEMENT.has(folded) || folded.startsWith('dan van kheo thi ');
}

const LONGEST_NAME = 45;

export function isNameLike(tokens: readonly Token[], from: number, to: number): boolean {
  const words = tokens.slice(from, to).filter((token) => token.kind === 'word' || token.kind === 'number');
  if (words.length < 2 || words.length > LONGEST_NAME) return false;
  // Speech holds sentences; a name is one phrase.
  for (let at = from; at < to - 1; at += 1) {
    const isStop = ['.', '!', '?'].includes(tokens[at]?.low ?? '');
    if (
      isStop &&
      tokens[at + 1]?.kind === 'word' &&
      tokens[at + 1]?.spaced &&
      (tokens[at - 1]?.text.length ?? 0) > 2
    )
      return false;
  }
  return true;
}

/** Whether a name says no more than that it is a model: "mô hình kinh tế hiệu quả". */
export function isGenericName(name: string): boolean {
  const syllables = fixTonePlacement(name.toLowerCase())
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter((word) => word !== '');
  return syllables.every((word) => genericSyllables.has(word));
}

/** Trims what belongs to no name: closing marks, an opening "mô hình" in plain text. */
export function nameOf(tokens: readonly Token[], from: number, to: number): string {
  return wordsOf(tokens, from, to).replace(/^[\s,;:.*"“”'-]+|[\s,;:.*"“”…-]+$/gu, '');
}

/** "Mỗi chi hội xây dựng 01 mô hình “…”": what each is to build is a target. */
function isShareOfEach(tokens: readonly Token[], start: number, at: number): boolean {
  const isCounted = tokens[at - 3]?.kind === 'number' && tokens[at - 2]?.low === 'mô';
  return isCounted && tokens.slice(start, at).some((token) => token.low === 'mỗi');
}

const FURTHEST_WISH = 40;

/** A practice that the section or the sentence only wishes for is none. */
export function isYetToBeDone(context: ReadingContext, at: number): boolean {
  const role = context.outline.sectionAt(at)?.role;
  const isAhead = role === 'targets' || role === 'proposals';
  const start = Math.max(sentenceStart(context.tokens, at), at - FURTHEST_WISH);
  let wished = false;
  let kept = false;
  for (let index = start; index < at; index += 1) {
    const isWish = yetToBeDone.at(context.tokens, index) !== null && !notWished.at(context.tokens, index);
    wished ||= isWish;
    kept ||= keepsAlive.at(context.tokens, index) !== null;
  }
  wished ||= isShareOfEach(context.tokens, start, at);
  return isAhead ? !kept || wished : wished && !kept;
}
