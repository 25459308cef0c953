import { acceptedStates } from '#domain/practices/practice.states.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { sql, type SqlBool } from 'kysely';

/** What issuing a paper decides about the practices it lists. */
export type IssueEffect = 'assign' | 'decide_recognition';

export interface AffectedPractice {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  /** Still as it was when the paper was composed: accepted (or recognised) and in no issued paper of the kind. */
  readonly fits: boolean;
}

const columnOf = {
  assign: 'assignment_document_id',
  decide_recognition: 'recognition_document_id',
} as const satisfies Record<IssueEffect, string>;

/** The listed practices under lock, in one order for everybody so that two issues cannot lock each other out. */
export async function lockListed(
  command: CommandContext,
  ids: readonly string[],
  effect: IssueEffect,
): Promise<AffectedPractice[]> {
  const states = effect === 'assign' ? acceptedStates.filter((one) => one !== 'stopped') : ['recognised'];
  const rows = await command.db
    .selectFrom('practice')
    .where(sql<SqlBool>`practice.id = any(${[...ids]}::uuid[])`)
    .select(['id', 'name', 'unit_id', 'state', 'assignment_document_id', 'recognition_document_id'])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    unitId: row.unit_id,
    fits: row[columnOf[effect]] === null && (states as readonly string[]).includes(row.state),
  }));
}

/** Puts the issued paper onto each practice it lists, with a line in its history. */
export async function applyEffect(
  command: CommandContext,
  practices: readonly AffectedPractice[],
  given: { effect: IssueEffect; documentId: string; symbol: string },
): Promise<void> {
  const ids = practices.map((one) => one.id);
  await command.db
    .updateTable('practice')
    .set({ [columnOf[given.effect]]: given.documentId, updated_at: command.now })
    .where(sql<SqlBool>`practice.id = any(${ids}::uuid[])`)
    .execute();
  for (const practice of practices)
    await command.record({
      subjectType: 'practice',
      subjectId: practice.id,
      unitId: practice.unitId,
      action: given.effect,
      documentId: given.documentId,
      details: { symbol: given.symbol },
    });
}

/** Practices of a unit that a notice assigned and that have not been started. */
export async function practicesToStart(
  command: CommandContext,
  given: { documentId: string; unitId: string },
): Promise<string[]> {
  const rows = await command.db
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .where('practice.assignment_document_id', '=', given.documentId)
    .where('practice.unit_id', '=', given.unitId)
    .where('practice.state', '=', 'assigned')
    .where('campaign.state', '=', 'open')
    .select('practice.id')
    .orderBy('practice.id')
    .execute();
  return rows.map((row) => row.id);
}
