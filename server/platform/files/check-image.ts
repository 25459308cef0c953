import sharp from 'sharp';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { kindOfExtension } from './file-kinds.ts';
import type { FileKind } from './file-kinds.ts';
import { latin1Windows } from './file-reader.ts';

export const MAX_PIXELS = 50_000_000;

/** What a browser or an archiver could take for something else than a picture. */
const POLYGLOT = /<script|<html|<!doctype html|<iframe|<\?php|%PDF-\d/i;
/** The end record of an archive, first disk: the mark by which unpackers find a ZIP behind a picture. */
const ZIP_END = 'PK\u0005\u0006\u0000\u0000\u0000\u0000';

const formats: Readonly<Record<string, string>> = { jpeg: 'jpg', png: 'png', webp: 'webp' };

/**
 * Photos: of a known format, of bearable size, whole, nothing else inside. Gives the kind by content:
 * messengers often save a PNG or WebP under the name .jpg, which is no reason to send an officer away.
 */
export async function checkImage(path: string, file: { name: string }): Promise<FileKind> {
  const words = { name: file.name };
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!metadata) throw new Problem('file_damaged', words);
  const kind = kindOfExtension(formats[metadata.format] ?? '');
  if (!kind) throw new Problem('file_content_mismatch', words);
  const pixels = metadata.width * metadata.height * (metadata.pages ?? 1);
  if (pixels > MAX_PIXELS) {
    throw new Problem('image_too_many_pixels', {
      ...words,
      pixels: `${formatNumber(metadata.width)} × ${formatNumber(metadata.height)}`,
    });
  }
  for await (const window of latin1Windows(path)) {
    if (POLYGLOT.test(window) || window.includes(ZIP_END)) throw new Problem('file_content_mismatch', words);
  }
  await readWhole(path).catch(() => {
    throw new Problem('file_damaged', words);
  });
  return kind;
}

/** Decodes the picture, small, to prove that its data are all there. */
async function readWhole(path: string): Promise<void> {
  await sharp(path, { limitInputPixels: MAX_PIXELS, failOn: 'truncated', sequentialRead: true })
    .resize({ width: 64, height: 64, fit: 'inside' })
    .raw()
    .toBuffer();
}
