import { administrativeLives } from '#domain/organisations/reference/area-lives.ts';
import type { AdministrativeUnits } from '#domain/organisations/reference/build-administrative-units.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { type Clock, todayOf } from '#server/platform/clock.ts';
import { runCommand } from '#server/platform/commands/run-command.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { FileStore } from '#server/platform/files/file-store.ts';
import { newId } from '#server/platform/ids.ts';
import { type LoadResult, loadAdministrativeUnits } from './load-administrative-units.ts';

/** Loads in one command of nobody: its history row and its audit row are there, or nothing is. */
export async function runLoad(
  to: { readonly db: Db; readonly clock: Clock; readonly files: FileStore },
  units: AdministrativeUnits,
  note?: (text: string) => void,
): Promise<LoadResult> {
  const today = todayOf(to.clock);
  const tree = await loadTree(to.db, today);
  const answer = await runCommand(
    to.db,
    { now: to.clock.now().toISOString(), today, tree, files: to.files, caller: null },
    { commandId: newId(), name: 'npm run reference', request: null, subjectId: null },
    (command) => loadAdministrativeUnits(command, administrativeLives(units), note),
  );
  // A first answer is never replayed here: the command's id was made above.
  return answer as LoadResult;
}
