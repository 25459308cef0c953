import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { libreOfficeMissing } from '#server/testing/libreoffice.ts';
import { tableBytes } from '#server/testing/table-bytes.ts';
import { openXmlFaults, validatorMissing } from '#server/testing/validate-ooxml.ts';
import { openGuardedZip } from '#server/platform/files/zip-guard.ts';
import { readTable } from './read-table.ts';
import { writeTemplate } from './write-table.ts';
import type { TableSpec } from './write-table.ts';

const run = promisify(execFile);
const DANGEROUS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '=HYPERLINK("http://a","b")',
  '=cmd|"/c calc"!A0',
  '–1',
];

const columns = [
  { key: 'name', header: 'Tên mô hình', required: true, width: 40 },
  { key: 'field', header: 'Lĩnh vực', options: ['Kinh tế', 'Văn hóa – xã hội, "khác"'] },
  { key: 'from', header: 'Từ ngày', type: 'day' },
  { key: 'money', header: 'Kinh phí', type: 'money', note: 'Đồng' },
  { key: 'share', header: 'Tỷ lệ', type: 'percent' },
] as const;

function spec(rows: TableSpec['rows']): TableSpec {
  return {
    sheetName: 'Mô hình: 2026/1',
    title: 'DANH SÁCH MÔ HÌNH',
    columns,
    rows,
    notes: ['Lập ngày 05/03/2026'],
  };
}

describe('writing a table', () => {
  it('comes back as it went in', async () => {
    const bytes = await tableBytes(
      spec([
        { name: 'Tuyến đường hoa', field: 'Kinh tế', from: '2026-03-05', money: 915_000_000, share: 0.615 },
        { name: 'Hai\ndòng', from: null, money: 0.5 },
        { name: 'x'.repeat(40_000) },
      ]),
    );
    const table = await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx' });
    expect(table.sheetName).toBe('Mô hình  2026 1');
    expect(table.sheetNames).toEqual(['Mô hình  2026 1', 'Ghi chú']);
    expect(table.rows.map((row) => row.cells.map((cell) => cell.value)).slice(0, 4)).toEqual([
      ['DANH SÁCH MÔ HÌNH'],
      ['Tên mô hình', 'Lĩnh vực', 'Từ ngày', 'Kinh phí', 'Tỷ lệ'],
      ['Tuyến đường hoa', 'Kinh tế', '2026-03-05', 915_000_000, 0.615],
      ['Hai\ndòng', 0.5],
    ]);
    expect(String(table.rows[4]?.cells[0]?.value)).toHaveLength(32_767);
  });

  it('writes no formula, whatever a cell begins with', async () => {
    const bytes = await tableBytes(
      spec(DANGEROUS.map((name) => ({ name, field: name, from: name, money: name }))),
    );
    const table = await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx' });
    expect(table.rows.flatMap((row) => row.cells).filter((cell) => cell.isFormula)).toEqual([]);
    expect(table.rows.slice(2).map((row) => row.cells[0]?.value)).toEqual(
      DANGEROUS.map((text) => text.trim()),
    );
  });

  it('freezes the header and lets it filter', async () => {
    const zip = await openGuardedZip(await tableBytes(spec([{ name: 'A' }])));
    const sheet = (await zip.bytes('xl/worksheets/sheet1.xml', 1_000_000)).toString();
    zip.close();
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('<autoFilter ref="A2:E2"/>');
  });

  it.skipIf(validatorMissing)('is valid Open XML', async () => {
    const rows = [...DANGEROUS, 'a\u0000b\uFFFF'].map((name) => ({
      name,
      from: '2026-03-05',
      money: 5,
      share: 0.5,
    }));
    expect(await openXmlFaults(await tableBytes(spec(rows)), 'xlsx')).toEqual([]);
  });

  it('takes rows from a generator', async () => {
    async function* rows(): AsyncGenerator<{ name: string }> {
      for (let at = 0; at < 1_200; at += 1) yield { name: `Mô hình ${at}` };
    }
    const table = await readTable(await tableBytes(spec(rows())), { kind: 'xlsx', name: 'a.xlsx' });
    expect(table.rows).toHaveLength(1_202);
  });

  it.skipIf(libreOfficeMissing)(
    `holds 0 formulas after a round trip through LibreOffice`,
    { timeout: 120_000 },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'kheo-excel-'));
      try {
        const bytes = await tableBytes(
          spec(DANGEROUS.map((name) => ({ name, field: name, from: '2026-03-05', money: 5 }))),
        );
        await writeFile(join(folder, 'a.xlsx'), bytes);
        await run('soffice', [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          '--convert-to',
          'xlsx:Calc MS Excel 2007 XML',
          '--outdir',
          join(folder, 'out'),
          join(folder, 'a.xlsx'),
        ]);
        const back = await readTable(await readFile(join(folder, 'out', 'a.xlsx')), {
          kind: 'xlsx',
          name: 'a.xlsx',
        });
        expect(back.rows.flatMap((row) => row.cells).filter((cell) => cell.isFormula)).toEqual([]);
        expect(back.rows[2]?.cells.map((cell) => cell.value)).toEqual(['=1+1', '=1+1', '2026-03-05', 5]);
        expect(back.rows.slice(2).map((row) => row.cells[0]?.value)).toEqual(
          DANGEROUS.map((text) => text.trim()),
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});

describe('a template', () => {
  const template = (): Promise<Buffer> =>
    writeTemplate({
      sheetName: 'Đăng ký',
      columns,
      sample: { name: 'Tuyến đường hoa', field: 'Kinh tế', from: '2026-03-05', money: 5_000_000 },
    });

  it('has a header, an example that is not read, and instructions', async () => {
    const bytes = await template();
    const table = await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx' });
    expect(table.sheetNames).toEqual(['Đăng ký', 'Hướng dẫn']);
    expect(table.rows).toHaveLength(1);
    const guide = await readTable(bytes, { kind: 'xlsx', name: 'a.xlsx', sheetName: 'Hướng dẫn' });
    const text = guide.rows.map((row) => row.cells[0]?.text).join('\n');
    expect(text).toContain('Tên mô hình: bắt buộc');
    expect(text).toContain('Từ ngày: không bắt buộc; ngày/tháng/năm');
  });

  it.skipIf(validatorMissing)('is valid Open XML', async () => {
    expect(await openXmlFaults(await template(), 'xlsx')).toEqual([]);
  });

  it('offers lists of any wording from a hidden sheet, and keeps days as typed', async () => {
    const zip = await openGuardedZip(await template());
    const sheet = (await zip.bytes('xl/worksheets/sheet1.xml', 1_000_000)).toString();
    zip.close();
    expect(sheet).toMatch(/<dataValidation type="list"[^>]*sqref="B2:B5002"[^>]*><formula1>[^<]*Danh mục/);
    expect(sheet).toContain('prompt="Ghi theo mẫu ngày/tháng/năm, ví dụ 05/03/2026."');
    expect(sheet).toContain('(Ví dụ) Tuyến đường hoa');
    expect(sheet).toContain('>05/03/2026<');
  });
});
