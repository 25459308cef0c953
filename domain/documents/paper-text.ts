import type { Block, Paper, Run, TableCell } from './paper.ts';
import {
  PARTY_HEAD,
  STATE_HEAD,
  STATE_MOTTO,
  blocksBeforeAppendices,
  bodyWithEndMark,
  letterSubject,
  placeAndDateLine,
  recipientLines,
  symbolLine,
} from './paper-lines.ts';

/** The whole paper as lines of text, for search and for comparing two versions. Footnotes stand in [brackets]. */
export function paperToPlainText(paper: Paper): string {
  const appendices = paper.blocks.slice(blocksBeforeAppendices(paper).length);
  const lines = [
    paper.parentBody,
    paper.issuer,
    paper.layout === 'party' ? PARTY_HEAD : `${STATE_HEAD}\n${STATE_MOTTO}`,
    symbolLine(paper),
    paper.typeName === null ? letterSubject(paper) : null,
    placeAndDateLine(paper),
    paper.typeName,
    paper.typeName === null ? null : paper.subject,
    paper.addressLine ? `${paper.addressLine.label}: ${paper.addressLine.bodies.join(', ')}` : null,
    ...bodyWithEndMark(paper).flatMap(blockLines),
    ...paper.signatures.flatMap((one) => [...one.authority, ...one.posts, one.name]),
    ...(paper.recipients.length > 0 ? ['Nơi nhận:', ...recipientLines(paper)] : []),
    ...appendices.flatMap(blockLines),
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}

/** The lines of a block as plain text. */
export function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number} ${block.title}`.trim()];
    case 'paragraph':
      return [runsToText(block.runs)];
    case 'list':
      return block.items.map((item) => `- ${runsToText(item)}`);
    case 'table': {
      const rows = [...block.headerRows, ...block.rows, ...(block.totalRow ? [block.totalRow] : [])];
      return [block.caption ?? '', ...rows.map(rowToText)];
    }
    case 'appendix':
      return [block.number ?? '', block.title, block.note ?? ''];
    case 'pageBreak':
      return [];
  }
}

function rowToText(row: readonly TableCell[]): string {
  return row.map((one) => runsToText(one.runs)).join('\t');
}

export function runsToText(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.kind === 'footnote' ? ` [${runsToText(run.runs)}]` : run.text))
    .join('')
    .trim();
}
