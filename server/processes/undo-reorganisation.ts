import { Problem } from '#domain/kernel/problem.ts';
import { reorganisationWords } from '#domain/organisations/reorganisation.ts';
import { reorganisationById, unitsAtStake, unitsOfAct } from '#server/organisations/reorganisations.reads.ts';
import { markUndone } from '#server/organisations/reorganisations.store.ts';
import { undoChanges } from '#server/organisations/undo-changes.store.ts';
import { lockOrganisation } from '#server/organisations/units.store.ts';
import { visibleUnits } from '#server/organisations/units.reads.ts';
import type { CommandContext, ReadContext } from '#server/platform/commands/context.ts';
import { forgetUnits } from '#server/reports/totals.store.ts';
import { takeGrantsBack, takePracticesBack } from './reorganisation-moves.store.ts';
import { undoingBlocked } from './undo-reorganisation.reads.ts';

/** Takes an act back, wholly, while nothing depends on it: the organisation is then as if it had never been. */
export async function undoReorganisation(
  command: CommandContext,
  id: string,
  asked: { reason: string },
): Promise<{ id: string }> {
  await lockOrganisation(command.db);
  const act = await reorganisationById(command.db, id);
  if (!act) throw new Problem('not_found');
  const units = await unitsOfAct(command.db, id);
  mayUndo(command, unitsAtStake(units));
  const blocked = await undoingBlocked(command, act);
  if (blocked)
    throw new Problem('action_blocked', {
      action: `hoàn tác “${reorganisationWords[act.kind]}”`,
      ...blocked,
    });
  await takePracticesBack(command, { id, on: act.on, practices: act.effects.practices });
  await takeGrantsBack(command, {
    grants: act.effects.grants,
    founded: act.effects.organisation.founded,
  });
  await markUndone(command, { id, reason: asked.reason });
  await forgetUnits(command.db, act.effects.organisation.founded);
  await undoChanges(command, { id, on: act.on, effects: act.effects.organisation });
  await command.enqueue('recompute_reports', { endingFrom: act.on });
  for (const unitId of act.effects.organisation.ended)
    await command.record({
      subjectType: 'unit',
      subjectId: unitId,
      unitId,
      action: 'undo',
      reason: asked.reason,
      details: { reorganisationId: id, kind: act.kind, on: act.on },
    });
  if (act.effects.organisation.ended.length === 0)
    await command.record({
      subjectType: 'reorganisation',
      subjectId: id,
      action: 'undo',
      reason: asked.reason,
      details: { kind: act.kind, on: act.on },
    });
  return { id };
}

function mayUndo(context: ReadContext, unitIds: readonly string[]): void {
  for (const unitId of unitIds) {
    if (context.caller.access.can('organisation.manage', unitId)) continue;
    throw new Problem(visibleUnits(context, context.tree).has(unitId) ? 'forbidden' : 'not_found');
  }
}
