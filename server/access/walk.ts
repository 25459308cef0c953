import type { ApiKey } from '#contract/api.ts';
import type { Actor, Answered, CallArguments } from '#server/platform/http/actor.ts';
import { nameOf, people, verdict, type Person, type Verdict } from './reference.ts';
import { allSamples, titleOf, type AnySample } from './samples.ts';
import type { World } from './world.ts';

export interface Step {
  readonly sample: AnySample;
  readonly person: Person;
  readonly expected: Verdict;
  readonly status: number;
  readonly code: string | null;
  readonly answer: Answered<unknown>;
}

/** How many people call at once. */
const atOnce = 8;

/** Calls every endpoint as everybody of whom the reference says this, one endpoint after the other. */
export async function walk(
  world: World,
  which: 'refused' | 'allowed',
  look: (step: Step, args: unknown) => void,
): Promise<void> {
  for (const sample of allSamples) {
    const args = await sample.args(world);
    const callers = people.filter(
      (person) =>
        (which === 'allowed') === (verdict(sample.rule, person) === 'allowed') &&
        (!sample.costly || which === 'refused' || atOnePlace(person)),
    );
    for (let at = 0; at < callers.length; at += atOnce)
      await Promise.all(
        callers
          .slice(at, at + atOnce)
          .map(async (person) => look(await step(world, sample, { person, args }), args)),
      );
  }
}

function atOnePlace(person: Person): boolean {
  return typeof person === 'string' || person.place === 'town';
}

async function step(
  world: World,
  sample: AnySample,
  { person, args }: { person: Person; args: unknown },
): Promise<Step> {
  const actor = sample.endsSession ? await world.freshSpeaker(person) : world.speaker(person);
  const answer = await callOf(actor, sample.key, args);
  const { code } = (answer.body ?? {}) as { code?: string };
  return {
    sample,
    person,
    expected: verdict(sample.rule, person),
    status: answer.status,
    code: answer.status >= 400 ? (code ?? null) : null,
    answer,
  };
}

/** The endpoint is known at run time only, so its arguments are taken on trust of the samples' own types. */
export function callOf(actor: Actor, key: ApiKey, args: unknown): Promise<Answered<unknown>> {
  return actor.try(key, args as CallArguments<ApiKey>);
}

export function describeStep({ sample, person, expected, status, code }: Step): string {
  return `${titleOf(sample)} by ${nameOf(person)}: expected ${expected}, got ${status} ${code ?? ''}`.trim();
}
