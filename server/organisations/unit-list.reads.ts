import type { organisationsApi } from '#contract/organisations.ts';
import type { ParsedQuery } from '#contract/endpoint.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { loadTree, treeOn } from './organisations.reads.ts';
import { visibleUnits } from './units.reads.ts';

type ListQuery = ParsedQuery<(typeof organisationsApi)['GET /api/units']>;

/** A unit with its place in a tree of a day; one that was gone stands under what carries on its records. */
export interface PlacedUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly parentId: string | null;
  readonly goneOn: Day | null;
}

/** The organisation as it stood on a day; days other than today's are kept between requests too. */
export async function treeOfDay(
  read: Pick<ReadContext, 'db' | 'tree' | 'today'>,
  day: string | undefined,
): Promise<OrganisationTree> {
  return day === undefined || day === read.today ? read.tree : treeOn(read.db, day, read.db);
}

/** Units of a day for pickers (by name, by kind) and for the tree (a level at a time). */
export async function listUnits(read: ReadContext, query: ListQuery) {
  const tree =
    query.tree === 'main'
      ? await treeOfDay(read, query.day)
      : await loadTree(read.db, query.day ?? read.today, query.tree);
  const units = placedUnits(read, tree, query);
  const ids = new Set(units.map((unit) => unit.id));
  const children = countChildren(units);
  const wanted = query.q === undefined ? '' : foldVietnamese(query.q);
  const items = units
    .filter((unit) => query.within === undefined || tree.isWithin(unit.id, query.within))
    .filter((unit) => query.under === undefined || standsUnder(unit, query.under, ids))
    .filter((unit) => query.kind === undefined || unit.kind === query.kind)
    .filter((unit) => wanted === '' || matches(unit, wanted))
    .slice(0, query.limit)
    .map((unit) => treeUnit(tree, unit, children));
  return { day: tree.day, items };
}

/** What the caller sees of a tree, in its order; those that were gone come last. */
export function placedUnits(
  read: ReadContext,
  tree: OrganisationTree,
  asked: { gone?: 'yes' | undefined; tree?: ListQuery['tree'] } = {},
): PlacedUnit[] {
  const visible = visibleUnits(read, tree);
  const standing = tree.all().filter((unit) => visible.has(unit.id));
  const placed: PlacedUnit[] = standing.map((unit) => ({ ...unit, goneOn: null }));
  // Records follow heirs in the main tree alone.
  if (asked.gone !== 'yes' || (asked.tree ?? 'main') !== 'main') return placed;
  for (const unit of tree.gone()) if (visible.has(unit.id)) placed.push({ ...unit, parentId: unit.heirId });
  return placed;
}

function standsUnder(unit: PlacedUnit, under: string, seen: ReadonlySet<string>): boolean {
  if (under !== 'top') return unit.parentId === under;
  return unit.parentId === null || !seen.has(unit.parentId);
}

function matches(unit: PlacedUnit, folded: string): boolean {
  return [unit.name, unit.shortName, unit.code].some((text) => foldVietnamese(text).includes(folded));
}

/** Children by unit, counted in one pass. */
export function countChildren(units: readonly PlacedUnit[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { parentId } of units)
    if (parentId !== null) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  return counts;
}

export function treeUnit(
  tree: OrganisationTree,
  unit: PlacedUnit,
  children: ReadonlyMap<string, number>,
): PlacedUnit & { depth: number; childCount: number } {
  const { id, name, shortName, kind, code, parentId, goneOn } = unit;
  const depth = tree.depth(id);
  return { id, name, shortName, kind, code, parentId, goneOn, depth, childCount: children.get(id) ?? 0 };
}
