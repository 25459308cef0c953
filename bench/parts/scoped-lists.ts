import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { listPractices, practiceQuery } from '#server/practices/practice-list.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { practiceFilterQuery } from '#contract/practices.ts';
import { buildClosure, rivals } from './list-rivals.ts';
import { interleave, quantile, spread, type Timed } from './measure.ts';
import { dayBefore, today, type Nation } from './nation.ts';
import { contextOf } from './nation-context.ts';

const targetMs = 20;

interface Level {
  readonly name: string;
  readonly unitIds: readonly string[];
  readonly past: boolean;
}

/** 50 rows of each scope on both days, ours beside the rivals; answers are compared before a time counts. */
export async function measureLists(nation: Nation, rounds: number): Promise<string[]> {
  const { db, pool } = nation.connection;
  console.log(`\nScoped list of 50 of 500,000 practices (${await buildClosure(pool)})`);
  const trees = { now: await loadTree(db, today), before: await loadTree(db, dayBefore) };
  const short: string[] = [];
  for (const level of levelsOf(trees)) {
    const unitAt = (round: number): string => level.unitIds[round % level.unitIds.length] ?? '';
    const context = (unitId: string): ReadContext =>
      contextOf(nation, trees.now, level.past ? nationOf(trees.now) : unitId);
    const asked = {
      day: level.past ? dayBefore : today,
      past: level.past,
      tree: level.past ? trees.before : trees.now,
    };
    const filterOf = (unitId: string) => ({
      ...practiceFilterQuery.parse({}),
      ...(level.past && { unitId }),
    });
    const page = async (unitId: string): Promise<string[]> => {
      const list = await practiceQuery(context(unitId), filterOf(unitId), asked);
      return (await list.page(50).execute()).map((row) => row.id);
    };
    const timed = await interleave<string[]>(
      {
        'paths (ours)': (round) => page(unitAt(round)),
        'closure table': (round) => rivals['closure table'](pool, { unitId: unitAt(round), ...asked }),
        'recursive query': (round) => rivals['recursive query'](pool, { unitId: unitAt(round), ...asked }),
      },
      rounds * level.unitIds.length,
      (answers) => mustAgree(level, answers),
    );
    console.log(`\n${level.name}, ${asked.day}`);
    for (const one of timed) console.log(`  ${one.name.padEnd(16)} ${spread(one.ms)}`);
    const whole = await wholeAnswer(level, { rounds, context, filterOf, unitAt });
    console.log(
      `  ${'whole answer'.padEnd(16)} ${spread(whole)} (page, count up to 10,000, rows with names)`,
    );
    const p95 = quantile(ofOurs(timed), 0.95);
    if (p95 > targetMs) short.push(`${level.name} ${asked.day} ${p95.toFixed(1)} of ${targetMs} ms`);
  }
  return short;
}

function ofOurs(timed: readonly Timed[]): readonly number[] {
  return timed.find((one) => one.name.includes('ours'))?.ms ?? [];
}

function mustAgree(level: Level, answers: readonly (readonly string[])[]): void {
  const [ours, ...others] = answers.map((ids) => ids.join());
  if (!ours || others.some((theirs) => theirs !== ours)) throw new Error(`answers differ: ${level.name}`);
}

async function wholeAnswer(
  level: Level,
  how: {
    rounds: number;
    context: (unitId: string) => ReadContext;
    filterOf: (unitId: string) => ReturnType<typeof practiceFilterQuery.parse>;
    unitAt: (round: number) => string;
  },
): Promise<number[]> {
  const ms: number[] = [];
  for (let round = 0; round < how.rounds * level.unitIds.length + 1; round += 1) {
    const unitId = how.unitAt(round);
    const begun = performance.now();
    await listPractices(how.context(unitId), {
      ...how.filterOf(unitId),
      ...(level.past && { day: dayBefore }),
      page: 1,
      size: 50,
    });
    // The first loads the tree of the day, which is kept.
    if (round > 0) ms.push(performance.now() - begun);
  }
  return ms;
}

function nationOf(tree: OrganisationTree): string {
  return tree.roots()[0] ?? '';
}

function levelsOf(trees: { now: OrganisationTree; before: OrganisationTree }): Level[] {
  const some = (tree: OrganisationTree, kind: 'province_committee' | 'commune_committee'): string[] => {
    const all = tree.ofKinds([kind], nationOf(tree)).map((unit) => unit.id);
    return Array.from({ length: 10 }, (_, index) => all[Math.floor((index * all.length) / 10)] ?? '');
  };
  return [true, false].flatMap((past) => {
    const tree = past ? trees.before : trees.now;
    return [
      { name: 'commune', unitIds: some(tree, 'commune_committee'), past },
      { name: 'province', unitIds: some(tree, 'province_committee'), past },
      { name: 'nation', unitIds: [nationOf(tree)], past },
    ];
  });
}
