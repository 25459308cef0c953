import { Problem } from '#domain/kernel/problem.ts';
import type { UpwardState } from '#domain/recognition/recognition.words.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Outcome } from './rewards.store.ts';

export interface NewUpward {
  readonly practiceId: string;
  readonly toUnitId: string;
  readonly proposedOn: string;
  readonly reason: string;
}

/** Writes the proposal; null where the practice has been proposed upward before: it happens once. */
export async function insertUpward(command: CommandContext, proposal: NewUpward): Promise<string | null> {
  const row = await command.db
    .insertInto('upward_proposal')
    .values({
      id: command.newId(),
      practice_id: proposal.practiceId,
      to_unit_id: proposal.toUnitId,
      proposed_on: proposal.proposedOn,
      reason: proposal.reason,
      state: 'proposed',
    })
    .onConflict((conflict) => conflict.column('practice_id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The proposal, locked until the transaction ends, with its practice's unit and the level that proposed it. */
export async function lockUpward(command: CommandContext, id: string) {
  const row = await command.db
    .selectFrom('upward_proposal')
    .innerJoin('practice', 'practice.id', 'upward_proposal.practice_id')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .selectAll('upward_proposal')
    .select(['practice.unit_id', 'campaign.owner_unit_id'])
    .where('upward_proposal.id', '=', id)
    .forUpdate('upward_proposal')
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return { ...row, state: row.state as UpwardState };
}

export async function setUpwardOutcome(
  command: CommandContext,
  proposal: { id: string; version: number },
  outcome: Outcome<'recognised' | 'not_recognised'>,
): Promise<number> {
  await command.db
    .updateTable('upward_proposal')
    .set({
      state: outcome.state,
      decided_on: outcome.decidedOn,
      decision_symbol: outcome.decisionSymbol || null,
      version: proposal.version + 1,
    })
    .where('id', '=', proposal.id)
    .execute();
  return proposal.version + 1;
}
