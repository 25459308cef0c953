import { AlignmentType, FootnoteReferenceRun, Paragraph, TextRun } from 'docx';
import type { LayoutRule } from '#domain/documents/layouts.ts';
import type { Orientation, Paper, PlainRun, Run } from '#domain/documents/paper.ts';

/** What every part of the writer needs to know about the page it writes on. */
export interface Page {
  paper: Paper;
  rule: LayoutRule;
  orientation: Orientation;
  footnotes: Footnotes;
}

/** Width between the margins, in millimetres. */
export function contentWidth({ rule, orientation }: Pick<Page, 'rule' | 'orientation'>): number {
  const { width, height, left, right } = rule.page;
  return (orientation === 'portrait' ? width : height) - left - right;
}

export const NO_BORDER = { style: 'none', size: 0, color: 'auto' } as const;

export const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
} as const;

export const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 } as const;

export const ALIGNMENT = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

/** Numbers the footnotes in reading order and keeps their text for the end of the file. */
export class Footnotes {
  readonly #notes: Paragraph[] = [];

  add(runs: readonly PlainRun[]): number {
    // Word puts the mark and the text side by side: the space is ours to add.
    this.#notes.push(
      new Paragraph({ style: 'FootnoteText', children: [new TextRun(' '), ...runs.map(wordRun)] }),
    );
    return this.#notes.length;
  }

  all(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(this.#notes.map((note, index) => [String(index + 1), { children: [note] }]));
  }
}

function wordRun(run: PlainRun): TextRun {
  return new TextRun({
    text: run.text,
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
  });
}

export type WordRun = TextRun | FootnoteReferenceRun;

/** Runs for a paragraph; footnotes leave their text with the page's footnotes. */
export function wordRuns(runs: readonly Run[], footnotes: Footnotes): WordRun[] {
  return runs.map((run) =>
    run.kind === 'footnote' ? new FootnoteReferenceRun(footnotes.add(run.runs)) : wordRun(run),
  );
}

/** A title this long fills pages of its own: held to what follows it would send a layout engine in circles. */
const LONGEST_HELD_TITLE = 600;

/** Lets go of the "keep with next" that a title's style asks for. */
export function looseIfLong(text: string): { keepNext: false } | Record<string, never> {
  return text.length > LONGEST_HELD_TITLE ? { keepNext: false } : {};
}
