/** The items of a list told in one sentence: where one ends and the next begins. */
import type { ReadingContext } from './context.ts';
import { isCapital, type Token } from './tokens.ts';

export interface Item {
  readonly from: number;
  readonly to: number;
}

export interface ListItem extends Item {
  /** Whether a comma inside it belongs to its name. */
  readonly commas: boolean;
}

export function startsWithModel(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.low === 'mô' && tokens[at + 1]?.low === 'hình';
}

/** "(1) A; (2) B", "1. A; 2. B", "1) A": the number of an item is no part of it. */
export function afterEnumerator(tokens: readonly Token[], at: number): number {
  const opens = tokens[at]?.low === '(' ? at + 1 : at;
  const number = tokens[opens];
  const closer = tokens[opens + 1]?.low ?? '';
  const isShort = number?.kind === 'number' ? number.text.length <= 2 : number?.text.length === 1;
  const closes = closer === ')' || (closer === '.' && opens === at && number?.kind === 'number');
  return isShort && closes ? opens + 2 : at;
}

export function hasAtTop(context: ReadingContext, { from, to }: Item, mark: string): boolean {
  return split(context, { from, to }, mark).length > 1;
}

/** Cuts a range at a mark that stands in no bracket and no quotation; "và" before the last item of a comma list, too. */
export function split({ tokens, quoteByOpen }: ReadingContext, { from, to }: Item, mark: string): Item[] {
  const items: Item[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const low = tokens[at]?.low ?? '';
    const quote = quoteByOpen.get(at);
    if (quote !== undefined && quote.end <= to) {
      at = quote.end - 1;
      continue;
    }
    if (low === '(') depth += 1;
    else if (low === ')') depth = Math.max(0, depth - 1);
    const joins = mark === ',' ? cutsAtAnd(tokens[at + 1]?.low ?? '') : startsWithModel(tokens, at + 1);
    const isAnd = low === 'và' && items.length > 0 && joins;
    if (depth === 0 && (low === mark || isAnd)) {
      items.push({ from: start, to: at });
      start = at + 1;
    }
  }
  return [...items, { from: start, to }];
}

/** The last "và" of a list stands before a word that can begin a name. */
function cutsAtAnd(next: string): boolean {
  return !['các', 'những', 'nhân', 'nhiều', 'một', 'đoàn', 'đem', 'mang', 'đã', 'được'].includes(next);
}

/** The items of a list, each whole: what a comma parts may belong together, what no semicolon parts may not. */
export function itemsAt(context: ReadingContext, range: Item, separator: ';' | ','): ListItem[] {
  const pieces = split(context, range, separator);
  if (separator === ',') return joinShort(context, pieces);
  return pieces.flatMap((piece) => splitModels(context, piece)).map((piece) => ({ ...piece, commas: true }));
}

/** "mô hình A về an ninh, trật tự, mô hình B, mô hình C; D": commas and semicolons in one list. */
function splitModels(context: ReadingContext, piece: Item): Item[] {
  const { tokens } = context;
  if (!startsWithModel(tokens, piece.from)) return [piece];
  const parts: Item[] = [];
  for (const part of split(context, piece, ',')) {
    const before = parts.at(-1);
    const isNew = before === undefined || startsWithModel(tokens, part.from) || isTwin(tokens, before, part);
    if (isNew) parts.push(part);
    else parts[parts.length - 1] = { from: before.from, to: part.to };
  }
  return parts;
}

/** "Cụm an ninh liền dải, Cụm an ninh liền sông": the next name begins with the same capital word. */
function isTwin(tokens: readonly Token[], before: Item, next: Item): boolean {
  const first = startsWithModel(tokens, before.from) ? before.from + 2 : before.from;
  return isCapital(tokens[next.from]) && tokens[next.from]?.text === tokens[first]?.text;
}

const LONGEST_TAIL = 3;

/** "Cụm giáp ranh yên vui về an ninh, trật tự": among names in capitals a few small words end the one before; "việc cưới, việc tang" is one, too. */
function joinShort({ tokens }: ReadingContext, pieces: readonly Item[]): ListItem[] {
  const proper = pieces.filter(({ from }) =>
    isCapital(tokens[startsWithModel(tokens, from) ? from + 2 : from]),
  );
  const areProper = proper.length > pieces.length / 2;
  const items: ListItem[] = [];
  for (const piece of pieces) {
    const before = items.at(-1);
    const first = tokens[piece.from];
    const isTail = first?.kind === 'word' && !isCapital(first) && piece.to - piece.from <= LONGEST_TAIL;
    const isJoined = areProper || tokens[(before?.to ?? 0) - 2]?.low === first?.low;
    const isWhole = !isJoined || before === undefined || !isTail || startsWithModel(tokens, piece.from);
    if (isWhole) items.push({ ...piece, commas: false });
    else items[items.length - 1] = { from: before.from, to: piece.to, commas: true };
  }
  return items;
}
