import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';

/**
 * One part of a scope: a unit alone or with all below it; either way with the gone units whose records stand there. A
 * unit that is gone is one with what it had taken over.
 */
export interface Cover {
  readonly unitId: string;
  readonly subtree: boolean;
}

/**
 * Units as covers of the tree of a day. Asking whether one is in takes an interval, not a list; the list is made
 * only where it is asked for, and the database is asked by paths (server/organisations/within-scope.reads.ts).
 */
export class UnitScope implements Iterable<string> {
  readonly covers: readonly Cover[];
  readonly #tree: OrganisationTree;
  #ids: ReadonlySet<string> | null = null;

  constructor(tree: OrganisationTree, covers: readonly Cover[]) {
    this.#tree = tree;
    this.covers = withoutRepeats(
      covers.filter(({ unitId }) => tree.has(unitId) || tree.findGone(unitId) !== undefined),
    );
  }

  has(unitId: string): boolean {
    return this.covers.some((cover) => {
      if (cover.unitId === unitId) return true;
      if (!this.#tree.has(cover.unitId))
        return this.#tree.predecessors(cover.unitId).some((gone) => gone.id === unitId);
      if (!this.#tree.isWithin(unitId, cover.unitId)) return false;
      if (cover.subtree) return true;
      const holder = this.#tree.holder(unitId);
      return holder?.unitId === cover.unitId && holder.apportioned;
    });
  }

  get isEmpty(): boolean {
    return this.covers.length === 0;
  }

  /** The tree of the day that the scope is of. */
  get tree(): OrganisationTree {
    return this.#tree;
  }

  /** Whether all that has a place on the day is in: nothing needs to be asked then. */
  get isEverything(): boolean {
    const wide = new Set(this.covers.filter((cover) => cover.subtree).map((cover) => cover.unitId));
    return wide.size > 0 && this.#tree.roots().every((id) => wide.has(id));
  }

  /** How many units at the most, told without making the list. */
  get breadth(): number {
    return this.covers.reduce(
      (sum, cover) =>
        sum +
        (cover.subtree ? this.#tree.breadth(cover.unitId) : 1 + this.#tree.predecessors(cover.unitId).length),
      0,
    );
  }

  get size(): number {
    return this.ids().size;
  }

  /** All ids. Long for a whole country: prefer `has`, or the paths in the database. */
  ids(): ReadonlySet<string> {
    this.#ids ??= this.#collect();
    return this.#ids;
  }

  #collect(): ReadonlySet<string> {
    const [first, ...others] = this.covers;
    if (first?.subtree && others.length === 0) return this.#tree.holdings(first.unitId);
    const ids = new Set<string>();
    for (const cover of this.covers) {
      if (cover.subtree) for (const id of this.#tree.holdings(cover.unitId)) ids.add(id);
      else {
        ids.add(cover.unitId);
        for (const gone of this.#tree.predecessors(cover.unitId)) ids.add(gone.id);
      }
    }
    return ids;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.ids().values();
  }
}

function withoutRepeats(covers: readonly Cover[]): Cover[] {
  const wide = new Set(covers.filter((cover) => cover.subtree).map((cover) => cover.unitId));
  const narrow = new Set(covers.filter((cover) => !wide.has(cover.unitId)).map((cover) => cover.unitId));
  return [
    ...[...wide].map((unitId) => ({ unitId, subtree: true })),
    ...[...narrow].map((unitId) => ({ unitId, subtree: false })),
  ];
}
