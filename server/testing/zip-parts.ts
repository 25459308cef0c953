import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The text parts of an Office file by their path inside it. */
export async function zipParts(file: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(file, { lazyEntries: true });
  const parts = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    parts.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  }
  return parts;
}
