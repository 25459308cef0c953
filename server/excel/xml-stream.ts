import { StringDecoder } from 'node:string_decoder';
import { SaxesParser } from 'saxes';
import type { GuardedZip } from '#server/platform/files/zip-guard.ts';

export type XmlHandlers = {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text?(text: string): void;
};

/** Not well-formed; the caller knows the file's name. */
export class XmlFault extends Error {}

/** Walks a part of an archive as XML, piece by piece; names come without their prefixes. */
export async function walkXml(zip: GuardedZip, part: string, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false, position: false });
  parser.on('error', (error) => {
    throw new XmlFault(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlFault('a document type');
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handlers.close(localName(tag.name)));
  if (handlers.text) parser.on('text', (text) => handlers.text?.(text));
  let decoder: StringDecoder | undefined;
  for await (const chunk of zip.stream(part)) {
    decoder ??= new StringDecoder(chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf16le' : 'utf8');
    parser.write(decoder.write(chunk));
  }
  parser.write(decoder?.end() ?? '');
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}
