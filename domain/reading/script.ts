/** The paper in reading order: sentences that a page break or a footnote block cut in two are joined again. */
import { isAllCapitals, isCapital, tokenise, type Token } from './tokens.ts';
import { readMarker, type Marker } from './markers.ts';

export interface Paragraph {
  /** Token range without the closing break. */
  readonly from: number;
  readonly to: number;
  readonly marker: Marker | null;
  readonly isFootnote: boolean;
  readonly isAllCapitals: boolean;
  /** Whether it has cells: a row of a table that was made into text. */
  readonly isRow: boolean;
}

export interface Script {
  readonly tokens: readonly Token[];
  readonly paragraphs: readonly Paragraph[];
  /** Paragraphs by their first token. */
  readonly paragraphAt: ReadonlyMap<number, Paragraph>;
}

interface Line {
  readonly tokens: Token[];
  readonly blankBefore: boolean;
  readonly isFootnote: boolean;
  readonly isPageNumber: boolean;
}

const CELL = new Set(['\t', '|']);
const TERMINAL = new Set(['.', ';', ':', '!', '?', '…']);

export function makeScript(text: string): Script {
  const lines = markFootnotes(linesOf(tokenise(text)));
  const isWrapped = linesAreWrapped(lines);
  const body = joinLines(
    lines.filter((line) => !line.isPageNumber),
    isWrapped,
  );
  const ordered = [...body.filter((part) => !part.isFootnote), ...body.filter((part) => part.isFootnote)];
  const tokens: Token[] = [];
  const paragraphs: Paragraph[] = [];
  for (const part of ordered) {
    const from = tokens.length;
    for (const token of part.tokens) if (token.kind !== 'note') tokens.push(token);
    const to = tokens.length;
    if (to === from) continue;
    paragraphs.push(describe(tokens, { from, to, isFootnote: part.isFootnote }));
    const last = tokens[to - 1];
    if (last) tokens.push({ ...last, kind: 'break', text: '\n', low: '\n', start: last.end });
  }
  return { tokens, paragraphs, paragraphAt: new Map(paragraphs.map((one) => [one.from, one])) };
}

function describe(
  tokens: readonly Token[],
  { from, to, isFootnote }: Pick<Paragraph, 'from' | 'to' | 'isFootnote'>,
): Paragraph {
  const slice = tokens.slice(from, to);
  return {
    from,
    to,
    isFootnote,
    marker: readMarker(tokens, from, to),
    isAllCapitals: isCapitalLine(slice),
    isRow: slice.filter((token) => CELL.has(token.text)).length >= 2,
  };
}

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [];
  let current: Token[] = [];
  let blank = false;
  const close = () => {
    const hasText = current.some((token) => token.text !== '\t');
    if (hasText) {
      lines.push({
        tokens: current,
        blankBefore: blank,
        isFootnote: false,
        isPageNumber: isPageNumber(current),
      });
      blank = false;
    } else blank = true;
    current = [];
  };
  for (const token of tokens) {
    if (token.kind === 'break') close();
    else current.push(token);
  }
  if (current.length > 0) close();
  return lines;
}

function isPageNumber(line: readonly Token[]): boolean {
  const rest = line.filter((token) => token.low !== '-');
  return rest.length === 1 && rest[0]?.kind === 'number' && /^\d{1,3}$/.test(rest[0].text);
}

function startsFootnote(line: Line): boolean {
  const [first, second, third] = line.tokens;
  if (first?.kind === 'note') return line.tokens.length > 1;
  return first?.text === '[' && second?.kind === 'number' && third?.text === ']' && line.tokens.length > 3;
}

/** A footnote goes on over the lines below it until an empty line or a line that begins afresh. */
function markFootnotes(lines: readonly Line[]): Line[] {
  const marked: Line[] = [];
  for (const line of lines) {
    const before = marked.at(-1);
    const goesOn =
      before?.isFootnote === true && !line.blankBefore && !endsSentence(before) && startsLow(line.tokens[0]);
    marked.push({ ...line, isFootnote: startsFootnote(line) || goesOn });
  }
  return marked;
}

function lastOf(line: Line): Token | undefined {
  return line.tokens.findLast((token) => token.kind !== 'note' && token.text !== '\t');
}

function endsSentence(line: Line): boolean {
  const last = lastOf(line);
  if (last === undefined || TERMINAL.has(last.text)) return true;
  // "…/." closes a paper; "(…)." closes a sentence inside its quotation mark.
  const inner = line.tokens.at(-2);
  return (last.text === '”' || last.text === '"') && inner !== undefined && TERMINAL.has(inner.text);
}

function startsLow(token: Token | undefined): boolean {
  return token?.kind === 'word' && !isCapital(token);
}

function widthOf(line: Line): number {
  return (line.tokens.at(-1)?.end ?? 0) - (line.tokens[0]?.start ?? 0);
}

/** Text taken from a PDF breaks its lines at the margin: most long lines then end in the middle of a sentence. */
function linesAreWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter((line) => widthOf(line) > 50);
  if (long.length < 8 || long.some((line) => widthOf(line) > 150)) return false;
  return long.filter((line) => !endsSentence(line)).length > 0.5 * long.length;
}

function isCapitalLine(tokens: readonly Token[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word');
  return words.length >= 2 && words.every((word) => isAllCapitals(word) || word.text.length === 1);
}

interface Part {
  tokens: Token[];
  readonly isFootnote: boolean;
}

function joinLines(lines: readonly Line[], isWrapped: boolean): Part[] {
  const parts: Part[] = [];
  let body: { part: Part; line: Line } | null = null;
  let note: Part | null = null;
  let footnotesBetween = false;
  for (const line of lines) {
    if (line.isFootnote) {
      if (note !== null && !startsFootnote(line)) note.tokens.push(...line.tokens);
      else parts.push((note = { tokens: [...line.tokens], isFootnote: true }));
      footnotesBetween = true;
      continue;
    }
    note = null;
    if (body !== null && joins(body.line, line, { footnotesBetween, isWrapped })) {
      const [first, ...rest] = line.tokens;
      if (first) body.part.tokens.push({ ...first, spaced: true, afterCut: true }, ...rest);
    } else {
      const part: Part = { tokens: [...line.tokens], isFootnote: false };
      parts.push(part);
      body = { part, line };
    }
    body = { part: body.part, line };
    footnotesBetween = false;
  }
  return parts;
}

/** "An Khê, ngày" on one line, "12 tháng 3 năm 2020" on the next: the head of a copied paper. */
function breaksADate(before: Line, next: Line): boolean {
  const [day, month] = next.tokens;
  return lastOf(before)?.low === 'ngày' && day?.kind === 'number' && month?.low === 'tháng';
}

const LIST_MARKS = new Set(['-', '+', '*', '•', '–', '●', '▪', '◦', '✓', '·', '\u{F0B7}']);

function joins(before: Line, next: Line, how: { footnotesBetween: boolean; isWrapped: boolean }): boolean {
  if (breaksADate(before, next)) return true;
  if (endsSentence(before) || isCapitalLine(before.tokens)) return false;
  const first = next.tokens[0];
  if (first === undefined || LIST_MARKS.has(first.text)) return false;
  if ([before, next].some((line) => line.tokens.some((token) => CELL.has(token.text)))) return false;
  const marker = readMarker(next.tokens, 0, next.tokens.length);
  if (marker !== null) return false;
  const startsInside = startsLow(first) || /^[,;(“"«%]$/.test(first.text) || first.kind === 'number';
  if (how.footnotesBetween) return startsInside;
  if (next.blankBefore) return startsLow(first) && widthOf(before) > 40;
  const wide = widthOf(before) > 50;
  if (startsLow(first)) return wide || how.isWrapped;
  return how.isWrapped && wide && !isCapitalLine(next.tokens);
}
