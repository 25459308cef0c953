import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leaksIn, ownershipOf, type Ownership } from './leaks.ts';
import { allSamples, titleOf } from './samples.ts';
import { describeStep, walk, type Step } from './walk.ts';
import { startWorld, type World } from './world.ts';

let world: World;
let ownership: Ownership;
beforeAll(async () => {
  world = await startWorld();
  ownership = await ownershipOf(world);
}, 60_000);
afterAll(() => world.stop());

describe('every endpoint as those who may', () => {
  it('lets in those whom the reference lets in, and shows each nothing of others', async () => {
    const wrong: string[] = [];
    const leaks: string[] = [];
    const worked = new Set<string>();
    const refusals = new Map<string, Set<string>>();
    await walk(world, 'allowed', (step, args) => {
      if (isRefusal(step)) wrong.push(describeStep(step));
      if (step.status < 300) worked.add(titleOf(step.sample));
      if (step.code !== null) note(refusals, step);
      for (const leak of leaksIn(step, args, { world, ownership }))
        leaks.push(`${describeStep(step)} shows ${leak}`);
    });
    expect(wrong).toEqual([]);
    expect(leaks).toEqual([]);
    // A sample that works for nobody would show nothing: its refusal might come before the question of permission.
    const told = (sample: (typeof allSamples)[number]): string =>
      worked.has(titleOf(sample)) ? 'worked' : [...(refusals.get(titleOf(sample)) ?? ['nobody'])].join(', ');
    expect(Object.fromEntries(allSamples.map((sample) => [titleOf(sample), told(sample)]))).toEqual(
      Object.fromEntries(allSamples.map((sample) => [titleOf(sample), sample.refusedAs ?? 'worked'])),
    );
  }, 300_000);
});

function isRefusal(step: Step): boolean {
  return [401, 403, 404].includes(step.status) || step.status >= 500;
}

function note(refusals: Map<string, Set<string>>, step: Step): void {
  const title = titleOf(step.sample);
  const codes = refusals.get(title) ?? new Set();
  codes.add(step.code ?? '');
  refusals.set(title, codes);
}
