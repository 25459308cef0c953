import { z } from 'zod';
import { documentTypeCodeSchema } from './document-types.ts';

/**
 * A paper as data: everything that its reader sees and nothing about how Word stores it.
 * It is kept as JSON beside the document, so that a figure can be opened long after.
 */

const textRunSchema = z.object({
  kind: z.literal('text'),
  text: z.string(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});

/** A number in the prose that leads back to the records it was counted from. */
const figureRunSchema = z.object({
  kind: z.literal('figure'),
  value: z.number(),
  text: z.string(),
  traceId: z.string().min(1),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
});

const plainRunSchema = z.discriminatedUnion('kind', [textRunSchema, figureRunSchema]);

const footnoteRunSchema = z.object({ kind: z.literal('footnote'), runs: z.array(plainRunSchema).min(1) });

export const runSchema = z.discriminatedUnion('kind', [textRunSchema, figureRunSchema, footnoteRunSchema]);

export const alignSchema = z.enum(['left', 'center', 'right', 'justify']);

export const orientationSchema = z.enum(['portrait', 'landscape']);

const headingSchema = z.object({
  kind: z.literal('heading'),
  /** 0 Phần, Chương (centred); 1 "I-"; 2 "1."; 3 "a)". */
  level: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  number: z.string(),
  title: z.string(),
});

const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  runs: z.array(runSchema),
  indent: z.enum(['firstLine', 'none']),
  align: alignSchema,
  /** Stays on the page of what follows: a lead-in before a table. */
  keepWithNext: z.boolean().optional(),
});

/** Items begin with a typed dash, as papers of both layouts have them. */
const listSchema = z.object({ kind: z.literal('list'), items: z.array(z.array(runSchema)).min(1) });

const columnSchema = z.object({
  /** Share of the width; shares of one table need not add up to anything. */
  width: z.number().positive(),
  align: alignSchema.optional(),
});

const cellSchema = z.object({
  runs: z.array(runSchema),
  columns: z.number().int().min(1).optional(),
  rows: z.number().int().min(1).optional(),
  align: alignSchema.optional(),
});

const rowSchema = z.array(cellSchema);

const tableSchema = z.object({
  kind: z.literal('table'),
  caption: z.string().optional(),
  columns: z.array(columnSchema).min(1).max(40),
  headerRows: z.array(rowSchema),
  rows: z.array(rowSchema),
  totalRow: rowSchema.optional(),
});

const pageBreakSchema = z.object({ kind: z.literal('pageBreak') });

/** Begins a new page after the signatures; everything up to the next appendix belongs to it. */
const appendixSchema = z.object({
  kind: z.literal('appendix'),
  number: z.string().optional(),
  title: z.string(),
  /** "Kèm theo Thông báo số 05-TB/ThU, ngày 12 tháng 3 năm 2023 của Ban Thường vụ Thị ủy" */
  note: z.string().optional(),
  orientation: orientationSchema,
});

export const blockSchema = z.discriminatedUnion('kind', [
  headingSchema,
  paragraphSchema,
  listSchema,
  tableSchema,
  pageBreakSchema,
  appendixSchema,
]);

export const signatureSchema = z.object({
  /** Power to sign: "T/M BAN THƯỜNG VỤ", "K/T CHỦ TỊCH"; bold capitals. */
  authority: z.array(z.string()),
  /** "PHÓ BÍ THƯ"; or the holder of two posts: "PHÓ BÍ THƯ THỊ ỦY", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO" (S2). */
  posts: z.array(z.string()),
  name: z.string().nullable(),
});

export const traceSchema = z.object({
  label: z.string(),
  definition: z.string(),
  scope: z.string(),
  asOf: z.iso.date(),
  value: z.number(),
  unit: z.string().optional(),
  /** The list that shows the records: a page address with its filter. */
  link: z.string().optional(),
  ids: z.array(z.string()).optional(),
});

const layoutSchema = z.enum(['party', 'state']);

export const paperSchema = z.object({
  layout: layoutSchema,
  orientation: orientationSchema,
  /** The national motto of the state layout and the party's name are implied by the layout. */
  parentBody: z.string().nullable(),
  issuer: z.string().min(1),
  /** null where a paper has no number (a list handed in, a ballot record). */
  symbol: z
    .object({
      number: z.number().int().positive().nullable(),
      typeCode: documentTypeCodeSchema,
      issuerCode: z.string().min(1),
    })
    .nullable(),
  place: z.string(),
  issuedOn: z.iso.date().nullable(),
  /** The year printed while the day is still open. */
  draftYear: z.number().int().min(1945).max(2999),
  /** "BÁO CÁO"; null for a công văn. */
  typeName: z.string().nullable(),
  /** Trích yếu, without "về việc" in front for a công văn: the layout writes it. */
  subject: z.string(),
  addressLine: z
    .object({ label: z.enum(['Kính gửi', 'Kính trình']), bodies: z.array(z.string()).min(1) })
    .nullable(),
  blocks: z.array(blockSchema),
  signatures: z.array(signatureSchema).max(2),
  /** Everybody who receives it, the file copy ("Lưu …") last. */
  recipients: z.array(z.string()),
  /** The office's habit; without it the layout's own (see layouts.ts). */
  recipientSeparator: z.enum([',', ';']).optional(),
  traces: z.record(z.string(), traceSchema),
});

export type TextRun = z.infer<typeof textRunSchema>;
export type FigureRun = z.infer<typeof figureRunSchema>;
export type PlainRun = z.infer<typeof plainRunSchema>;
export type Run = z.infer<typeof runSchema>;
export type Align = z.infer<typeof alignSchema>;
export type Orientation = z.infer<typeof orientationSchema>;
export type Heading = z.infer<typeof headingSchema>;
export type Paragraph = z.infer<typeof paragraphSchema>;
export type DashList = z.infer<typeof listSchema>;
export type TableColumn = z.infer<typeof columnSchema>;
export type TableCell = z.infer<typeof cellSchema>;
export type PaperTable = z.infer<typeof tableSchema>;
export type Appendix = z.infer<typeof appendixSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Signature = z.infer<typeof signatureSchema>;
export type Trace = z.infer<typeof traceSchema>;
export type Paper = z.infer<typeof paperSchema>;

/** Trace ids that the paper's figures name but `traces` does not explain: must be empty before issue. */
export function untracedFigures(paper: Paper): string[] {
  return [...new Set(figuresOf(paper).map((run) => run.traceId))].filter((id) => !paper.traces[id]);
}

/** Every traced figure in reading order, those of footnotes and tables too. */
export function figuresOf(paper: Paper): FigureRun[] {
  return paper.blocks.flatMap(runsOf).flatMap((run) => {
    if (run.kind === 'figure') return [run];
    if (run.kind === 'footnote') return run.runs.filter((inner) => inner.kind === 'figure');
    return [];
  });
}

function runsOf(block: Block): Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.headerRows, ...block.rows, block.totalRow ?? []].flat().flatMap((cell) => cell.runs);
    case 'heading':
    case 'pageBreak':
    case 'appendix':
      return [];
  }
}
