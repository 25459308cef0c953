import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { profileFaults } from '#domain/reports/profile-facts.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { saveYear } from './profile.store.ts';

/** Keeps the place of a year once; every report of it shows these. */
export async function saveProfile(
  command: CommandContext,
  at: { id: string; year: number },
  given: ParsedBody<(typeof reportsApi)['PUT /api/units/:id/profile/:year']>,
): Promise<{ id: string; version: number }> {
  const { access } = command.caller;
  if (!access.can('unit_report.read', at.id)) throw new Problem('not_found');
  if (!access.can('unit_report.write', at.id)) throw new Problem('forbidden');
  const faults = profileFaults(given.facts);
  if (faults.length > 0)
    throw invalidInput(faults.map(({ fact, message }) => ({ path: `facts.${fact}`, message })));
  const version = await saveYear(command, { unitId: at.id, year: at.year, ...given });
  if (version === null) throw await versionConflict(command.db, { type: 'unit_profile', id: at.id });
  await command.record({
    subjectType: 'unit_profile',
    subjectId: at.id,
    unitId: at.id,
    action: 'edit',
    details: { year: at.year, version },
  });
  return { id: at.id, version };
}
