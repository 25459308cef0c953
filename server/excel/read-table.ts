import { Problem } from '#domain/kernel/problem.ts';
import { checkOfficeArchive } from '#server/platform/files/check-office.ts';
import { readWhole } from '#server/platform/files/file-reader.ts';
import { openGuardedZip, ZipFault } from '#server/platform/files/zip-guard.ts';
import type { GuardedZip } from '#server/platform/files/zip-guard.ts';
import { readCsv } from './read-csv.ts';
import { readSheet, walkRows } from './read-sheet.ts';
import type { SheetSource } from './read-sheet.ts';
import { readWorkbook } from './read-workbook.ts';
import { isSampleRow } from './table.ts';
import type { ReadTable, TableLimits, TableRow } from './table.ts';
import { XmlFault } from './xml-stream.ts';

export type ReadTableOptions = Partial<TableLimits> & {
  kind: 'xlsx' | 'csv';
  /** The file's name, for messages. */
  name: string;
  /** Otherwise the first visible sheet. */
  sheetName?: string;
};

/**
 * Reads a list that somebody filled in. Formulas, errors and merges are told cell by cell (`cellFault`); broken,
 * hostile and oversized files are refused with a problem. Example rows of our templates are left out.
 */
export async function readTable(source: Buffer | string, options: ReadTableOptions): Promise<ReadTable> {
  const limits = { maxRows: options.maxRows ?? 5000, maxColumns: options.maxColumns ?? 60 };
  const table =
    options.kind === 'csv'
      ? readCsv(typeof source === 'string' ? await readWhole(source) : source, {
          ...limits,
          name: options.name,
        })
      : await readXlsx(source, { ...options, ...limits });
  return { ...table, rows: table.rows.filter((row) => !isSampleRow(row)) };
}

/** As `readTable` for any number of rows of a workbook, in little memory: each row is handed over once, in order. */
export async function streamTable(
  source: Buffer | string,
  options: SheetOptions,
  onRow: (row: TableRow) => void,
): Promise<Omit<ReadTable, 'rows'>> {
  return withSheet(source, options, async (zip, found) => {
    await walkRows(zip, found, (row) => {
      if (!isSampleRow(row)) onRow(row);
    });
    return { sheetName: found.sheetName, sheetNames: found.sheetNames };
  });
}

async function readXlsx(source: Buffer | string, options: SheetOptions): Promise<ReadTable> {
  return withSheet(source, options, async (zip, found) => ({
    sheetName: found.sheetName,
    sheetNames: found.sheetNames,
    rows: await readSheet(zip, found),
  }));
}

type SheetOptions = Omit<ReadTableOptions, 'kind'> & TableLimits;

/** Opens the sheet that is wanted; what breaks on the way is told as a damaged file. */
async function withSheet<T>(
  source: Buffer | string,
  options: SheetOptions,
  work: (zip: GuardedZip, found: SheetSource & Omit<ReadTable, 'rows'>) => Promise<T>,
): Promise<T> {
  const { name } = options;
  await checkOfficeArchive(source, { name, extension: 'xlsx' });
  try {
    const zip = await openGuardedZip(source);
    try {
      const workbook = await readWorkbook(zip);
      const visible = workbook.sheets.filter((sheet) => !sheet.isHidden);
      const sheet =
        options.sheetName === undefined
          ? visible[0]
          : visible.find((each) => each.name.normalize('NFC') === options.sheetName?.normalize('NFC'));
      if (!sheet) throw new Problem('table_unreadable', { name, reason: 'không có trang tính nào để đọc' });
      const sheetNames = visible.map((each) => each.name.normalize('NFC'));
      const sheetName = sheet.name.normalize('NFC');
      return await work(zip, { workbook, sheet, name, limits: options, sheetName, sheetNames });
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ZipFault || error instanceof XmlFault) throw new Problem('file_damaged', { name });
    throw error;
  }
}
