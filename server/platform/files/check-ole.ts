import { readFile } from 'node:fs/promises';
import { Problem } from '#domain/kernel/problem.ts';

export const OLE_MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex');

type OleStream = { name: string; isStorage: boolean; firstSector: number; size: number };

const END_OF_CHAIN = 0xfffffffa;
const MACRO_STORAGE = /^(?:macros|vba|_vba_project|_vba_project_cur|_vba_project_cur\d*)$/i;

/** Old Word and Excel files: right kind, no password, no macros, nothing packed inside. */
export async function checkOleFile(path: string, file: { name: string; extension: string }): Promise<void> {
  const bytes = await readFile(path);
  const streams = readOleDirectory(bytes);
  const words = { name: file.name };
  if (!streams) throw new Problem('file_damaged', words);
  const names = new Set(streams.map((stream) => stream.name.toLowerCase()));
  if (names.has('encryptedpackage')) throw new Problem('file_encrypted', words);
  if (streams.some((stream) => MACRO_STORAGE.test(stream.name)) || bytes.includes(VBA_STREAM)) {
    throw new Problem('file_has_macros', words);
  }
  if (names.has('\u0001ole10native')) throw new Problem('file_has_external_parts', words);
  const wanted = file.extension === 'doc' ? ['worddocument'] : ['workbook', 'book'];
  const main = streams.find((stream) => wanted.includes(stream.name.toLowerCase()));
  if (!main) throw new Problem('file_content_mismatch', words);
  const start = firstSectorOf(bytes, main);
  const isLocked = file.extension === 'doc' ? isEncryptedWord(start) : isEncryptedExcel(start);
  if (isLocked) throw new Problem('file_encrypted', words);
}

const VBA_STREAM = Buffer.from('_VBA_PROJECT', 'utf16le');

/** True for the wrapper that Office puts around a .docx or .xlsx with a password. */
export async function isEncryptedPackage(path: string): Promise<boolean> {
  const streams = readOleDirectory(await readFile(path));
  return streams?.some((stream) => stream.name === 'EncryptedPackage') ?? false;
}

/** The directory of a compound file ([MS-CFB] 2.6), or null where it cannot be followed. */
function readOleDirectory(bytes: Buffer): OleStream[] | null {
  if (bytes.length < 1536 || !bytes.subarray(0, 8).equals(OLE_MAGIC)) return null;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const streams: OleStream[] = [];
  const seen = new Set<number>();
  let sector = bytes.readUInt32LE(48);
  while (sector < END_OF_CHAIN) {
    const at = (sector + 1) << shift;
    if (seen.has(sector) || at < 0 || at + (1 << shift) > bytes.length) return null;
    seen.add(sector);
    for (let entry = at; entry < at + (1 << shift); entry += 128) {
      const stream = readEntry(bytes, entry);
      if (stream) streams.push(stream);
    }
    const next = nextSector(bytes, sector, shift);
    if (next === null) return null;
    sector = next;
  }
  return streams.length > 0 ? streams : null;
}

function readEntry(bytes: Buffer, at: number): OleStream | null {
  const type = bytes[at + 66] ?? 0;
  const length = bytes.readUInt16LE(at + 64);
  if (type === 0 || length < 2 || length > 64) return null;
  return {
    name: bytes.toString('utf16le', at, at + length - 2),
    isStorage: type === 1,
    firstSector: bytes.readUInt32LE(at + 116),
    size: bytes.readUInt32LE(at + 120),
  };
}

/** One step along the allocation table; the header names its first 109 sectors, enough for the 25 MB taken in. */
function nextSector(bytes: Buffer, sector: number, shift: number): number | null {
  const perSector = (1 << shift) / 4;
  const index = Math.floor(sector / perSector);
  if (index >= 109) return null;
  const fatSector = bytes.readUInt32LE(76 + index * 4);
  if (fatSector >= END_OF_CHAIN) return null;
  const at = (fatSector + 1) * (1 << shift) + (sector % perSector) * 4;
  return at + 4 <= bytes.length ? bytes.readUInt32LE(at) : null;
}

function firstSectorOf(bytes: Buffer, stream: OleStream): Buffer {
  const shift = bytes.readUInt16LE(30);
  // Streams below 4096 bytes live elsewhere; no real document is that small.
  if (stream.size < 4096) return Buffer.alloc(0);
  const at = (stream.firstSector + 1) * (1 << shift);
  return bytes.subarray(at, at + 512);
}

/** FibBase.fEncrypted ([MS-DOC] 2.5.2). */
function isEncryptedWord(start: Buffer): boolean {
  return start.length > 12 && (start.readUInt16LE(10) & 0x0100) !== 0;
}

/** A FilePass record directly after the first BOF ([MS-XLS] 2.4.117). */
function isEncryptedExcel(start: Buffer): boolean {
  if (start.length < 8) return false;
  const next = 4 + start.readUInt16LE(2);
  return next + 2 <= start.length && start.readUInt16LE(next) === 0x002f;
}
