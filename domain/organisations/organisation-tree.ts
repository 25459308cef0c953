import type { GoneUnit, UnitOnDay } from './unit.ts';
import type { UnitKind } from './unit-kinds.ts';

interface Node {
  readonly id: string;
  /** Null for a unit that is gone: it has a place, so that its records count, but it is no unit of the day. */
  readonly unit: UnitOnDay | null;
  readonly gone: GoneUnit | null;
  readonly above: Node | null;
  readonly below: Node[];
  /** Pre-order interval: what lies below is every node whose place lies in [start, end). */
  start: number;
  end: number;
  depth: number;
}

/**
 * The organisation as it stood on one day, together with the units that were gone by then: each of those has its
 * place under the unit that carries on what it left. So one mechanism answers both questions of domain.md §3: what
 * stands below a unit on that day, and which of the past counts there. Every read that asks about a subtree asks
 * this tree (or the same paths in the database), so that no two screens can differ.
 */
export class OrganisationTree {
  readonly day: string;
  readonly #nodes = new Map<string, Node>();
  readonly #order: Node[] = [];
  readonly #holdings = new Map<string, ReadonlySet<string>>();

  constructor(day: string, units: readonly UnitOnDay[], gone: readonly GoneUnit[] = []) {
    this.day = day;
    const ids = new Set(units.map((unit) => unit.id));
    for (const unit of gone) ids.add(unit.id);
    const below = new Map<string | null, { unit: UnitOnDay | null; gone: GoneUnit | null }[]>();
    const put = (above: string | null, child: { unit: UnitOnDay | null; gone: GoneUnit | null }): void => {
      const key = above !== null && ids.has(above) ? above : null;
      const known = below.get(key);
      if (known) known.push(child);
      else below.set(key, [child]);
    };
    for (const unit of units.toSorted((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)))
      put(unit.parentId, { unit, gone: null });
    for (const unit of gone) put(unit.heirId, { unit: null, gone: unit });
    this.#walk(below);
  }

  #walk(
    below: ReadonlyMap<string | null, readonly { unit: UnitOnDay | null; gone: GoneUnit | null }[]>,
  ): void {
    const visit = (child: { unit: UnitOnDay | null; gone: GoneUnit | null }, above: Node | null): void => {
      const id = (child.unit ?? child.gone)?.id ?? '';
      const node: Node = {
        ...child,
        id,
        above,
        below: [],
        start: this.#order.length,
        end: 0,
        depth: above ? above.depth + 1 : 0,
      };
      this.#nodes.set(id, node);
      this.#order.push(node);
      above?.below.push(node);
      for (const next of below.get(id) ?? []) visit(next, node);
      node.end = this.#order.length;
    };
    for (const root of below.get(null) ?? []) visit(root, null);
  }

  /** Whether the unit stands on the day. */
  has(unitId: string): boolean {
    return !!this.#nodes.get(unitId)?.unit;
  }

  find(unitId: string): UnitOnDay | undefined {
    return this.#nodes.get(unitId)?.unit ?? undefined;
  }

  /** The unit; throws where it did not exist on the day. */
  unit(unitId: string): UnitOnDay {
    const unit = this.find(unitId);
    if (!unit) throw new Error(`unit ${unitId} does not exist on ${this.day}`);
    return unit;
  }

  depth(unitId: string): number {
    return this.#nodes.get(unitId)?.depth ?? 0;
  }

  /** The unit itself and all that stand below it, in tree order; empty where it did not exist on the day. */
  subtree(unitId: string): string[] {
    return this.#below(unitId).flatMap((node) => (node.unit ? [node.id] : []));
  }

  /**
   * Whose records count at a unit on the day: its own, those of the units below, and those of the gone units whose
   * records stand with one of these. Kept, because every request asks for the same few.
   */
  holdings(unitId: string): ReadonlySet<string> {
    const known = this.#holdings.get(unitId);
    if (known) return known;
    const ids = new Set(this.has(unitId) ? this.#below(unitId).map((node) => node.id) : []);
    this.#holdings.set(unitId, ids);
    return ids;
  }

  /** How many units stand at and below a unit, gone ones with their records there included. */
  breadth(unitId: string): number {
    const node = this.#nodes.get(unitId);
    return node ? node.end - node.start : 0;
  }

  /** Whatever has nothing above it on the day; a gone unit that nothing carries on is one of these. */
  roots(): string[] {
    const ids: string[] = [];
    for (let at = 0; at < this.#order.length;) {
      const node = this.#order[at];
      if (!node) break;
      ids.push(node.id);
      at = node.end;
    }
    return ids;
  }

  /** A unit that was gone by the day. */
  findGone(unitId: string): GoneUnit | undefined {
    return this.#nodes.get(unitId)?.gone ?? undefined;
  }

  #below(unitId: string): Node[] {
    const node = this.#nodes.get(unitId);
    return node ? this.#order.slice(node.start, node.end) : [];
  }

  /** Gone units whose records stand with this very unit, also through others that are gone. */
  predecessors(unitId: string): GoneUnit[] {
    const found: GoneUnit[] = [];
    const visit = (node: Node): void => {
      for (const next of node.below)
        if (next.gone?.apportioned) {
          found.push(next.gone);
          visit(next);
        }
    };
    const node = this.#nodes.get(unitId);
    if (node) visit(node);
    return found;
  }

  /** Gone units below a unit whose records could not be given to one successor, also what they had taken over. */
  unapportioned(unitId: string): GoneUnit[] {
    return this.#below(unitId).flatMap((node) =>
      node.gone && this.holder(node.id)?.apportioned === false ? [node.gone] : [],
    );
  }

  /** Where the records of a unit stand on the day: with itself, or with what carries them on. Null where nowhere. */
  holder(unitId: string): { unitId: string; apportioned: boolean } | null {
    const node = this.#nodes.get(unitId);
    const holder = node ? this.#holder(node) : null;
    if (!node || !holder) return null;
    let apportioned = true;
    for (let at: Node | null = node; at && !at.unit; at = at.above)
      apportioned &&= at.gone?.apportioned ?? true;
    return { unitId: holder.id, apportioned };
  }

  #holder(node: Node): Node | null {
    let at: Node | null = node;
    while (at && !at.unit) at = at.above;
    return at;
  }

  /** Direct children that stand on the day, in their order. */
  children(unitId: string): UnitOnDay[] {
    return (this.#nodes.get(unitId)?.below ?? []).flatMap((node) => (node.unit ? [node.unit] : []));
  }

  /** From the root down to the unit itself; for a gone unit, down to what holds its records. */
  pathTo(unitId: string): string[] {
    const path: string[] = [];
    for (let at = this.#nodes.get(unitId) ?? null; at; at = at.above) if (at.unit) path.unshift(at.id);
    return path;
  }

  /** Whether a unit, or what a gone one left, lies with or below another on the day. */
  isWithin(unitId: string, ancestorId: string): boolean {
    const node = this.#nodes.get(unitId);
    const ancestor = this.#nodes.get(ancestorId);
    return !!node && !!ancestor?.unit && ancestor.start <= node.start && node.start < ancestor.end;
  }

  /** The lowest unit that stands above all the given ones (or is one of them); null where nothing joins them. */
  nearestAbove(unitIds: readonly string[]): string | null {
    const [first, ...others] = unitIds.map((id) => this.pathTo(id));
    if (!first) return null;
    return first.findLast((id) => others.every((path) => path.includes(id))) ?? null;
  }

  /** Units of some kinds below (and with) a unit, in tree order: the denominator of "24 of 39". */
  ofKinds(kinds: readonly UnitKind[], withinId: string): UnitOnDay[] {
    return this.#below(withinId).flatMap((node) =>
      node.unit && kinds.includes(node.unit.kind) ? [node.unit] : [],
    );
  }

  /** Every unit that stands on the day, in tree order. */
  all(): UnitOnDay[] {
    return this.#order.flatMap((node) => (node.unit ? [node.unit] : []));
  }

  /** Every unit that was gone by the day. */
  gone(): GoneUnit[] {
    return this.#order.flatMap((node) => (node.gone ? [node.gone] : []));
  }

  /** How many units stand on the day. */
  get size(): number {
    return this.#order.reduce((count, node) => (node.unit ? count + 1 : count), 0);
  }
}
