import type { Block, Run } from '#domain/documents/paper.ts';

function runsOf(block: Block): readonly Run[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.headerRows, ...block.rows, block.totalRow ?? []].flat().flatMap((cell) => cell.runs);
    default:
      return [];
  }
}

export type Footnote = Extract<Run, { kind: 'footnote' }>;

export function footnotesOf(blocks: readonly Block[]): readonly Footnote[] {
  return blocks.flatMap(runsOf).filter((run) => run.kind === 'footnote');
}

/** Part of a paper that begins on a new page. */
export interface Sheet {
  readonly landscape: boolean;
  readonly appendix: Extract<Block, { kind: 'appendix' }> | null;
  readonly blocks: readonly { readonly block: Block; readonly index: number }[];
}

/** Cuts the blocks where a new page must begin: at page breaks and at appendices. */
export function sheetsOf(blocks: readonly Block[], landscape: boolean): readonly Sheet[] {
  const sheets: {
    landscape: boolean;
    appendix: Sheet['appendix'];
    blocks: { block: Block; index: number }[];
  }[] = [{ landscape, appendix: null, blocks: [] }];
  for (const [index, block] of blocks.entries()) {
    const last = sheets.at(-1);
    if (block.kind === 'appendix')
      sheets.push({ landscape: block.orientation === 'landscape', appendix: block, blocks: [] });
    else if (block.kind === 'pageBreak')
      sheets.push({ landscape: last?.landscape ?? landscape, appendix: null, blocks: [] });
    else last?.blocks.push({ block, index });
  }
  return sheets;
}
