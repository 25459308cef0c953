import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '#server/practices/town.testing.ts';

type Brought = Awaited<ReturnType<typeof bring>>;
const listColumnsOf = (list: Brought) => list.tables[0]?.columns.map((column) => column.meaning);

let town: Town;
beforeAll(async () => {
  town = await startTown();
});
afterAll(() => town.kheo.stop());

const headings = [
  'TT',
  'Tên việc làm hay',
  'Thuộc lĩnh vực',
  'Nơi làm',
  'Làm từ ngày',
  'Xong ngày',
  'Làm gì',
  'Ai làm',
  'Ai lo',
];
const row = (at: number, name: string, field = 'Kinh tế') => [
  String(at),
  name,
  field,
  'Tổ dân phố 3',
  '01/04/2026',
  '30/11/2026',
  'Trồng hoa ven đường',
  'Chi hội Phụ nữ',
  'Chi hội trưởng',
];
const asked = [
  'ignored',
  'name',
  'field',
  'place',
  'starts_on',
  'ends_on',
  'content',
  'owner',
  'responsible',
] as const;

const csv = (rows: string[][]) => new TextEncoder().encode(rows.map((cells) => cells.join(';')).join('\n'));

async function word(rows: string[][]): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) });
  return Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('Danh sách đăng ký'), table] }] }),
  );
}

const into = () => ({ unitId: town.units.huongXuan, campaignId: town.campaignId });
const bring = (name: string, content: Uint8Array) =>
  town.officer.call('POST /api/reading-lists', { query: into(), file: { name, content } });
const take = (fileId: string, columns: readonly (typeof asked)[number][], dryRun = false) =>
  town.officer.try('POST /api/reading-lists/:fileId/registrations', {
    params: { fileId },
    body: { ...into(), table: 0, columns: [...columns], dryRun },
  });
const drafts = async () => (await town.officer.call('GET /api/practices', { query: { size: 200 } })).total;

describe('a list of registrations with headings of its own', () => {
  it('is proposed, corrected once, taken in as drafts, and remembered for the unit', async () => {
    const first = await bring('dang-ky.csv', csv([headings, row(1, 'Đường hoa'), row(2, 'Bếp ấm')]));
    expect(first.tables[0]).toMatchObject({ headingRow: 1, rowCount: 2 });
    expect(first.tables[0]?.columns.map((column) => column.remembered)).not.toContain(true);
    expect(listColumnsOf(first)).not.toEqual(asked);
    const before = await drafts();
    expect((await take(first.fileId, asked, true)).body).toEqual({ read: 2, written: 0, faults: [] });
    expect(await drafts()).toBe(before);
    expect((await take(first.fileId, asked)).body).toEqual({ read: 2, written: 2, faults: [] });
    expect(await drafts()).toBe(before + 2);
    const next = await bring('dang-ky-nam-sau.csv', csv([headings, row(1, 'Việc khác')]));
    expect(listColumnsOf(next)).toEqual(asked);
    expect(next.tables[0]?.columns.every((column) => column.remembered && column.confidence === 1)).toBe(
      true,
    );
  });

  it('names every bad cell by its row and its heading, and takes in nothing', async () => {
    const { fileId } = await bring(
      'loi.csv',
      csv([headings, row(1, 'Một'), row(2, ''), row(3, 'Ba', 'Thể thao')]),
    );
    const before = await drafts();
    const answer = await take(fileId, asked);
    expect(answer.body).toMatchObject({
      written: 0,
      faults: [
        { row: 3, column: 'Tên việc làm hay' },
        { row: 4, column: 'Thuộc lĩnh vực' },
      ],
    });
    expect(await drafts()).toBe(before);
  });

  it('may stand in a Word file', async () => {
    const { fileId, tables } = await bring('dang-ky.docx', await word([headings, row(1, 'Vườn rau sạch')]));
    expect(tables[0]?.rowCount).toBe(1);
    expect((await take(fileId, asked)).body).toMatchObject({ written: 1, faults: [] });
  });

  it('is refused without a column of names, with a meaning twice, and for somebody else’s file', async () => {
    const { fileId } = await bring('thu.csv', csv([headings, row(1, 'Một nữa')]));
    expect((await take(fileId, asked.with(1, 'ignored'))).body).toMatchObject({ code: 'invalid_input' });
    expect((await take(fileId, asked.with(0, 'name'))).body).toMatchObject({ code: 'invalid_input' });
    const other = await town.neighbour.try('POST /api/reading-lists/:fileId/registrations', {
      params: { fileId },
      body: { ...into(), unitId: town.units.huongVan, table: 0, columns: [...asked], dryRun: true },
    });
    expect(other.body).toMatchObject({ code: 'invalid_input' });
    const foreign = await town.neighbour.try('POST /api/reading-lists', {
      query: into(),
      file: { name: 'thu.csv', content: csv([headings, row(1, 'Một nữa')]) },
    });
    expect(foreign.status).toBe(403);
  });

  it('says that a file without a list has none, and keeps nothing of it', async () => {
    const answer = await town.officer.try('POST /api/reading-lists', {
      query: into(),
      file: { name: 'thu.docx', content: await word([['Chỉ một ô']]) },
    });
    expect(answer.body).toMatchObject({ code: 'import_empty' });
  });
});
