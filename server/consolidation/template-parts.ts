import type { TemplateParagraph } from '#domain/reports/consolidated-placeholders.ts';
import { SaxesParser } from 'saxes';

/** The parts of a Word file that place-holders are filled in, in the order in which a person reads them. */
export function templatedParts(names: readonly string[]): string[] {
  const order = [/^word\/header[^/]*\.xml$/, /^word\/document[^/]*\.xml$/, /^word\/footer[^/]*\.xml$/];
  return order.flatMap((pattern) => names.filter((name) => pattern.test(name)).toSorted());
}

/** The paragraphs of a part with what is written in them, however Word has cut it into pieces. */
export function paragraphsOf(part: string, xml: string): TemplateParagraph[] {
  const paragraphs: TemplateParagraph[] = [];
  const open: { text: string; hasFootnote: boolean }[] = [];
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => {
    const last = open.at(-1);
    if (name === 'w:p') open.push({ text: '', hasFootnote: false });
    else if (name === 'w:t') inText = true;
    else if (last && (name === 'w:tab' || name === 'w:br')) last.text += ' ';
    else if (last && (name === 'w:footnoteReference' || name === 'w:endnoteReference'))
      last.hasFootnote = true;
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (inText && last) last.text += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    if (name !== 'w:p') return;
    const done = open.pop();
    if (done && (done.text.trim() !== '' || done.hasFootnote))
      paragraphs.push({ ...done, part, where: whereOf(part, paragraphs.length + 1) });
  });
  parser.write(xml).close();
  return paragraphs;
}

/** The texts of a file's properties: Word shows them as title and author, and place-holders are filled in there too. */
export function propertiesOf(part: string, xml: string): TemplateParagraph[] {
  const found: TemplateParagraph[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    if (text.trim() !== '') found.push({ text, part, where: 'Thuộc tính của tệp', hasFootnote: false });
  });
  parser.write(xml).close();
  return found;
}

function whereOf(part: string, number: number): string {
  if (part.includes('header')) return `Đầu trang, đoạn ${number}`;
  if (part.includes('footer')) return `Chân trang, đoạn ${number}`;
  return `Đoạn ${number}`;
}
