/** Words, numbers and marks with their offsets. What the eye sees as a footnote digit is told apart here. */
import { fixTonePlacement } from '#domain/kernel/text.ts';

export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'note' | 'break';
  readonly text: string;
  /** Lower case, tone marks in one placement: what the vocabulary is compared with. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  /** Whether a space stands before it. */
  readonly spaced: boolean;
  /** Whether a footnote block or a page number was taken out before it. */
  readonly afterCut: boolean;
}

const PIECE = /[\p{L}\p{M}]+|\d+(?:[.,]\d+)*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\r\n?|[\n\u2028\u2029\f\v]|[^\S\n\r]+|[^]/gu;
const LATE_TONE = /[oOuU][àáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ]/;
const EARLY_TONE = /[òóỏõọÒÓỎÕỌùúủũụÙÚỦŨỤ]/;
const AREA_WORD = /^(?:k|c|d|h)?m$/i;
const CODE_WITH_DIGITS = /^[\p{Lu}]+$/u;
const DIGITS = /^\d+$/;

/** Words after which a number that lost its space is a number, not a footnote. */
const TAKES_NUMBER = new Set(
  'năm tháng ngày quý số tổ thôn khu khóm ấp khóa hơn trên gần khoảng đạt có là được đến từ với và lần đợt'.split(
    ' ',
  ),
);

/** Lower case with the tone where this system writes it, so that "Uỷ" and "ủy" are one word. */
export function lowerWord(word: string): string {
  const low = word.toLowerCase();
  return LATE_TONE.test(word) || (word.length > 3 && EARLY_TONE.test(word)) ? fixTonePlacement(low) : low;
}

interface Builder {
  readonly tokens: Token[];
  readonly lows: Map<string, string>;
  spaced: boolean;
}

export function tokenise(text: string): Token[] {
  const builder: Builder = { tokens: [], lows: new Map(), spaced: true };
  for (const match of text.matchAll(PIECE)) take(builder, match[0], match.index);
  return builder.tokens;
}

function take(builder: Builder, piece: string, at: number): void {
  const first = piece.charAt(0);
  if (/[\r\n\u2028\u2029\f\v]/.test(first)) {
    add(builder, { kind: 'break', text: '\n', start: at, end: at + piece.length });
    builder.spaced = true;
  } else if (/\s/.test(first)) {
    if (piece.includes('\t')) add(builder, { kind: 'mark', text: '\t', start: at, end: at + piece.length });
    builder.spaced = true;
  } else if (/\d/.test(first)) takeNumber(builder, piece, at);
  else if (/[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(first)) takeRaised(builder, piece, at);
  else {
    const isWord = /\p{L}/u.test(first);
    const cut = isWord ? lostSpace(piece) : 0;
    if (cut > 0) add(builder, { kind: 'word', text: piece.slice(0, cut), start: at, end: at + cut });
    const text = piece.slice(cut);
    add(builder, { kind: isWord ? 'word' : 'mark', text, start: at + cut, end: at + piece.length });
  }
}

const CODE_THEN_WORD = /^(\p{Lu}{2,12})(?:ngày|của|về|và)$/u;
const LOW_THEN_CAPITAL = /^(\p{Ll}{2,7})\p{Lu}/u;

/** "TWngày", "theoQuyết": where a space was lost between two words. 0 where none was. */
function lostSpace(piece: string): number {
  if (piece.length < 4) return 0;
  const match = CODE_THEN_WORD.exec(piece) ?? LOW_THEN_CAPITAL.exec(piece);
  return match?.[1]?.length ?? 0;
}

type Raw = Pick<Token, 'kind' | 'text' | 'start' | 'end'>;

function add(builder: Builder, raw: Raw): void {
  let low = builder.lows.get(raw.text);
  if (low === undefined) {
    low = raw.kind === 'word' ? lowerWord(raw.text) : markOf(raw.text);
    builder.lows.set(raw.text, low);
  }
  builder.tokens.push({ ...raw, low, spaced: builder.spaced, afterCut: false });
  builder.spaced = false;
}

function markOf(mark: string): string {
  if (/[‐‑‒–—−]/.test(mark)) return '-';
  return mark === '\uFF5C' ? '|' : mark;
}

/** "m²" is a unit; any other raised digit points to a footnote. */
function takeRaised(builder: Builder, piece: string, at: number): void {
  const before = builder.tokens.at(-1);
  if (before?.kind === 'word' && before.end === at && AREA_WORD.test(before.text) && /^[²³]$/.test(piece)) {
    extendWord(builder, before, piece === '²' ? '2' : '3', at + 1);
    return;
  }
  const spaced = builder.spaced;
  add(builder, { kind: 'note', text: piece, start: at, end: at + piece.length });
  builder.spaced = spaced;
}

function extendWord(builder: Builder, word: Token, digits: string, end: number): void {
  const text = word.text + digits;
  builder.tokens[builder.tokens.length - 1] = { ...word, text, low: text.toLowerCase(), end };
}

function takeNumber(builder: Builder, piece: string, at: number): void {
  const before = builder.tokens.at(-1);
  const touches = before !== undefined && before.end === at && before.kind !== 'break';
  if (touches && before.kind === 'word' && DIGITS.test(piece)) {
    if (AREA_WORD.test(before.text) && /^[23]$/.test(piece))
      return extendWord(builder, before, piece, at + 1);
    if (CODE_WITH_DIGITS.test(before.text)) return extendWord(builder, before, piece, at + piece.length);
  }
  if (touches && DIGITS.test(piece) && piece.length <= 2 && endsAWord(before)) {
    add(builder, { kind: 'note', text: piece, start: at, end: at + piece.length });
    return;
  }
  for (const part of splitNumber(piece))
    add(builder, {
      kind: 'number',
      text: part.text,
      start: at + part.at,
      end: at + part.at + part.text.length,
    });
}

/** "phường5", "(Hương Vinh)9", "yêu thương”6": a plain digit stuck to the end of something is a footnote. */
function endsAWord(before: Token): boolean {
  if (before.kind === 'mark') return before.text === ')' || before.text === '”' || before.text === '»';
  return before.kind === 'word' && before.low.length >= 2 && !TAKES_NUMBER.has(before.low);
}

const ONE_NUMBER = [
  /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/,
  /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/,
  /^\d+[.,]\d+$/,
  /^\d+(?:\.\d+)+$/,
];
const TWO_YEARS = /^(?:19|20)\d\d[.,](?:19|20)\d\d$/;

/** "46,47,48" without spaces is a list, "1.234,5" one number, "03.6.2013" one date. */
function splitNumber(piece: string): { text: string; at: number }[] {
  const whole = DIGITS.test(piece) || (ONE_NUMBER.some((form) => form.test(piece)) && !TWO_YEARS.test(piece));
  if (whole) return [{ text: piece, at: 0 }];
  const parts: { text: string; at: number }[] = [];
  let at = 0;
  for (const text of piece.split(',')) {
    parts.push({ text, at });
    at += text.length + 1;
  }
  return parts;
}

export function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

export function isAllCapitals(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}+\d*$/u.test(token.text);
}
