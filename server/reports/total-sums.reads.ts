import type { Day } from '#domain/kernel/day.ts';
import { isNamedBy } from '#server/organisations/paths.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql, type RawBuilder } from 'kysely';

/** How many figures the longest row of a period has; rows of an earlier version of its form may be shorter. */
export async function widthOf(db: Db, at: { formId: string; periodFrom: Day }): Promise<number> {
  const { rows } = await sql<{ width: number }>`
    select greatest(
      (select max(cardinality(contribution)) from report
        where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date),
      (select max(cardinality(sums)) from report_total
        where form_id = ${at.formId}::uuid and period_from = ${at.periodFrom}::date), 0) as width`.execute(
    db,
  );
  return rows[0]?.width ?? 0;
}

/** `sum_figures` written out for a width: many times as fast over many rows. */
export function sumsOf(column: string, width: number): RawBuilder<unknown> {
  const each = Array.from(
    { length: width },
    (_, index) => sql`coalesce(sum(${sql.ref(column)}[${sql.lit(index + 1)}]), 0)::bigint`,
  );
  return sql`array[${sql.join(each)}]::bigint[]`;
}

/** That `above` is the unit of a step of a place's path. */
export const stepUnit = isNamedBy('above', 'place.path', sql.ref('step.depth'));
