import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#domain/kernel/problem.ts';
import { docxParts, odtParts, pptxParts, smallXlsx, zipOf } from '#server/testing/files/archives.ts';
import { objectStream, oleOf, pdfOf, photo } from '#server/testing/files/documents.ts';
import { hostileFiles } from '#server/testing/files/hostile.ts';
import type { HostileFile } from '#server/testing/files/hostile.ts';
import { createFileStore } from './file-store.ts';
import type { FileStore } from './file-store.ts';

let folder: string;
let store: FileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kheo-files-'));
  store = createFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** In pieces, as a network delivers. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function refusalOf(file: HostileFile): Promise<Problem> {
  const error: unknown = await store.put(pieces(file.bytes), { name: file.name }).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw new Error(`${file.what} was not refused with a problem`, { cause: error });
}

describe('hostile and broken files', async () => {
  const files = await hostileFiles();

  it('come in many kinds', () => expect(files.length).toBeGreaterThanOrEqual(80));

  it.each(files.map((file) => [file.what, file.code, file] as const))(
    '%s is refused: %s',
    async (_what, code, file) => {
      const problem = await refusalOf(file);
      expect(problem.code).toBe(code);
      expect(problem.message).not.toMatch(/[{}]|undefined/);
    },
  );

  it('cost little to refuse', async () => {
    const spent: [string, number][] = [];
    for (const file of files) {
      const before = process.cpuUsage();
      await refusalOf(file);
      const { user, system } = process.cpuUsage(before);
      spent.push([file.what, (user + system) / 1000]);
    }
    // Twice the target, for the noise of a shared machine; the bench measures the target itself.
    expect(spent.filter(([, ms]) => ms > 400)).toEqual([]);
  });

  it('leave nothing behind', async () => {
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual([]);
  });

  it('say how large a photo of 30 MB is, and what is allowed', async () => {
    const large = files.find((file) => file.what === 'a photo of 30 MB');
    const problem = await refusalOf(large as HostileFile);
    expect(problem.message).toMatch(/^Tệp “anh\.jpg” quá lớn: 30(?:,\d)? MB, tối đa 15 MB\.$/);
  });
});

describe('honest files', () => {
  it.each([
    ['anh.jpg', 'image/jpeg', () => photo('jpeg')],
    ['anh.JPEG', 'image/jpeg', () => photo('jpeg')],
    ['anh.png', 'image/png', () => photo('png')],
    ['anh.webp', 'image/webp', () => photo('webp')],
    ['bao-cao.pdf', 'application/pdf', () => pdfOf()],
    ['bao-cao-2.pdf', 'application/pdf', () => pdfOf({ objects: [objectStream('<< /Type /Font >>')] })],
    [
      'bao-cao.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      () => zipOf(docxParts()),
    ],
    [
      'danh-sach.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      () => smallXlsx(),
    ],
    [
      'trinh-chieu.pptx',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      () => zipOf(pptxParts()),
    ],
    ['bao-cao.odt', 'application/vnd.oasis.opendocument.text', () => zipOf(odtParts())],
    ['cu.doc', 'application/msword', () => oleOf(['WordDocument', '1Table'])],
    ['cu.xls', 'application/vnd.ms-excel', () => oleOf(['Workbook'])],
    ['ghi-chu.txt', 'text/plain', () => Buffer.from('Dân vận khéo\r\n\tthì việc gì cũng thành công')],
    ['danh-sach.csv', 'text/csv', () => Buffer.from('\uFEFFTên;Nơi\n', 'utf16le')],
    ['cu.txt', 'text/plain', () => Buffer.from([0x44, 0xa9, 0x6e, 0x20, 0xb8])],
    [
      'bieu-do.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      () =>
        zipOf([...docxParts(), { name: 'word/embeddings/Microsoft_Excel_Sheet1.xlsx', data: smallXlsx() }]),
    ],
  ])('%s is taken as %s', async (name, mediaType, make) => {
    const bytes = await make();
    const stored = await store.put(pieces(bytes), { name });
    expect(stored).toMatchObject({ mediaType, size: bytes.length, name });
    expect(await store.read(stored.sha256)).toEqual(bytes);
  });

  it('takes a PNG that a messenger called .jpg, by what it is', async () => {
    const stored = await store.put([await photo('png')], { name: 'zalo.jpg' });
    expect(stored).toMatchObject({ mediaType: 'image/png', extension: 'png' });
  });

  it('keeps equal content once and forgets it on request', async () => {
    const first = await store.put([Buffer.from('một')], { name: 'a.txt' });
    const second = await store.put([Buffer.from('một')], { name: 'b.txt' });
    expect(second.sha256).toBe(first.sha256);
    await store.remove(first.sha256);
    expect(await store.has(first.sha256)).toBe(false);
    await expect(store.open(first.sha256)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('refuses what is not a hash, so that no path can be asked for', async () => {
    await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keeps to the families that the caller wants, and to its own limit', async () => {
    await expect(store.put([pdfOf()], { name: 'a.pdf', families: ['image'] })).rejects.toMatchObject({
      code: 'file_type_not_allowed',
    });
    await expect(store.put([pdfOf()], { name: 'a.pdf', maxBytes: 10 })).rejects.toMatchObject({
      code: 'file_too_large',
    });
  });

  it('makes small previews without the place where the photo was taken', async () => {
    const original = await photo('jpeg', { width: 2000, height: 1000 });
    expect((await sharp(original).metadata()).exif).toBeDefined();
    const stored = await store.put([original], { name: 'anh.jpg' });
    const paths = await Promise.all([store.preview(stored.sha256, 320), store.preview(stored.sha256, 320)]);
    const metadata = await sharp(paths[0]).metadata();
    expect(metadata).toMatchObject({ format: 'webp', width: 320, height: 160 });
    expect(metadata.exif).toBeUndefined();
  });
});
