import type { Block, Paper, Run } from '#domain/documents/paper.ts';
import { isEmpty } from './read-words.ts';

/** A block while it is edited; `key` stays with it while others come and go. */
export interface DraftBlock {
  readonly key: string;
  readonly block: Block;
  /** Just added: the caret goes there. */
  readonly fresh?: true;
}

/** Every item of a list is a block of its own while it is edited, so that items come and go like paragraphs. */
export function toDraft(blocks: readonly Block[]): readonly DraftBlock[] {
  return blocks
    .flatMap((block): Block[] =>
      block.kind === 'list' ? block.items.map((item) => ({ ...block, items: [item] })) : [block],
    )
    .map((block, index) => ({ key: `b${index}`, block }));
}

export function addAfter(draft: readonly DraftBlock[], key: string, newKey: string): readonly DraftBlock[] {
  const at = draft.findIndex((one) => one.key === key);
  const before = draft[at]?.block;
  const block: Block =
    before?.kind === 'list'
      ? { kind: 'list', items: [[]] }
      : { kind: 'paragraph', runs: [], indent: 'firstLine', align: 'justify' };
  return [...draft.slice(0, at + 1), { key: newKey, block, fresh: true }, ...draft.slice(at + 1)];
}

/** The blocks with the words as they stand now; empty ones are left out, items go back into their lists. */
export function fromDraft(draft: readonly DraftBlock[], words: ReadonlyMap<string, readonly Run[]>): Block[] {
  const blocks: Block[] = [];
  for (const { key, block } of draft) {
    const written = withWords(block, words.get(key));
    if (written === null) continue;
    const last = blocks.at(-1);
    if (written.kind === 'list' && last?.kind === 'list')
      blocks[blocks.length - 1] = { ...last, items: [...last.items, ...written.items] };
    else blocks.push(written);
  }
  return blocks;
}

function withWords(block: Block, changed: readonly Run[] | undefined): Block | null {
  switch (block.kind) {
    case 'heading': {
      if (changed === undefined) return block;
      const title = changed
        .map((run) => (run.kind === 'text' ? run.text : ''))
        .join('')
        .trim();
      return title === '' && block.number === '' ? null : { ...block, title };
    }
    case 'paragraph': {
      const runs = changed ?? block.runs;
      return isEmpty(runs) ? null : { ...block, runs: [...runs] };
    }
    case 'list': {
      const item = changed ?? block.items[0] ?? [];
      return isEmpty(item) ? null : { ...block, items: [[...item]] };
    }
    default:
      return block;
  }
}

/** One recipient a line, as typed; blank lines fall away. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function postsLine(paper: Paper): string {
  return (paper.signatures[0]?.posts ?? []).join(' ');
}
