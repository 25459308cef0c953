import type { Day } from '#domain/kernel/day.ts';

/** An act as an officer would tell it, with everything chosen. */
export type ToldAct = { readonly on: Day } & (
  | ({ readonly kind: 'found' } & Founded)
  | { readonly kind: 'change'; readonly unit: string; readonly name: string; readonly parent: string | null }
  | {
      readonly kind: 'merge';
      readonly from: readonly string[];
      readonly into: string;
      readonly founded: Founded[];
    }
  | {
      readonly kind: 'split';
      readonly unit: string;
      readonly into: readonly string[];
      readonly founded: Founded[];
      readonly children: ReadonlyMap<string, string>;
      readonly practices: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'dissolve'; readonly unit: string }
  | { readonly kind: 'remove_level'; readonly units: readonly string[] }
);

export interface Founded {
  readonly unit: string;
  readonly name: string;
  readonly parent: string;
}

/** Where the records of a unit that is gone are kept. */
interface Kept {
  readonly at: string;
  readonly sure: boolean;
}

/**
 * The organisation told from the beginning, one act after the other: who stands, under whom, and in whose cupboard
 * the papers of those that are gone lie. No spans, no intervals, no paths: slow, and simple enough to be believed.
 */
export class ReplayedOrganisation {
  readonly parent = new Map<string, string | null>();
  readonly name = new Map<string, string>();
  readonly kept = new Map<string, Kept>();
  /** Practices that a split gave to a successor. */
  readonly given = new Map<string, string>();

  constructor(beginning: readonly Founded[], root: string) {
    this.parent.set(root, null);
    this.name.set(root, root);
    for (const unit of beginning) this.#found(unit);
  }

  /** `left` is where a split leaves what it gives to nobody: chosen once, on the day it was told. */
  carryOut(act: ToldAct, left: string | null): void {
    if (act.kind === 'found') this.#found(act);
    else if (act.kind === 'change') {
      this.#mustStand(act.unit);
      this.parent.set(act.unit, act.parent);
      this.name.set(act.unit, act.name);
    } else if (act.kind === 'merge') {
      act.founded.forEach((unit) => this.#found(unit));
      for (const unit of act.from) this.#end(unit, { into: act.into, sure: true, children: () => act.into });
    } else if (act.kind === 'split') {
      act.founded.forEach((unit) => this.#found(unit));
      this.#mustStand(...act.into);
      const children = (child: string): string => act.children.get(child) ?? fail(`${child} has no place`);
      this.#end(act.unit, { into: left, sure: false, children });
      for (const [practice, unit] of act.practices) this.given.set(practice, unit);
    } else
      for (const unit of act.kind === 'dissolve' ? [act.unit] : act.units) {
        const above = this.parent.get(unit) ?? fail(`${unit} has nothing above`);
        this.#end(unit, { into: above, sure: true, children: () => above });
      }
  }

  /** Asked when a day is over: on the day itself a later act may mend what an earlier one said. */
  endOfDay(): void {
    for (const unit of this.parent.keys()) this.above(unit);
  }

  #found({ unit, name, parent }: Founded): void {
    if (this.parent.has(unit) || this.kept.has(unit)) fail(`${unit} is founded twice`);
    this.parent.set(unit, parent);
    this.name.set(unit, name);
  }

  #end(unit: string, to: { into: string | null; sure: boolean; children: (child: string) => string }): void {
    this.#mustStand(unit);
    for (const [child, parent] of this.parent)
      if (parent === unit) this.parent.set(child, to.children(child));
    this.parent.delete(unit);
    const target = to.into ?? fail('nothing above');
    // What is left with a unit that went earlier, by an act told later, lies where that one's papers lie.
    const holder = this.parent.has(target)
      ? { at: target, sure: true }
      : (this.kept.get(target) ?? fail(target));
    this.kept.set(unit, { at: unit, sure: true });
    for (const [gone, kept] of this.kept)
      if (kept.at === unit) this.kept.set(gone, { at: holder.at, sure: kept.sure && to.sure && holder.sure });
  }

  #mustStand(...units: readonly string[]): void {
    for (const unit of units) if (!this.parent.has(unit)) fail(`${unit} does not stand`);
  }

  /** From the unit up to the root. */
  above(unit: string): string[] {
    const way = [unit];
    for (let at = this.parent.get(unit); at !== null; at = this.parent.get(at)) {
      if (at === undefined) return fail(`something above ${unit} does not stand`);
      if (way.includes(at)) return fail(`${at} is above itself`);
      way.push(at);
    }
    return way;
  }

  holder(unit: string): Kept | null {
    return this.parent.has(unit) ? { at: unit, sure: true } : (this.kept.get(unit) ?? null);
  }
}

function fail(why: string): never {
  throw new Error(why);
}
