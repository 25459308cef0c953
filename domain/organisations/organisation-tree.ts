import type { UnitOnDay } from './unit.ts';
import type { UnitKind } from './unit-kinds.ts';

interface Node {
  readonly unit: UnitOnDay;
  /** Pre-order interval: a unit's subtree is every node whose `start` lies in [start, end). */
  start: number;
  end: number;
  depth: number;
}

/**
 * The organisation as it stood on one day. The one mechanism for "below", "above" and "how many were
 * expected": every read that asks about a subtree asks this tree, so that no two screens can differ.
 */
export class OrganisationTree {
  readonly day: string;
  readonly #nodes = new Map<string, Node>();
  readonly #order: Node[] = [];

  constructor(day: string, units: readonly UnitOnDay[]) {
    this.day = day;
    const byParent = new Map<string | null, UnitOnDay[]>();
    const ids = new Set(units.map((unit) => unit.id));
    for (const unit of units) {
      const parent = unit.parentId !== null && ids.has(unit.parentId) ? unit.parentId : null;
      const siblings = byParent.get(parent);
      if (siblings) siblings.push(unit);
      else byParent.set(parent, [unit]);
    }
    for (const siblings of byParent.values())
      siblings.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
    this.#walk(byParent);
  }

  #walk(byParent: ReadonlyMap<string | null, readonly UnitOnDay[]>): void {
    const visit = (unit: UnitOnDay, depth: number): void => {
      const node: Node = { unit, start: this.#order.length, end: 0, depth };
      this.#nodes.set(unit.id, node);
      this.#order.push(node);
      for (const child of byParent.get(unit.id) ?? []) visit(child, depth + 1);
      node.end = this.#order.length;
    };
    for (const root of byParent.get(null) ?? []) visit(root, 0);
  }

  has(unitId: string): boolean {
    return this.#nodes.has(unitId);
  }

  find(unitId: string): UnitOnDay | undefined {
    return this.#nodes.get(unitId)?.unit;
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

  /** The unit itself and all below it, in tree order; empty where it did not exist on the day. */
  subtree(unitId: string): string[] {
    const node = this.#nodes.get(unitId);
    return node ? this.#order.slice(node.start, node.end).map((one) => one.unit.id) : [];
  }

  children(unitId: string): UnitOnDay[] {
    return this.subtree(unitId)
      .slice(1)
      .map((id) => this.unit(id))
      .filter((unit) => unit.parentId === unitId);
  }

  /** From the root down to the unit itself. */
  pathTo(unitId: string): string[] {
    const path: string[] = [];
    for (let at = this.find(unitId); at; at = at.parentId === null ? undefined : this.find(at.parentId))
      path.unshift(at.id);
    return path;
  }

  isWithin(unitId: string, ancestorId: string): boolean {
    const node = this.#nodes.get(unitId);
    const ancestor = this.#nodes.get(ancestorId);
    return !!node && !!ancestor && ancestor.start <= node.start && node.start < ancestor.end;
  }

  /** Units of some kinds below (and with) a unit, in tree order: the denominator of "24 of 39". */
  ofKinds(kinds: readonly UnitKind[], withinId: string): UnitOnDay[] {
    return this.subtree(withinId)
      .map((id) => this.unit(id))
      .filter((unit) => kinds.includes(unit.kind));
  }

  all(): UnitOnDay[] {
    return this.#order.map((node) => node.unit);
  }
}
