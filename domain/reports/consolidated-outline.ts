import type { BaseField } from '#domain/campaigns/fields.ts';
import { heading, list, paragraph } from '#domain/documents/paper-parts.ts';
import { blocksBeforeAppendices } from '#domain/documents/paper-lines.ts';
import { blockLines } from '#domain/documents/paper-text.ts';
import type { Block, Heading, Paper } from '#domain/documents/paper.ts';
import { roman } from '#domain/kernel/roman.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { Section } from './form.ts';

/** A section of a form with its place in the outline of the paper: "II-", "2." below it. */
export interface OutlinePart {
  readonly code: string;
  readonly title: string;
  readonly level: 1 | 2;
  readonly number: string;
  /** Has sections below it: it may stand without words of its own. */
  readonly isParent: boolean;
}

export function outlineOf(sections: readonly Section[]): OutlinePart[] {
  let [upper, lower] = [0, 0];
  return sections.map((section, at) => {
    // A form that begins with a lower section has nothing to put it under.
    const level = upper === 0 ? 1 : section.level;
    if (level === 1) [upper, lower] = [upper + 1, 0];
    else lower += 1;
    return {
      code: section.code,
      title: section.title,
      level,
      number: level === 1 ? `${roman(upper)}-` : `${lower}.`,
      isParent: level === 1 && sections[at + 1]?.level === 2,
    };
  });
}

/** The heading of a section as it is printed. */
export function headingOf(part: OutlinePart): Heading {
  return part.level === 1
    ? heading(1, part.number, part.title.toLocaleUpperCase('vi'))
    : heading(2, part.number, part.title);
}

/** The section under which the figures stand; null where the form has none for results. */
export function figureSection(sections: readonly Pick<Section, 'code'>[]): string | null {
  return sections.find((one) => one.code.startsWith('results'))?.code ?? null;
}

const fieldSections: Readonly<Record<string, BaseField>> = {
  results_economy: 'economy',
  results_culture: 'culture_society',
  results_defence: 'defence_security',
  results_politics: 'political_system',
};

/** The field that a section of the ready forms is about. */
export function fieldOfSection(code: string): BaseField | null {
  return fieldSections[code] ?? null;
}

/** What a person wrote in a form's field: a line is a paragraph, lines that begin with a dash are a list. */
export function blocksOfWords(words: string): Block[] {
  const blocks: Block[] = [];
  let items: string[] = [];
  const closeList = () => {
    if (items.length > 0) blocks.push(list(...items));
    items = [];
  };
  for (const line of words.split(/\r?\n/)) {
    const bare = line.trim();
    const item = /^[-–•+]\s*(.+)$/u.exec(bare)?.[1];
    if (item !== undefined) items.push(item);
    else {
      closeList();
      if (bare !== '') blocks.push(paragraph(bare));
    }
  }
  closeList();
  return blocks;
}

/**
 * The text of an edited paper by section, paragraph by paragraph, for templates that bring headings of their own. A
 * heading that is none of the form's stays with the section above it, so that nothing an officer wrote is lost.
 */
export function wordsBySection(
  paper: Paper,
  sections: readonly Pick<Section, 'code' | 'title'>[],
): ReadonlyMap<string, readonly string[]> {
  const byTitle = new Map(sections.map((one) => [foldVietnamese(one.title), one.code]));
  const words = new Map<string, string[]>();
  let current = openingSection;
  const blocks = blocksBeforeAppendices(paper);
  for (const [at, block] of blocks.entries()) {
    if (leadsToTable(block, blocks[at + 1])) continue;
    const code = block.kind === 'heading' ? byTitle.get(foldVietnamese(block.title)) : undefined;
    if (code !== undefined) {
      current = code;
      byTitle.delete(foldVietnamese(block.kind === 'heading' ? block.title : ''));
      continue;
    }
    words.set(current, [...(words.get(current) ?? []), ...linesOf(block)]);
  }
  return words;
}

/** A sentence that says nothing without the table after it. */
function leadsToTable(block: Block, next: Block | undefined): boolean {
  return block.kind === 'paragraph' && block.keepWithNext === true && next?.kind === 'table';
}

/** What stands before the first heading. */
export const openingSection = 'opening';

/** Templates lay tables out themselves, from the figures. */
function linesOf(block: Block): string[] {
  const isWords = block.kind === 'heading' || block.kind === 'paragraph' || block.kind === 'list';
  return isWords ? blockLines(block) : [];
}

/** "tăng 12 (8,1%)", "giảm 3", "không đổi"; empty where there is nothing to compare with. */
export function changeWords(
  value: bigint | null,
  before: bigint | null,
  given: { decimals: number; unit: string; format: (exact: string, decimals: number) => string },
): string {
  if (value === null || before === null) return '';
  const change = value - before;
  if (change === 0n) return 'không đổi';
  const size = change < 0n ? -change : change;
  const amount = given.format(size.toString(), given.decimals);
  const word = change < 0n ? 'giảm' : 'tăng';
  // Of shares the difference is in points; a share of a share misleads.
  if (given.unit === '%') return `${word} ${amount} điểm %`;
  if (before <= 0n) return `${word} ${amount}`;
  const perMille = (size * 2000n + before) / (before * 2n);
  return `${word} ${amount} (${given.format(perMille.toString(), 1)}%)`;
}
