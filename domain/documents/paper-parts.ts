import { formatNumber } from '#domain/kernel/numbers.ts';
import type {
  Align,
  Appendix,
  Block,
  DashList,
  FigureRun,
  Heading,
  Orientation,
  Paper,
  PaperTable,
  Paragraph,
  PlainRun,
  Run,
  Signature,
  TableCell,
  TableColumn,
  TextRun,
} from './paper.ts';

/** Constructors, so that a paper reads in the code as it reads on the page. */

/** Where words alone are meant, a string will do. */
export type Words = string | Run | readonly (string | Run)[];

export function runs(words: Words): Run[] {
  const list = typeof words === 'string' || 'kind' in words ? [words] : words;
  return list.map((one) => (typeof one === 'string' ? text(one) : one));
}

export function text(words: string): TextRun {
  return { kind: 'text', text: words };
}

export function bold(words: string): TextRun {
  return { kind: 'text', text: words, bold: true };
}

export function italic(words: string): TextRun {
  return { kind: 'text', text: words, italic: true };
}

/** A number in prose: below 10 it takes a 0 ("02 tập thể"), as these papers write. */
export function figure(value: number, traceId: string, written = writtenFigure(value)): FigureRun {
  return { kind: 'figure', value, text: written, traceId };
}

function writtenFigure(value: number): string {
  const written = formatNumber(value);
  return Number.isInteger(value) && value >= 0 && value < 10 ? `0${written}` : written;
}

export function footnote(words: Words): Run {
  return { kind: 'footnote', runs: runs(words).filter((run): run is PlainRun => run.kind !== 'footnote') };
}

export function heading(level: Heading['level'], number: string, title: string): Heading {
  return { kind: 'heading', level, number, title };
}

export function paragraph(words: Words): Paragraph {
  return { kind: 'paragraph', runs: runs(words), indent: 'firstLine', align: 'justify' };
}

/** A sentence that must not part from the table or list after it. */
export function leadIn(words: Words): Paragraph {
  return { ...paragraph(words), keepWithNext: true };
}

export function centred(words: Words): Paragraph {
  return { kind: 'paragraph', runs: runs(words), indent: 'none', align: 'center' };
}

/** "Điều 1. …" of a decision. */
export function article(number: number, words: Words): Paragraph {
  return paragraph([bold(`Điều ${number}.`), text(' '), ...runs(words)]);
}

export function list(...items: Words[]): DashList {
  return { kind: 'list', items: items.map(runs) };
}

export function pageBreak(): Block {
  return { kind: 'pageBreak' };
}

export function appendix(
  title: string,
  options: { number?: string; note?: string; orientation?: Orientation } = {},
): Appendix {
  const { orientation = 'portrait', ...rest } = options;
  return { kind: 'appendix', title, orientation, ...rest };
}

export type CellWords = Words | number | TableCell;

export function cell(words: CellWords, options: Omit<TableCell, 'runs'> = {}): TableCell {
  if (typeof words === 'number') return { runs: [text(formatNumber(words))], ...options };
  if (typeof words === 'object' && 'runs' in words && !('kind' in words)) return { ...words, ...options };
  return { runs: runs(words), ...options };
}

export interface SimpleColumn {
  title: string;
  width: number;
  align?: Align;
}

/** A table with one header row. Headers in more rows: build a PaperTable with `cell(…, { columns, rows })`. */
export function table(
  columns: readonly SimpleColumn[],
  rows: readonly (readonly CellWords[])[],
  extra: { caption?: string; totalRow?: readonly CellWords[] } = {},
): PaperTable {
  return {
    kind: 'table',
    columns: columns.map(({ width, align }): TableColumn => (align ? { width, align } : { width })),
    headerRows: [columns.map((column) => cell(column.title))],
    rows: rows.map((row) => row.map((words) => cell(words))),
    ...(extra.caption === undefined ? {} : { caption: extra.caption }),
    ...(extra.totalRow === undefined ? {} : { totalRow: extra.totalRow.map((words) => cell(words)) }),
  };
}

/** A row across the whole table: the name of a field above its practices. */
export function groupRow(title: string, columns: number): TableCell[] {
  return [{ runs: [bold(title)], columns, align: 'left' }];
}

/** Signs for a body: a committee is collective, so its deputy signs "T/M … / PHÓ BÍ THƯ", never K/T. */
export function signature(
  authority: string | readonly string[],
  post: string,
  name: string | null,
): Signature {
  return { authority: typeof authority === 'string' ? [authority] : [...authority], posts: [post], name };
}

/** The head who signs by two posts: "PHÓ BÍ THƯ THỊ ỦY / kiêm / TRƯỞNG BAN CHỈ ĐẠO" (S2). */
export function concurrentSignature(first: string, second: string, name: string | null): Signature {
  return { authority: [], posts: [first, 'kiêm', second], name };
}

type Required = 'layout' | 'issuer' | 'place' | 'draftYear' | 'subject' | 'blocks';

/** Fills what a paper may leave out. */
export function paper(parts: Pick<Paper, Required> & Partial<Omit<Paper, Required>>): Paper {
  return {
    orientation: 'portrait',
    parentBody: null,
    symbol: null,
    issuedOn: null,
    typeName: null,
    addressLine: null,
    signatures: [],
    recipients: [],
    traces: {},
    ...parts,
  };
}
