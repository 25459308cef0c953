/** PDF files, OLE files and pictures for tests. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A one-page PDF; `objects` stand beside the page, `catalog` inside the catalogue. */
export function pdfOf(
  options: { objects?: (string | Buffer)[]; catalog?: string; trailer?: string } = {},
): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n', 'latin1')];
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${options.catalog ?? ''} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
    ...(options.objects ?? []),
  ];
  for (const [at, object] of objects.entries()) {
    const body = Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1');
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }
  parts.push(Buffer.from(`trailer << /Root 1 0 R ${options.trailer ?? ''} >>\nstartxref\n0\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** An object stream, in which scripts like to hide. */
export function objectStream(content: string | Buffer): Buffer {
  const body = deflateSync(content);
  return Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First 0 /Filter /FlateDecode /Length ${body.length} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** A compound file whose directory holds these names; the first stream's content starts with `start`. */
export function oleOf(names: readonly string[], start: Buffer = Buffer.alloc(0)): Buffer {
  const sector = 512;
  const directorySectors = Math.ceil((names.length + 1) / 4);
  const file = Buffer.alloc(sector * (2 + directorySectors + 8));
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  const fat = sector;
  file.writeUInt32LE(0xfffffffd, fat);
  for (let at = 1; at <= directorySectors; at += 1) {
    file.writeUInt32LE(at === directorySectors ? 0xfffffffe : at + 1, fat + at * 4);
  }
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    const entry = sector * 2 + at * 128;
    file.write(name, entry, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, entry + 64);
    file[entry + 66] = at === 0 ? 5 : 2;
    file.writeUInt32LE(1 + directorySectors, entry + 116);
    file.writeUInt32LE(4096, entry + 120);
  }
  start.copy(file, sector * (2 + directorySectors));
  return file;
}

/** A real picture with noise in it, so that it has some weight. */
export async function photo(
  format: 'jpeg' | 'png' | 'webp',
  size = { width: 640, height: 480 },
): Promise<Buffer> {
  const noise = Buffer.alloc(size.width * size.height * 3);
  for (let at = 0; at < noise.length; at += 1) noise[at] = (at * 7919 + ((at * at) >> 5)) & 0xff;
  return sharp(noise, { raw: { ...size, channels: 3 } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 24/1 0/1' } })
    .toFormat(format)
    .toBuffer();
}

/** A tiny PNG whose head promises any size: the flood comes when somebody believes it. */
export function pngOfSize(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(Buffer.alloc(100_000))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
