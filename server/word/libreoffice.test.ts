import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '#domain/documents/paper.ts';
import { libreOfficeMissing, pdfPageCount, pdfText, toPdf } from '#server/testing/libreoffice.ts';
import { decisionWithList, partyMinutes, partyNotice, partyReport } from './samples/party-samples.ts';
import { stateLetter } from './samples/state-samples.ts';
import { writePaper } from './write-paper.ts';

const PAPERS: Record<string, Paper> = {
  report: partyReport,
  notice: partyNotice,
  minutes: partyMinutes,
  decision: decisionWithList,
  letter: stateLetter,
};

const reason = libreOfficeMissing ? ` (skipped: ${libreOfficeMissing})` : '';

describe.skipIf(libreOfficeMissing)(`papers open in LibreOffice${reason}`, () => {
  const pages = new Map<string, { text: string; count: number }>();
  let folder = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kheo-papers-'));
    const files: string[] = [];
    for (const [name, paper] of Object.entries(PAPERS)) {
      const path = join(folder, `${name}.docx`);
      await writeFile(path, await writePaper(paper));
      files.push(path);
    }
    for (const pdf of await toPdf(files, folder)) {
      const name = pdf.slice(folder.length + 1, -'.pdf'.length);
      pages.set(name, { text: await pdfText(pdf), count: await pdfPageCount(pdf) });
    }
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  function printed(name: string): { text: string; count: number } {
    return pages.get(name) ?? { text: '', count: 0 };
  }

  it.each(Object.keys(PAPERS))('%s has pages and its Vietnamese title', (name) => {
    expect(printed(name).count).toBeGreaterThan(0);
    expect(printed(name).text).toMatch(/ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM/u);
  });

  it('prints head, number and date on their lines', () => {
    expect(printed('report').text).toMatch(/Số 512-BC\/ThU +Hương Trà, ngày 02 tháng 10 năm 2020/u);
    expect(printed('notice').text).toMatch(/Số +-TB\/BCĐ +Hương Trà, ngày +tháng +năm 2026/u);
    expect(printed('letter').text).toContain('Độc lập - Tự do - Hạnh phúc');
  });

  it('prints the footnotes and the page number, but none on the first page', () => {
    const [first = '', second = ''] = printed('report').text.split('\f');
    expect(first.trimStart()).toMatch(/^ĐẢNG BỘ THÀNH PHỐ HUẾ/u);
    expect(first).toContain('Đã mở 02 lớp bồi dưỡng nghiệp vụ');
    expect(second.trimStart()).toMatch(/^2\n/u);
  });

  it('repeats the header rows where a table goes on', () => {
    const appendix = printed('decision').text.split('\f').slice(1);
    expect(appendix.filter((page) => page.includes('Quốc phòng')).length).toBe(2);
  });

  it('leaves no signature alone on a page', () => {
    const last = printed('notice').text.trimEnd().split('\f').at(-1) ?? '';
    expect(last).toContain('tự kiểm tra');
    expect(last).toContain('TRƯỞNG BAN CHỈ ĐẠO');
  });
});
