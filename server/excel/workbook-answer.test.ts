import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readTable } from './read-table.ts';
import { templateAnswer, workbookAnswer } from './workbook-answer.ts';

const columns = [{ key: 'name', header: 'Tên' }] as const;
const isWorkbook = { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

const sheet = (sheetName: string, rows: readonly { name: string }[]) => ({ sheetName, columns, rows });

it('answers with each table on a sheet of its own, under the name of the file', async () => {
  const answer = workbookAnswer('hai-bang.xlsx', [
    sheet('Một', [{ name: 'A' }]),
    sheet('Hai', [{ name: 'B' }]),
  ]);
  expect(answer).toMatchObject({ ...isWorkbook, fileName: 'hai-bang.xlsx' });
  const table = await readTable(await buffer(Readable.from(answer.content)), {
    kind: 'xlsx',
    name: answer.fileName,
    sheetName: 'Hai',
  });
  expect(table.sheetNames).toEqual(['Một', 'Hai']);
  expect(table.rows.map((row) => row.cells[0]?.value)).toEqual(['Tên', 'B']);
});

it('breaks the answer off where the rows fail, so that no half of a list passes for the whole', async () => {
  async function* failing() {
    yield { name: 'A' };
    await Promise.resolve();
    throw new Error('the connection is gone');
  }
  const answer = workbookAnswer('hong.xlsx', [{ sheetName: 'Một', columns, rows: failing() }]);
  await expect(buffer(Readable.from(answer.content))).rejects.toThrow('the connection is gone');
});

it('answers with a list to fill in', async () => {
  expect(
    await templateAnswer('mau.xlsx', { sheetName: 'Một', columns, sample: { name: 'A' } }),
  ).toMatchObject({ ...isWorkbook, fileName: 'mau.xlsx' });
});
