import { type RefObject, useSyncExternalStore } from 'react';

interface WindowedRows {
  readonly from: number;
  readonly to: number;
  /** In pixels: the text size is the reader's own. */
  readonly rowHeight: number;
}

/** Drawn above and below what is in sight, so that a quick turn of the wheel shows no gap. */
const BEYOND = 12;

/** A list that is no longer than this is drawn whole. */
const SHORT = 200;

/** On paper every row is drawn. */
let printing = false;

function watchPage(changed: () => void): () => void {
  const before = () => {
    printing = true;
    changed();
  };
  const after = () => {
    printing = false;
    changed();
  };
  addEventListener('scroll', changed, { passive: true });
  addEventListener('resize', changed);
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('scroll', changed);
    removeEventListener('resize', changed);
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

/** As text, so that nothing is drawn anew while the same rows are in sight. */
function rowsInSight(frame: HTMLElement | null, rowRem: number): string {
  const height = rowRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (printing) return `0 ${Number.MAX_SAFE_INTEGER} ${height}`;
  const top = frame?.getBoundingClientRect().top ?? 0;
  const from = Math.max(0, Math.floor(-top / height) - BEYOND);
  return `${from} ${Math.ceil((innerHeight - top) / height) + BEYOND} ${height}`;
}

/** Which rows of a long list of equal heights lie in sight of the page. `rowRem` is the height of a row. */
export function useWindowedRows(
  frame: RefObject<HTMLElement | null>,
  count: number,
  rowRem: number,
): WindowedRows {
  const inSight = useSyncExternalStore(watchPage, () => rowsInSight(frame.current, rowRem));
  const [from = 0, to = count, rowHeight = rowRem * 16] = inSight.split(' ').map(Number);
  if (count <= SHORT) return { from: 0, to: count, rowHeight };
  return { from: Math.min(from, count), to: Math.min(to, count), rowHeight };
}
