import { Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import {
  PARTY_HEAD,
  STATE_HEAD,
  STATE_MOTTO,
  letterSubject,
  placeAndDateLine,
  symbolLine,
} from '#domain/documents/paper-lines.ts';
import { NO_BORDERS, NO_MARGINS, contentWidth, looseIfLong, type Page } from './page.ts';
import { STYLE, pointTwips, twips } from './styles.ts';
import { balancedWidth, textWidth, type FontStyle } from './text-width.ts';

/** Room that a head needs beside its text, so that a slightly wider font does not break the line. */
const SLACK = 4;

/** The issuer's column never gets narrower than this. */
const LEAST_LEFT = 55;

/** A rule under a name takes this share of the name's width (Nghị định 30: a third to a half). */
const SHORT_RULE = 0.4;

export interface HeadColumns {
  left: number;
  right: number;
}

/** Millimetres for the two columns: the right one as wide as its longest line, the left one gets the rest. */
export function headColumns(page: Page): HeadColumns {
  const total = contentWidth(page);
  const needed =
    Math.max(...rightLines(page).map((line) => textWidth(line.text, line.size, line.style))) + SLACK;
  const right = page.orientation === 'landscape' ? Math.max(needed, total / 2) : needed;
  return { left: Math.max(total - right, LEAST_LEFT), right: Math.min(right, total - LEAST_LEFT) };
}

interface Line {
  text: string;
  size: number;
  style: FontStyle;
}

function rightLines({ paper, rule }: Page): Line[] {
  const date: Line = { text: placeAndDateLine(paper), size: rule.placeAndDate, style: 'italic' };
  return [...mottoLines(paper.layout === 'party', rule.head), date];
}

function mottoLines(party: boolean, head: Page['rule']['head']): Line[] {
  if (party) return [{ text: PARTY_HEAD, size: head.motto, style: 'bold' }];
  return [
    { text: STATE_HEAD, size: head.motto, style: 'bold' },
    { text: STATE_MOTTO, size: head.mottoSecond, style: 'bold' },
  ];
}

/** Issuer, national title, number, place and day: a table without borders, as Word users know it. */
export function head(page: Page): Table {
  const columns = headColumns(page);
  const widths = [twips(columns.left), twips(columns.right)];
  const row = (left: Paragraph[], right: Paragraph[]) =>
    new TableRow({
      cantSplit: true,
      children: [headCell(left, widths[0] ?? 0), headCell(right, widths[1] ?? 0)],
    });
  return new Table({
    width: { size: twips(columns.left) + twips(columns.right), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_MARGINS,
    rows: [
      row(issuerParagraphs(page, columns.left), mottoParagraphs(page, columns.right)),
      row(numberParagraphs(page, columns.left), [
        new Paragraph({
          style: STYLE.placeDate,
          text: placeAndDateLine(page.paper),
          spacing: { before: 120 },
        }),
      ]),
    ],
  });
}

function headCell(children: Paragraph[], width: number): TableCell {
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: NO_MARGINS,
  });
}

function issuerParagraphs({ paper, rule }: Page, width: number): Paragraph[] {
  const room = width - 2;
  const parent = paper.parentBody?.toLocaleUpperCase('vi') ?? '';
  const issuer = paper.issuer.toLocaleUpperCase('vi');
  const issuerWidth = balancedWidth(issuer, { size: rule.head.issuer, style: 'bold', width: room });
  return [
    ...(parent === ''
      ? []
      : [balanced(parent, { style: STYLE.parentBody, size: rule.head.parentBody, font: 'regular', width })]),
    balanced(issuer, { style: STYLE.issuer, size: rule.head.issuer, font: 'bold', width }),
    rule.issuerMark === 'asterisk'
      ? new Paragraph({ style: STYLE.issuer, text: '*' })
      : ruleOf(issuerWidth * SHORT_RULE, width),
  ];
}

function mottoParagraphs({ paper, rule }: Page, width: number): Paragraph[] {
  const lines = mottoLines(paper.layout === 'party', rule.head);
  const last = lines.at(-1);
  const styles = [STYLE.motto, STYLE.mottoSecond];
  return [
    ...lines.map(
      (line, index) => new Paragraph({ style: styles[index] ?? STYLE.mottoSecond, text: line.text }),
    ),
    ruleOf(last ? textWidth(last.text, last.size, last.style) : 0, width),
  ];
}

function numberParagraphs({ paper, rule }: Page, width: number): Paragraph[] {
  const symbol = symbolLine(paper);
  return [
    new Paragraph({ style: STYLE.symbol, text: symbol ?? '', spacing: { before: 120 } }),
    ...(paper.typeName === null ? [letterSubjectParagraph(paper, rule, width)] : []),
  ];
}

function letterSubjectParagraph(paper: Page['paper'], rule: Page['rule'], width: number): Paragraph {
  const { size, italic } = rule.letterSubject;
  const font = italic ? 'italic' : 'regular';
  return balanced(letterSubject(paper), { style: STYLE.letterSubject, size, font, width });
}

interface Balance {
  style: string;
  size: number;
  font: FontStyle;
  /** The column it stands in. */
  width: number;
  /** How wide a line may get. */
  room?: number;
}

/**
 * A centred name whose lines come out of even length. Indents do it, not typed line breaks: an
 * officer who edits the name keeps one paragraph.
 */
function balanced(text: string, { style, size, font, width, room = width - 2 }: Balance): Paragraph {
  const used = balancedWidth(text, { size, style: font, width: room });
  // Two millimetres more than measured, so that a slightly wider font keeps the same lines.
  const indent = twips(Math.max(0, (width - used - 2) / 2));
  return new Paragraph({ style, text, indent: { left: indent, right: indent }, ...looseIfLong(text) });
}

/** A thin rule of a given length, centred in a column: the top border of an almost empty paragraph. */
function ruleOf(length: number, width: number): Paragraph {
  const indent = twips(Math.max(0, (width - length) / 2));
  return new Paragraph({
    style: STYLE.rule,
    text: '',
    indent: { left: indent, right: indent },
    spacing: { before: 20, line: pointTwips(3), lineRule: 'exact' },
    border: { top: { style: 'single', size: 6, space: 0, color: '000000' } },
  });
}

/** Name of the type, subject and its mark; a công văn has them in the head instead. */
export function title(page: Page): Paragraph[] {
  const { paper, rule } = page;
  if (paper.typeName === null) return [];
  const width = contentWidth(page);
  const measure = { size: rule.subject, style: 'bold', width: width - 20 } as const;
  const subjectWidth = balancedWidth(paper.subject, measure);
  return [
    new Paragraph({ style: STYLE.typeName, text: paper.typeName, ...looseIfLong(paper.typeName) }),
    ...(paper.subject === ''
      ? []
      : [
          balanced(paper.subject, {
            style: STYLE.subject,
            size: rule.subject,
            font: 'bold',
            width,
            room: width - 20,
          }),
        ]),
    rule.subjectMark === 'dashes'
      ? new Paragraph({ style: STYLE.subjectMark, text: '-----' })
      : new Paragraph({
          ...ruleOptions(subjectWidth * SHORT_RULE, width),
          spacing: { before: 40, after: 200 },
        }),
  ];
}

function ruleOptions(length: number, width: number) {
  const indent = twips(Math.max(0, (width - length) / 2));
  return {
    style: STYLE.rule,
    text: '',
    indent: { left: indent, right: indent },
    border: { top: { style: 'single', size: 6, space: 0, color: '000000' } },
  } as const;
}

/** "Kính gửi: …": one body on the line, several as a list under it. */
export function address({ paper }: Page): Paragraph[] {
  if (!paper.addressLine) return [];
  const { label, bodies } = paper.addressLine;
  const [only = ''] = bodies;
  const spacing = { before: pointTwips(12), after: pointTwips(6) };
  if (bodies.length === 1) {
    return [new Paragraph({ style: STYLE.address, text: `${label}: ${only}`, alignment: 'center', spacing })];
  }
  return [
    new Paragraph({
      style: STYLE.address,
      text: `${label}:`,
      indent: { left: twips(35) },
      spacing,
      keepNext: true,
    }),
    ...bodies.map(
      (body, index) =>
        new Paragraph({
          style: STYLE.address,
          text: `- ${body}${index === bodies.length - 1 ? '.' : ';'}`,
          indent: { left: twips(53), hanging: twips(3) },
          spacing: { before: 0, after: pointTwips(index === bodies.length - 1 ? 10 : 3) },
        }),
    ),
  ];
}
