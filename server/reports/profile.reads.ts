import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/** The place by year, newest first. */
export async function readProfile(
  context: ReadContext,
  unitId: string,
): Promise<ResponseOf<(typeof reportsApi)['GET /api/units/:id/profile']>> {
  const { db, caller } = context;
  if (!caller.access.can('unit_report.read', unitId)) throw new Problem('not_found');
  const rows = await db
    .selectFrom('unit_profile')
    .select(['year', 'version', 'source', 'facts'])
    .where('unit_id', '=', unitId)
    .orderBy('year', 'desc')
    .execute();
  const names = await namesOn(context, context, [unitId]);
  return {
    unit: names.of(unitId),
    years: rows.map((row) => ({ ...row, facts: row.facts as unknown as Record<string, string> })),
    canWrite: caller.access.can('unit_report.write', unitId),
  };
}
