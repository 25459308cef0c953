import { Problem } from '#domain/kernel/problem.ts';
import { checkImage } from './check-image.ts';
import { checkOfficeArchive } from './check-office.ts';
import { checkOleFile, isEncryptedPackage, OLE_MAGIC } from './check-ole.ts';
import { checkPdf } from './check-pdf.ts';
import { checkText } from './check-text.ts';
import { kindOfExtension, refusalOfExtension } from './file-kinds.ts';
import type { FileKind } from './file-kinds.ts';
import { extensionOf } from './file-name.ts';
import { readStart } from './file-reader.ts';

/** The kind that a name promises; refuses names that promise nothing we take in. */
export function kindPromisedBy(name: string): FileKind {
  const extension = extensionOf(name);
  const kind = kindOfExtension(extension);
  if (!kind) throw new Problem(refusalOfExtension(extension) ?? 'file_type_not_allowed', { name });
  return kind;
}

/** Holds a file on disk against the kind that its name promises; gives the kind by content. */
export async function checkFile(path: string, name: string): Promise<FileKind> {
  const kind = kindPromisedBy(name);
  const start = await readStart(path, 1024);
  if (start.length === 0) throw new Problem('file_empty', { name });
  const found = sniff(start);
  if (found === 'heic') throw new Problem('image_heic', { name });
  if (
    found === 'ole' &&
    (kind.family === 'ooxml' || kind.family === 'odf') &&
    (await isEncryptedPackage(path))
  ) {
    throw new Problem('file_encrypted', { name });
  }
  const wanted = kind.family === 'ooxml' || kind.family === 'odf' ? 'zip' : kind.family;
  if (found !== wanted) throw new Problem('file_content_mismatch', { name });
  // Some readers accept a PDF header anywhere in the first kilobyte.
  if (found !== 'pdf' && start.includes('%PDF-')) throw new Problem('file_content_mismatch', { name });
  return checkContent(path, { name, kind });
}

async function checkContent(path: string, file: { name: string; kind: FileKind }): Promise<FileKind> {
  const { name, kind } = file;
  switch (kind.family) {
    case 'image':
      return checkImage(path, { name });
    case 'pdf':
      await checkPdf(path, { name });
      break;
    case 'ooxml':
    case 'odf':
      await checkOfficeArchive(path, { name, extension: kind.extension });
      break;
    case 'ole':
      await checkOleFile(path, { name, extension: kind.extension });
      break;
    case 'text':
      await checkText(path, { name });
      break;
  }
  return kind;
}

type Sniffed = 'image' | 'heic' | 'pdf' | 'zip' | 'ole' | 'text' | 'program';

const HEIC_BRANDS = /^(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif)$/;

/** What the first bytes say. What no signature claims counts as text, and is then read as such. */
function sniff(start: Buffer): Sniffed {
  const head = start.toString('latin1', 0, 16);
  if (head.startsWith('\u00FF\u00D8\u00FF') || head.startsWith('\u0089PNG\r\n\u001A\n')) return 'image';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image';
  if (head.slice(4, 8) === 'ftyp' && HEIC_BRANDS.test(head.slice(8, 12))) return 'heic';
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  if (start.subarray(0, 8).equals(OLE_MAGIC)) return 'ole';
  if (head.startsWith('MZ') || head.startsWith('\u007FELF')) return 'program';
  return 'text';
}
