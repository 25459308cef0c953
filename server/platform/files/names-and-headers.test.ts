import { describe, expect, it, test } from 'vitest';
import { cleanFileName } from './file-name.ts';
import { serveHeaders } from './serve-headers.ts';

describe('file names', () => {
  test.each([
    ['Báo cáo  2023.docx'.normalize('NFD'), 'Báo cáo 2023.docx'],
    ['C:\\Users\\a\\anh.jpg', 'anh.jpg'],
    ['../../anh.jpg', 'anh.jpg'],
    ['a\u0000b\r\n.pdf', 'ab.pdf'],
    ['a<b>:"c|?*.pdf', 'a_b___c___.pdf'],
    ['con.pdf', '_con.pdf'],
    ['anh\u202Egpj.exe', 'anhgpj.exe'],
    ['bao.cao.v2.docx', 'bao.cao.v2.docx'],
    ['bao-cao.pdf. ', 'bao-cao.pdf'],
  ])('%j is kept as %j', (raw, kept) => expect(cleanFileName(raw)).toBe(kept));

  it('are cut to 200 characters, extension kept', () => {
    const name = cleanFileName(`${'ă'.repeat(10_000)}.docx`);
    expect(name).toHaveLength(200);
    expect(name.endsWith('.docx')).toBe(true);
  });
});

describe('handing a file out', () => {
  const file = { name: 'Báo cáo “6 tháng”.docx', mediaType: 'application/msword', sha256: 'ab' };

  it('gives the Vietnamese name beside a plain one', () => {
    expect(serveHeaders(file)['content-disposition']).toBe(
      `attachment; filename="bao-cao-6-thang.docx"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20%E2%80%9C6%20th%C3%A1ng%E2%80%9D.docx`,
    );
  });
  it('shows pictures and PDF in place, all else as a download', () => {
    const how = (mediaType: string, download = false): string | undefined =>
      serveHeaders({ ...file, mediaType, download })['content-disposition']?.split(';')[0];
    expect(['image/png', 'application/pdf', 'text/plain', 'text/csv'].map((type) => how(type))).toEqual([
      'inline',
      'inline',
      'attachment',
      'attachment',
    ]);
    expect(how('image/png', true)).toBe('attachment');
  });
  it('lets nothing run and nobody guess', () => {
    expect(serveHeaders(file)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
    expect(serveHeaders({ ...file, mediaType: 'text/csv' })['content-type']).toBe(
      'text/plain; charset=utf-8',
    );
  });
});
