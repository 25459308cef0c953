import { unitsOfChanges } from '#domain/organisations/plan-undoing.ts';
import type { OrganisationChanges, Reorganisation } from '#domain/organisations/reorganisation.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { chunks, type OrganisationEffects } from './apply-changes.store.ts';

export interface GrantEffect {
  readonly grantId: string;
}

export interface PracticeEffect {
  readonly practiceId: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
}

/** All that an act wrote, beside itself. */
export interface ReorganisationEffects {
  readonly organisation: OrganisationEffects;
  readonly practices: readonly PracticeEffect[];
  readonly grants: readonly GrantEffect[];
}

export async function insertReorganisation(
  command: CommandContext,
  act: {
    asked: Reorganisation;
    paper: { documentId: string | null; documentText: string; reason: string };
  },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('reorganisation')
    .values({
      id,
      kind: act.asked.kind,
      on_day: act.asked.on,
      document_id: act.paper.documentId,
      document_text: act.paper.documentText,
      reason: act.paper.reason,
      asked: JSON.stringify(act.asked, (_, value: unknown) =>
        value instanceof Map ? Object.fromEntries(value) : value,
      ),
      account_id: command.caller?.accountId ?? null,
      at: command.now,
    })
    .execute();
  return id;
}

export async function keepEffects(
  command: CommandContext,
  id: string,
  effects: ReorganisationEffects,
): Promise<void> {
  await command.db
    .updateTable('reorganisation')
    .set({ effects: JSON.stringify(effects) })
    .where('id', '=', id)
    .execute();
}

/** Which units an act was about, for their life lines. */
export async function noteUnits(
  command: CommandContext,
  id: string,
  changes: OrganisationChanges,
): Promise<void> {
  const parts = Object.entries(unitsOfChanges(changes)).flatMap(([part, unitIds]) =>
    unitIds.map((unit_id) => ({ unit_id, part })),
  );
  for (const rows of chunks(parts))
    await command.db
      .insertInto('reorganisation_unit')
      .values(rows.map((row) => ({ reorganisation_id: id, ...row })))
      .execute();
}

export async function markUndone(
  command: CommandContext,
  act: { readonly id: string; readonly reason: string },
): Promise<void> {
  await command.db
    .updateTable('reorganisation')
    .set({ undone_at: command.now, undo_reason: act.reason })
    .where('id', '=', act.id)
    .execute();
}
