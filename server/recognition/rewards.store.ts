import { Problem } from '#domain/kernel/problem.ts';
import type { Subject } from '#domain/practices/practice.states.ts';
import type { RewardState, RewardTrack } from '#domain/recognition/rewards.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';

export interface NewReward {
  readonly campaignId: string;
  readonly practiceId: string;
  readonly track: RewardTrack;
  readonly form: string;
  readonly recipientName: string;
  readonly recipientSubject: Subject;
  readonly level: 'own' | 'upper';
  readonly reason: string;
}

/** A practice, locked so that two proposals for it come one after the other; undefined where there is none. */
export function lockForProposal(command: CommandContext, id: string): Promise<PracticeRow | undefined> {
  return command.db.selectFrom('practice').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Whether this recipient is proposed for, or has been granted, the very same form for this practice. */
export async function sameReward(command: CommandContext, reward: NewReward): Promise<boolean> {
  const same = await command.db
    .selectFrom('reward_proposal')
    .select('id')
    .where('practice_id', '=', reward.practiceId)
    .where('track', '=', reward.track)
    .where('form', '=', reward.form)
    .where('level', '=', reward.level)
    .where('recipient_name', '=', reward.recipientName)
    .where('state', '<>', 'refused')
    .executeTakeFirst();
  return same !== undefined;
}

export async function insertReward(command: CommandContext, reward: NewReward): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('reward_proposal')
    .values({
      id,
      campaign_id: reward.campaignId,
      practice_id: reward.practiceId,
      track: reward.track,
      form: reward.form,
      recipient_name: reward.recipientName,
      recipient_subject: reward.recipientSubject,
      level: reward.level,
      reason: reward.reason,
      state: 'proposed',
      created_at: command.now,
    })
    .execute();
  return id;
}

/** The proposal, locked until the transaction ends, with the unit of its practice. */
export async function lockReward(command: CommandContext, id: string) {
  const row = await command.db
    .selectFrom('reward_proposal')
    .innerJoin('practice', 'practice.id', 'reward_proposal.practice_id')
    .selectAll('reward_proposal')
    .select('practice.unit_id')
    .where('reward_proposal.id', '=', id)
    .forUpdate('reward_proposal')
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return { ...row, state: row.state as RewardState };
}

export interface Outcome<S extends string> {
  readonly state: S;
  readonly decidedOn: string;
  readonly decisionSymbol: string;
}

export async function setRewardOutcome(
  command: CommandContext,
  reward: { id: string; version: number },
  outcome: Outcome<'granted' | 'refused'>,
): Promise<number> {
  await command.db
    .updateTable('reward_proposal')
    .set({
      state: outcome.state,
      decided_on: outcome.decidedOn,
      decision_symbol: outcome.decisionSymbol || null,
      version: reward.version + 1,
    })
    .where('id', '=', reward.id)
    .execute();
  return reward.version + 1;
}
