import { addDays, type Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '../organisation-tree.ts';
import { planReorganisation } from '../plan-reorganisation.ts';
import type { NewUnit, OrganisationChanges, Reorganisation, Split, Target } from '../reorganisation.ts';
import type { UnitKind } from '../unit-kinds.ts';
import { OrganisationHistory } from './organisation-history.ts';
import { type Founded, ReplayedOrganisation, type ToldAct } from './replayed-organisation.ts';

export const storyKinds = [
  'found',
  'rename',
  'move',
  'merge',
  'split',
  'dissolve',
  'remove_level',
  'undo',
  'figure',
  'practice',
] as const;
export type StoryKind = (typeof storyKinds)[number];

/** What happens next; what it happens to is chosen among what is there then. */
export interface Intent {
  readonly kind: StoryKind;
  /** On or after the newest day known, or on any day. */
  readonly late: boolean;
  readonly day: number;
  readonly picks: readonly number[];
}

const levels: readonly UnitKind[] = ['nation', 'province', 'district', 'commune', 'village'];
const firstDay: Day = '2020-01-01';

/** Ids are names: the root `r`, provinces `p…`, districts `d…`, communes `c…`. */
export const beginning: readonly (Founded & { kind: UnitKind })[] = [
  ...['p1', 'p2'].map((unit) => ({ unit, name: unit, parent: 'r', kind: 'province' as const })),
  { unit: 'd1', name: 'd1', parent: 'p1', kind: 'district' },
  { unit: 'd2', name: 'd2', parent: 'p1', kind: 'district' },
  { unit: 'c1', name: 'c1', parent: 'd1', kind: 'commune' },
  { unit: 'c2', name: 'c2', parent: 'd1', kind: 'commune' },
  { unit: 'c3', name: 'c3', parent: 'd2', kind: 'commune' },
  { unit: 'v1', name: 'v1', parent: 'c1', kind: 'village' },
];

export interface Figure {
  readonly unit: string;
  readonly day: Day;
  readonly amount: number;
}

interface Practice {
  readonly id: string;
  readonly day: Day;
  /** Where it is kept from which day on, as the rows of practice_holding say. */
  spans: readonly { readonly unit: string; readonly from: Day; readonly act: number | null }[];
}

/** What became of an intent. */
export type Outcome =
  | {
      readonly done: 'act';
      readonly asked: Reorganisation;
      readonly at: number;
      readonly given: ReadonlyMap<string, string>;
    }
  | { readonly done: 'refused'; readonly asked: Reorganisation; readonly given: ReadonlyMap<string, string> }
  | { readonly done: 'undone' | 'undoing_refused'; readonly at: number }
  | { readonly done: 'record' | 'nothing' };

/** One life of an organisation, kept as the system keeps it and told to the reference beside it. */
export class OrganisationStory {
  readonly history = new OrganisationHistory();
  readonly figures: Figure[] = [];
  readonly practices: Practice[] = [];
  readonly #told: { act: ToldAct; left: string | null; at: number }[] = [];
  #made = 0;

  constructor() {
    const facts = { areaUnitId: null, position: 0 };
    const unit = (one: { unit: string; name: string; kind: UnitKind; parent: string | null }) => ({
      ...facts,
      unitId: one.unit,
      name: one.name,
      shortName: one.name,
      kind: one.kind,
      code: one.unit,
      parentId: one.parent,
    });
    const root = { unit: 'r', name: 'r', kind: 'nation' as const, parent: null };
    this.history.begin([root, ...beginning].map(unit), firstDay);
  }

  /** The same organisation on a day, told anew. */
  replayed(day: Day): ReplayedOrganisation {
    const told = new ReplayedOrganisation(beginning, 'r');
    const acts = this.#told.filter(({ act, at }) => act.on <= day && !this.history.acts[at]?.undone);
    const days = Map.groupBy(acts, ({ act }) => act.on);
    for (const on of [...days.keys()].toSorted()) {
      for (const { act, left } of days.get(on) ?? []) told.carryOut(act, left);
      told.endOfDay();
    }
    return told;
  }

  step(intent: Intent): Outcome {
    const choose = new Chooser(this.history, intent);
    if (intent.kind === 'figure' || intent.kind === 'practice') return this.#record(choose, intent.kind);
    if (intent.kind === 'undo') return this.#undo(intent);
    const asked = choose.act(() => `n${(this.#made += 1)}`);
    if (asked === null) return { done: 'nothing' };
    const given = this.#givenBy(asked, choose);
    const plan = planReorganisation(this.history.facts(asked.on), asked);
    if ('refused' in plan) return { done: 'refused', asked, given };
    const left = asked.kind === 'split' ? this.#nearestAbove(asked) : null;
    const act = tell(asked, { changes: plan.changes, given, tree: choose.tree });
    const at = this.history.apply(plan.changes);
    this.#told.push({ act, left, at });
    for (const practice of this.practices) {
      const unit = given.get(practice.id);
      if (unit !== undefined) practice.spans = [...practice.spans, { unit, from: asked.on, act: at }];
    }
    return { done: 'act', asked, at, given };
  }

  /** What an intent would ask for, and whether it would be carried out; nothing happens yet. */
  foresee(intent: Intent): { asked: Reorganisation; allowed: boolean } | null {
    let made = this.#made;
    const asked = new Chooser(this.history, intent).act(() => `n${(made += 1)}`);
    return asked && { asked, allowed: 'changes' in planReorganisation(this.history.facts(asked.on), asked) };
  }

  /** By the reference alone: the lowest unit above the parents of all that a split makes. */
  #nearestAbove(asked: Split): string | null {
    const told = this.replayed(asked.on);
    const ways = asked.into.map((target) => {
      if ('found' in target) return told.above(target.found.parentId ?? '');
      const [root, ...above] = told.above(target.unitId);
      return above.length > 0 ? above : [root];
    });
    return ways[0]?.find((unit) => ways.every((way) => way.includes(unit))) ?? null;
  }

  #record(choose: Chooser, kind: 'figure' | 'practice'): Outcome {
    const unit = choose.standing();
    if (unit === null) return { done: 'nothing' };
    if (kind === 'figure') this.figures.push({ unit, day: choose.day, amount: 1 + this.figures.length });
    else
      this.practices.push({
        id: `m${this.practices.length + 1}`,
        day: choose.day,
        spans: [{ unit, from: firstDay, act: null }],
      });
    return { done: 'record' };
  }

  /** Practices of a unit to be split that go to one of its successors; some go to none. */
  #givenBy(asked: Reorganisation, choose: Chooser): Map<string, string> {
    const given = new Map<string, string>();
    if (asked.kind !== 'split' || asked.rule === 'share') return given;
    const held = new Set([asked.unitId, ...choose.tree.predecessors(asked.unitId).map((unit) => unit.id)]);
    for (const practice of this.practices) {
      const target = asked.into[choose.number() % (asked.into.length + 1)];
      if (target && held.has(practice.spans.at(-1)?.unit ?? '')) given.set(practice.id, idOf(target));
    }
    return given;
  }

  #undo(intent: Intent): Outcome {
    const standing = this.history.acts.flatMap((act, at) => (act.undone ? [] : [at]));
    const at = intent.late ? standing.at(-1) : standing[(intent.picks[0] ?? 0) % (standing.length || 1)];
    if (at === undefined) return { done: 'nothing' };
    const founded = this.history.acts[at]?.changes.founded.map((unit) => unit.unitId) ?? [];
    const holds =
      this.figures.some((one) => founded.includes(one.unit)) ||
      this.practices.some((one) => one.spans.some((span) => founded.includes(span.unit) && span.act !== at));
    if (holds || this.history.undoingBlocked(at) !== null) return { done: 'undoing_refused', at };
    this.history.undo(at);
    for (const practice of this.practices) practice.spans = practice.spans.filter((span) => span.act !== at);
    return { done: 'undone', at };
  }
}

/** Chooses among what is there on the day of an intent. */
class Chooser {
  readonly day: Day;
  readonly tree: OrganisationTree;
  readonly #history: OrganisationHistory;
  readonly #intent: Intent;
  #at = 0;

  constructor(history: OrganisationHistory, intent: Intent) {
    const newest = history.days().at(-1) ?? firstDay;
    this.day = intent.late ? addDays(newest, intent.day % 3) : addDays(firstDay, intent.day);
    this.tree = history.treeOn(this.day);
    this.#history = history;
    this.#intent = intent;
  }

  number(): number {
    const { picks } = this.#intent;
    this.#at += 1;
    return (picks[(this.#at - 1) % picks.length] ?? 0) + Math.trunc((this.#at - 1) / picks.length);
  }

  #of<T>(list: readonly T[]): T | null {
    return list[this.number() % (list.length || 1)] ?? null;
  }

  standing(): string | null {
    return this.#of(this.tree.all())?.id ?? null;
  }

  /** Mostly one that stands; now and then any that ever was. */
  #unit(): string {
    if (this.number() % 8 > 0) return this.standing() ?? 'r';
    return this.#of([...this.#history.versions.keys()]) ?? 'r';
  }

  act(newId: () => string): Reorganisation | null {
    const on = this.day;
    switch (this.#intent.kind) {
      case 'found':
        return { kind: 'found', on, unit: this.#founding(newId(), this.#unit()) };
      case 'rename':
      case 'move':
        return this.#change(newId);
      case 'merge': {
        const into = this.#target(newId);
        return { kind: 'merge', on, fromUnitIds: this.#several(), into };
      }
      case 'split':
        return this.#split(newId);
      case 'dissolve':
        return { kind: 'dissolve', on, unitId: this.#unit() };
      case 'remove_level':
        return {
          kind: 'remove_level',
          on,
          withinId: this.#unit(),
          unitKind: this.#of(levels.slice(1)) ?? 'district',
        };
      default:
        return null;
    }
  }

  /** Some children of one unit, or any units. */
  #several(): string[] {
    const siblings = this.tree.children(this.#unit()).map((unit) => unit.id);
    const from = siblings.filter(() => this.number() % 3 > 0);
    return from.length > 0 ? from : [this.#unit(), this.#unit()];
  }

  #change(newId: () => string): Reorganisation {
    const unitId = this.#unit();
    const now = this.tree.find(unitId);
    const name = this.#intent.kind === 'rename' ? newId() : (now?.name ?? unitId);
    const code = this.#intent.kind === 'rename' && this.number() % 2 > 0 ? name : (now?.code ?? unitId);
    const parentId = this.#intent.kind === 'move' ? this.#unit() : (now?.parentId ?? null);
    return { kind: 'change', on: this.day, unitId, name, shortName: name, code, parentId };
  }

  #split(newId: () => string): Reorganisation {
    const unitId = this.#unit();
    const into = Array.from({ length: 2 + (this.number() % 2) }, () => this.#target(newId, unitId));
    const children = new Map(
      this.tree.children(unitId).map((child) => [child.id, this.number() % into.length] as const),
    );
    const rule = this.#of(['village', 'share', 'hand'] as const) ?? 'hand';
    const shares = rule === 'share' ? into.map(() => 1 / into.length) : [];
    return { kind: 'split', on: this.day, unitId, into, rule, children, shares };
  }

  #target(newId: () => string, beside?: string): Target {
    if (this.number() % 2 > 0) return { unitId: this.#unit() };
    const usual = beside === undefined ? null : (this.tree.find(beside)?.parentId ?? null);
    return { found: this.#founding(newId(), this.number() % 3 > 0 ? (usual ?? this.#unit()) : this.#unit()) };
  }

  #founding(unitId: string, parentId: string): NewUnit {
    const depth = levels.indexOf(this.tree.find(parentId)?.kind ?? 'commune') + 1;
    const kind = levels[Math.min(depth, levels.length - 1)] ?? 'village';
    // Now and then a code that somebody has, or had.
    const code = this.number() % 9 > 0 ? unitId : (this.#of([...this.#history.versions.keys()]) ?? unitId);
    return { unitId, name: unitId, shortName: unitId, kind, code, parentId, areaUnitId: null };
  }
}

function idOf(target: Target): string {
  return 'found' in target ? target.found.unitId : target.unitId;
}

function foundedBy(targets: readonly Target[]): Founded[] {
  return targets.flatMap((target) => {
    if (!('found' in target)) return [];
    const { unitId, name, parentId } = target.found;
    return [{ unit: unitId, name, parent: parentId ?? '' }];
  });
}

/** The act in the words of the reference, from what was asked and not from what was planned. */
function tell(
  asked: Reorganisation,
  given: { changes: OrganisationChanges; given: ReadonlyMap<string, string>; tree: OrganisationTree },
): ToldAct {
  const { on } = asked;
  switch (asked.kind) {
    case 'found':
      return {
        kind: 'found',
        on,
        unit: asked.unit.unitId,
        name: asked.unit.name,
        parent: asked.unit.parentId ?? '',
      };
    case 'change':
      return { kind: 'change', on, unit: asked.unitId, name: asked.name, parent: asked.parentId };
    case 'merge':
      return {
        kind: 'merge',
        on,
        from: asked.fromUnitIds,
        into: idOf(asked.into),
        founded: foundedBy([asked.into]),
      };
    case 'split': {
      const into = asked.into.map(idOf);
      const children = new Map([...asked.children].map(([child, at]) => [child, into[at] ?? '']));
      return {
        kind: 'split',
        on,
        unit: asked.unitId,
        into,
        founded: foundedBy(asked.into),
        children,
        practices: given.given,
      };
    }
    case 'dissolve':
      return { kind: 'dissolve', on, unit: asked.unitId };
    case 'remove_level': {
      const units = given.tree
        .all()
        .filter((unit) => unit.kind === asked.unitKind && unit.id !== asked.withinId)
        .filter((unit) => given.tree.pathTo(unit.id).includes(asked.withinId))
        .map((unit) => unit.id);
      return { kind: 'remove_level', on, units };
    }
  }
}
