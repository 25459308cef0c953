import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { checkFile, kindPromisedBy } from './check-file.ts';
import type { FileFamily } from './file-kinds.ts';
import { cleanFileName } from './file-name.ts';
import { writePreview } from './previews.ts';
import type { PreviewWidth } from './previews.ts';

export type StoredFile = {
  sha256: string;
  size: number;
  mediaType: string;
  /** By content: a PNG sent as .jpg is 'png'. */
  extension: string;
  family: FileFamily;
  /** The cleaned name, to be kept with the record. */
  name: string;
};

export type PutOptions = { name: string; maxBytes?: number; families?: readonly FileFamily[] };

export type FileStore = {
  /** Takes a file in, checked by content; throws a problem and keeps nothing otherwise. */
  put(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, options: PutOptions): Promise<StoredFile>;
  has(sha256: string): Promise<boolean>;
  open(sha256: string): Promise<{ size: number; stream: Readable }>;
  read(sha256: string): Promise<Buffer>;
  /** Where a WebP preview of a stored image lies, made on first asking, without the photo's metadata. */
  preview(sha256: string, width: PreviewWidth): Promise<string>;
  /** The bytes of that preview. */
  readPreview(sha256: string, width: PreviewWidth): Promise<Buffer>;
  /** Only for what no record names any more: equal files of two records are one file here. */
  remove(sha256: string): Promise<void>;
};

/** A too large file is counted a little further, so that the message can name its size. */
const COUNTED_AT_MOST = 100 * 1024 * 1024;

/** A store of files by the SHA-256 of their content: <folder>/ab/cdef…, previews and temporary files beside. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => join(folder, shardOf(sha256));
  const preview = async (sha256: string, width: PreviewWidth): Promise<string> => {
    const target = join(folder, 'previews', `${shardOf(sha256)}-${width}.webp`);
    if (await exists(target)) return target;
    if (!(await exists(pathOf(sha256)))) notFound();
    await writeInPlace(folder, target, (temporary) =>
      writePreview(pathOf(sha256), { target: temporary, width }),
    );
    return target;
  };
  return {
    put: (source, options) => put(folder, source, options),
    has: async (sha256) => exists(pathOf(sha256)),
    async open(sha256) {
      const { size } = await stat(pathOf(sha256)).catch(notFound);
      return { size, stream: createReadStream(pathOf(sha256)) };
    },
    read: async (sha256) => readFile(pathOf(sha256)).catch(notFound),
    preview,
    readPreview: async (sha256, width) => readFile(await preview(sha256, width)),
    async remove(sha256) {
      await rm(pathOf(sha256), { force: true });
      for (const width of [320, 1280]) {
        await rm(join(folder, 'previews', `${shardOf(sha256)}-${width}.webp`), { force: true });
      }
    },
  };
}

function shardOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Problem('not_found');
  return join(sha256.slice(0, 2), sha256.slice(2));
}

function notFound(): never {
  throw new Problem('not_found');
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function put(
  folder: string,
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: PutOptions,
): Promise<StoredFile> {
  const name = cleanFileName(options.name);
  const promised = kindPromisedBy(name);
  if (options.families && !options.families.includes(promised.family)) {
    throw new Problem('file_type_not_allowed', { name });
  }
  const limit = Math.min(promised.maxBytes, options.maxBytes ?? promised.maxBytes);
  const temporary = await temporaryPath(folder);
  try {
    const { sha256, size } = await receive(source, { temporary, name, limit });
    const kind = await checkFile(temporary, name);
    await moveInto(temporary, join(folder, shardOf(sha256)));
    return { sha256, size, mediaType: kind.mediaType, extension: kind.extension, family: kind.family, name };
  } finally {
    await rm(temporary, { force: true });
  }
}

async function temporaryPath(folder: string): Promise<string> {
  const path = join(folder, 'tmp', randomUUID());
  await mkdir(dirname(path), { recursive: true });
  return path;
}

/** Writes what comes, hashing and counting; past the limit it only counts. */
async function receive(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  target: { temporary: string; name: string; limit: number },
): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256');
  const file = await open(target.temporary, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.byteLength;
      if (size > COUNTED_AT_MOST) break;
      if (size > target.limit) continue;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size <= target.limit) await file.sync();
  } finally {
    await file.close();
  }
  if (size === 0) throw new Problem('file_empty', { name: target.name });
  if (size > target.limit) {
    throw new Problem('file_too_large', {
      name: target.name,
      size: size > COUNTED_AT_MOST ? `hơn ${formatBytes(COUNTED_AT_MOST)}` : formatBytes(size),
      limit: formatBytes(target.limit),
    });
  }
  return { sha256: hash.digest('hex'), size };
}

/** 31457280 → "30 MB", 2048 → "2 KB". */
export function formatBytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${formatNumber(bytes / (1024 * 1024), 1)} MB`;
  return bytes >= 1024 ? `${formatNumber(bytes / 1024, 0)} KB` : `${bytes} B`;
}

/** A rename is atomic; the folder is synced too, so that the name survives a power cut. */
async function moveInto(temporary: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await rename(temporary, target);
  const folder = await open(dirname(target), 'r').catch(() => null);
  // Windows cannot sync a folder; there the file system's journal has to do.
  await folder?.sync().catch(() => undefined);
  await folder?.close();
}

async function writeInPlace(
  folder: string,
  target: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = await temporaryPath(folder);
  try {
    await write(temporary);
    await moveInto(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
