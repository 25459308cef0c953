import type { GuardedZip } from '#server/platform/files/zip-guard.ts';
import { isBuiltInDateFormat, isDateFormat } from './number-format.ts';
import { walkXml, XmlFault } from './xml-stream.ts';

export type SheetEntry = { name: string; part: string; isHidden: boolean };

export type Workbook = {
  sheets: SheetEntry[];
  uses1904: boolean;
  strings: string[];
  /** By style index: shows a day. */
  dateStyles: boolean[];
};

/** What the sheets of a workbook share: their names, strings and styles. */
export async function readWorkbook(zip: GuardedZip): Promise<Workbook> {
  const targets = await readTargets(zip);
  const sheets: SheetEntry[] = [];
  let uses1904 = false;
  await walkXml(zip, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') uses1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      const part = targets.get(relation ?? '');
      if (!part || !zip.parts.has(part)) return;
      sheets.push({
        name: attributes['name'] ?? '',
        part,
        isHidden: (attributes['state'] ?? 'visible') !== 'visible',
      });
    },
    close: () => undefined,
  });
  return { sheets, uses1904, strings: await readStrings(zip), dateStyles: await readDateStyles(zip) };
}

async function readTargets(zip: GuardedZip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const part = 'xl/_rels/workbook.xml.rels';
  if (!zip.parts.has(part)) return targets;
  await walkXml(zip, part, {
    open(name, attributes) {
      if (name !== 'Relationship' || !attributes['Type']?.endsWith('/worksheet')) return;
      const target = attributes['Target'] ?? '';
      targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
    close: () => undefined,
  });
  return targets;
}

const STRINGS_AT_MOST = 500_000;

async function readStrings(zip: GuardedZip): Promise<string[]> {
  const strings: string[] = [];
  if (!zip.parts.has('xl/sharedStrings.xml')) return strings;
  const collect = richText();
  await walkXml(zip, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') collect.reset();
      collect.open(name);
    },
    close(name) {
      collect.close(name);
      if (name === 'si') strings.push(collect.value());
      if (strings.length > STRINGS_AT_MOST) throw new XmlFault('too many strings');
    },
    text: collect.text,
  });
  return strings;
}

/** Joins the runs of rich text, leaving out the reading aids of East Asian text. */
export function richText(): {
  reset(): void;
  open(name: string): void;
  close(name: string): void;
  text(text: string): void;
  value(): string;
} {
  let pieces: string[] = [];
  let isInText = false;
  let phonetic = 0;
  return {
    reset() {
      pieces = [];
    },
    open(name) {
      if (name === 'rPh') phonetic += 1;
      if (name === 't') isInText = phonetic === 0;
    },
    close(name) {
      if (name === 'rPh') phonetic -= 1;
      if (name === 't') isInText = false;
    },
    text(text) {
      if (isInText) pieces.push(text);
    },
    // Excel writes characters that XML cannot hold as _x000D_.
    value: () =>
      pieces
        .join('')
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  };
}

async function readDateStyles(zip: GuardedZip): Promise<boolean[]> {
  const written = new Map<number, boolean>();
  const styles: boolean[] = [];
  if (!zip.parts.has('xl/styles.xml')) return styles;
  let isInCellFormats = false;
  await walkXml(zip, 'xl/styles.xml', {
    open(name, attributes) {
      if (name === 'numFmt')
        written.set(Number(attributes['numFmtId']), isDateFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') isInCellFormats = true;
      if (name !== 'xf' || !isInCellFormats) return;
      const id = Number(attributes['numFmtId'] ?? 0);
      styles.push(written.get(id) ?? isBuiltInDateFormat(id));
    },
    close(name) {
      if (name === 'cellXfs') isInCellFormats = false;
    },
  });
  return styles;
}
