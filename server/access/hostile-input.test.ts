import { api, type ApiKey } from '#contract/api.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import type { Answered, CallArguments } from '#server/platform/http/actor.ts';
import { newId } from '#server/platform/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostileTexts, placesIn, valuesFor, withValue } from './hostile-values.ts';
import { people, verdict, type Person } from './reference.ts';
import { allSamples, titleOf, type AnySample } from './samples.ts';
import { startWorld, type World } from './world.ts';
import { z } from 'zod';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

/** Somebody who may call the endpoint, best one who works where the record is. */
function callerOf(sample: AnySample): Person {
  const allowed = people.filter((person) => verdict(sample.rule, person) === 'allowed');
  const near = allowed.find((one) => typeof one !== 'string' && ['town', 'commune'].includes(one.place));
  return near ?? allowed[0] ?? 'stranger';
}

const inside =
  /\bat .+\.(ts|js):\d|node_modules|select .+ from|insert into|relation "|syntax error|invalid byte|kysely|pg_|zod|\bstack\b/i;
const english =
  /\b(invalid|expected|received|required|must|should|string|number|undefined|null|too (small|big|long))\b/i;
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i;

/** What is wrong with an answer to hostile input; null where it is as it should be. */
function faultOf(answer: Answered<unknown>, sent: unknown): string | null {
  if (answer.status < 400) return null;
  if (answer.status >= 500) return `answered ${answer.status}: ${answer.raw.toString().slice(0, 200)}`;
  if (!answer.headers['content-type']?.startsWith('application/problem+json')) return 'is not problem+json';
  const problem = answer.body as ProblemBody;
  const own = JSON.stringify(sent);
  for (const text of [problem.title, problem.detail, ...problem.fields.map((field) => field.message)]) {
    if (!vietnamese.test(text)) return `says “${text}”, which is not Vietnamese`;
    // What the sender wrote may come back in quotation marks.
    const words = text.replaceAll(/“[^”]*”|"[^"]*"/g, '');
    if (inside.test(words) && !own.includes(words)) return `lets the inside out: “${text}”`;
    if (english.test(words)) return `speaks English: “${text}”`;
  }
  return null;
}

const atOnce = 8;

/** A plan or a paper has hundreds of places: of its variants, so many, spread evenly. */
const variantsAtMost = 400;

/** Sends every variant of a request; returns what went wrong. */
async function attack(sample: AnySample, variants: readonly [string, unknown][]): Promise<string[]> {
  const actor = await world.freshSpeaker(callerOf(sample));
  const faults = new Map<string, string>();
  const refused: string[] = [];
  for (let from = 0; from < variants.length; from += atOnce)
    await Promise.all(
      variants.slice(from, from + atOnce).map(async ([what, args]) => {
        const commandId = newId();
        const answer = await actor.try(
          sample.key as ApiKey,
          { ...(args as object), commandId } as CallArguments<ApiKey>,
        );
        if (answer.status >= 400) refused.push(commandId);
        const fault = faultOf(answer as Answered<unknown>, args);
        if (fault) faults.set(fault, `${titleOf(sample)} with ${what}: ${fault}`);
      }),
    );
  const { rows } = await world.kheo.connection.pool.query('select 1 from command where id = any($1)', [
    refused,
  ]);
  if (rows.length > 0)
    faults.set('half', `${titleOf(sample)}: ${rows.length} refused commands left something`);
  return [...faults.values()];
}

const show = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 40);

/** Every place of the body with hostile values, and every word of the query that the endpoint understands. */
function variantsOf(sample: AnySample, args: Record<string, unknown>): [string, unknown][] {
  const { query }: Endpoint = api[sample.key];
  const words = query instanceof z.ZodObject ? Object.keys(query.shape) : [];
  const inBody = placesIn(args['body']).flatMap((at, place) =>
    valuesFor(place).map((value): [string, unknown] => [
      `body.${at.join('.')} = ${show(value)}`,
      { ...args, body: withValue(args['body'], at, value) },
    ]),
  );
  const inQuery = words.flatMap((word) =>
    hostileTexts.map((value): [string, unknown] => [
      `query.${word} = ${show(value)}`,
      { ...args, query: { ...(args['query'] as object), [word]: value } },
    ]),
  );
  return [
    ...inBody,
    ...inQuery,
    ...('body' in args ? [['a list as body', { ...args, body: [] }] as [string, unknown]] : []),
  ];
}

const attacked = allSamples.filter((sample) => sample.about === undefined || sample.key.startsWith('GET'));

describe('hostile input', () => {
  it.each(attacked.map((sample) => [titleOf(sample), sample] as const))(
    '%s answers whatever is sent in Vietnamese, without an unforeseen error',
    async (_, sample) => {
      const args = (await sample.args(world)) as Record<string, unknown>;
      const all = variantsOf(sample, args);
      const step = Math.max(1, Math.ceil(all.length / variantsAtMost));
      const variants = all.filter((_, at) => at % step === 0);
      expect(await attack(sample, variants)).toEqual([]);
    },
    120_000,
  );

  it('answers ids that are unknown or no ids at all', async () => {
    const faults: string[] = [];
    for (const sample of allSamples) {
      const args = (await sample.args(world)) as Record<string, unknown>;
      const variants = placesIn(args['params']).flatMap((at) =>
        ['01999999-9999-7999-8999-999999999999', 'abc', '%00', "' or 1=1 --", 'ậ'.repeat(150)].map(
          (value): [string, unknown] => [
            `params.${at.join('.')} = ${show(value)}`,
            { ...args, params: withValue(args['params'], at, value) },
          ],
        ),
      );
      faults.push(...(await attack(sample, variants)));
    }
    expect(faults).toEqual([]);
  }, 120_000);
});
