import { Problem } from '#domain/kernel/problem.ts';
import type { ProblemCode } from '#domain/kernel/problem.ts';
import { openGuardedZip, ZipFault } from './zip-guard.ts';
import type { GuardedZip } from './zip-guard.ts';

/** A reason to refuse, thrown inside and turned into a problem with the file's name at the edge. */
class Refusal extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode) {
    super(code);
    this.code = code;
  }
}

const codeOfFault = { damaged: 'file_damaged', bomb: 'file_bomb', encrypted: 'file_encrypted' } as const;

const ooxmlMain: Readonly<Record<string, { part: string; root: string; contentType: string }>> = {
  docx: { part: 'word/document.xml', root: 'document', contentType: 'wordprocessingml.document.main+xml' },
  xlsx: { part: 'xl/workbook.xml', root: 'workbook', contentType: 'spreadsheetml.sheet.main+xml' },
  pptx: {
    part: 'ppt/presentation.xml',
    root: 'presentation',
    contentType: 'presentationml.presentation.main+xml',
  },
};

const odfType: Readonly<Record<string, string>> = {
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

const MACRO_PART =
  /(?:^|\/)(?:vbaProject(?:Signature\w*)?\.bin|vbaData\.xml|attachedToolbars\.bin)$|(?:^|\/)(?:activeX|macrosheets|customUI)\/|^(?:Basic|Scripts)\//i;
const FOREIGN_PART =
  /\.(?:exe|dll|com|scr|bat|cmd|ps1|vbs|jse?|hta|lnk|msi|jar|html?|svgz|zip|rar|7z|gz|iso|swf)$/i;
const EMBEDDED_OFFICE = /\.(docx|xlsx|pptx)$/i;
const EMBEDDED_MAX_BYTES = 8 * 1024 * 1024;

/** Word, Excel, PowerPoint and OpenDocument files: a sound archive of the right kind that runs and fetches nothing. */
export async function checkOfficeArchive(
  source: string | Buffer,
  file: { name: string; extension: string },
): Promise<void> {
  try {
    await checkArchive(source, file.extension, 0);
  } catch (error) {
    if (error instanceof Refusal) throw new Problem(error.code, { name: file.name });
    if (error instanceof ZipFault) throw new Problem(codeOfFault[error.kind], { name: file.name });
    throw error;
  }
}

async function checkArchive(source: string | Buffer, extension: string, depth: number): Promise<void> {
  const zip = await openGuardedZip(source);
  try {
    if (extension in odfType) await checkOdfShape(zip, odfType[extension] ?? '');
    else await checkOoxmlShape(zip, extension);
    for (const name of zip.parts.keys()) {
      if (MACRO_PART.test(name)) throw new Refusal('file_has_macros');
      if (FOREIGN_PART.test(name)) throw new Refusal('file_has_external_parts');
    }
    for (const name of zip.parts.keys()) await checkPart(zip, name, { extension, depth });
  } finally {
    zip.close();
  }
}

async function checkOoxmlShape(zip: GuardedZip, extension: string): Promise<void> {
  const main = ooxmlMain[extension];
  if (!main || !zip.parts.has('[Content_Types].xml')) throw new Refusal('file_content_mismatch');
  const types = (await zip.bytes('[Content_Types].xml', 4 * 1024 * 1024)).toString('utf8');
  if (/macroEnabled|vbaProject/i.test(types)) throw new Refusal('file_has_macros');
  if (!zip.parts.has(main.part) || !types.includes(main.contentType)) {
    throw new Refusal('file_content_mismatch');
  }
}

async function checkOdfShape(zip: GuardedZip, mediaType: string): Promise<void> {
  if (!zip.parts.has('mimetype') || !zip.parts.has('content.xml')) throw new Refusal('file_content_mismatch');
  const declared = (await zip.bytes('mimetype', 200)).toString('latin1').trim();
  if (declared !== mediaType) throw new Refusal('file_content_mismatch');
  if (!zip.parts.has('META-INF/manifest.xml')) return;
  const manifest = (await zip.bytes('META-INF/manifest.xml', 4 * 1024 * 1024)).toString('utf8');
  if (manifest.includes('encryption-data')) throw new Refusal('file_encrypted');
}

/** How much of a part is looked at as text; a prolog without a root element in it is no office file. */
const PROLOG = 64 * 1024;
const TAIL = 512;

/** Reads a part to its end, so that sizes and checksums are proven, and looks at what it says. */
async function checkPart(
  zip: GuardedZip,
  name: string,
  at: { extension: string; depth: number },
): Promise<void> {
  const embedded = EMBEDDED_OFFICE.exec(name)?.[1]?.toLowerCase();
  if (embedded) {
    // A chart carries its data as a small workbook; a workbook in a workbook in a document is somebody's trick.
    if (at.depth > 0) throw new Refusal('file_bomb');
    await checkArchive(await zip.bytes(name, EMBEDDED_MAX_BYTES), embedded, at.depth + 1);
    return;
  }
  const isXml = /\.(?:xml|rels|vml|rdf)$/i.test(name);
  let start = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  const search = partSearch(name);
  for await (const chunk of zip.stream(name)) {
    if (start.length < PROLOG) start = Buffer.concat([start, chunk.subarray(0, PROLOG - start.length)]);
    if (search) search(Buffer.concat([tail, chunk]));
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL);
  }
  if (isXml) checkProlog(start);
  else checkBinary(start, name);
  const main = ooxmlMain[at.extension];
  if (main?.part === name && !new RegExp(`</(?:\\w+:)?${main.root}>\\s*$`).test(tail.toString('latin1'))) {
    throw new Refusal('file_damaged');
  }
}

/** Looks through the parts in which a document can ask a program to fetch or run something. */
function partSearch(name: string): ((bytes: Buffer) => void) | null {
  if (name.endsWith('.rels')) {
    return (bytes) => {
      const text = bytes.toString('latin1');
      for (const [relation] of text.matchAll(/<Relationship\b[^>]*>/gi)) {
        if (!/TargetMode\s*=\s*["']External/i.test(relation)) continue;
        if (
          /\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath|package|control)["']/i.test(
            relation,
          )
        ) {
          throw new Refusal('file_has_external_parts');
        }
      }
    };
  }
  if (/^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/.test(name)) {
    return (bytes) => {
      if (bytes.includes('DDEAUTO')) throw new Refusal('file_has_external_parts');
    };
  }
  return null;
}

/** No document type, no entities (XXE, billion laughs); UTF-8 or UTF-16 only. */
function checkProlog(start: Buffer): void {
  // UTF-16 becomes readable as latin1 once its zero bytes are gone.
  const text = start.toString('latin1').replaceAll('\u0000', '');
  const root = /<[A-Za-z_]/.exec(text);
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text.slice(0, root?.index ?? text.length))) {
    throw new Refusal('file_has_external_parts');
  }
  if (!root) throw new Refusal('file_damaged');
  const encoding = /^[^<]{0,4}<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/i.exec(text)?.[1]?.toLowerCase();
  if (encoding !== undefined && !/^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/.test(encoding)) {
    throw new Refusal('file_damaged');
  }
}

function checkBinary(start: Buffer, name: string): void {
  const head = start.subarray(0, 4).toString('latin1');
  if (head.startsWith('MZ') || head === '\u007FELF') throw new Refusal('file_has_external_parts');
  // A packaged file inside an OLE object is a stranger's file under a Word icon.
  const isOle = /oleObject\d*\.bin$/i.test(name);
  if (isOle && start.includes(Buffer.from('Ole10Native', 'utf16le')))
    throw new Refusal('file_has_external_parts');
  if (head.startsWith('PK\u0003\u0004') && !/\.(?:thmx|glox)$/i.test(name)) throw new Refusal('file_bomb');
}
