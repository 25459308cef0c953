/** Phrases of the language of official papers, found word by word: no pattern, so nothing to backtrack. */
import { lowerWord, type Token } from './tokens.ts';

interface Entry<T> {
  readonly words: readonly string[];
  readonly value: T;
}

interface Found<T> {
  /** Index after the last token of the phrase. */
  readonly end: number;
  readonly value: T;
}

export interface Lexicon<T> {
  /** The longest phrase that begins at this token. */
  at(tokens: readonly Token[], index: number): Found<T> | null;
  /** The longest phrase that ends right before this token. */
  before(tokens: readonly Token[], end: number): { start: number; value: T } | null;
  has(low: string): boolean;
}

const JOINS = new Set(['-', '&']);

/** A hyphen may or may not stand between the words of a phrase: "văn hóa - xã hội", "văn hóa xã hội". */
export function lexicon<T>(phrases: Readonly<Record<string, T>>): Lexicon<T> {
  const byFirst = new Map<string, Entry<T>[]>();
  const single = new Set<string>();
  let longest = 1;
  for (const [phrase, value] of Object.entries(phrases)) {
    const words = phrase.split(' ').map(lowerWord);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { words, value }]);
    if (words.length === 1) single.add(first);
    longest = Math.max(longest, words.length);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);

  const at = (tokens: readonly Token[], index: number): Found<T> | null => {
    const entries = byFirst.get(tokens[index]?.low ?? '');
    for (const entry of entries ?? []) {
      const end = endOfMatch(tokens, index, entry.words);
      if (end !== null) return { end, value: entry.value };
    }
    return null;
  };
  const before = (tokens: readonly Token[], end: number) => {
    for (let start = Math.max(0, end - 2 * longest); start < end; start += 1) {
      const found = at(tokens, start);
      if (found?.end === end) return { start, value: found.value };
    }
    return null;
  };
  return { at, before, has: (low) => single.has(low) };
}

function endOfMatch(tokens: readonly Token[], index: number, words: readonly string[]): number | null {
  let at = index;
  for (const [place, word] of words.entries()) {
    if (place > 0 && JOINS.has(tokens[at]?.low ?? '')) at += 1;
    if (tokens[at]?.low !== word) return null;
    at += 1;
  }
  return at;
}

/** A lexicon of phrases that mean no more than that they are in it: "một|hai ba|bốn". */
export function phrases(list: string): Lexicon<true> {
  return lexicon(
    Object.fromEntries(
      list
        .split('|')
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== '')
        .map((phrase) => [phrase, true as const]),
    ),
  );
}
