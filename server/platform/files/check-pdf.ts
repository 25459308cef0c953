import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { Problem } from '#domain/kernel/problem.ts';
import type { ProblemCode } from '#domain/kernel/problem.ts';

/** A PDF name, each of whose characters may be written as #hex (ISO 32000-1, 7.3.5). */
function pdfName(name: string): string {
  const characters = [...name].map((character) => {
    const hex = character.charCodeAt(0).toString(16);
    return `(?:${character}|#${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return `/${characters.join('')}(?![A-Za-z0-9])`;
}

function anyName(names: readonly string[]): RegExp {
  return new RegExp(names.map(pdfName).join('|'));
}

const SCRIPTS = anyName(['JavaScript', 'Launch', 'RichMedia']);
/** Two letters occur in compressed data by chance: looked for outside streams only. */
const SHORT_SCRIPT = anyName(['JS']);
const EMBEDDED = anyName(['EmbeddedFile', 'EmbeddedFiles']);
const ENCRYPTED = anyName(['Encrypt']);
const OBJECT_STREAM = new RegExp(pdfName('ObjStm'));

const WINDOW = 1024 * 1024;
const OVERLAP = 256;
const INFLATED_PER_STREAM = 4 * 1024 * 1024;
const INFLATED_IN_ALL = 24 * 1024 * 1024;

/** PDF files: header first, end last, opens without a password, runs nothing, carries no other file. */
export async function checkPdf(path: string, file: { name: string }): Promise<void> {
  const bytes = await readFile(path);
  const refuse = (code: ProblemCode): never => {
    throw new Problem(code, { name: file.name });
  };
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8))) refuse('file_content_mismatch');
  const end = bytes.toString('latin1', Math.max(0, bytes.length - 2048));
  if (!/%%EOF[\s\0]*$/.test(end) || !end.includes('startxref')) refuse('file_damaged');
  for (const window of windows(bytes)) {
    if (SCRIPTS.test(window)) refuse('file_has_macros');
    if (EMBEDDED.test(window)) refuse('file_has_external_parts');
  }
  const outside = splitStreams(bytes, refuse);
  if (SHORT_SCRIPT.test(outside)) refuse('file_has_macros');
  if (ENCRYPTED.test(outside)) refuse('file_encrypted');
}

function* windows(bytes: Buffer): Generator<string> {
  for (let at = 0; at < bytes.length; at += WINDOW - OVERLAP) yield bytes.toString('latin1', at, at + WINDOW);
}

/** The text outside streams; object streams, in which objects hide compressed, are inflated and looked at on the way. */
function splitStreams(bytes: Buffer, refuse: (code: ProblemCode) => never): string {
  const outside: string[] = [];
  let inflated = 0;
  let at = 0;
  for (;;) {
    const start = bytes.indexOf('stream', at, 'latin1');
    const header = bytes.toString('latin1', at, start === -1 ? bytes.length : start);
    outside.push(header.length > WINDOW ? header.slice(-WINDOW) : header);
    if (start === -1) break;
    const found = bytes.indexOf('endstream', start + 6, 'latin1');
    const end = found === -1 ? bytes.length : found;
    if (OBJECT_STREAM.test(header.slice(-2048)) && inflated < INFLATED_IN_ALL) {
      const objects = inflate(bytes.subarray(skipLineEnd(bytes, start + 6), end));
      if (objects === 'bomb') refuse('file_bomb');
      inflated += objects.length;
      if (SCRIPTS.test(objects) || SHORT_SCRIPT.test(objects)) refuse('file_has_macros');
      if (EMBEDDED.test(objects)) refuse('file_has_external_parts');
    }
    at = found === -1 ? bytes.length : found + 9;
  }
  return outside.join('\n');
}

function skipLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}

/** The objects of a stream; nothing where it is not deflated (then it was seen as it lies). */
function inflate(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: INFLATED_PER_STREAM }).toString('latin1');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : '';
  }
}
