import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  Document,
  FootnoteReferenceRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  Textbox,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { Problem } from '#domain/kernel/problem.ts';
import { libreOfficeMissing } from '#server/testing/libreoffice.ts';
import { tableBytes } from '#server/testing/table-bytes.ts';
import { openPaper } from './open-paper.ts';

const words = 'Đảng ủy xã Bình An báo cáo kết quả thực hiện phong trào thi đua “Dân vận khéo” năm 2019';

async function wordFile(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('Sửa 12 nhà, trị giá 360 triệu đồng')] } },
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun(words), new FootnoteReferenceRun(1), new TextRun('.')] }),
          new Paragraph({ children: [new TextRun({ text: '§¶ng ñy x·', font: '.VnTime' })] }),
          new Table({
            rows: [
              new TableRow({ children: [cell('STT'), cell('Tên mô hình'), cell('Địa bàn')] }),
              new TableRow({ children: [cell('1'), cell('Đường hoa nông thôn'), cell('Thôn Đông')] }),
            ],
          }),
          new Textbox({
            style: { width: '200pt', height: '40pt' },
            children: [new Paragraph('Chữ trong khung')],
          }),
          new Paragraph('Nơi nhận: như trên'),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** What LibreOffice makes of the Word file. */
async function converted(to: 'pdf' | 'doc'): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'kheo-read-'));
  await writeFile(join(folder, 'paper.docx'), await wordFile());
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ],
    { stdio: 'ignore' },
  );
  return readFile(join(folder, `paper.${to}`));
}

async function refusal(content: Buffer | string, name: string): Promise<string> {
  const bytes = Buffer.from(content);
  const extension = name.split('.').at(-1) ?? '';
  return openPaper({ content: bytes, name, extension }).then(
    () => 'opened',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );
}

describe('opening a paper', () => {
  it('reads a Word file: body, old fonts, tables, text boxes, footnotes under their numbers', async () => {
    const opened = await openPaper({ content: await wordFile(), name: 'a.docx', extension: 'docx' });
    expect(
      opened.text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual([
      `${words}[1].`,
      'Đảng ủy xã',
      'STT\tTên mô hình\tĐịa bàn',
      '1\tĐường hoa nông thôn\tThôn Đông',
      'Chữ trong khung',
      'Nơi nhận: như trên',
      '[1] Sửa 12 nhà, trị giá 360 triệu đồng',
    ]);
    expect(opened.tables).toEqual([
      [
        ['STT', 'Tên mô hình', 'Địa bàn'],
        ['1', 'Đường hoa nông thôn', 'Thôn Đông'],
      ],
    ]);
  });

  it.skipIf(libreOfficeMissing)(
    'reads the same words from an old Word file and from a PDF',
    async () => {
      for (const format of ['doc', 'pdf'] as const) {
        const { text } = await openPaper({
          content: await converted(format),
          name: `a.${format}`,
          extension: format,
        });
        const plain = text.replaceAll(/\s+/g, ' ');
        expect(plain).toContain('thi đua “Dân vận khéo” năm 2019');
        expect(plain).toContain('Đường hoa nông thôn');
        expect(plain).toContain('Sửa 12 nhà, trị giá 360 triệu đồng');
      }
    },
    90_000,
  );

  it('reads a list with its columns kept, also over empty cells', async () => {
    const content = await tableBytes({
      sheetName: 'Danh sách',
      columns: [
        { key: 'a', header: 'Tên mô hình', width: 30 },
        { key: 'b', header: 'Ghi chú', width: 10 },
        { key: 'c', header: 'Địa bàn', width: 20 },
      ],
      rows: [{ a: 'Đường hoa', b: '', c: 'Thôn Đông' }],
    } as never);
    const { tables } = await openPaper({ content, name: 'a.xlsx', extension: 'xlsx' });
    expect(tables[0]?.at(-1)).toEqual(['Đường hoa', '', 'Thôn Đông']);
  });

  it('refuses what holds no words, what is secret and what is broken, and says which', async () => {
    expect(await refusal(' \n\t', 'a.txt')).toBe('paper_empty');
    expect(await refusal(`ĐẢNG BỘ TỈNH\tĐẢNG CỘNG SẢN VIỆT NAM\n  MẬT  \n${words}`, 'a.txt')).toBe(
      'paper_secret',
    );
    expect(await refusal(`Độ mật: Tối mật\n${words}`, 'a.txt')).toBe('paper_secret');
    expect(await refusal(`${words}\nGiữ gìn bí mật nhà nước; bảo mật thông tin`, 'a.txt')).toBe('opened');
    expect(await refusal('không phải Word', 'a.docx')).toBe('file_damaged');
    expect(await refusal('%PDF-1.7 hỏng', 'a.pdf')).toBe('file_damaged');
    expect(await refusal('x', 'a.jpg')).toBe('paper_format');
  });
});
