import { afterEach, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { ReportSight } from '#server/testing/report-sight.ts';
import { ReportTeller } from '#server/testing/report-teller.ts';
import { ReportTwin } from '#server/testing/report-twin.ts';

/**
 * Random lives of reports, forms, practices and units, told to the API and, beside it, to a model that knows no SQL.
 * `KHEO_LIVES=2000` tells so many, `KHEO_LIVES_FROM` says from which on: a failure names the life that failed.
 */
const lives = Number(process.env['KHEO_LIVES'] ?? 12);
const firstLife = Number(process.env['KHEO_LIVES_FROM'] ?? 0);
/** One of so many is long: more becomes of its units, and all of them are looked at on several days. */
const longEvery = 12;
/** Lives of one database have units of their own; the days of all make each act look at more trees. */
const livesInDatabase = 4;

let kheo: Kheo | null = null;
/** How often each act was carried out. */
const carriedOut = new Map<string, number>();

describe('reports through random lives, through the API', () => {
  afterEach(async () => {
    await kheo?.stop();
    kheo = null;
  });
  const batches = Math.ceil(lives / livesInDatabase);
  it.each(Array.from({ length: batches }, (_, at) => firstLife + at * livesInDatabase))(
    'give every total, denominator and count that the rules give in memory (lives from %i on)',
    async (from) => {
      kheo = await startKheo({ today: '2020-01-04' });
      const to = Math.min(from + livesInDatabase, firstLife + lives);
      const failed: unknown[] = [];
      for (let seed = from; seed < to; seed += 1) {
        kheo.clock.set('2020-01-04');
        const twin = await ReportTwin.begin(kheo, `s${seed}`, seed % 2 === 0 ? 'of all' : 'of some');
        // One that fails keeps none of the others from being told.
        await tellWholly(twin, seed).catch((error: unknown) => failed.push([seed, error]));
      }
      expect(failed).toEqual([]);
    },
    livesInDatabase * 20_000,
  );

  it.skipIf(lives < 12)('were lived: every act was carried out', () => {
    const rare = ['undo', 'recount', 'reopen', 'revise', 'return', 'accept', 'dissolve'];
    const wanted =
      'submit accept return withdraw correct recount approve reopen end revise extend found move rename merge split dissolve remove_level undo';
    // A few lives do not hold all of them.
    const least = wanted.split(' ').filter((what) => lives >= 500 || !rare.includes(what));
    expect(least.filter((what) => !carriedOut.has(what))).toEqual([]);
  });
});

async function tellWholly(twin: ReportTwin, seed: number): Promise<void> {
  const isLong = seed % longEvery === longEvery - 1;
  await new ReportTeller(twin, { seed, acts: isLong ? 70 : 20 }, ({ what, wanted }) => {
    if (wanted) carriedOut.set(what, (carriedOut.get(what) ?? 0) + 1);
  }).tell();
  await new ReportSight(twin, { seed, looksAtAll: isLong }).isRight();
}
