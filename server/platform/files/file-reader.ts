import { open, readFile } from 'node:fs/promises';

/** Windows overlap, so that what lies on a border is seen whole in one of them. */
const WINDOW = 1024 * 1024;
const OVERLAP = 4096;

/** The first bytes of a file, fewer where it is shorter. */
export async function readStart(path: string, length: number): Promise<Buffer> {
  return readRange(path, 0, length);
}

export async function readRange(path: string, position: number, length: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** A file as overlapping pieces of latin1 text, for searching bytes by pattern in little memory. */
export async function* latin1Windows(path: string): AsyncGenerator<string> {
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(WINDOW);
    let position = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, WINDOW, position);
      if (bytesRead === 0) return;
      yield buffer.toString('latin1', 0, bytesRead);
      if (bytesRead < WINDOW) return;
      position += WINDOW - OVERLAP;
    }
  } finally {
    await handle.close();
  }
}

/** A whole file that has been checked for its size before. */
export async function readWhole(path: string): Promise<Buffer> {
  return readFile(path);
}
