import { Document, Header, Packer, PageNumber, PageOrientation, Paragraph, SectionType, TextRun } from 'docx';
import type { ISectionOptions } from 'docx';
import { blocksBeforeAppendices, bodyWithEndMark, layoutOf } from '#domain/documents/paper-lines.ts';
import type { LayoutRule } from '#domain/documents/layouts.ts';
import type { Block, Orientation, Paper } from '#domain/documents/paper.ts';
import { bodyBlocks } from './body.ts';
import { cleanDeep } from './clean-text.ts';
import { CORE_PROPERTIES_PATH, corePropertiesXml } from './core-properties.ts';
import { MOST_LINES_KEPT, ending } from './ending.ts';
import { address, head, title } from './head.ts';
import { Footnotes, type Page } from './page.ts';
import { STYLE, stylesFor, twips } from './styles.ts';
import { traceAppendix } from './trace-appendix.ts';

export interface WriteOptions {
  /** Adds a last appendix that says where each figure comes from. */
  traceAppendix?: boolean;
}

/** Writes a paper as a Word file (.docx) in the layout in force on its day. */
export async function writePaper(given: Paper, options: WriteOptions = {}): Promise<Buffer> {
  const paper = cleanDeep(given);
  const rule = layoutOf(paper);
  const footnotes = new Footnotes();
  const extra = options.traceAppendix ? traceAppendix(paper) : [];
  const sections = [
    mainSection({ paper, rule, footnotes, orientation: paper.orientation }),
    ...appendixGroups([...appendicesOf(paper), ...extra]).map((group) =>
      appendixSection(group, { paper, rule, footnotes, orientation: group.orientation }),
    ),
  ];
  const file = new Document({
    title: paper.subject,
    creator: paper.issuer,
    styles: stylesFor(rule),
    footnotes: footnotes.all(),
    sections,
  });
  return Packer.toBuffer(file, undefined, [{ path: CORE_PROPERTIES_PATH, data: corePropertiesXml(paper) }]);
}

function appendicesOf(paper: Paper): Block[] {
  return paper.blocks.slice(blocksBeforeAppendices(paper).length);
}

function mainSection(page: Page): ISectionOptions {
  const { signatures, recipients } = page.paper;
  const signed = signatures.length + recipients.length > 0 && recipients.length <= MOST_LINES_KEPT;
  return {
    properties: { ...pageProperties(page.rule, page.orientation), titlePage: true },
    headers: { default: pageNumberHeader(), first: emptyHeader() },
    children: [
      // LibreOffice puts an empty line above a table that opens a file with footnotes.
      new Paragraph({ style: STYLE.rule, text: '' }),
      head(page),
      ...title(page),
      ...address(page),
      ...bodyBlocks(bodyWithEndMark(page.paper), page, { keepWithSignature: signed }),
      ...ending(page),
    ],
  };
}

interface AppendixGroup {
  orientation: Orientation;
  blocks: Block[];
}

function appendixGroups(blocks: readonly Block[]): AppendixGroup[] {
  const groups: AppendixGroup[] = [];
  for (const block of blocks) {
    if (block.kind === 'appendix') groups.push({ orientation: block.orientation, blocks: [block] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups;
}

function appendixSection(group: AppendixGroup, page: Page): ISectionOptions {
  return {
    properties: { ...pageProperties(page.rule, page.orientation), type: SectionType.NEXT_PAGE },
    headers: { default: pageNumberHeader() },
    children: bodyBlocks(group.blocks, page, { keepWithSignature: false }),
  };
}

function pageProperties(rule: LayoutRule, orientation: Orientation) {
  const { width, height, top, bottom, left, right } = rule.page;
  const turned = orientation === 'landscape';
  const margin = { top: twips(top), bottom: twips(bottom), left: twips(left), right: twips(right) };
  return {
    page: {
      size: {
        width: twips(width),
        height: twips(height),
        orientation: turned ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: { ...margin, header: twips(rule.pageNumber.fromTop), footer: twips(rule.pageNumber.fromTop) },
    },
  };
}

function pageNumberHeader(): Header {
  return new Header({
    children: [
      new Paragraph({ style: STYLE.pageNumber, children: [new TextRun({ children: [PageNumber.CURRENT] })] }),
    ],
  });
}

function emptyHeader(): Header {
  return new Header({ children: [new Paragraph({ style: STYLE.pageNumber, text: '' })] });
}
