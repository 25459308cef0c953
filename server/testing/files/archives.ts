/** Archives for tests, honest by default and lying where asked. */
import { crc32, deflateRawSync } from 'node:zlib';

export type TestPart = {
  name: string;
  data: string | Buffer;
  /** Lies about the inflated size. */
  declaredSize?: number;
  /** Lies about the checksum. */
  checksum?: number;
  isEncrypted?: boolean;
  isStored?: boolean;
};

export function zipOf(
  parts: readonly TestPart[],
  options: { comment?: string; prefix?: Buffer } = {},
): Buffer {
  const local: Buffer[] = [options.prefix ?? Buffer.alloc(0)];
  const directory: Buffer[] = [];
  let offset = local[0]?.length ?? 0;
  for (const part of parts) {
    const { head, body, central } = entryOf(part, offset);
    local.push(head, body);
    directory.push(central);
    offset += head.length + body.length;
  }
  const comment = Buffer.from(options.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...local, ...directory, end, comment]);
}

function entryOf(part: TestPart, offset: number): { head: Buffer; body: Buffer; central: Buffer } {
  const data = Buffer.isBuffer(part.data) ? part.data : Buffer.from(part.data);
  const body = part.isStored ? data : deflateRawSync(data);
  const name = Buffer.from(part.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE((part.isEncrypted ? 1 : 0) | 0x0800, 2);
  common.writeUInt16LE(part.isStored ? 0 : 8, 4);
  common.writeUInt32LE(part.checksum ?? crc32(data), 10);
  common.writeUInt32LE(body.length, 14);
  common.writeUInt32LE(part.declaredSize ?? data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const head = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, tail, name]);
  return { head, body, central };
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function contentTypes(main: string, type: string): TestPart {
  return {
    name: '[Content_Types].xml',
    data: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`,
  };
}

function rootRelations(main: string): TestPart {
  return {
    name: '_rels/.rels',
    data: `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="${main}"/></Relationships>`,
  };
}

/** The parts of a small honest Word file, to be changed by the test. */
export function docxParts(body = '<w:p><w:r><w:t>Dân vận khéo</w:t></w:r></w:p>'): TestPart[] {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return [
    contentTypes('word/document.xml', type),
    rootRelations('word/document.xml'),
    {
      name: 'word/document.xml',
      data: `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
  ];
}

export function pptxParts(): TestPart[] {
  const type = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
  return [
    contentTypes('ppt/presentation.xml', type),
    rootRelations('ppt/presentation.xml'),
    {
      name: 'ppt/presentation.xml',
      data: `${XML}<p:presentation xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"></p:presentation>`,
    },
  ];
}

export function odtParts(): TestPart[] {
  return [
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', isStored: true },
    {
      name: 'content.xml',
      data: `${XML}<office:document-content xmlns:office="o"></office:document-content>`,
    },
    {
      name: 'META-INF/manifest.xml',
      data: `${XML}<manifest:manifest xmlns:manifest="m"></manifest:manifest>`,
    },
  ];
}

/** The parts of a workbook: sheets as name, inner XML of the worksheet and visibility. */
export function xlsxParts(
  sheets: readonly { name: string; xml: string; state?: string }[],
  extra: { sharedStrings?: string; styles?: string; date1904?: boolean } = {},
): TestPart[] {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const parts: TestPart[] = [
    contentTypes('xl/workbook.xml', type),
    rootRelations('xl/workbook.xml'),
    {
      name: 'xl/workbook.xml',
      data: `${XML}<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><workbookPr${extra.date1904 ? ' date1904="1"' : ''}/><sheets>${sheets
        .map(
          (sheet, at) =>
            `<sheet name="${sheet.name}" sheetId="${at + 1}"${sheet.state ? ` state="${sheet.state}"` : ''} r:id="rId${at + 1}"/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`,
    },
  ];
  for (const [at, sheet] of sheets.entries()) {
    parts.push({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${XML}<worksheet xmlns="${SHEET}">${sheet.xml}</worksheet>`,
    });
  }
  if (extra.sharedStrings) {
    parts.push({
      name: 'xl/sharedStrings.xml',
      data: `${XML}<sst xmlns="${SHEET}">${extra.sharedStrings}</sst>`,
    });
  }
  if (extra.styles) {
    parts.push({
      name: 'xl/styles.xml',
      data: `${XML}<styleSheet xmlns="${SHEET}">${extra.styles}</styleSheet>`,
    });
  }
  return parts;
}

/** A workbook of one sheet with one word in A1. */
export function smallXlsx(): Buffer {
  return zipOf(
    xlsxParts([
      {
        name: 'Sheet1',
        xml: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Tên</t></is></c></row></sheetData>',
      },
    ]),
  );
}
