import { addToTotals, recomputeTotals } from '#server/reports/totals.store.ts';
import { keptLevels } from '#server/reports/level-totals.reads.ts';
import { interleave, quantile, spread, type Timed } from './measure.ts';
import { buildRivals, duckRival, postgresRivals, type RolledUp } from './reports-rivals.ts';
import { formContent, month, width, type ReportingNation } from './reports-nation.ts';

const leastTimes = { wide: 8, tall: 40 } as const;
const upperUnits = 3_356;
const correctionMs = 5;
const correctionTimes = 100;

/**
 * The month of the nation: what is kept beside adding up 4 M values in one row a village and one row a value. Every way
 * ends with the exact figures of all upper units in this process, and all answers must be the same.
 */
export async function measureRollUp(nation: ReportingNation, rounds: number): Promise<string[]> {
  const { db, pool } = nation.connection;
  await buildRivals(nation);
  const duck = await duckRival(nation.admin.pool);
  const [wide, tall] = postgresRivals(pool);
  if (!wide || !tall) throw new Error('no rivals');
  const at = { formId: nation.formIds.village, periodFrom: month.from, toDepth: 3 };
  const ours = async (): Promise<RolledUp> => {
    const figures = new Map<string, BigInt64Array>();
    for (const [unitId, { sums }] of await keptLevels(db, at)) figures.set(unitId, sums);
    return figures;
  };
  console.log(`\nOne month of the nation: ${upperUnits} upper units × ${width} figures of 100,000 villages`);
  const timed = await interleave<RolledUp>(
    { ours, [wide.name]: wide.rollUp, [duck.name]: duck.rollUp, [tall.name]: tall.rollUp },
    rounds,
    mustAgree,
  );
  duck.close();
  for (const one of timed) console.log(`  ${one.name.padEnd(16)} ${spread(one.ms)}`);
  console.log(`  DuckDB ${duck.version}; loading it is not counted`);
  return [
    ...timesShort(timed, wide.name, leastTimes.wide),
    ...timesShort(timed, duck.name, leastTimes.wide),
    ...timesShort(timed, tall.name, leastTimes.tall),
  ];
}

/** Figure by figure: whatever is made of them first is garbage that is cleared away in the time of the next. */
function mustAgree([ours, ...others]: readonly RolledUp[]): void {
  if (ours?.size !== upperUnits) throw new Error(`${ours?.size} upper units of ${upperUnits}`);
  for (const theirs of others) {
    if (theirs.size !== upperUnits) throw new Error(`${theirs.size} upper units of ${upperUnits}`);
    for (const [unitId, figures] of ours) {
      const said = theirs.get(unitId);
      if (said?.length !== width || figures.length !== width) throw new Error(`figures of ${unitId}`);
      for (let at = 0; at < width; at += 1)
        if (figures[at] !== said[at]) throw new Error(`the totals of ${unitId} differ`);
    }
  }
}

function timesShort(timed: readonly Timed[], rival: string, least: number): string[] {
  const median = (name: string): number => quantile(timed.find((one) => one.name === name)?.ms ?? [], 0.5);
  const times = median(rival) / median('ours');
  console.log(`  ${times.toFixed(1)} times as fast as ${rival}, ${least} wanted`);
  return times < least ? [`roll-up beside ${rival} ${times.toFixed(1)} of ${least} times`] : [];
}

/** One figure of one village corrected late: the statement that takes it up, beside adding the month up again. */
export async function measureCorrection(nation: ReportingNation, rounds: number): Promise<string[]> {
  const { db, pool } = nation.connection;
  const { indicators } = formContent(width);
  const { rows } = await pool.query<{ unit_id: string; figures: string[] }>(
    `select unit_id, figures::text[] from report where form_id = $1 and period_from = $2 order by id limit 200`,
    [nation.formIds.village, month.from],
  );
  const { rows: built } = await pool.query(`select 1 where to_regclass('rival_wide') is not null`);
  if (built.length === 0) await buildRivals(nation);
  const [wide] = postgresRivals(pool);
  const took: number[] = [];
  const again: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const row of rows) {
      const place = {
        formId: nation.formIds.village,
        unitId: row.unit_id,
        periodFrom: month.from,
        periodTo: month.to,
      };
      const before = row.figures.map(BigInt);
      const after = before.map((value, index) => (index === round % width ? value + 7n : value));
      await db
        .transaction()
        .execute(async (tx) => {
          const begun = performance.now();
          await addToTotals(tx, place, { indicators, before, after });
          took.push(performance.now() - begun);
          throw new TakenBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof TakenBack)) throw error;
        });
    }
    const begun = performance.now();
    await wide?.rollUp();
    again.push(performance.now() - begun);
  }
  const times = quantile(again, 0.5) / quantile(took, 0.5);
  const p95 = quantile(took, 0.95);
  console.log(
    `\nA late correction reaches every level\n  ours            ${spread(took)} (${took.length} corrections)`,
  );
  console.log(
    `  the month again ${spread(again)} (wide table, the quickest in PostgreSQL)\n  ${times.toFixed(0)} times faster`,
  );
  return [
    ...(p95 > correctionMs ? [`correction p95 ${p95.toFixed(1)} of ${correctionMs} ms`] : []),
    ...(times < correctionTimes ? [`correction ${times.toFixed(0)} of ${correctionTimes} times`] : []),
  ];
}

class TakenBack extends Error {}

/** The nightly recomputation of the month: it must agree with what went up one by one. */
export async function measureNight(nation: ReportingNation): Promise<string[]> {
  const begun = performance.now();
  const { agreed, differences } = await recomputeTotals(
    nation.connection.db,
    { formId: nation.formIds.village, periodFrom: month.from },
    { cause: 'nightly', now: new Date().toISOString() },
  );
  const seconds = (performance.now() - begun) / 1_000;
  console.log(
    `\nThe night: 100,000 reports added up again in ${seconds.toFixed(1)} s, ${agreed ? 'the same' : `${differences.length} units differ`}`,
  );
  return agreed ? [] : [`recomputation: ${differences.length} units differ`];
}
