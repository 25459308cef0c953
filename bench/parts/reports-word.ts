import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { deflateRawSync } from 'node:zlib';
import { heading, paper, paragraph, table } from '#domain/documents/paper-parts.ts';
import { writePaper } from '#server/word/write-paper.ts';
import { zipParts } from '#server/testing/zip-parts.ts';
import { interleave, quantile, spread } from './measure.ts';

const targetMs = 300;
const sentence =
  'Các xã, phường tiếp tục duy trì và nhân rộng mô hình “Dân vận khéo”, vận động Nhân dân hiến đất, góp công làm đường, giữ gìn vệ sinh, trật tự.';
const words = Array.from({ length: 60 }, (_, index) => `${index + 1}. ${sentence} ${sentence}`);
const titles = Array.from({ length: 12 }, (_, index) =>
  index === 0 ? 'Tỉnh, thành phố' : `Chỉ tiêu ${index}`,
);
const rows = Array.from({ length: 34 }, (_, row) =>
  titles.map((_title, column) => (column === 0 ? `Tỉnh số ${row + 1}` : String(row * 1_000 + column * 37))),
);

const report = paper({
  layout: 'party',
  parentBody: 'Đảng bộ thành phố Huế',
  issuer: 'Thị ủy Hương Trà',
  symbol: { number: 512, typeCode: 'BC', issuerCode: 'ThU' },
  place: 'Hương Trà',
  issuedOn: '2026-07-20',
  draftYear: 2026,
  typeName: 'BÁO CÁO',
  subject: 'kết quả phong trào thi đua “Dân vận khéo” 6 tháng đầu năm 2026',
  blocks: [
    heading(1, 'I-', 'KẾT QUẢ'),
    ...words.map((one) => paragraph(one)),
    table(
      titles.map((title, index) => ({ title, width: index === 0 ? 3 : 1 })),
      rows,
    ),
  ],
});

/** A report of 60 paragraphs and a table of 34 × 12: in the layout of the office, beside the library alone. */
export async function measureWord(rounds: number): Promise<string[]> {
  console.log('\nA Word report of 60 paragraphs and a table of 34 × 12');
  for (const file of [await writePaper(report), await byTheLibrary()]) await mustHold(file);
  const timed = await interleave<Buffer>(
    { ours: () => writePaper(report), 'docx alone': byTheLibrary, 'strings, deflate': byStrings },
    rounds,
    () => undefined,
  );
  for (const one of timed) console.log(`  ${one.name.padEnd(16)} ${spread(one.ms)}`);
  const [ours = 0, library = 1] = timed.map((one) => quantile(one.ms, 0.5));
  const slowest = quantile(timed[0]?.ms ?? [], 1);
  console.log(`  ${(ours / library).toFixed(2)} × the library, slowest ${slowest.toFixed(0)} ms`);
  return slowest > targetMs ? [`Word ${slowest.toFixed(0)} of ${targetMs} ms`] : [];
}

async function mustHold(file: Buffer): Promise<void> {
  const xml = (await zipParts(file)).get('word/document.xml') ?? '';
  const missing = [...words, ...rows.flat()].find((one) => !xml.includes(one));
  if (missing !== undefined) throw new Error(`not in the file: ${missing}`);
}

function byTheLibrary(): Promise<Buffer> {
  const cells = (row: readonly string[]): TableRow =>
    new TableRow({ children: row.map((one) => new TableCell({ children: [new Paragraph(one)] })) });
  const children = [
    ...words.map((one) => new Paragraph({ children: [new TextRun(one)] })),
    new Table({ rows: [titles, ...rows].map(cells) }),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** What no writer can be faster than: the words of the document alone, put together and packed. */
async function byStrings(): Promise<Buffer> {
  const line = (one: string): string => `<w:p><w:r><w:t xml:space="preserve">${one}</w:t></w:r></w:p>`;
  const grid = [titles, ...rows].map(
    (row) => `<w:tr>${row.map((one) => `<w:tc>${line(one)}</w:tc>`).join('')}</w:tr>`,
  );
  return deflateRawSync(
    `<w:document><w:body>${words.map(line).join('')}<w:tbl>${grid.join('')}</w:tbl></w:body></w:document>`,
  );
}
