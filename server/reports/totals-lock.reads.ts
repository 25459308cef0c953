import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';

/**
 * Whoever adds to totals holds the form together with others; whoever makes them anew, or changes the order of the
 * figures, holds it alone. Until the transaction ends.
 */
export async function lockTotals(db: Db, formId: string, how: 'together' | 'alone'): Promise<void> {
  const key = keyOf(sql`${formId}::uuid`);
  if (how === 'alone') await sql`select pg_advisory_xact_lock(${key})`.execute(db);
  else await sql`select pg_advisory_xact_lock_shared(${key})`.execute(db);
}

/** Takes hold of the form that a column names, together with others, as part of a query. */
export function totalsHeld(column: string): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock_shared(${keyOf(sql.ref(column))})`;
}

function keyOf(formId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`hashtextextended('report-totals ' || ${formId}::text, 0)`;
}
