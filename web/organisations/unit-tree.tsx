import { useMediaQuery } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useGoTo } from '../platform/navigation.ts';
import { AppLink } from '../ui/app-link.tsx';
import { cx } from '../ui/cx.ts';
import { useWindowedRows } from '../ui/windowed-rows.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from './kind-mark.tsx';
import styles from './organisations.module.css';
import { type TreeRow, treeMove } from './tree-rows.ts';

interface UnitTreeProps {
  readonly label: string;
  readonly rows: readonly TreeRow[];
  readonly refreshing: boolean;
  readonly hrefOf: (id: string) => string;
  readonly onToggle: (id: string) => void;
  /** Brought into sight and focused once it is there. */
  readonly shown: string | null;
}

/** Heights in rem, as the styles have them. */
const OFFICE_ROW = 2.375;
const PHONE_ROW = 4;
const phoneWidth = '(max-width: 47.99em)';

/** The tree, of any size: only lines in sight are drawn. One stop of the Tab key; arrows go through it. */
export function UnitTree({ label, rows, refreshing, hrefOf, onToggle, shown }: UnitTreeProps) {
  const goTo = useGoTo();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const onPhone = useMediaQuery(phoneWidth, undefined, { getInitialValueInEffect: false });
  const view = useWindowedRows(frame, rows.length, onPhone === true ? PHONE_ROW : OFFICE_ROW);
  const stop = rows.some((row) => row.unit.id === current) ? current : (rows[0]?.unit.id ?? null);
  const focusOn = (id: string) => {
    setCurrent(id);
    const at = rows.findIndex((row) => row.unit.id === id);
    bringIntoSight(frame.current, { id, at, rowHeight: view.rowHeight });
  };
  const shownAt = rows.findIndex((row) => row.unit.id === shown);
  const brought = useRef<string | null>(null);
  useEffect(() => {
    // Once, when it comes: later the reader has gone on.
    if (shown === null || shownAt < 0 || brought.current === shown) return;
    brought.current = shown;
    bringIntoSight(frame.current, { id: shown, at: shownAt, rowHeight: view.rowHeight });
  }, [shown, shownAt, view.rowHeight]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && stop !== null) {
      event.preventDefault();
      goTo(hrefOf(stop));
      return;
    }
    const move = treeMove(rows, stop, event.key);
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'toggle') onToggle(move.id);
    else focusOn(move.id);
  };
  const drawn = rows
    .map((row, at) => ({ row, at }))
    .filter(({ row, at }) => (at >= view.from && at < view.to) || row.unit.id === stop);
  return (
    <div
      ref={frame}
      role="tree"
      aria-label={label}
      aria-busy={refreshing || undefined}
      className={styles.lines}
      style={{ height: rows.length * view.rowHeight }}
      onKeyDown={onKeyDown}
    >
      {drawn.map(({ row, at }) => (
        <UnitLine
          key={row.unit.id}
          row={row}
          top={at * view.rowHeight}
          stop={row.unit.id === stop}
          href={hrefOf(row.unit.id)}
          onToggle={() => onToggle(row.unit.id)}
          onFocus={() => setCurrent(row.unit.id)}
        />
      ))}
    </div>
  );
}

/** Scrolls to a line that may not be drawn yet, and gives it the focus once it is. */
function bringIntoSight(
  frame: HTMLElement | null,
  line: { readonly id: string; readonly at: number; readonly rowHeight: number },
): void {
  const top = (frame?.getBoundingClientRect().top ?? 0) + line.at * line.rowHeight;
  if (top < 90 || top > innerHeight - 90) scrollBy({ top: top - innerHeight / 2 });
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.getElementById(rowId(line.id))?.focus({ preventScroll: true })),
  );
}

function rowId(id: string): string {
  return `unit-${id}`;
}

interface UnitLineProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly stop: boolean;
  readonly href: string;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

function UnitLine({ row, top, stop, href, onToggle, onFocus }: UnitLineProps) {
  const { unit } = row;
  const gone = unit.goneOn !== null;
  const Toggle = row.open ? IconChevronDown : IconChevronRight;
  return (
    <div
      id={rowId(unit.id)}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-expanded={unit.childCount > 0 ? row.open : undefined}
      tabIndex={stop ? 0 : -1}
      className={cx(styles.unit, gone && styles.gone)}
      style={{ transform: `translateY(${top}px)`, ['--level' as string]: row.level - 1 }}
      onFocus={onFocus}
    >
      <KindMark kind={unit.kind} />
      <span className={styles.name}>
        <AppLink href={href} tabIndex={-1} title={unit.name}>
          {unit.name}
        </AppLink>
        <span className={`${styles.kind} k-phone-only`}>{kindWords(row)}</span>
      </span>
      <span className={`${styles.kind} k-office-only`}>{kindWords(row)}</span>
      <span className={`${styles.code} k-office-only`}>{unit.code}</span>
      <span className={styles.below}>
        {unit.childCount > 0 && (
          <>
            {formatNumber(unit.childCount)}
            <span className="k-hidden"> đơn vị trực thuộc</span>
          </>
        )}
      </span>
      {unit.childCount > 0 && (
        // Last in the text, so that the name of the line begins with the unit's; first on the screen.
        <button type="button" tabIndex={-1} aria-label={row.open ? 'Thu gọn' : 'Mở'} onClick={onToggle}>
          <Toggle size={18} className={row.waiting ? styles.waiting : undefined} />
        </button>
      )}
    </div>
  );
}

function kindWords({ unit }: TreeRow): string {
  return unit.goneOn === null
    ? unitKindWords[unit.kind]
    : `${unitKindWords[unit.kind]} · đến ${formatDay(unit.goneOn)}`;
}
