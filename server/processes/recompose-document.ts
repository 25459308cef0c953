import { recomposeDraft, recomposedCampaignPaper } from '#server/documents/documents.commands.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { recomposeConsolidated } from './consolidated-report.ts';

/** Composes a draft again from its sources as they are now: the reports below, or the register. */
export function recomposeDocument(
  command: CommandContext,
  id: string,
  version: number,
): Promise<{ id: string; version?: number }> {
  return recomposeDraft(command, id, {
    version,
    compose: async (document) =>
      (await recomposeConsolidated(command, document)) ?? recomposedCampaignPaper(command, document),
  });
}
