import { array, assert, boolean, constantFrom, nat, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { storyKinds } from '#domain/organisations/testing/organisation-story.ts';
import { ReportStory, storyActs, storyPeriods } from './testing/report-story.ts';

const runs = 2_000;
const reorganisations = record({
  kind: constantFrom(...storyKinds, 'found', 'move', 'merge', 'split'),
  late: boolean(),
  day: nat(12),
  picks: array(nat(997), { minLength: 10, maxLength: 10 }),
});
const reporting = record({
  act: constantFrom(...storyActs, 'submit', 'submit', 'submit'),
  period: nat(2),
  unit: nat(12),
  amount: nat(2_000),
});

const seen = new Map<string, number>();
const count = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

describe('reports through a random life of the organisation', () => {
  it('add up: a parent is its own and its children, for every node, figure and day', () => {
    assert(
      property(
        array(oneof(reorganisations, reporting, reporting), { minLength: 1, maxLength: 40, size: 'max' }),
        (life) => {
          const story = new ReportStory();
          for (const intent of life)
            if ('act' in intent) for (const { action } of story.report(intent)) count(action);
            else {
              const outcome = story.reorganise(intent);
              count('asked' in outcome ? `${outcome.done} ${outcome.asked.kind}` : outcome.done);
            }
          for (const period of storyPeriods) {
            keptAgree(story, period);
            for (const day of story.organisation.history.days()) addsUp(story, period, day);
          }
        },
      ),
      { numRuns: runs },
    );
  }, 180_000);

  it('was lived: every act happened many times', () => {
    for (const act of [
      'submit',
      'correct',
      'return',
      'withdraw',
      'accept',
      'act merge',
      'act split',
      'act dissolve',
      'undone',
    ])
      expect([act, (seen.get(act) ?? 0) > 100]).toEqual([act, true]);
  });
});

/** The totals kept change by change are those added up from nothing. */
function keptAgree(story: ReportStory, period: Day): void {
  const anew = story.rolledUp(period, period);
  for (const { id } of story.organisation.history.treeOn(period).all()) {
    const kept = story.kept.get(`${period} ${id}`);
    const wanted = anew.get(id);
    same([id, kept?.reports ?? 0, texts(kept?.sums)], [id, wanted?.reports ?? 0, texts(wanted?.sums)]);
  }
}

/** By a reference that knows no paths: each report is put where its records stand, and a parent is own + children. */
function addsUp(story: ReportStory, period: Day, day: Day): void {
  const tree = story.organisation.history.treeOn(day);
  const told = story.organisation.replayed(day);
  const rolled = story.rolledUp(period, day);
  const own = new Map<string, readonly bigint[]>();
  for (const report of story.counted(period)) {
    const at = told.holder(report.unitId)?.at;
    if (at === undefined) continue;
    const [whole = null, part = null, , units = null] = report.figures;
    const said = [
      whole ?? 0n,
      part ?? 0n,
      0n,
      (units ?? 0n) > 0n ? 1n : 0n,
      0n,
      (whole ?? 0n) + (part ?? 0n),
    ];
    own.set(at, plus(own.get(at) ?? none, said));
  }
  const sumAt = (unitId: string): readonly bigint[] =>
    tree.children(unitId).reduce((sum, child) => plus(sum, sumAt(child.id)), own.get(unitId) ?? none);
  for (const { id } of tree.all()) {
    const sums = rolled.get(id)?.sums ?? none;
    same([day, id, texts(sums)], [day, id, texts(sumAt(id))]);
    same([day, id, texts(sums)], [day, id, texts(partsOf(tree, rolled, { id, own: own.get(id) ?? none }))]);
    shareIsRight(rolled.get(id)?.figures ?? []);
  }
}

const none: readonly bigint[] = [0n, 0n, 0n, 0n, 0n, 0n];

function plus(a: readonly bigint[], b: readonly bigint[]): bigint[] {
  return a.map((value, at) => value + (b[at] ?? 0n));
}

function partsOf(
  tree: OrganisationTree,
  rolled: ReturnType<ReportStory['rolledUp']>,
  at: { id: string; own: readonly bigint[] },
): readonly bigint[] {
  return tree
    .children(at.id)
    .reduce<readonly bigint[]>((sum, child) => plus(sum, rolled.get(child.id)?.sums ?? none), at.own);
}

/** A share above is that of the sums, never a sum or a mean of shares; what may not be added is empty. */
function shareIsRight([whole = null, part = null, share = null, , level = null]: readonly (
  | bigint
  | null
)[]): void {
  same(level?.toString() ?? null, null);
  if (whole === null || part === null || whole === 0n) return;
  same(Math.round((Number(part) * 1000) / Number(whole)), Number(share));
}

function texts(sums: readonly bigint[] | undefined): string {
  return (sums ?? none).join(' ');
}

/** As toEqual, a hundred times faster where they are the same. */
function same(found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}
