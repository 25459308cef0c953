import { Problem } from '#domain/kernel/problem.ts';
import { secrecyMark } from '#domain/reading/secrecy.ts';
import { proposeColumns, type ProposedTable } from '#domain/reading/column-meanings.ts';
import { columnIndex, columnLetters, type TableRow } from '#server/excel/table.ts';
import { readTable } from '#server/excel/read-table.ts';
import { normaliseText } from '#domain/kernel/text.ts';
import { openPaper } from './open-paper.ts';

export interface ListTable extends ProposedTable {
  /** Below the heading. */
  readonly rows: readonly TableRow[];
}

const ROWS_AT_MOST = 2_000;

/** The tables of a list with unknown headings: a sheet, or every table of a Word file that has rows below a heading. */
export async function tablesOf(file: {
  content: Buffer;
  name: string;
  extension: string;
}): Promise<ListTable[]> {
  const tables = (await rowsOf(file)).flatMap((rows) => listOf(rows) ?? []);
  if (tables.length === 0) throw new Problem('import_empty');
  return tables;
}

async function rowsOf(file: { content: Buffer; name: string; extension: string }): Promise<TableRow[][]> {
  const { content, name, extension } = file;
  if (extension === 'xlsx' || extension === 'csv') {
    const { rows } = await readTable(content, { kind: extension, name, maxRows: ROWS_AT_MOST });
    const mark = secrecyMark(rows.map((row) => textsOf(row).join('\t')).join('\n'));
    if (mark) throw new Problem('paper_secret', { name, mark });
    return [rows];
  }
  const { tables } = await openPaper(file);
  if (tables.some((table) => table.length > ROWS_AT_MOST))
    throw new Problem('table_too_many_rows', { name, limit: ROWS_AT_MOST });
  return tables.map((table) => table.map(asRow));
}

/** A row of a table in Word, as a sheet would have it. */
function asRow(cells: readonly string[], at: number): TableRow {
  return {
    rowNumber: at + 1,
    isHidden: false,
    cells: cells.flatMap((written, column) => {
      const text = normaliseText(written);
      const letters = columnLetters(column + 1);
      return text === ''
        ? []
        : [
            {
              column: letters,
              address: `${letters}${at + 1}`,
              value: text,
              kind: 'text' as const,
              text,
              isFormula: false,
              error: null,
            },
          ];
    }),
  };
}

function listOf(rows: readonly TableRow[]): ListTable | null {
  const proposed = proposeColumns(rows.map(textsOf));
  const heading = proposed && rows[proposed.headingRow];
  if (!heading || proposed.columns.length < 2) return null;
  const below = rows.slice(proposed.headingRow + 1);
  return below.length === 0 ? null : { ...proposed, headingRow: heading.rowNumber, rows: below };
}

function textsOf(row: TableRow): string[] {
  const texts: string[] = [];
  for (const cell of row.cells) texts[columnIndex(cell.column) - 1] = cell.text;
  return Array.from(texts, (text) => text ?? '');
}
