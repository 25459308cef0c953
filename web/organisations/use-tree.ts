import { useMemo, useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useApiQueries } from '../platform/api-queries.ts';
import type { TreeName } from '#domain/organisations/trees.ts';
import { openedFirst, TOP, type TreeRow, treeRows, type TreeUnit } from './tree-rows.ts';

export interface TreeAsked {
  readonly day: string;
  readonly tree: TreeName;
  readonly gone: boolean;
  /** A unit that must be in sight: the way down to it is opened. */
  readonly shown: string | null;
}

/** The organisation level by level: only what is open is fetched. */
export function useTree(asked: TreeAsked) {
  const { day, tree, gone, shown } = asked;
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const way = useWayTo(shown, day);
  const [alone, setAlone] = useState<readonly string[]>([]);
  const open = useMemo(() => {
    const ids = new Set([...alone, ...way]);
    for (const [id, isOpen] of toggled) {
      if (isOpen) ids.add(id);
      else ids.delete(id);
    }
    return ids;
  }, [alone, way, toggled]);
  const wanted = [TOP, ...open];
  const fetched = useApiQueries(
    'GET /api/units',
    wanted.map((under) => ({
      query: { under, day, tree, limit: 2000, ...(gone && { gone: 'yes' as const }) },
    })),
  );
  const levels = new Map<string, readonly TreeUnit[]>();
  for (const [at, under] of wanted.entries()) {
    const answer = fetched.data[at];
    if (answer !== undefined) levels.set(under, answer.items);
  }
  const news = openedFirst(levels).filter((id) => !alone.includes(id));
  if (news.length > 0) setAlone([...alone, ...news]);
  const ready = fetched.data.every((answer) => answer !== undefined);
  const rows = treeRows(levels, open);
  const kept = useLastReady(ready, levels.has(TOP) ? rows : null, `${day} ${tree} ${wanted.join(' ')}`);
  const toggle = (id: string) => setToggled((before) => new Map(before).set(id, !open.has(id)));
  const { problem, reload } = fetched;
  return { rows: kept, refreshing: !ready, problem, reload, toggle };
}

/** While another day is fetched the lines before stay in sight, so that the slider does not make the page jump. */
function useLastReady(
  ready: boolean,
  rows: readonly TreeRow[] | null,
  asked: string,
): readonly TreeRow[] | null {
  const [last, setLast] = useState<{ asked: string; rows: readonly TreeRow[] | null }>({
    asked: '',
    rows: null,
  });
  if (ready && rows !== null && last.asked !== asked) setLast({ asked, rows });
  if (ready || last.rows === null) return rows;
  return rows !== null && rows.length >= last.rows.length ? rows : last.rows;
}

function useWayTo(id: string | null, day: string): readonly string[] {
  const unit = useApiQuery(
    'GET /api/units/:id',
    { params: { id: id ?? '' }, query: { day } },
    { enabled: id !== null, staleTime: 60_000 },
  );
  return useMemo(
    () => (unit.data?.path ?? []).map((one) => one.id).filter((one) => one !== id),
    [unit.data, id],
  );
}
