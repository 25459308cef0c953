import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/** The place by year, newest first. */
export async function readProfile(
  { db, caller }: ReadContext,
  unitId: string,
): Promise<ResponseOf<(typeof reportsApi)['GET /api/units/:id/profile']>> {
  if (!caller.access.can('unit_report.read', unitId)) throw new Problem('not_found');
  const rows = await db
    .selectFrom('unit_profile')
    .select(['year', 'version', 'source', 'facts'])
    .where('unit_id', '=', unitId)
    .orderBy('year', 'desc')
    .execute();
  return {
    years: rows.map((row) => ({ ...row, facts: row.facts as unknown as Record<string, string> })),
    canWrite: caller.access.can('unit_report.write', unitId),
  };
}
