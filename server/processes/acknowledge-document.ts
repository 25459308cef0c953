import { formatInstant } from '#domain/kernel/instant.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { visibleDocumentById } from '#server/documents/document-access.reads.ts';
import { lockDispatch, markAcknowledged } from '#server/documents/documents.store.ts';
import { movePractice } from '#server/practices/move-practice.store.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { practicesToStart } from './issue-effects.store.ts';

/**
 * A unit says once that it has got the paper and made it known (quán triệt). With a notice of assignment it may
 * start, in the same act, the practices that the notice gives to it.
 */
export async function acknowledgeDocument(
  command: CommandContext,
  id: string,
  given: { unitId: string; startPractices: boolean },
): Promise<{ id: string; version: number; started: number }> {
  const { access } = command.caller;
  const document = await visibleDocumentById(command, id);
  if (!access.can('document.read', given.unitId)) throw new Problem('not_found');
  if (!access.can('document.acknowledge', given.unitId)) throw new Problem('forbidden');
  const dispatch = await lockDispatch(command.db, id, given.unitId);
  if (!dispatch) throw new Problem('not_found');
  if (dispatch.acknowledgedAt !== null)
    throw new Problem('already_acknowledged', { when: formatInstant(dispatch.acknowledgedAt) });
  await markAcknowledged(command, id, given.unitId);
  const startable =
    given.startPractices && access.can('practice.implement', given.unitId)
      ? await practicesToStart(command, { documentId: id, unitId: given.unitId })
      : [];
  for (const practiceId of startable)
    await movePractice(command, { practiceId, action: 'start', documentId: id });
  await command.record({
    subjectType: 'document',
    subjectId: id,
    unitId: given.unitId,
    action: 'acknowledge',
    documentId: id,
    details: { unit: command.tree.find(given.unitId)?.name ?? '', started: startable.length },
  });
  return { id, version: document.version, started: startable.length };
}
