import { formatDayInWords } from '#domain/kernel/day.ts';
import type { Block, Paper, Run } from './paper.ts';
import { layoutFor, type LayoutRule } from './layouts.ts';
import { formatSymbolLine } from './symbols.ts';

/** Lines that a layout composes: the same for Word, for the screen and for search. */

export const PARTY_HEAD = 'ĐẢNG CỘNG SẢN VIỆT NAM';
export const STATE_HEAD = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
export const STATE_MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const DAY_GAP = ' '.repeat(6);

export function symbolLine(paper: Paper): string | null {
  return paper.symbol ? formatSymbolLine({ ...paper.symbol, layout: paper.layout }) : null;
}

/** "Hương Trà, ngày 02 tháng 10 năm 2020": days below 10 and months 1, 2 take a 0 (Nghị định 30, phụ lục I). */
export function placeAndDateLine(paper: Paper): string {
  const place = paper.place.trim();
  const date = paper.issuedOn ? formatDayInWords(paper.issuedOn) : openDate(paper.draftYear);
  return place === '' ? date.replace(/^n/u, 'N') : `${place}, ${date}`;
}

function openDate(year: number): string {
  return `ngày${DAY_GAP}tháng${DAY_GAP}năm ${year}`;
}

/** The layout in force on the paper's day; a draft takes the one at the end of its year. */
export function layoutOf(paper: Paper): LayoutRule {
  return layoutFor(paper.layout, paper.issuedOn ?? `${paper.draftYear}-12-31`);
}

/** "về việc …" under the number (party, italic), "V/v …" (state, upright): a công văn only. */
export function letterSubject(paper: Paper): string {
  const bare = paper.subject.replace(/^(?:về việc|v\/v)\s+/iu, '');
  return `${paper.layout === 'party' ? 'về việc' : 'V/v'} ${bare}`;
}

/** The recipients as printed: "- Ban Dân vận Tỉnh ủy (báo cáo)," … "- Lưu VP Thị ủy." */
export function recipientLines(paper: Paper): string[] {
  const separator = paper.recipientSeparator ?? layoutOf(paper).recipientSeparator;
  return paper.recipients.map((recipient, index) => {
    const bare = recipient
      .trim()
      .replace(/^[-–]\s*/u, '')
      .replace(/[.,;]+$/u, '');
    return `- ${bare}${index === paper.recipients.length - 1 ? '.' : separator}`;
  });
}

/** The body with the layout's end mark on its last sentence: a state paper ends "./.". */
export function bodyWithEndMark(paper: Paper): Block[] {
  const { endMark } = layoutOf(paper);
  const body = blocksBeforeAppendices(paper);
  const last = body.at(-1);
  if (!last || (last.kind !== 'paragraph' && last.kind !== 'list')) return body;
  const ended: Block =
    last.kind === 'paragraph'
      ? { ...last, runs: endedRuns(last.runs, endMark) }
      : { ...last, items: [...last.items.slice(0, -1), endedRuns(last.items.at(-1) ?? [], endMark)] };
  return [...body.slice(0, -1), ended];
}

function endedRuns(runs: readonly Run[], endMark: string): Run[] {
  const lastWords = runs.findLastIndex((run) => run.kind === 'text');
  return runs.map((run, index) => {
    if (index !== lastWords || run.kind !== 'text') return run;
    const ends = /[….?!:]\s*$/u.test(run.text) && !/\.\s*$/u.test(run.text);
    return ends ? run : { ...run, text: run.text.replace(/[.,;]?\s*(?:\.\/\.)?\s*$/u, endMark) };
  });
}

export function blocksBeforeAppendices(paper: Paper): Block[] {
  const first = paper.blocks.findIndex((block) => block.kind === 'appendix');
  return first === -1 ? paper.blocks : paper.blocks.slice(0, first);
}
