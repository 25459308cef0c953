import { array, assert, boolean, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/day.ts';
import { OrganisationStory, type Outcome, storyKinds } from './testing/organisation-story.ts';
import type { OrganisationTree } from './organisation-tree.ts';
import type { ReplayedOrganisation } from './testing/replayed-organisation.ts';

const runs = 2_000;
const intents = record({
  kind: constantFrom(...storyKinds, 'found', 'move', 'merge', 'split', 'figure', 'practice'),
  late: boolean(),
  day: nat(12),
  picks: array(nat(997), { minLength: 10, maxLength: 10 }),
});

/** How often each act was carried out, refused and taken back. */
const seen = new Map<string, number>();

function count(outcome: Outcome): void {
  const what = 'asked' in outcome ? `${outcome.done} ${outcome.asked.kind}` : outcome.done;
  seen.set(what, (seen.get(what) ?? 0) + 1);
}

describe('an organisation through a random life', () => {
  it('is on every day what the same acts told one by one make of it, and loses no count', () => {
    assert(
      property(array(intents, { minLength: 1, maxLength: 40, size: 'max' }), (life) => {
        const story = new OrganisationStory();
        for (const intent of life) {
          const outcome = story.step(intent);
          count(outcome);
          if (outcome.done === 'undone') agreesOnEveryDay(story);
        }
        agreesOnEveryDay(story);
        expect(story.history.days().length).toBeGreaterThan(0);
      }),
      { numRuns: runs },
    );
  }, 120_000);

  it('was lived: every act has been carried out and refused hundreds of times', () => {
    for (const kind of ['found', 'change', 'merge', 'split', 'dissolve', 'remove_level'])
      for (const outcome of ['act', 'refused'])
        expect([outcome, kind, (seen.get(`${outcome} ${kind}`) ?? 0) > 200]).toEqual([outcome, kind, true]);
    expect(seen.get('undone')).toBeGreaterThan(200);
    expect(seen.get('undoing_refused')).toBeGreaterThan(50);
  });
});

function agreesOnEveryDay(story: OrganisationStory): void {
  livesAreWhole(story);
  const days = story.history.days();
  const last = days.at(-1);
  if (last === undefined) throw new Error('an organisation has a day on which it began');
  const today = { tree: story.history.treeOn(last), told: story.replayed(last) };
  for (const day of days) {
    const tree = story.history.treeOn(day);
    const told = story.replayed(day);
    sameOrganisation(tree, told);
    // "As it stood on day D", and "the past under today's units" (domain.md §3).
    sameCounts(story, { tree, told, upTo: day });
    sameCounts(story, { ...today, upTo: day });
  }
}

/** Spans follow each other without a gap or an overlap. */
function livesAreWhole(story: OrganisationStory): void {
  for (const [id, versions] of story.history.versions)
    for (const [at, version] of versions.entries()) {
      const next = versions[at + 1];
      if (version.validTo !== null && version.validTo <= version.validFrom)
        throw new Error(`${id} has a span that ends before it begins`);
      if (next && version.validTo !== next.validFrom) throw new Error(`the life of ${id} has a gap`);
    }
}

function sameOrganisation(tree: OrganisationTree, told: ReplayedOrganisation): void {
  const everything = [...told.parent.keys(), ...told.kept.keys()].toSorted();
  const within = new Map<string, string[]>([...told.parent.keys()].map((unit) => [unit, []]));
  for (const unit of everything) {
    const holder = told.holder(unit);
    for (const above of holder ? told.above(holder.at) : []) within.get(above)?.push(unit);
  }
  const { parent, kept } = told;
  same(tree.size, parent.size);
  same(ids([...tree.all(), ...tree.gone()]), everything);
  same(
    everything.map((unit) => {
      const holder = tree.holder(unit);
      return [unit, holder?.unitId, holder?.apportioned];
    }),
    everything.map((unit) => [unit, told.holder(unit)?.at, told.holder(unit)?.sure]),
  );
  for (const unit of parent.keys()) {
    const held = within.get(unit) ?? [];
    const node = tree.unit(unit);
    same(
      {
        facts: [node.name, node.parentId, tree.pathTo(unit)],
        holdings: [...tree.holdings(unit)].toSorted(),
        subtree: tree.subtree(unit).toSorted(),
        predecessors: ids(tree.predecessors(unit)),
        unapportioned: ids(tree.unapportioned(unit)),
        within: everything.filter((one) => tree.isWithin(one, unit)),
      },
      {
        facts: [told.name.get(unit), parent.get(unit) ?? null, told.above(unit).toReversed()],
        holdings: held,
        subtree: held.filter((one) => parent.has(one)),
        predecessors: held.filter((one) => kept.get(one)?.at === unit && kept.get(one)?.sure),
        unapportioned: held.filter((one) => kept.get(one)?.sure === false),
        within: held,
      },
    );
  }
}

/** As toEqual, a hundred times faster where they are the same. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

function ids(units: readonly { readonly id: string }[]): string[] {
  return units.map((unit) => unit.id).toSorted();
}

/** Every figure and practice is counted at each unit above its holder, and nowhere else. */
function sameCounts(
  story: OrganisationStory,
  on: { tree: OrganisationTree; told: ReplayedOrganisation; upTo: Day },
): void {
  const { tree, told, upTo } = on;
  const wanted = new Map<string, number>();
  const put = (unit: string, amount: number): void => {
    const holder = told.holder(unit);
    for (const above of holder ? told.above(holder.at) : [])
      wanted.set(above, (wanted.get(above) ?? 0) + amount);
  };
  const kept: { unit: string; amount: number }[] = story.figures.filter((one) => one.day <= upTo);
  for (const one of kept) put(one.unit, one.amount);
  for (const practice of story.practices.filter((one) => one.day <= upTo)) {
    const first = practice.spans[0]?.unit ?? '';
    put(told.given.get(practice.id) ?? first, 1_000);
    kept.push({
      unit: practice.spans.findLast((span) => span.from <= tree.day)?.unit ?? first,
      amount: 1_000,
    });
  }
  const counted = (unit: string): number => {
    const holdings = tree.holdings(unit);
    return kept.reduce((sum, one) => (holdings.has(one.unit) ? sum + one.amount : sum), 0);
  };
  const all = kept.reduce((sum, one) => sum + one.amount, 0);
  same(counted('r'), all);
  for (const { id } of tree.all()) same([id, counted(id)], [id, wanted.get(id) ?? 0]);
}
