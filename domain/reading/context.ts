/** What every rule of the grammar reads from and marks in. */
import type { Quote } from './quotes.ts';
import type { Script } from './script.ts';
import type { Outline } from './sections.ts';
import type { SourceText } from './source-text.ts';
import type { Token } from './tokens.ts';
import type { Mention } from './types.ts';

export interface ReadingContext {
  readonly source: SourceText;
  readonly script: Script;
  readonly tokens: readonly Token[];
  readonly outline: Outline;
  readonly quotes: readonly Quote[];
  /** Quotations by their closing mark. */
  readonly quoteByLast: ReadonlyMap<number, Quote>;
  readonly quoteByOpen: ReadonlyMap<number, Quote>;
  /** 1 where a token belongs to a date, a symbol, a name: nothing else may count it. */
  readonly taken: Uint8Array;
}

/** The passage from one token to another as it stands in the file; only its last piece where a page break cuts it. */
export function passage(context: ReadingContext, from: number, to: number): Mention {
  let first = from;
  for (let at = from + 1; at < to; at += 1) if (context.tokens[at]?.afterCut) first = at;
  const start = context.source.startOf(context.tokens[first]?.start ?? 0);
  const end = context.source.endOf(context.tokens[to - 1]?.end ?? 0);
  return { start, end, asWritten: context.source.original.slice(start, end) };
}

/** The words of a range as one line: single spaces, nothing of a conversion's asterisks. */
export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let line = '';
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.text === '*' || token.text === '_') continue;
    const isGap = token.spaced || token.kind === 'break' || token.text === '\t';
    line +=
      (isGap && line !== '' ? ' ' : '') + (token.kind === 'break' || token.text === '\t' ? '' : token.text);
  }
  return line.trim();
}

/** No sentence of an office is longer; text without full stops is not searched for ever. */
const LONGEST_SENTENCE = 600;

/** Index of the first token of the sentence in which this one stands. */
export function sentenceStart(tokens: readonly Token[], index: number): number {
  let at = index;
  const first = Math.max(0, index - LONGEST_SENTENCE);
  while (at > first && !endsSentenceAt(tokens, at - 1)) at -= 1;
  return at;
}

/** Index after the last token of the sentence in which this one stands. */
export function sentenceEnd(tokens: readonly Token[], index: number): number {
  let at = index;
  const last = Math.min(tokens.length, index + LONGEST_SENTENCE);
  while (at < last && !endsSentenceAt(tokens, at)) at += 1;
  return at;
}

/** "; 2. “…”": the number of an item inside a sentence. */
function isEnumerator(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at - 1];
  if (number?.kind !== 'number' || number.text.length > 2) return false;
  return [';', ':', ','].includes(tokens[at - 2]?.low ?? '');
}

const SHORT_FORMS = new Set('tp tx tt p q th ths ts gs bs đ v ubnd st kp'.split(' '));

export function endsSentenceAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind === 'break') return true;
  if (token.low === '!' || token.low === '?') return true;
  if (token.low !== '.' && token.low !== '…') return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next?.low === '.' || isEnumerator(tokens, at)) return false;
  if (before?.kind === 'word' && SHORT_FORMS.has(before.low) && !token.spaced && before.text !== before.low)
    return false;
  return next === undefined || next.kind === 'break' || /^[\p{Lu}\d“"«(]/u.test(next.text);
}
