import {
  checkPlaceholders,
  placeholderName,
  type Placeholder,
  type TemplateCheck,
} from '#domain/reports/consolidated-placeholders.ts';
import { cleanDeep } from '#server/word/clean-text.ts';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { TemplateScope } from './template-data.ts';
import { paragraphsOf, propertiesOf, templatedParts } from './template-parts.ts';

/**
 * Templates are data: a place-holder is a name that is looked up, never an expression, and nothing is put in as XML.
 * What was not found stays visible with its name, so that an officer sees what is wrong on the page.
 */
function open(template: Uint8Array): Docxtemplater<PizZip> {
  return new Docxtemplater(new PizZip(template), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    syntax: { changeDelimiterPrefix: null },
    parser: (tag) => {
      const name = placeholderName(tag);
      return {
        get: (scope: unknown) =>
          typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
            ? (scope as TemplateScope)[name]
            : undefined,
      };
    },
    nullGetter: (part: { module?: string; value?: string }) =>
      part.module === undefined ? `{${part.value ?? ''}}` : '',
  });
}

export function renderTemplate(template: Uint8Array, data: TemplateScope): Buffer {
  return open(template)
    .render(cleanDeep(data))
    .toBuffer({ compression: 'DEFLATE', compressionOptions: { level: 6 } });
}

/** What is wrong with the place-holders of a template, and whether it can be filled at all. */
export function checkTemplate(template: Uint8Array, catalogue: readonly Placeholder[]): TemplateCheck {
  const zip = new PizZip(template);
  const text = (name: string) => zip.file(name)?.asText() ?? '';
  const names = Object.keys(zip.files);
  const check = checkPlaceholders(
    [
      ...templatedParts(names).flatMap((part) => paragraphsOf(part, text(part))),
      ...names
        .filter((name) => /^docProps\/(?:core|app|custom)\.xml$/u.test(name))
        .flatMap((part) => propertiesOf(part, text(part))),
    ],
    catalogue,
  );
  if (check.faults.length > 0) return check;
  const fault = compileFault(template);
  return fault === null ? check : { ...check, faults: [fault] };
}

interface TemplateError {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly errors?: readonly TemplateError[];
  };
}

/** What our own reading of the file does not see: how place-holders lie in tables and runs. */
function compileFault(template: Uint8Array): string | null {
  try {
    open(template);
    return null;
  } catch (error) {
    const { properties } = error as TemplateError;
    const [first] = properties?.errors ?? [];
    const { id = '', xtag = '' } = first?.properties ?? properties ?? {};
    const where = xtag === '' ? '' : ` {${xtag}}`;
    if (/loop|scope|table|expand/u.test(id))
      return `Phần lặp${where} mở và đóng ở hai chỗ khác nhau của bảng hoặc trang; đặt cả hai trong cùng một dòng của bảng, hoặc cả hai ngoài bảng`;
    return `Không đọc được chỗ điền${where} của mẫu; gõ lại chỗ điền trong một lần, không định dạng một phần của nó`;
  }
}
