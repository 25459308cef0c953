import { blocksBeforeAppendices, bodyWithEndMark } from '#domain/documents/paper-lines.ts';
import type { Paper, Run } from '#domain/documents/paper.ts';
import { footnotesOf } from './paper-notes.ts';
import { PaperSheets } from './paper-sheets.tsx';
import { Words } from './paper-words.tsx';

/** The paper as it will leave the office, every figure open to its source. */
export function PaperPreview({ paper }: { readonly paper: Paper }) {
  const appendices = paper.blocks.slice(blocksBeforeAppendices(paper).length);
  const blocks = [...bodyWithEndMark(paper), ...appendices];
  const notes: readonly Run[] = footnotesOf(blocks);
  const words = (runs: readonly Run[]) => (
    <Words runs={runs} traces={paper.traces} noteNumber={(run) => notes.indexOf(run) + 1} />
  );
  return <PaperSheets paper={paper} blocks={blocks} pen={{ words, fixed: words, title: (title) => title }} />;
}
