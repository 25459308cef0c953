import { loadTree } from '#server/organisations/organisations.reads.ts';
import { reportMatrix } from '#server/reports/matrix.reads.ts';
import { quantile, spread } from './measure.ts';
import { dayBefore, today } from './nation.ts';
import { contextOf } from './nation-context.ts';
import type { ReportingNation } from './reports-nation.ts';

const targetMs = 200;
const months = { from: '2025-03-01', to: '2026-02-28' } as const;

/** Twelve months across the reform, by the tree of each period's last day, of the day before the reform and of today. */
export async function measureCompleteness(nation: ReportingNation, rounds: number): Promise<string[]> {
  const { db, pool } = nation.connection;
  const tree = await loadTree(db, today);
  const { rows } = await pool.query<{ all: number; window: number }>(
    `select count(*)::int as all, (count(*) filter (where period_from >= $2 and period_to <= $3))::int as window from report where form_id = $1`,
    [nation.formIds.commune, months.from, months.to],
  );
  console.log(
    `\nCompleteness of twelve months, ${rows[0]?.window} reports of ${rows[0]?.all} in five years, a page of 100 units`,
  );
  const { nationId, provinceIds, communeIds } = someUnits(tree);
  const short: string[] = [];
  for (const day of [undefined, dayBefore, today])
    for (const [level, ids] of [
      ['nation', [nationId]],
      ['province', provinceIds],
      ['commune', communeIds],
    ] as const) {
      const ms: number[] = [];
      let units = 0;
      for (let round = 0; round < rounds * 3 + 1; round += 1) {
        const unitId = ids[round % ids.length] ?? nationId;
        const asked = {
          formId: nation.formIds.commune,
          ...months,
          within: unitId,
          ...(day !== undefined && { day }),
          page: 1,
          size: 100,
        };
        const context = contextOf(nation, tree, nationId);
        const begun = performance.now();
        const matrix = await reportMatrix(context, asked);
        // The first reads the tree of the day, which is kept.
        if (round > 0) ms.push(performance.now() - begun);
        units = matrix.unitCount;
        // On a day before the reform what was founded later stands nowhere.
        if (level === 'nation' && round === 0 && day !== dayBefore) await mustAgree(nation, matrix.periods);
      }
      const p95 = quantile(ms, 0.95);
      console.log(
        `  ${level.padEnd(8)} ${(day ?? 'each period’s end').padEnd(17)} ${spread(ms)}, ${units} units`,
      );
      if (p95 > targetMs)
        short.push(`completeness ${level} ${day ?? 'then'} p95 ${p95.toFixed(0)} of ${targetMs} ms`);
    }
  return short;
}

/** The nation's counts again, by the lives of its units alone: whoever stood on a period's last day owed it. */
async function mustAgree(
  nation: ReportingNation,
  periods: readonly { from: string; expected: number; received: number }[],
): Promise<void> {
  const { rows } = await nation.connection.pool.query<{ first: string; expected: number; received: number }>(
    `select month::date as first,
      (select count(*) from unit_version where kind = 'commune_committee' and valid_from <= ends and (valid_to is null or valid_to > ends))::int as expected,
      (select count(*) from report where form_id = $1 and period_from = month::date)::int as received
     from generate_series($2::timestamp, $3::timestamp, interval '1 month') as month,
       lateral (select (month + interval '1 month - 1 day')::date as ends) as last order by 1`,
    [nation.formIds.commune, months.from, months.to],
  );
  const words = (all: readonly { expected: number; received: number }[]): string =>
    all.map((one) => `${one.expected} ${one.received}`).join();
  if (words(periods) !== words(rows)) throw new Error(`counts differ: ${words(periods)} | ${words(rows)}`);
}

type Tree = Awaited<ReturnType<typeof loadTree>>;

function someUnits(tree: Tree) {
  const nationId = tree.roots()[0] ?? '';
  const ten = (kind: 'province_committee' | 'commune_committee'): string[] => {
    const all = tree.ofKinds([kind], nationId).map((unit) => unit.id);
    return Array.from({ length: 10 }, (_, index) => all[Math.floor((index * all.length) / 10)] ?? '');
  };
  return { nationId, provinceIds: ten('province_committee'), communeIds: ten('commune_committee') };
}
