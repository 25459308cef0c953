import {
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { recipientLines } from '#domain/documents/paper-lines.ts';
import type { Signature } from '#domain/documents/paper.ts';
import { NO_BORDERS, NO_MARGINS, contentWidth, looseIfLong, type Page } from './page.ts';
import { STYLE, pointTwips, twips } from './styles.ts';

/** Room for the signature and the seal, in points. */
const SIGNING_ROOM = 72;

/** Recipients to the left, signature to the right, on one page with the end of the body. */
export function ending(page: Page): Table[] {
  const { signatures } = page.paper;
  const recipients = recipientParagraphs(page);
  const [first, second] = signatures;
  if (!first && recipients.length === 0) return [];
  if (first && second) {
    // Minutes: the writer signs on the left, the chair on the right.
    const rows = [endingRow(page, signatureParagraphs(first), signatureParagraphs(second))];
    return [endingTable(page, recipients.length > 0 ? [...rows, endingRow(page, recipients, [])] : rows)];
  }
  return [endingTable(page, [endingRow(page, recipients, first ? signatureParagraphs(first) : [])])];
}

function halves(page: Page): [number, number] {
  const half = Math.floor(twips(contentWidth(page)) / 2);
  return [half, half];
}

function endingTable(page: Page, rows: TableRow[]): Table {
  const widths = halves(page);
  return new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows,
  });
}

/** A list of recipients longer than this may run over a page: kept whole it could be cut off. */
export const MOST_LINES_KEPT = 35;

function endingRow(page: Page, left: Paragraph[], right: Paragraph[]): TableRow {
  const widths = halves(page);
  const cells = [left, right].map(
    (children, index) =>
      new TableCell({
        children: [...(children.length > 0 ? children : [new Paragraph('')])],
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.TOP,
        margins: NO_MARGINS,
      }),
  );
  return new TableRow({ cantSplit: left.length <= MOST_LINES_KEPT + 1, children: cells });
}

const AIR_ABOVE = { before: pointTwips(10) };

function signatureParagraphs({ authority, posts, name }: Signature): Paragraph[] {
  const lines = [
    ...authority.map((line) => ({ style: STYLE.authority, line: line.toLocaleUpperCase('vi') })),
    ...posts.map((line) => ({ style: STYLE.post, line: postLine(line) })),
  ];
  return [
    ...lines.map(
      ({ style, line }, index) =>
        new Paragraph({
          style,
          text: line,
          ...looseIfLong(line),
          ...(index === 0 ? { spacing: AIR_ABOVE } : {}),
        }),
    ),
    new Paragraph({ style: STYLE.signer, text: name ?? '', spacing: { before: pointTwips(SIGNING_ROOM) } }),
  ];
}

/** Posts are capitals, but the word that joins two of them stays small (S2: "kiêm"). */
function postLine(line: string): string {
  return line.trim() === 'kiêm' ? 'kiêm' : line.toLocaleUpperCase('vi');
}

function recipientParagraphs({ paper }: Page): Paragraph[] {
  const lines = recipientLines(paper);
  if (lines.length === 0) return [];
  return [
    new Paragraph({
      style: STYLE.recipientLabel,
      // The colon is not underlined.
      children: [new TextRun('Nơi nhận'), new TextRun({ text: ':', underline: { type: 'none' } })],
      spacing: AIR_ABOVE,
    }),
    ...lines.map((line) => new Paragraph({ style: STYLE.recipient, text: line })),
  ];
}
