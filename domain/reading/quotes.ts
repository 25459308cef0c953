/** What stands between quotation marks, also where one mark is missing or the wrong one was typed. */
import type { Script } from './script.ts';
import { isCapital, type Token } from './tokens.ts';

export interface Quote {
  /** Index of the opening mark. */
  readonly open: number;
  /** Range of the words inside. */
  readonly from: number;
  readonly to: number;
  /** Index after the closing mark. */
  readonly end: number;
  /** The closing mark is missing: the end was guessed. */
  readonly isUnclosed: boolean;
}

const OPENING = new Set(['“', '«', '„', '‟', '‹', '〝']);
const CLOSING = new Set(['”', '»', '›', '〞']);
const STRAIGHT = new Set(['"', '＂', '‘', '’', "'", '‛']);
const INSIDE_WORDS = new Set(['’', "'", '‘']);

export function readQuotes(script: Script): Quote[] {
  return script.paragraphs.flatMap((paragraph) => quotesBetween(script.tokens, paragraph.from, paragraph.to));
}

type Role = 'open' | 'close' | null;

function quotesBetween(tokens: readonly Token[], from: number, to: number): Quote[] {
  const quotes: Quote[] = [];
  const open: number[] = [];
  for (let at = from; at < to; at += 1) {
    const doubled = doubledAt(tokens, at, to);
    if (doubled !== null) {
      quotes.push(doubled);
      at = doubled.end - 1;
      continue;
    }
    const role = roleOf(tokens, at, open);
    if (role === 'open') {
      const before = open.at(-1);
      if (before !== undefined && sharesClosing(tokens, before, at) && !closesLater(tokens, at, to)) continue;
      // A second opening mark where nothing nests: the first was never closed.
      if (before !== undefined && !closesLater(tokens, at, to)) {
        quotes.push(unclosed(tokens, before, at));
        open.pop();
      }
      open.push(at);
    } else if (role === 'close') {
      const start = open.pop();
      if (start !== undefined && at > start + 1)
        quotes.push({ open: start, from: start + 1, to: at, end: at + 1, isUnclosed: false });
      else if (start === undefined) quotes.push(...unopened(tokens, at, from));
    }
  }
  for (const start of open) quotes.push(unclosed(tokens, start, to));
  return quotes.filter((quote) => quote.to > quote.from).toSorted((a, b) => a.open - b.open);
}

const LONGEST_DOUBLED = 40;

function isDoubled(tokens: readonly Token[], at: number): boolean {
  const isPairOfMarks = tokens[at]?.text === "'" && tokens[at + 1]?.text === "'";
  return isPairOfMarks && tokens[at + 1]?.spaced === false;
}

/** "''Đường cờ''": two single marks typed for one. */
function doubledAt(tokens: readonly Token[], open: number, to: number): Quote | null {
  if (!isDoubled(tokens, open)) return null;
  for (let at = open + 2; at < Math.min(to, open + LONGEST_DOUBLED); at += 1)
    if (isDoubled(tokens, at)) return { open, from: open + 2, to: at, end: at + 2, isUnclosed: false };
  return null;
}

function roleOf(tokens: readonly Token[], at: number, open: readonly number[]): Role {
  const token = tokens[at];
  if (token?.kind !== 'mark') return null;
  const next = tokens[at + 1];
  const hasSpaceAfter = next === undefined || next.spaced || next.kind === 'break';
  if (OPENING.has(token.text)) {
    const isMistyped = open.length > 0 && !token.spaced && hasSpaceAfter && tokens[at - 1]?.kind === 'word';
    return isMistyped ? 'close' : 'open';
  }
  if (CLOSING.has(token.text)) return open.length === 0 && token.spaced && !hasSpaceAfter ? 'open' : 'close';
  if (!STRAIGHT.has(token.text)) return null;
  const before = tokens[at - 1];
  const isSingle = INSIDE_WORDS.has(token.text);
  const isInsideWord = !token.spaced && !hasSpaceAfter && before?.kind === 'word' && next?.kind === 'word';
  if (isSingle && isInsideWord) return null;
  const opener = tokens[open.at(-1) ?? -1];
  if (opener !== undefined && isPair(opener.text, token.text)) return 'close';
  const mayOpen = !hasSpaceAfter && (token.spaced || before === undefined || before.kind !== 'word');
  if (isSingle && !mayOpen) return null;
  // "CLB " Giọng quê " của Hội": spaces on both sides of both marks.
  if (token.spaced && hasSpaceAfter && !isSingle && open.length === 0 && opensLoosely(tokens, at))
    return 'open';
  return mayOpen ? 'open' : 'close';
}

const FURTHEST_PAIR = 24;

/** Whether the same mark stands once more in the sentence, and closes. */
function opensLoosely(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + FURTHEST_PAIR; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.kind === 'break' || token.low === '.') return false;
    const after = tokens[next + 1];
    if (token.text === tokens[at]?.text) return after === undefined || after.spaced || after.kind !== 'word';
  }
  return false;
}

function isPair(open: string, close: string): boolean {
  return open === close || (open === '‘' && close === '’') || (open === '„' && close === '"');
}

/** Whether more closing than opening marks follow: then this opening mark stands inside another quotation. */
function closesLater(tokens: readonly Token[], at: number, to: number): boolean {
  let depth = 1;
  const furthest = Math.min(to, at + 120);
  for (let next = at + 1; next < furthest; next += 1) {
    const text = tokens[next]?.text ?? '';
    if (OPENING.has(text)) {
      if (depth === 0) return false;
      depth += 1;
    } else if (CLOSING.has(text)) {
      if (depth === 0) return true;
      depth -= 1;
    }
  }
  return false;
}

/** "“Tuyến đường hoa gắn với “Sáng - xanh - sạch”": the inner quotation closes the outer one, too. */
function sharesClosing(tokens: readonly Token[], outer: number, inner: number): boolean {
  if (tokens[inner - 1]?.kind !== 'word' || inner - outer > LONGEST_UNCLOSED) return false;
  for (let at = outer + 1; at < inner; at += 1) {
    if (['.', ';', ':', ',', '('].includes(tokens[at]?.low ?? '')) return false;
    if (tokens[at]?.low === 'mô' && tokens[at + 1]?.low === 'hình') return false;
  }
  return inner - outer > 3;
}

const LONGEST_UNCLOSED = 60;
const ENDS_UNCLOSED = new Set(['(', ';', '.', ':', '“', '«', '„']);

/** Without a closing mark a name ends where its bracket, the next item or the sentence begins. */
function unclosed(tokens: readonly Token[], start: number, limit: number): Quote {
  let at = start + 1;
  const furthest = Math.min(limit, start + LONGEST_UNCLOSED);
  while (at < furthest && !ENDS_UNCLOSED.has(tokens[at]?.text ?? '') && !opensNextModel(tokens, at)) at += 1;
  return { open: start, from: start + 1, to: at, end: at, isUnclosed: true };
}

/** "“giúp người mãn hạn tù và mô hình “mắt thần”": the next model ends a name that was never closed. */
function opensNextModel(tokens: readonly Token[], at: number): boolean {
  const isJoint = tokens[at]?.low === 'và' || tokens[at]?.low === ',';
  return isJoint && tokens[at + 1]?.low === 'mô' && tokens[at + 2]?.low === 'hình';
}

const FEWEST_UNOPENED = 3;
const LONGEST_UNOPENED = 30;

function isCloser(token: Token | undefined): boolean {
  return CLOSING.has(token?.text ?? '') || token?.text === '"';
}

/** "các mô hình gồm: Dạy nghề cho thanh niên” ở phường A": the item of a list whose opening mark is missing. */
function unopened(tokens: readonly Token[], close: number, limit: number): Quote[] {
  const mark = tokens[close]?.text ?? '';
  if (!CLOSING.has(mark) && mark !== '"') return [];
  for (let at = close - 1; at >= Math.max(limit, close - LONGEST_UNOPENED); at -= 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break' || token.low === '.') return [];
    if (OPENING.has(token.text) || CLOSING.has(token.text) || STRAIGHT.has(token.text)) return [];
    const followsName = token.low === ',' && isCloser(tokens[at - 1]);
    if (token.low !== ':' && token.low !== ';' && !followsName) continue;
    const isItem = close - at > FEWEST_UNOPENED && isCapital(tokens[at + 1]);
    return isItem ? [{ open: at, from: at + 1, to: close, end: close + 1, isUnclosed: true }] : [];
  }
  return [];
}
