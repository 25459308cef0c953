import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { Block, Heading, Paragraph as PaperParagraph, Run } from '#domain/documents/paper.ts';
import { ALIGNMENT, looseIfLong, wordRuns, type Page } from './page.ts';
import { STYLE, pointTwips } from './styles.ts';
import { tableBlocks } from './table.ts';

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

/** Longer paragraphs may break over pages even when something has to stay with them. */
const KEEP_WHOLE_UP_TO = 800;

/** `keepWithSignature`: the last block holds on to what follows, so that no page has signatures alone. */
export function bodyBlocks(
  blocks: readonly Block[],
  page: Page,
  options: { keepWithSignature: boolean },
): (Paragraph | Table)[] {
  return blocks.flatMap((block, index) => {
    const holds = options.keepWithSignature && index === blocks.length - 1;
    return wordBlock(block, page, holds);
  });
}

function wordBlock(block: Block, page: Page, holds: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [wordHeading(block)];
    case 'paragraph':
      return [wordParagraph(block, page, holds)];
    case 'list':
      return block.items.map((item, index) =>
        dashParagraph(item, page, holds && index === block.items.length - 1),
      );
    case 'table':
      return tableBlocks(block, page, holds);
    case 'pageBreak':
      return [new Paragraph({ style: STYLE.rule, text: '', pageBreakBefore: true })];
    case 'appendix':
      return appendixTitle(block);
  }
}

function wordHeading({ level, number, title }: Heading): Paragraph {
  const heading = HEADINGS[level];
  // A part has its number on a line of its own: "Phần thứ nhất" above its title.
  const apart = level === 0 && number !== '' && title !== '';
  return new Paragraph({
    heading,
    ...looseIfLong(number + title),
    children: apart
      ? [new TextRun(number), new TextRun({ text: title, break: 1 })]
      : [new TextRun(`${number} ${title}`.trim())],
  });
}

function wordParagraph(block: PaperParagraph, page: Page, holds: boolean): Paragraph {
  const centred = block.align === 'center';
  return new Paragraph({
    style: centred ? STYLE.centred : STYLE.body,
    ...(centred || block.align === 'justify' ? {} : { alignment: ALIGNMENT[block.align] }),
    ...(block.indent === 'none' && !centred ? { indent: { firstLine: 0 } } : {}),
    ...keeping(block.runs, holds, block.keepWithNext === true),
    children: wordRuns(block.runs, page.footnotes),
  });
}

function dashParagraph(runs: readonly Run[], page: Page, holds: boolean): Paragraph {
  return new Paragraph({
    style: STYLE.body,
    ...keeping(runs, holds, false),
    children: [new TextRun('- '), ...wordRuns(runs, page.footnotes)],
  });
}

function keeping(runs: readonly Run[], holds: boolean, keepWithNext: boolean) {
  if (!holds && !keepWithNext) return {};
  const length = runs.reduce((sum, run) => sum + (run.kind === 'footnote' ? 0 : run.text.length), 0);
  return { keepNext: true, keepLines: length <= KEEP_WHOLE_UP_TO };
}

function appendixTitle(block: Extract<Block, { kind: 'appendix' }>): Paragraph[] {
  return [
    ...(block.number === undefined
      ? []
      : [new Paragraph({ style: STYLE.appendixTitle, text: block.number, ...looseIfLong(block.number) })]),
    new Paragraph({
      style: STYLE.appendixTitle,
      text: block.title,
      ...looseIfLong(block.title),
      ...(block.note === undefined ? { spacing: { after: pointTwips(10) } } : {}),
    }),
    ...(block.note === undefined
      ? []
      : [
          new Paragraph({
            style: STYLE.appendixNote,
            text: `(${bare(block.note)})`,
            ...looseIfLong(block.note),
          }),
        ]),
  ];
}

function bare(note: string): string {
  return note.replace(/^\(|\)$/gu, '');
}
