import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { writeWorkbookTo, type TableSpec } from '#server/excel/write-table.ts';

/** A workbook of one table as its bytes. */
export async function tableBytes<K extends string>(spec: TableSpec<K>): Promise<Buffer> {
  const stream = new PassThrough();
  const [bytes] = await Promise.all([buffer(stream), writeWorkbookTo(stream, [spec])]);
  return bytes;
}
