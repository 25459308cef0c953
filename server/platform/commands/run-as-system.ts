import type { App } from '../http/app.ts';
import { newId } from '../ids.ts';
import type { CommandContext } from './context.ts';
import { runCommand } from './run-command.ts';

/** Runs work in a command of nobody: what goes by rule, and how a story begins before there is any account. */
export async function runAsSystem<T>(
  app: Pick<App, 'db' | 'clock' | 'files' | 'treeToday'>,
  name: string,
  work: (command: CommandContext) => Promise<T>,
): Promise<T> {
  const now = app.clock.now().toISOString();
  const { tree, today } = await app.treeToday(now);
  return (await runCommand(
    app.db,
    { now, today, tree, files: app.files, caller: null },
    { commandId: newId(), name, request: null, subjectId: null },
    work,
  )) as T;
}
