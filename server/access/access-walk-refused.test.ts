import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipParts } from '#server/testing/zip-parts.ts';
import { isInForce, places, type PlaceName } from './reference.ts';
import { describeStep, walk } from './walk.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
}, 60_000);
afterAll(() => world.stop());

/** Every row of every table that a command may write, summed up. */
async function fingerprint(): Promise<Record<string, string>> {
  const { pool } = world.kheo.connection;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
       and tablename not in ('audit_entry', 'audit_lane', 'session') order by 1`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from "${name}" t`,
    );
    sums[name] = rows[0]?.sum ?? '';
  }
  return sums;
}

const practiceName = /Mô hình \w+ của (?:gần|xa) \w+/g;
const namesIn = (text: string): string[] => [...new Set(text.match(practiceName) ?? [])].toSorted();

describe('every endpoint as those who may not', () => {
  it('puts into the Excel list just what the list on the screen shows, and no telephone number', async () => {
    const everywhere = Object.keys(places) as PlaceName[];
    for (const place of everywhere.filter(isInForce)) {
      const actor = world.speaker({ role: 'inspector', place });
      const list = await actor.call('GET /api/practices', { query: { size: 200 } });
      const sheet = await actor.try('GET /api/practices.xlsx', { query: {} });
      const text = [...(await zipParts(sheet.raw)).values()].join();
      expect(namesIn(text)).toEqual(namesIn(JSON.stringify(list)));
      expect(text).not.toContain('0905');
      expect(JSON.stringify(list)).not.toContain('0905');
    }
  });

  it('refuses exactly those whom the reference refuses, and nothing is changed by them', async () => {
    const before = await fingerprint();
    const wrong: string[] = [];
    let walked = 0;
    await walk(world, 'refused', (step) => {
      walked += 1;
      if (step.status !== step.expected) wrong.push(describeStep(step));
    });
    expect(wrong).toEqual([]);
    expect(walked).toBeGreaterThan(8_000);
    expect(await fingerprint()).toEqual(before);
  }, 300_000);
});
