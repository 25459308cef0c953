import type { readingsApi } from '#contract/readings.ts';
import type { ParsedBody, ResponseOf } from '#contract/endpoint.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { columnMeaningWords, headingsKey, type ColumnMeaning } from '#domain/reading/column-meanings.ts';
import { columnLetters } from '#server/excel/table.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { extensionOf } from '#server/platform/files/file-name.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { fileById, insertFile } from '#server/platform/files/files.store.ts';
import type { ImportKey } from '#server/practices/import-columns.ts';
import { takeRowsIn } from '#server/practices/import.commands.ts';
import { campaignToRegister } from '#server/practices/registration-rules.reads.ts';
import { tablesOf, type ListTable } from '#server/reading/list-tables.ts';
import { keepingNothing } from '#server/reading/readings.commands.ts';
import { rememberColumns, rememberedColumns } from '#server/reading/reading-lists.store.ts';

type Api = typeof readingsApi;
type Body = ParsedBody<Api['POST /api/reading-lists/:fileId/registrations']>;

/** What a column's meaning is called by the import of registrations. */
const keyOfMeaning: Readonly<Record<ColumnMeaning, ImportKey | 'origin' | null>> = {
  name: 'name',
  place: 'placeText',
  unit: 'placeUnit',
  field: 'field',
  nature: 'nature',
  subject: 'subject',
  origin: 'origin',
  owner: 'ownerName',
  responsible: 'responsibleName',
  content: 'content',
  starts_on: 'startsOn',
  ends_on: 'endsOn',
  ignored: null,
};

/** Reads a list with unknown headings; a unit's own word for the same headings comes before any guess. */
export async function readList(
  command: CommandContext,
  asked: { unitId: string; campaignId: string },
  upload: StoredFile,
): Promise<ResponseOf<Api['POST /api/reading-lists']>> {
  return keepingNothing(command, upload, async () => {
    await campaignToRegister(command, asked);
    const tables = await tablesOf({ ...upload, content: await command.files.read(upload.sha256) });
    const known = await rememberedColumns(command, asked.unitId, tables.map(keyOf));
    const file = await insertFile(command, upload);
    return { fileId: file.id, tables: tables.map((table) => shown(table, known.get(keyOf(table)))) };
  });
}

function keyOf(table: ListTable): string {
  return headingsKey(table.columns.map((column) => column.heading));
}

function shown(table: ListTable, remembered: readonly ColumnMeaning[] | undefined) {
  return {
    headingRow: table.headingRow,
    rowCount: table.rows.length,
    columns: table.columns.map((column, at) => ({
      heading: column.heading,
      meaning: remembered?.[at] ?? column.meaning,
      confidence: remembered ? 1 : column.confidence,
      remembered: remembered !== undefined,
      samples: [...column.samples],
    })),
  };
}

/** Takes a list in as drafts by the rules of the import; the columns as corrected are remembered for the unit. */
export async function registerList(
  command: CommandContext,
  fileId: string,
  given: Body,
): Promise<ResponseOf<Api['POST /api/reading-lists/:fileId/registrations']>> {
  const { unitId, campaignId, dryRun } = given;
  const campaign = await campaignToRegister(command, given);
  const file = await fileById(command.db, fileId);
  if (file?.uploadedBy !== command.caller.accountId)
    throw invalidInput([{ path: 'fileId', message: 'Tệp không còn; hãy chọn và tải lên lại' }]);
  const content = await command.files.read(file.sha256);
  const tables = await tablesOf({ content, name: file.name, extension: extensionOf(file.name) });
  const table = tables[given.table];
  if (!table) throw invalidInput([{ path: 'table', message: 'Tệp không có bảng này' }]);
  const columns = columnsOf(table, given.columns);
  const { read, createdIds, faults } = await takeRowsIn(command, {
    campaign,
    asked: { campaignId, unitId, dryRun },
    file: { name: file.name, sha256: file.sha256 },
    rows: table.rows,
    columns,
  });
  if (!dryRun && faults.length === 0)
    await rememberColumns(command, { unitId, headings: keyOf(table) }, given.columns);
  return {
    read,
    written: createdIds.length,
    faults: faults.map((fault) => ({
      row: Number(/\d+$/.exec(fault.path)?.[0] ?? table.headingRow),
      column: headingAt(table, fault.path),
      message: fault.message,
    })),
  };
}

function headingAt(table: ListTable, address: string): string {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? '';
  const at = table.columns.findIndex((_, index) => columnLetters(index + 1) === letters);
  return table.columns[at]?.heading || letters;
}

/** Key → column letters; each meaning stands for one column, and a list of practices has their names. */
function columnsOf(
  table: ListTable,
  meanings: readonly ColumnMeaning[],
): Partial<Record<ImportKey | 'origin', string>> {
  if (meanings.length !== table.columns.length)
    throw invalidInput([
      { path: 'columns', message: `Bảng có ${table.columns.length} cột; chọn nghĩa cho từng cột` },
    ]);
  const columns: Partial<Record<ImportKey | 'origin', string>> = {};
  const faults = meanings.flatMap((meaning, at) => {
    const key = keyOfMeaning[meaning];
    if (key === null) return [];
    if (columns[key] !== undefined)
      return [{ path: `columns.${at}`, message: `Đã có cột khác là “${columnMeaningWords[meaning]}”` }];
    columns[key] = columnLetters(at + 1);
    return [];
  });
  if (columns.name === undefined)
    faults.push({ path: 'columns', message: 'Chọn cột ghi tên mô hình, điển hình' });
  if (faults.length > 0) throw invalidInput(faults);
  return columns;
}
