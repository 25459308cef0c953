import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { Align, PaperTable, Run, TableCell as PaperCell } from '#domain/documents/paper.ts';
import { ALIGNMENT, contentWidth, looseIfLong, wordRuns, type Page } from './page.ts';
import { STYLE, pointTwips, twips } from './styles.ts';
import { textWidth } from './text-width.ts';

/** From this many columns on a table is set in the smaller type. */
const WIDE_FROM = 9;

/** A row longer than this may break over pages: it could be longer than a page itself. */
const KEEP_ROW_UP_TO = 900;

const LINE = { style: 'single', size: 4, space: 0, color: '000000' } as const;

type RowKind = 'header' | 'body' | 'total';

interface TableLook {
  table: PaperTable;
  page: Page;
  widths: number[];
  small: boolean;
}

/** The table with its caption above and a little air below. */
export function tableBlocks(table: PaperTable, page: Page, holds: boolean): (Paragraph | Table)[] {
  const caption =
    table.caption === undefined
      ? []
      : [new Paragraph({ style: STYLE.caption, text: table.caption, ...looseIfLong(table.caption) })];
  const air = new Paragraph({
    style: STYLE.rule,
    text: '',
    ...(holds ? { keepNext: true } : {}),
    spacing: { after: pointTwips(6) },
  });
  return [...caption, wordTable(table, page, holds), air];
}

/** Tables of so few short rows are not broken over pages. */
const KEEP_ROWS_UP_TO = 8;

function wordTable(table: PaperTable, page: Page, holds: boolean): Table {
  const widths = columnTwips(table, twips(contentWidth(page)));
  const look: TableLook = { table, page, widths, small: widths.length >= WIDE_FROM };
  const total = table.totalRow ? [table.totalRow] : [];
  const body = [...fullRows(table.rows, widths.length), ...fullRows(total, widths.length)];
  const header = fullRows(table.headerRows, widths.length);
  // A small table stays on one page; a total never stands alone under a repeated header.
  const together =
    body.length <= KEEP_ROWS_UP_TO && body.every((cells) => rowLength(cells) <= KEEP_ROW_UP_TO);
  const rows = [
    ...header.map((cells) =>
      wordRow(cells, look, { kind: 'header', keepNext: rowLength(cells) <= KEEP_ROW_UP_TO }),
    ),
    ...body.map((cells, index) => {
      const last = index === body.length - 1;
      const kind: RowKind = last && table.totalRow ? 'total' : 'body';
      // The name of a group stays with the first of its rows.
      const names = cells.length === 1;
      const held = last ? holds : together || names || (Boolean(table.totalRow) && index === body.length - 2);
      return wordRow(cells, look, { kind, keepNext: held });
    }),
  ];
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: LINE,
      bottom: LINE,
      left: LINE,
      right: LINE,
      insideHorizontal: LINE,
      insideVertical: LINE,
    },
    margins: { top: 0, bottom: 0, left: 85, right: 85 },
    rows:
      rows.length > 0 ? rows : [wordRow(emptyCells(widths.length), look, { kind: 'body', keepNext: false })],
  });
}

/** Shares of the width as whole twips that add up exactly; no column narrower than its longest word. */
function columnTwips(table: PaperTable, total: number): number[] {
  const count = table.columns.length;
  const shares = table.columns.reduce((sum, column) => sum + column.width, 0);
  const wanted = table.columns.map((column) => (column.width / shares) * total);
  const least = leastWidths(table).map((millimetres) => Math.min(twips(millimetres), total / count));
  const lacking = wanted.reduce((sum, width, index) => sum + Math.max(0, (least[index] ?? 0) - width), 0);
  const spare = wanted.reduce((sum, width, index) => sum + Math.max(0, width - (least[index] ?? 0)), 0);
  const taken = spare > 0 ? Math.min(1, lacking / spare) : 0;
  const widths = wanted.map((width, index) => {
    const floor = least[index] ?? 0;
    return Math.floor(width < floor ? floor : width - (width - floor) * taken);
  });
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === count - 1 ? width + rest : width));
}

/** Words longer than this (an address on the web, a joke) may break. */
const LONGEST_UNBROKEN = 16;

/** Room for the longest word of each column, in millimetres, with the cell's own margins. */
function leastWidths(table: PaperTable): number[] {
  const size = table.columns.length >= WIDE_FROM ? 11 : 13;
  const least = table.columns.map(() => 0);
  const sample = [...table.rows.slice(0, ROWS_MEASURED), table.totalRow ?? []];
  const widen = (row: readonly PaperCell[], style: 'bold' | 'regular') => {
    if (row.length !== least.length) return;
    for (const [index, cell] of row.entries()) {
      least[index] = Math.max(least[index] ?? 0, longestWord(cell, size, style) + CELL_MARGINS);
    }
  };
  for (const row of table.headerRows) widen(row, 'bold');
  for (const row of sample) widen(row, 'regular');
  return least;
}

const ROWS_MEASURED = 200;

/** Both side margins and the rules, in millimetres. */
const CELL_MARGINS = 3.6;

function longestWord(cell: PaperCell, size: number, style: 'bold' | 'regular'): number {
  const words = cell.runs.flatMap((run) => (run.kind === 'footnote' ? [] : run.text.split(' ')));
  const whole = words.filter((word) => word.length <= LONGEST_UNBROKEN);
  return whole.reduce((widest, word) => Math.max(widest, textWidth(word, size, style)), 0);
}

function emptyCells(count: number): PaperCell[] {
  return Array.from({ length: count }, () => ({ runs: [] }));
}

/** Gives every row as many cells as the table has columns, counting those that hang down from above. */
export function fullRows(rows: readonly PaperCell[][], columns: number): PaperCell[][] {
  let hanging: { left: number; columns: number }[] = [];
  return rows.map((row, index) => {
    const taken = hanging.reduce((sum, cell) => sum + cell.columns, 0);
    let free = Math.max(0, columns - taken);
    const cells: PaperCell[] = [];
    for (const cell of row) {
      if (free === 0) break;
      const wide = Math.min(cell.columns ?? 1, free);
      cells.push({ ...cell, columns: wide, rows: Math.min(cell.rows ?? 1, rows.length - index) });
      free -= wide;
    }
    const full = [...cells, ...emptyCells(free)];
    hanging = [
      ...hanging.map((cell) => ({ ...cell, left: cell.left - 1 })),
      ...full.map((cell) => ({ left: (cell.rows ?? 1) - 1, columns: cell.columns ?? 1 })),
    ].filter((cell) => cell.left > 0);
    return full;
  });
}

function wordRow(cells: PaperCell[], look: TableLook, row: { kind: RowKind; keepNext: boolean }): TableRow {
  let column = 0;
  return new TableRow({
    tableHeader: row.kind === 'header' && rowLength(cells) <= KEEP_ROW_UP_TO,
    cantSplit: rowLength(cells) <= KEEP_ROW_UP_TO,
    children: cells.map((cell) => {
      const first = column;
      column += cell.columns ?? 1;
      return wordCell(cell, look, { ...row, first });
    }),
  });
}

function rowLength(cells: readonly PaperCell[]): number {
  return cells.reduce((sum, cell) => sum + textLength(cell.runs), 0);
}

function textLength(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + (run.kind === 'footnote' ? 0 : run.text.length), 0);
}

function wordCell(
  cell: PaperCell,
  { table, page, widths, small }: TableLook,
  place: { kind: RowKind; keepNext: boolean; first: number },
): TableCell {
  const span = cell.columns ?? 1;
  const head = place.kind === 'header';
  const textStyle = small ? STYLE.tableTextSmall : STYLE.tableText;
  const headStyle = small ? STYLE.tableHeadSmall : STYLE.tableHead;
  const align: Align = cell.align ?? (head ? 'center' : (table.columns[place.first]?.align ?? 'left'));
  const runs = place.kind === 'total' ? cell.runs.map(emphasised) : cell.runs;
  return new TableCell({
    width: {
      size: widths.slice(place.first, place.first + span).reduce((sum, w) => sum + w, 0),
      type: WidthType.DXA,
    },
    verticalAlign: VerticalAlign.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    ...((cell.rows ?? 1) > 1 ? { rowSpan: cell.rows } : {}),
    children: [
      new Paragraph({
        style: head ? headStyle : textStyle,
        alignment: ALIGNMENT[align],
        ...(place.keepNext ? { keepNext: true } : {}),
        children: wordRuns(runs, page.footnotes),
      }),
    ],
  });
}

function emphasised(run: Run): Run {
  return run.kind === 'footnote' ? run : { ...run, bold: true };
}
