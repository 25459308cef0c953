import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, people, type Person, verdict } from './reference.ts';
import { allSamples, titleOf, type AnySample } from './samples.ts';
import { callOf } from './walk.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

/** Acts on one practice that is named in the path. */
const acts = allSamples.filter(
  ({ key, about }) => /^(POST|PUT) \/api\/practices\/:id(?!.*:evidenceId)/.test(key) && about === undefined,
);
const states = ['draft', 'submitted', 'implementing', 'proposedFree', 'recognisedFree'] as const;
const callers = people.filter(
  (person) =>
    typeof person === 'string' || ['unit_officer', 'standing_officer', 'inspector'].includes(person.role),
);

describe('who may act on a practice', () => {
  it('does not depend on the state in which it is: who is refused is refused in each, in the same words', async () => {
    expect(acts.length).toBeGreaterThan(10);
    const wrong: string[] = [];
    for (const sample of acts)
      for (const state of states) {
        const refused = callers.filter((person) => verdict(sample.rule, person) !== 'allowed');
        const found = await Promise.all(refused.map((person) => statusOf(sample, state, person)));
        for (const [at, person] of refused.entries())
          if (found[at] !== verdict(sample.rule, person))
            wrong.push(
              `${titleOf(sample)} on ${state} by ${nameOf(person)}: expected ${verdict(sample.rule, person)}, got ${found[at]}`,
            );
      }
    expect(wrong).toEqual([]);
  }, 120_000);
});

async function statusOf(sample: AnySample, state: (typeof states)[number], person: Person): Promise<number> {
  const args = { ...(await sample.args(world)) } as { params?: Record<string, string> };
  const params = { ...args.params, id: world.near.practices[state] };
  return (await callOf(world.speaker(person), sample.key, { ...args, params })).status;
}
