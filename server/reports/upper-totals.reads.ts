import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';
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
 * and period, as the organisation stood on the period's last day. One row comes back, with all figures in one piece: to
 * write and to read 130,000 numbers as text takes many times as long as to find them.
 */
export async function upperTotals(
  db: Db,
  at: { readonly formId: string; readonly periodFrom: Day },
): Promise<ReadonlyMap<string, KeptTotal>> {
  const { rows } = await sql<{ ids: string | null; reports: string; bytes: string; packed: string }>`
    select string_agg(unit_id::text, ',') as ids, string_agg(reports::text, ',') as reports,
      string_agg(length(packed)::text, ',') as bytes, encode(string_agg(packed, ''), 'base64') as packed
    from report_total
    where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date and depth <= ${sql.lit(packedDepth)}`.execute(
    db,
  );
  const totals = new Map<string, KeptTotal>();
  const [row] = rows;
  if (!row || row.ids === null) return totals;
  const figures = figuresIn(row.packed);
  const reports = row.reports.split(',');
  const bytes = row.bytes.split(',');
  let from = 0;
  for (const [index, unitId] of row.ids.split(',').entries()) {
    const to = from + Number(bytes[index]) / 8;
    const lane = { reports: Number(reports[index]), sums: figures.subarray(from, to) };
    const other = totals.get(unitId);
    totals.set(unitId, other ? together(other, lane) : lane);
    from = to;
  }
  return totals;
}

/** PostgreSQL sends the highest byte first, this machine keeps the lowest first: turned round once for all. */
function figuresIn(packed: string): BigInt64Array {
  const sent = Buffer.from(packed, 'base64');
  const own = new Uint8Array(sent.length);
  own.set(sent);
  Buffer.from(own.buffer).swap64();
  return new BigInt64Array(own.buffer);
}

/** Two lanes of a unit; those of an earlier version of the form may be shorter. */
function together(a: KeptTotal, b: KeptTotal): KeptTotal {
  const [short, long] = a.sums.length < b.sums.length ? [a.sums, b.sums] : [b.sums, a.sums];
  return { reports: a.reports + b.reports, sums: long.map((value, index) => value + (short[index] ?? 0n)) };
}
