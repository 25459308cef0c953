import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';
import { copied } from '#server/platform/database/copied.ts';
import { sql } from 'kysely';

/** What is kept for a unit with all below it; the figures are exact. */
export interface KeptTotal {
  readonly reports: number;
  readonly sums: BigInt64Array;
}

/** The levels whose sums are also kept packed (db/migrations/0016, report_total). */
const packedDepth = 3;

/**
 * The totals of the three uppermost levels (country, provinces, communes; or province, communes, villages) of a form
 * and period, as the organisation stood on the period's last day: 130,000 figures of a country.
 */
export async function upperTotals(
  db: Db,
  at: { readonly formId: string; readonly periodFrom: Day },
): Promise<ReadonlyMap<string, KeptTotal>> {
  const rows = await copied(
    db,
    sql`select unit_id::text, reports, packed from report_total
      where form_id = ${sql.lit(at.formId)}::uuid and period_from = ${sql.lit(at.periodFrom)}::date and depth <= ${sql.lit(packedDepth)}`,
  );
  const lanes = [...rows].flatMap(([unitId, reports, packed]) =>
    unitId && reports && packed
      ? { unitId: unitId.toString('latin1'), reports: reports.readInt32BE(), packed }
      : [],
  );
  const figures = figuresIn(lanes.map((lane) => lane.packed));
  const totals = new Map<string, KeptTotal>();
  let from = 0;
  for (const { unitId, reports, packed } of lanes) {
    const to = from + packed.length / 8;
    const lane = { reports, sums: figures.subarray(from, to) };
    const other = totals.get(unitId);
    totals.set(unitId, other ? together(other, lane) : lane);
    from = to;
  }
  return totals;
}

/** All in one piece. PostgreSQL sends the highest byte first, this machine keeps the lowest first. */
function figuresIn(packed: readonly Buffer[]): BigInt64Array {
  const own = new Uint8Array(packed.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of packed) {
    own.set(one, at);
    at += one.length;
  }
  Buffer.from(own.buffer).swap64();
  return new BigInt64Array(own.buffer);
}

/** Two lanes of a unit; those of an earlier version of the form may be shorter. */
function together(a: KeptTotal, b: KeptTotal): KeptTotal {
  const [short, long] = a.sums.length < b.sums.length ? [a.sums, b.sums] : [b.sums, a.sums];
  return { reports: a.reports + b.reports, sums: long.map((value, index) => value + (short[index] ?? 0n)) };
}
