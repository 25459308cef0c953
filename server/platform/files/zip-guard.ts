import { crc32 } from 'node:zlib';
import * as yauzl from 'yauzl';

export type ZipFaultKind = 'damaged' | 'bomb' | 'encrypted';

/** Why an archive is not to be trusted; the caller knows the file's name and words the problem. */
export class ZipFault extends Error {
  readonly kind: ZipFaultKind;

  constructor(kind: ZipFaultKind, message: string) {
    super(message);
    this.name = 'ZipFault';
    this.kind = kind;
  }
}

/** Real office files stay far below these; a deflate bomb reaches a ratio of 1000. */
const limits = {
  entries: 4000,
  totalBytes: 150 * 1024 * 1024,
  ratio: 150,
  /** Small parts may be as repetitive as they like. */
  ratioCountsFrom: 4 * 1024 * 1024,
};

export type GuardedZip = {
  /** Names in the order of the directory, with sizes that reading enforces. */
  readonly parts: ReadonlyMap<string, { size: number }>;
  /** Streams a part; ends in a `ZipFault` where size or checksum are not what the directory says. */
  stream(name: string): AsyncGenerator<Buffer>;
  /** A whole part, refused above `maxBytes`. */
  bytes(name: string, maxBytes: number): Promise<Buffer>;
  close(): void;
};

/** Opens a ZIP by its central directory and refuses bombs, slip paths, doubles, encryption before inflating anything. */
export async function openGuardedZip(source: string | Buffer): Promise<GuardedZip> {
  const zip = await asFault(() =>
    typeof source === 'string'
      ? yauzl.openPromise(source, { autoClose: false })
      : yauzl.fromBufferPromise(source),
  );
  try {
    const entries = await asFault(() => readDirectory(zip));
    return guarded(zip, entries);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readDirectory(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  if (zip.entryCount > limits.entries) throw new ZipFault('bomb', `${zip.entryCount} entries`);
  if (zip.comment.length > 0) throw new ZipFault('damaged', 'archive carries a comment');
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    // Names differing only in case are one file to an office program.
    const name = entry.fileName;
    if (entries.has(name)) throw new ZipFault('damaged', `two entries named ${name}`);
    if (entry.isEncrypted()) throw new ZipFault('encrypted', name);
    if (!entry.canDecodeFileData()) throw new ZipFault('damaged', `method of ${name}`);
    total += entry.uncompressedSize;
    if (total > limits.totalBytes) throw new ZipFault('bomb', `more than ${limits.totalBytes} bytes`);
    const ratio = entry.uncompressedSize / Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > limits.ratioCountsFrom && ratio > limits.ratio) {
      throw new ZipFault('bomb', `${name} inflates ${Math.round(ratio)} times`);
    }
    if (!name.endsWith('/')) entries.set(name, entry);
  }
  refuseOverlap([...entries.values()]);
  return entries;
}

/** Quines and overlapping bombs let several entries share the same compressed bytes. */
function refuseOverlap(entries: readonly yauzl.Entry[]): void {
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of sorted) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ZipFault('bomb', 'entries overlap');
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
  }
}

function guarded(zip: yauzl.ZipFile, entries: Map<string, yauzl.Entry>): GuardedZip {
  async function* stream(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new ZipFault('damaged', `no part ${name}`);
    const source = await asFault(() => zip.openReadStreamPromise(entry));
    let checksum = 0;
    try {
      for await (const chunk of source) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw toFault(error);
    }
    if (checksum !== entry.crc32) throw new ZipFault('damaged', `checksum of ${name}`);
  }
  return {
    parts: new Map([...entries].map(([name, entry]) => [name, { size: entry.uncompressedSize }])),
    stream,
    async bytes(name, maxBytes) {
      const size = entries.get(name)?.uncompressedSize ?? 0;
      if (size > maxBytes) throw new ZipFault('bomb', `${name} is ${size} bytes`);
      const chunks: Buffer[] = [];
      for await (const chunk of stream(name)) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    close: () => zip.close(),
  };
}

function toFault(error: unknown): ZipFault {
  if (error instanceof ZipFault) return error;
  return new ZipFault('damaged', error instanceof Error ? error.message : String(error));
}

async function asFault<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toFault(error);
  }
}
