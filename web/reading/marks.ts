import type { FactKind, FactState } from './facts.ts';

/** A passage of the text that was understood as something. */
export interface Mark {
  readonly id: string;
  readonly kind: FactKind;
  readonly start: number;
  readonly end: number;
  readonly state: FactState;
  readonly unsure: boolean;
  /** A sum that does not add up. */
  readonly failed: boolean;
}

/** A stretch of text under the same marks. */
export interface Segment {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Marks that begin here: their labels stand before the stretch. */
  readonly begins: readonly Mark[];
}

/** A line of the paper; a very long one is cut, so that no single block is heavy. */
export interface Block {
  readonly start: number;
  readonly end: number;
}

const LONG_LINE = 4_000;

export function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline + 1;
    const end = lineEnd - start > LONG_LINE ? cutAt(text, start) : lineEnd;
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** At a space where there is one, never inside a pair of surrogates. */
function cutAt(text: string, start: number): number {
  const most = start + LONG_LINE;
  const space = text.lastIndexOf(' ', most);
  if (space > start) return space + 1;
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code <= 0xdbff ? most + 1 : most;
}

/** The marks of every block; a mark over several lines stands in each of them. `marks` are ordered by their start. */
export function marksByBlock(blocks: readonly Block[], marks: readonly Mark[]): readonly (readonly Mark[])[] {
  const found: Mark[][] = blocks.map(() => []);
  let first = 0;
  for (const mark of marks) {
    while (first < blocks.length - 1 && (blocks[first]?.end ?? 0) <= mark.start) first += 1;
    for (let at = first; at < blocks.length && (blocks[at]?.start ?? 0) < mark.end; at += 1)
      found[at]?.push(mark);
  }
  return found;
}

/** Cuts a block wherever a mark begins or ends: overlapping marks share the stretch between. */
export function segmentsOf(text: string, block: Block, marks: readonly Mark[]): readonly Segment[] {
  const cuts = new Set([block.start, block.end]);
  for (const mark of marks) {
    if (mark.start > block.start && mark.start < block.end) cuts.add(mark.start);
    if (mark.end > block.start && mark.end < block.end) cuts.add(mark.end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((start, at) => {
    const end = points[at + 1] ?? block.end;
    const over = marks.filter((mark) => mark.start < end && mark.end > start);
    return {
      start,
      text: text.slice(start, end),
      marks: over,
      begins: over.filter((mark) => mark.start === start),
    };
  });
}

/** Of the marks under the pointer the narrowest is meant; pressed again, the next wider one. */
export function meantBy(marks: readonly Mark[], selected: string | null): Mark | undefined {
  const byWidth = marks.toSorted((a, b) => a.end - a.start - (b.end - b.start));
  const at = byWidth.findIndex((mark) => mark.id === selected);
  return byWidth[(at + 1) % byWidth.length];
}

/** A selection without the white space at its ends; null where nothing is left. */
export function trimmedRange(text: string, from: number, to: number): { start: number; end: number } | null {
  let start = Math.max(0, Math.min(from, to));
  let end = Math.min(text.length, Math.max(from, to));
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return end > start ? { start, end } : null;
}
