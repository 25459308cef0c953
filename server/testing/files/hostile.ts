/** Files that must be refused, each with the code that says why. */
import type { ProblemCode } from '#domain/kernel/problem.ts';
import { contentTypes, docxParts, odtParts, pptxParts, smallXlsx, xlsxParts, zipOf } from './archives.ts';
import type { TestPart } from './archives.ts';
import { objectStream, oleOf, pdfOf, photo, pngOfSize } from './documents.ts';

export type HostileFile = { what: string; name: string; bytes: Buffer; code: ProblemCode };

const MB = 1024 * 1024;
const relations = (inner: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;

function docxWith(...parts: TestPart[]): Buffer {
  const names = new Set(parts.map((part) => part.name));
  return zipOf([...docxParts().filter((part) => !names.has(part.name)), ...parts]);
}

function documentXml(prolog: string): TestPart {
  return { name: 'word/document.xml', data: `${prolog}<w:document xmlns:w="w"></w:document>` };
}

function hostile(
  code: ProblemCode,
  files: readonly [what: string, name: string, bytes: Buffer][],
): HostileFile[] {
  return files.map(([what, name, bytes]) => ({ what, name, bytes, code }));
}

export async function hostileFiles(): Promise<HostileFile[]> {
  return [
    ...(await hostilePictures()),
    ...hostileNames(),
    ...hostileArchives(),
    ...hostileOffice(),
    ...hostilePdfs(),
  ];
}

async function hostilePictures(): Promise<HostileFile[]> {
  const jpeg = await photo('jpeg');
  const png = await photo('png');
  const webp = await photo('webp');
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)]);
  return [
    ...hostile('file_damaged', [
      ['a JPEG cut in the middle', 'anh.jpg', jpeg.subarray(0, jpeg.length >> 1)],
      ['a PNG cut in the middle', 'anh.png', png.subarray(0, png.length >> 1)],
      ['a WebP cut in the middle', 'anh.webp', webp.subarray(0, webp.length >> 1)],
      ['a JPEG of its first bytes alone', 'anh.jpg', jpeg.subarray(0, 20)],
      ['a PNG of its signature alone', 'anh.png', png.subarray(0, 8)],
    ]),
    ...hostile('image_too_many_pixels', [
      ['a PNG of 30000 × 30000', 'anh.png', pngOfSize(30_000, 30_000)],
      ['a PNG of 1 × 60 million', 'anh.png', pngOfSize(1, 60_000_000)],
    ]),
    ...hostile('file_content_mismatch', [
      ['HTML called .jpg', 'anh.jpg', Buffer.from('<html><script>alert(1)</script></html>')],
      [
        'SVG called .png',
        'anh.png',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      ],
      [
        'a picture with a script behind it',
        'anh.jpg',
        Buffer.concat([jpeg, Buffer.from('<script>1</script>')]),
      ],
      ['a picture with PHP behind it', 'anh.png', Buffer.concat([png, Buffer.from('<?php system(1);')])],
      ['a picture with an archive behind it', 'anh.jpg', Buffer.concat([jpeg, zipOf(docxParts())])],
      ['a picture with a PDF behind it', 'anh.jpg', Buffer.concat([jpeg, pdfOf()])],
      ['a GIF called .png', 'anh.png', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
      ['a PDF called .jpg', 'anh.jpg', pdfOf()],
    ]),
    ...hostile('image_heic', [
      ['HEIC by name', 'IMG_0001.HEIC', heic],
      ['HEIC called .jpg', 'IMG_0001.jpg', heic],
    ]),
    ...hostile('file_too_large', [
      ['a photo of 30 MB', 'anh.jpg', Buffer.concat([jpeg, Buffer.alloc(30 * MB)])],
      ['a PDF of 26 MB', 'bao-cao.pdf', Buffer.concat([pdfOf(), Buffer.alloc(26 * MB)])],
      ['a text of 11 MB', 'ghi-chu.txt', Buffer.alloc(11 * MB, 'a')],
    ]),
  ];
}

function hostileNames(): HostileFile[] {
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000, 1)]);
  return [
    ...hostile('file_type_not_allowed', [
      ['a program', 'cai-dat.exe', program],
      ['an SVG', 'hinh.svg', Buffer.from('<svg/>')],
      ['a page', 'trang.html', Buffer.from('<html></html>')],
      ['an archive', 'tai-lieu.zip', zipOf(docxParts())],
      ['a file without an extension', 'tailieu', Buffer.from('a')],
      ['a program behind a reversed name', 'anh\u202Egpj.exe', program],
      ['a script', 'chay.js', Buffer.from('1')],
    ]),
    ...hostile('file_name_bad', [
      ['a name of nothing but an extension', '.pdf', pdfOf()],
      ['a name of spaces', '\u00A0\u200B .pdf', pdfOf()],
      ['a path without a name', '../../', pdfOf()],
    ]),
    ...hostile('file_empty', [
      ['an empty photo', 'anh.jpg', Buffer.alloc(0)],
      ['an empty text', 'ghi-chu.txt', Buffer.alloc(0)],
    ]),
    ...hostile('file_content_mismatch', [
      ['a program called .pdf', 'bao-cao.pdf', program],
      ['a program called .txt', 'ghi-chu.txt', program],
      ['a Word file called .pdf', 'bao-cao.pdf', zipOf(docxParts())],
      ['a text called .docx', 'bao-cao.docx', Buffer.from('xin chào')],
      ['bytes called .csv', 'danh-sach.csv', Buffer.from([65, 0, 1, 2, 200, 7])],
      ['broken UTF-16', 'danh-sach.txt', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ]),
  ];
}

function hostileArchives(): HostileFile[] {
  const honest = zipOf(docxParts());
  const flipped = Buffer.from(honest);
  flipped[honest.indexOf('word/document.xml') + 40] =
    (flipped[honest.indexOf('word/document.xml') + 40] ?? 0) ^ 0xff;
  const zeros = { name: 'word/media/image1.png', data: Buffer.alloc(40 * MB) };
  const manyParts = Array.from({ length: 4_100 }, (_, at) => ({ name: `word/p${at}.xml`, data: '<a/>' }));
  return [
    ...hostile('file_damaged', [
      ['a Word file cut at its end', 'bao-cao.docx', honest.subarray(0, honest.length - 200)],
      ['a Word file with a flipped byte', 'bao-cao.docx', flipped],
      ['an Excel file cut in the middle', 'danh-sach.xlsx', smallXlsx().subarray(0, 400)],
      ['an archive of its first bytes alone', 'bao-cao.docx', Buffer.from('PK\u0003\u0004', 'latin1')],
      ['a wrong checksum', 'bao-cao.docx', docxWith({ name: 'word/a.xml', data: '<a/>', checksum: 1 })],
      [
        'a size larger than declared',
        'bao-cao.docx',
        docxWith({ name: 'word/a.xml', data: '<a>11</a>', declaredSize: 3 }),
      ],
      ['a bomb that declares one byte', 'bao-cao.docx', docxWith({ ...zeros, declaredSize: 1 })],
      ['a path that climbs out', 'bao-cao.docx', docxWith({ name: '../../etc/passwd', data: 'x' })],
      ['an absolute path', 'bao-cao.docx', docxWith({ name: '/etc/passwd', data: 'x' })],
      ['a Windows path', 'bao-cao.docx', docxWith({ name: 'C:\\Windows\\a.xml', data: '<a/>' })],
      ['two parts of one name', 'bao-cao.docx', zipOf([...docxParts(), ...docxParts()])],
      ['an archive with a comment', 'bao-cao.docx', zipOf(docxParts(), { comment: '<script>' })],
      [
        'a document cut inside its XML',
        'bao-cao.docx',
        docxWith({ name: 'word/document.xml', data: '<w:document><w:body>' }),
      ],
      ['a document without XML', 'bao-cao.docx', docxWith({ name: 'word/document.xml', data: 'plain' })],
      [
        'an unknown XML encoding',
        'bao-cao.docx',
        docxWith(documentXml('<?xml version="1.0" encoding="UTF-7"?>')),
      ],
    ]),
    ...hostile('file_bomb', [
      ['40 MB of zeros in 40 KB', 'bao-cao.docx', docxWith(zeros)],
      [
        'a declared size of 4 GB',
        'bao-cao.docx',
        docxWith({ name: 'word/a.xml', data: '<a/>', declaredSize: 0xfffffff0 }),
      ],
      ['4,100 parts', 'bao-cao.docx', zipOf([...docxParts(), ...manyParts])],
      [
        'an archive in a picture part',
        'bao-cao.docx',
        docxWith({ name: 'word/media/image1.png', data: honest }),
      ],
      [
        'a document in a document in a document',
        'bao-cao.docx',
        docxWith({
          name: 'word/embeddings/a.docx',
          data: docxWith({ name: 'word/embeddings/b.docx', data: honest }),
        }),
      ],
      [
        'a bomb inside an embedded workbook',
        'bao-cao.docx',
        docxWith({ name: 'word/embeddings/a.xlsx', data: docxWith(zeros) }),
      ],
    ]),
    ...hostile('file_encrypted', [
      [
        'an encrypted part',
        'bao-cao.docx',
        docxWith({ name: 'word/a.xml', data: '<a/>', isEncrypted: true }),
      ],
      ['a Word file with a password', 'bao-cao.docx', oleOf(['EncryptionInfo', 'EncryptedPackage'])],
    ]),
    ...hostile('file_content_mismatch', [
      ['an Excel file called .docx', 'bao-cao.docx', smallXlsx()],
      ['a PowerPoint file called .xlsx', 'danh-sach.xlsx', zipOf(pptxParts())],
      ['any archive called .docx', 'bao-cao.docx', zipOf([{ name: 'a.txt', data: 'a' }])],
      [
        'an archive that is a PDF too',
        'bao-cao.docx',
        zipOf([{ name: 'a', data: '%PDF-1.7', isStored: true }, ...docxParts()]),
      ],
      ['an ODT of another kind', 'bao-cao.ods', zipOf(odtParts())],
    ]),
  ];
}

function hostileOffice(): HostileFile[] {
  const macroTypes = contentTypes(
    'word/document.xml',
    'application/vnd.ms-word.document.macroEnabled.main+xml',
  );
  const external = (type: string): TestPart => ({
    name: 'word/_rels/document.xml.rels',
    data: relations(
      `<Relationship Id="r1" Type="http://x/${type}" Target="http://example.org/a" TargetMode="External"/>`,
    ),
  });
  const entity = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const laughs = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>';
  const fib = Buffer.alloc(64);
  fib.writeUInt16LE(0x0100, 10);
  const filePass = Buffer.from([0x09, 0x08, 4, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 0, 0]);
  return [
    ...hostile('file_has_macros', [
      ['a macro part', 'bao-cao.docx', docxWith({ name: 'word/vbaProject.bin', data: 'x' })],
      [
        'a macro part in an Excel file',
        'danh-sach.xlsx',
        zipOf([...xlsxParts([]), { name: 'xl/vbaProject.bin', data: 'x' }]),
      ],
      [
        'an Excel 4 macro sheet',
        'danh-sach.xlsx',
        zipOf([...xlsxParts([]), { name: 'xl/macrosheets/sheet1.xml', data: '<a/>' }]),
      ],
      ['a macro-enabled type', 'bao-cao.docx', docxWith(macroTypes)],
      ['a macro-enabled name', 'bao-cao.docm', docxWith(macroTypes)],
      ['an ActiveX control', 'bao-cao.docx', docxWith({ name: 'word/activeX/activeX1.xml', data: '<a/>' })],
      [
        'Basic in an ODT',
        'bao-cao.odt',
        zipOf([...odtParts(), { name: 'Basic/Standard/Module1.xml', data: '<a/>' }]),
      ],
      ['macros in an old Word file', 'bao-cao.doc', oleOf(['WordDocument', 'Macros', 'VBA'])],
      ['macros in an old Excel file', 'bang.xls', oleOf(['Workbook', '_VBA_PROJECT_CUR'])],
    ]),
    ...hostile('file_has_external_parts', [
      ['an external entity', 'bao-cao.docx', docxWith(documentXml(entity))],
      [
        'an external entity in UTF-16',
        'bao-cao.docx',
        docxWith({ name: 'word/a.xml', data: Buffer.from(`\uFEFF${entity}<a/>`, 'utf16le') }),
      ],
      [
        'a billion laughs',
        'danh-sach.xlsx',
        zipOf([...xlsxParts([]), { name: 'xl/a.xml', data: `${laughs}<a/>` }]),
      ],
      [
        'a document type behind a long comment',
        'bao-cao.docx',
        docxWith(documentXml(`<!--${'x'.repeat(9_000)}-->${laughs}`)),
      ],
      ['a template from elsewhere', 'bao-cao.docx', docxWith(external('attachedTemplate'))],
      ['an object from elsewhere', 'bao-cao.docx', docxWith(external('oleObject'))],
      ['a program inside', 'bao-cao.docx', docxWith({ name: 'word/embeddings/a.exe', data: 'MZ' })],
      [
        'a program under another name',
        'bao-cao.docx',
        docxWith({ name: 'word/media/image1.png', data: 'MZ program' }),
      ],
      [
        'a packed file',
        'bao-cao.docx',
        docxWith({ name: 'word/embeddings/oleObject1.bin', data: oleOf(['\u0001Ole10Native']) }),
      ],
      ['a packed file in an old Word file', 'bao-cao.doc', oleOf(['WordDocument', '\u0001Ole10Native'])],
      ['a DDE field', 'bao-cao.docx', zipOf(docxParts('<w:instrText>DDEAUTO c:\\\\cmd.exe</w:instrText>'))],
    ]),
    ...hostile('file_encrypted', [
      ['an old Word file with a password', 'bao-cao.doc', oleOf(['WordDocument'], fib)],
      ['an old Excel file with a password', 'bang.xls', oleOf(['Workbook'], filePass)],
      [
        'an ODT with a password',
        'bao-cao.odt',
        zipOf([...odtParts().slice(0, 2), { name: 'META-INF/manifest.xml', data: '<m:encryption-data/>' }]),
      ],
    ]),
    ...hostile('file_damaged', [
      ['an old Word file cut short', 'bao-cao.doc', oleOf(['WordDocument']).subarray(0, 700)],
      [
        'an old Word file of zeros',
        'bao-cao.doc',
        Buffer.concat([oleOf([]).subarray(0, 8), Buffer.alloc(5_000)]),
      ],
    ]),
    ...hostile('file_content_mismatch', [['an Excel file called .doc', 'bao-cao.doc', oleOf(['Workbook'])]]),
  ];
}

function hostilePdfs(): HostileFile[] {
  const script = '<< /S /JavaScript /JS (app.alert(1)) >>';
  return [
    ...hostile('file_has_macros', [
      ['a PDF with a script', 'bao-cao.pdf', pdfOf({ objects: [script] })],
      ['a PDF with a script in hex letters', 'bao-cao.pdf', pdfOf({ objects: ['<< /S /J#61v#61Script >>'] })],
      ['a PDF with a script in an object stream', 'bao-cao.pdf', pdfOf({ objects: [objectStream(script)] })],
      ['a PDF with a short script name', 'bao-cao.pdf', pdfOf({ objects: ['<< /JS (1) >>'] })],
      [
        'a PDF that starts a program',
        'bao-cao.pdf',
        pdfOf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
      ],
    ]),
    ...hostile('file_has_external_parts', [
      ['a PDF with a file inside', 'bao-cao.pdf', pdfOf({ catalog: '/Names << /EmbeddedFiles 4 0 R >>' })],
    ]),
    ...hostile('file_encrypted', [
      ['a PDF with a password', 'bao-cao.pdf', pdfOf({ trailer: '/Encrypt 9 0 R' })],
    ]),
    ...hostile('file_bomb', [
      [
        'a PDF whose object stream floods',
        'bao-cao.pdf',
        pdfOf({ objects: [objectStream(Buffer.alloc(20 * MB))] }),
      ],
    ]),
    ...hostile('file_damaged', [
      ['a PDF cut in the middle', 'bao-cao.pdf', pdfOf().subarray(0, 150)],
      ['a PDF with a page behind it', 'bao-cao.pdf', Buffer.concat([pdfOf(), Buffer.from('<html></html>')])],
    ]),
    ...hostile('file_content_mismatch', [
      [
        'a PDF header that does not come first',
        'bao-cao.pdf',
        Buffer.concat([Buffer.from('<html>'), pdfOf()]),
      ],
    ]),
  ];
}
