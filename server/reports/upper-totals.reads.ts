import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** What is kept for a unit with all below it. */
export interface KeptTotal {
  reports: number;
  readonly sums: bigint[];
}

/**
 * The totals of all units down to a depth (1 is the root) of a form and period, as the organisation stood on the
 * period's last day: one read for the whole country without the villages.
 */
export async function totalsDownTo(
  db: Db,
  at: { readonly formId: string; readonly periodFrom: Day },
  depth: number,
): Promise<ReadonlyMap<string, KeptTotal>> {
  const { rows } = await sql<{ unit_id: string; reports: number; sums: string }>`
    select unit_id, reports, sums::text as sums from report_total
    where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date and depth <= ${depth}`.execute(
    db,
  );
  const totals = new Map<string, KeptTotal>();
  for (const row of rows) {
    // The text of a bigint[] without nulls, "{1,2,3}": half a million figures are read faster so.
    const sums = row.sums.slice(1, -1).split(',').map(BigInt);
    const total = totals.get(row.unit_id);
    if (total) addLane(total, { reports: row.reports, sums });
    else totals.set(row.unit_id, { reports: row.reports, sums });
  }
  return totals;
}

function addLane(total: KeptTotal, lane: KeptTotal): void {
  total.reports += lane.reports;
  for (const [index, value] of lane.sums.entries()) total.sums[index] = (total.sums[index] ?? 0n) + value;
}
