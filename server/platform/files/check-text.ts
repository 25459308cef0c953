import { createReadStream } from 'node:fs';
import { Problem } from '#domain/kernel/problem.ts';

/**
 * Plain text and CSV. UTF-8, UTF-16 with its mark, or an older one-byte encoding (papers of the years before 2005):
 * what matters here is that it is text, without zero bytes and control characters.
 */
export async function checkText(path: string, file: { name: string }): Promise<void> {
  let isUtf16 = false;
  let isFirst = true;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    if (isFirst) isUtf16 = hasUtf16Mark(bytes);
    isFirst = false;
    if (!isUtf16 && CONTROL.test(bytes.toString('latin1'))) {
      throw new Problem('file_content_mismatch', { name: file.name });
    }
  }
  if (isUtf16) await checkUtf16(path, file);
}

/** Everything below a space but tab, line feed, form feed and carriage return. */
const CONTROL = /(?![\t\n\f\r\u0080-\u009F])\p{Cc}/u;

export function hasUtf16Mark(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

async function checkUtf16(path: string, file: { name: string }): Promise<void> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const chunk of createReadStream(path)) {
      const bytes = chunk as Buffer;
      decoder ??= new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be', { fatal: true });
      if (CONTROL.test(decoder.decode(bytes, { stream: true }))) throw new TypeError('control character');
    }
    decoder?.decode();
  } catch {
    throw new Problem('file_content_mismatch', { name: file.name });
  }
}
