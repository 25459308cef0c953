import { Problem } from '#domain/kernel/problem.ts';
import { decodeVietnamese, mendLegacyText } from '#domain/reading/legacy-encodings.ts';
import { secrecyMark } from '#domain/reading/secrecy.ts';
import { columnIndex } from '#server/excel/table.ts';
import { readTable } from '#server/excel/read-table.ts';
import WordExtractor from 'word-extractor';
import { tablesInDocText } from './doc-tables.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';

export interface OpenedPaper {
  /** What the reader is given; passages are offsets into it. */
  readonly text: string;
  /** Lists in it, each as rows of cell texts. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly format: PaperFormat;
}

export const paperFormats = ['docx', 'doc', 'pdf', 'txt', 'xlsx', 'csv'] as const;
type PaperFormat = (typeof paperFormats)[number];

/** Longer than any report; a book or a dump is not read as a paper. */
const MOST_CHARACTERS = 2_000_000;

/**
 * The words of a file that has been checked by content (server/platform/files). Refuses what holds no words, what
 * is a picture of words, and what is marked secret: nothing of those is kept.
 */
export async function openPaper(file: {
  readonly content: Buffer;
  readonly name: string;
  readonly extension: string;
}): Promise<OpenedPaper> {
  const format = paperFormats.find((one) => one === file.extension);
  const { name } = file;
  if (!format) throw new Problem('paper_format', { name });
  const opened = await opening(file.content, { format, name }).catch((error: unknown) => {
    if (error instanceof Problem) throw error;
    throw new Problem('file_damaged', { name });
  });
  const mark = secrecyMark(opened.text);
  if (mark) throw new Problem('paper_secret', { name, mark });
  if (opened.text.trim() === '') throw new Problem('paper_empty', { name });
  if (opened.text.length > MOST_CHARACTERS) throw new Problem('paper_too_long', { name });
  return { ...opened, format };
}

async function opening(
  content: Buffer,
  file: { format: PaperFormat; name: string },
): Promise<Omit<OpenedPaper, 'format'>> {
  switch (file.format) {
    case 'docx': {
      const { text, tables } = await readDocx(content);
      return { text: mendLegacyText(text).text, tables };
    }
    case 'doc': {
      const text = await readDoc(content);
      return { text, tables: tablesInDocText(text) };
    }
    case 'pdf': {
      const { text, pages, emptyPages } = await readPdf(content);
      if (pages > 0 && emptyPages === pages) throw new Problem('paper_is_picture', { name: file.name });
      return { text: mendLegacyText(text).text, tables: [] };
    }
    case 'txt':
      return { text: decodeVietnamese(content), tables: [] };
    case 'xlsx':
    case 'csv': {
      const rows = await rowsOf(content, { kind: file.format, name: file.name });
      return { text: rows.map((row) => row.join('\t')).join('\n'), tables: [rows] };
    }
  }
}

async function readDoc(content: Buffer): Promise<string> {
  const document = await new WordExtractor().extract(content);
  // As written: the library would turn quotes and dashes into plain ones.
  const asWritten = { filterUnicode: false };
  const parts = [
    document.getBody(asWritten),
    document.getTextboxes(asWritten),
    document.getFootnotes(asWritten),
    document.getEndnotes(asWritten),
  ];
  const text = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join('\n');
  return mendLegacyText(text).text;
}

async function rowsOf(content: Buffer, options: { kind: 'xlsx' | 'csv'; name: string }): Promise<string[][]> {
  const table = await readTable(content, options);
  return table.rows.map((row) => {
    const cells: string[] = [];
    for (const cell of row.cells)
      cells[columnIndex(cell.column) - 1] = cell.text.replaceAll(/\s+/g, ' ').trim();
    return Array.from(cells, (words) => words ?? '');
  });
}
