import type { CommandContext } from '#server/platform/commands/context.ts';
import { exactArray } from './exact.reads.ts';
import type { KeptFigures } from './kept-figures.reads.ts';

/** Notes which difference the unit looked at and left as it is. */
export async function keepFigures(
  command: CommandContext,
  kept: Pick<KeptFigures, 'counted' | 'known'> & { readonly reportId: string },
): Promise<void> {
  await command.db
    .insertInto('report_kept_figures')
    .values({
      id: command.newId(),
      report_id: kept.reportId,
      counted: exactArray(kept.counted),
      known: exactArray(kept.known),
      account_id: command.caller.accountId,
      at: command.now,
    })
    .execute();
}
