import type { ApiResponse } from '../platform/api-client.ts';

export type TreeUnit = ApiResponse<'GET /api/units'>['items'][number];

/** The word for the level above all: what the server calls the topmost units. */
export const TOP = 'top';

/** A line of the tree as it is drawn. */
export interface TreeRow {
  readonly unit: TreeUnit;
  /** From 1. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
  readonly open: boolean;
  /** Open, and what stands below is still being fetched. */
  readonly waiting: boolean;
}

/** The open part of the tree, line by line. Levels that are not there yet are left out. */
export function treeRows(
  levels: ReadonlyMap<string, readonly TreeUnit[]>,
  open: ReadonlySet<string>,
): TreeRow[] {
  const rows: TreeRow[] = [];
  const walk = (above: string, level: number): void => {
    const units = levels.get(above) ?? [];
    for (const [at, unit] of units.entries()) {
      const opened = unit.childCount > 0 && open.has(unit.id);
      rows.push({
        unit,
        level,
        position: at + 1,
        siblings: units.length,
        open: opened,
        waiting: opened && !levels.has(unit.id),
      });
      if (opened) walk(unit.id, level + 1);
    }
  };
  walk(TOP, 1);
  return rows;
}

/** A level with more units than this waits to be opened. */
const FEW = 5;

/** What opens by itself: short levels, down to the first long one. */
export function openedFirst(levels: ReadonlyMap<string, readonly TreeUnit[]>): string[] {
  const opened: string[] = [];
  const walk = (above: string): void => {
    const units = levels.get(above) ?? [];
    if (units.length > FEW) return;
    for (const unit of units.filter((one) => one.childCount > 0 && one.goneOn === null)) {
      opened.push(unit.id);
      walk(unit.id);
    }
  };
  walk(TOP);
  return opened;
}

export type TreeMove =
  | { readonly kind: 'focus'; readonly id: string }
  | { readonly kind: 'toggle'; readonly id: string };

/** What a key does in the tree (WAI-ARIA: arrows, Home, End); null for keys that are not the tree's. */
export function treeMove(rows: readonly TreeRow[], currentId: string | null, key: string): TreeMove | null {
  const at = rows.findIndex((row) => row.unit.id === currentId);
  const row = rows[at];
  const focus = (to: TreeRow | undefined): TreeMove | null =>
    to === undefined ? null : { kind: 'focus', id: to.unit.id };
  if (key === 'Home') return focus(rows[0]);
  if (key === 'End') return focus(rows.at(-1));
  if (row === undefined) return null;
  if (key === 'ArrowDown') return focus(rows[at + 1]);
  if (key === 'ArrowUp') return focus(rows[at - 1]);
  if (key === 'ArrowRight') {
    if (row.unit.childCount === 0) return null;
    return row.open ? focus(childOf(rows, at)) : { kind: 'toggle', id: row.unit.id };
  }
  if (key === 'ArrowLeft')
    return row.open
      ? { kind: 'toggle', id: row.unit.id }
      : focus(rows.slice(0, at).findLast((above) => above.level < row.level));
  return null;
}

function childOf(rows: readonly TreeRow[], at: number): TreeRow | undefined {
  const next = rows[at + 1];
  const row = rows[at];
  return next !== undefined && row !== undefined && next.level > row.level ? next : undefined;
}
