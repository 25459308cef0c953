import { memo, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { cx } from '../ui/cx.ts';
import { kindWords } from './facts.ts';
import { type Block, blocksOf, type Mark, marksByBlock, meantBy, segmentsOf, trimmedRange } from './marks.ts';
import styles from './paper-text.module.css';
import { showWithin } from './show-within.ts';

export interface Passage {
  readonly start: number;
  readonly end: number;
}

interface PaperTextProps {
  readonly text: string;
  /** Ordered by their start. */
  readonly marks: readonly Mark[];
  readonly selected: string | null;
  /** Grows with every wish to see the selected passage. */
  readonly shown: number;
  readonly onPick: (factId: string) => void;
  /** What is selected with the pointer; null when nothing is. */
  readonly onSelect: (passage: Passage | null) => void;
}

/** The text of the paper, and in it what was understood. Text is text: nothing in it is ever read as markup. */
export function PaperText({ text, marks, selected, shown, onPick, onSelect }: PaperTextProps) {
  const frame = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(text), [text]);
  const found = useMemo(() => marksByBlock(blocks, marks), [blocks, marks]);
  const byId = useMemo(() => new Map(marks.map((mark) => [mark.id, mark])), [marks]);

  useEffect(() => {
    if (selected === null || shown === 0 || frame.current === null) return;
    flash(frame.current, selected);
  }, [selected, shown]);
  useEffect(() => {
    const changed = () => {
      const passage = frame.current === null ? undefined : selectedIn(frame.current, text);
      if (passage !== undefined) onSelect(passage);
    };
    document.addEventListener('selectionchange', changed);
    return () => document.removeEventListener('selectionchange', changed);
  }, [text, onSelect]);

  const press = (event: MouseEvent) => {
    if (!(event.target instanceof Element) || !(getSelection()?.isCollapsed ?? true)) return;
    const ids = event.target.closest<HTMLElement>('[data-facts]')?.dataset['facts']?.split(' ') ?? [];
    const meant = meantBy(
      ids.flatMap((id) => byId.get(id) ?? []),
      selected,
    );
    if (meant !== undefined) onPick(meant.id);
  };
  return (
    // What a press does here, the list of facts does by keyboard.
    <div ref={frame} className={styles.text} onClick={press} lang="vi">
      {blocks.map((block, at) => (
        <TextBlock
          key={block.start}
          text={text}
          block={block}
          marks={found[at] ?? none}
          selected={found[at]?.some((mark) => mark.id === selected) ? selected : null}
        />
      ))}
    </div>
  );
}

const none: readonly Mark[] = [];

interface TextBlockProps {
  readonly text: string;
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly selected: string | null;
}

const TextBlock = memo(
  function TextBlock({ text, block, marks, selected }: TextBlockProps) {
    return (
      <div className={styles.block}>
        {segmentsOf(text, block, marks).map((segment) => (
          <span key={segment.start}>
            {segment.begins.map((mark) => (
              <MarkLabel key={mark.id} mark={mark} />
            ))}
            <span
              data-start={segment.start}
              {...(segment.marks.length > 0 && {
                'data-facts': segment.marks.map((mark) => mark.id).join(' '),
                className: cx(
                  ...segment.marks.flatMap(looksOf),
                  segment.marks.some((mark) => mark.id === selected) && styles.selected,
                ),
              })}
            >
              {segment.text}
            </span>
          </span>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.text === after.text &&
    before.block.start === after.block.start &&
    before.selected === after.selected &&
    sameMarks(before.marks, after.marks),
);

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return one.id === other?.id && one.state === other.state && one.failed === other.failed;
    })
  );
}

/** Kind by colour and by the line; refused ones step back. */
function looksOf(mark: Mark): (string | undefined)[] {
  if (mark.state === 'refused') return [styles.mark, styles.refused];
  return [styles.mark, styles[mark.kind], mark.failed ? styles.failed : undefined];
}

/** "MH ✓": the kind, and whether somebody has decided; out of the text itself, so that it is never selected with it. */
function MarkLabel({ mark }: { readonly mark: Mark }) {
  const decided = { confirmed: ' ✓', refused: ' ✕', proposed: mark.unsure ? ' ?' : '' }[mark.state];
  const label = `${mark.failed ? '≠ ' : ''}${kindWords[mark.kind].tag}${decided}`;
  return (
    <i
      className={cx(styles.label, styles[`${mark.kind}Label`], mark.failed && styles.failedLabel)}
      data-label={label}
      data-facts={mark.id}
      aria-hidden="true"
    />
  );
}

/** Brings a passage to the middle of what is seen and lets it light up once. */
function flash(frame: HTMLElement, factId: string): void {
  const stretches = [...frame.querySelectorAll<HTMLElement>(`[data-start][data-facts~="${factId}"]`)];
  const [first] = stretches;
  if (first === undefined || first.offsetParent === null) return;
  showWithin(first, 'center');
  for (const stretch of stretches) {
    stretch.classList.remove(styles.flash ?? '');
    // Read, so that the animation begins anew.
    void stretch.offsetWidth;
    stretch.classList.add(styles.flash ?? '');
  }
}

/** Undefined: the selection is elsewhere on the page. */
function selectedIn(frame: HTMLElement, text: string): Passage | null | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!frame.contains(range.commonAncestorContainer)) return undefined;
  if (selection.isCollapsed) return null;
  const from = offsetIn(range.startContainer, range.startOffset);
  const to = offsetIn(range.endContainer, range.endOffset);
  return from === null || to === null ? null : trimmedRange(text, from, to);
}

/** A place of the page as a place in the paper. */
function offsetIn(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const start = node.parentElement?.dataset['start'];
    return start === undefined ? null : Number(start) + offset;
  }
  if (!(node instanceof Element)) return null;
  const after = node.childNodes[offset];
  const inside = after instanceof Element ? after : node.lastElementChild;
  const holder = inside?.matches('[data-start]')
    ? inside
    : inside?.querySelector<HTMLElement>('[data-start]');
  if (!(holder instanceof HTMLElement)) return null;
  const start = Number(holder.dataset['start']);
  return after === undefined ? start + (holder.textContent?.length ?? 0) : start;
}
