import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';
import { keptLevels } from './level-totals.reads.ts';
import { raiseTotals } from './totals.store.ts';

const formId = '0199c000-0000-7000-8000-000000000001';
const beyondExactNumbers = 2n ** 53n + 1n;

let kheo: Kheo;
const ids: Record<string, string> = {};

beforeAll(async () => {
  kheo = await startKheo();
  let parentId: string | null = null;
  for (const [name, kind] of [
    ['nation', 'nation'],
    ['province', 'province_committee'],
    ['commune', 'commune_committee'],
    ['village', 'village'],
  ] as const)
    parentId = ids[name] = await kheo.given.unit({ name, kind, parentId, code: name });
  ids['other village'] = await kheo.given.unit({
    name: 'other village',
    kind: 'village',
    parentId: ids['commune'] ?? null,
    code: 'other-village',
  });
  await kheo.connection.pool.query(
    `insert into report_form (id, owner_unit_id, code, name, period_kind, asked_from, created_at)
     values ($1, $2, 'thang', 'Tháng', 'month', '2026-01-01', now())`,
    [formId, ids['nation']],
  );
});
afterAll(() => kheo.stop());

async function takeUp(unit: string, lane: number, sums: readonly bigint[]): Promise<void> {
  const month = { periodFrom: '2026-01-01', periodTo: '2026-01-31' };
  await raiseTotals(kheo.connection.db, {
    formId,
    unitId: ids[unit] ?? '',
    ...month,
    lane,
    reports: 1,
    sums: sums.map(String),
  });
}

it('adds the lanes of the three uppermost levels, exactly, also of rows that are shorter', async () => {
  expect((await keptLevels(kheo.connection.db, { formId, periodFrom: '2026-01-01', toDepth: 3 })).size).toBe(
    0,
  );
  await takeUp('village', 3, [1n, -5n, beyondExactNumbers]);
  await takeUp('other village', 9, [10n, 2n]);
  await takeUp('village', 3, [100n, 0n, 1n]);
  const totals = await keptLevels(kheo.connection.db, { formId, periodFrom: '2026-01-01', toDepth: 3 });
  const whole = { reports: 3, sums: [111n, -3n, beyondExactNumbers + 1n] };
  expect(
    Object.fromEntries([...totals].map(([id, { reports, sums }]) => [id, { reports, sums: [...sums] }])),
  ).toEqual({
    [ids['nation'] ?? '']: whole,
    [ids['province'] ?? '']: whole,
    [ids['commune'] ?? '']: whole,
  });
});

/** As the form's totals of February in two lanes of the nation. */
async function inLanes(first: readonly bigint[], second: readonly bigint[]): Promise<bigint[]> {
  const at = { formId, periodFrom: '2026-02-01', toDepth: 3 };
  await kheo.connection.pool.query('delete from report_total where period_from = $1', [at.periodFrom]);
  for (const [lane, sums] of [first, second].entries())
    await raiseTotals(kheo.connection.db, {
      formId,
      unitId: ids['village'] ?? '',
      periodFrom: at.periodFrom,
      periodTo: '2026-02-28',
      lane,
      reports: 1,
      sums: sums.map(String),
    });
  const nation = (await keptLevels(kheo.connection.db, at)).get(ids['nation'] ?? '');
  await kheo.connection.pool.query('delete from report_total where period_from = $1', [at.periodFrom]);
  return [...(nation?.sums ?? [])];
}

it('adds lanes exactly, whatever the size of their figures', async () => {
  const largest = 2n ** 62n - 1n;
  const figure = fc.oneof(
    fc.bigInt({ min: -40_000n, max: 40_000n }),
    fc.bigInt({ min: -(2n ** 32n), max: 2n ** 32n }),
    fc.bigInt({ min: -(2n ** 48n), max: 2n ** 48n }),
    fc.bigInt({ min: -largest, max: largest }),
    fc.constantFrom(
      0n,
      -32_768n,
      32_767n,
      -(2n ** 31n),
      2n ** 31n - 1n,
      -(2n ** 47n),
      2n ** 47n - 1n,
      2n ** 47n,
    ),
  );
  const figures = fc.oneof(
    fc.array(fc.bigInt({ min: -40_000n, max: 40_000n }), { minLength: 1, maxLength: 5 }),
    fc.array(figure, { minLength: 1, maxLength: 5 }),
  );
  await fc.assert(
    fc.asyncProperty(figures, figures, async (first, second) => {
      const width = Math.max(first.length, second.length);
      const sums = Array.from({ length: width }, (_, at) => (first[at] ?? 0n) + (second[at] ?? 0n));
      expect(await inLanes(first, second)).toEqual(sums);
    }),
    { numRuns: 200 },
  );
});

it('has lanes only where everybody meets', async () => {
  const { rows } = await kheo.connection.pool.query<{ depth: number; rows: number }>(
    'select depth, count(*)::int as rows from report_total group by depth order by depth',
  );
  expect(rows.map((row) => [row.depth, row.rows])).toEqual([
    [1, 2],
    [2, 2],
    [3, 1],
    [4, 2],
  ]);
});
