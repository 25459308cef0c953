import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import type { PracticeState, Subject } from '#domain/practices/practice.states.ts';
import {
  rewardForm,
  rewardStateWords,
  rewardTrackWords,
  type RewardTrack,
} from '#domain/recognition/rewards.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { campaignToAct } from './recognition.policy.ts';
import { rewardFile } from './rewards.reads.ts';
import {
  insertReward,
  lockForProposal,
  lockReward,
  sameReward,
  setRewardOutcome,
  type Outcome,
} from './rewards.store.ts';

interface RewardInput {
  readonly practiceId: string;
  readonly track: RewardTrack;
  readonly form: string;
  readonly recipientName: string;
  readonly recipientSubject: Subject;
  readonly level: 'own' | 'upper';
  readonly reason: string;
}

/**
 * Proposes a reward for a recognised practice on one of the two tracks. On the state track the register's own
 * data for the proposal file are kept with it, as they stood when it was proposed.
 */
export async function proposeReward(command: CommandContext, campaignId: string, body: RewardInput) {
  const campaign = await campaignToAct(command, campaignId, 'reward.propose');
  const form = rewardForm(body.track, body.form);
  if (!form)
    throw invalidInput([
      { path: 'form', message: `Chọn một hình thức thuộc “${rewardTrackWords[body.track]}”` },
    ]);
  if (body.track === 'state' && body.reason === '')
    throw invalidInput([
      { path: 'reason', message: 'Hồ sơ khen thưởng của Nhà nước cần tóm tắt thành tích' },
    ]);
  const practice = await lockForProposal(command, body.practiceId);
  if (!practice || practice.campaign_id !== campaign.id)
    throw invalidInput([{ path: 'practiceId', message: 'Không có mô hình này trong chiến dịch' }]);
  if (practice.state !== 'recognised')
    throw new Problem('action_blocked', {
      action: `đề nghị khen thưởng “${practice.name}”`,
      reason: `đang ở trạng thái “${practiceStateWords[practice.state as PracticeState]}”`,
      mend: 'Chỉ đề nghị khen thưởng mô hình đã được công nhận.',
    });
  const reward = { ...body, campaignId: campaign.id };
  if (await sameReward(command, reward))
    throw new Problem('action_blocked', {
      action: `đề nghị khen thưởng “${practice.name}”`,
      reason: `${body.recipientName} đã được đề nghị “${form.label}”`,
      mend: 'Mở đề nghị đã có để ghi kết quả, hoặc chọn hình thức khác.',
    });
  const id = await insertReward(command, reward);
  await command.record({
    subjectType: 'reward_proposal',
    subjectId: id,
    unitId: practice.unit_id,
    action: 'propose',
    toState: 'proposed',
    details: body.track === 'state' ? { file: await rewardFile(command, practice) } : {},
  });
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'propose_reward',
    details: { rewardId: id, track: body.track, form: form.label, level: body.level },
  });
  return { id, version: 1 };
}

/** Records what became of a reward proposal: decided once, from the paper that came. */
export async function recordRewardOutcome(
  command: CommandContext,
  id: string,
  body: Outcome<'granted' | 'refused'> & { readonly version: number },
) {
  const reward = await lockReward(command, id);
  const campaign = await campaignById(command.db, reward.campaign_id);
  if (!command.caller.access.can('practice.read', reward.unit_id)) throw new Problem('not_found');
  if (!command.caller.access.can('reward.propose', campaign.ownerUnitId)) throw new Problem('forbidden');
  if (reward.state !== 'proposed')
    throw await stateChanged(command.db, {
      type: 'reward_proposal',
      id,
      stateWords: rewardStateWords[reward.state],
    });
  if (reward.version !== body.version)
    throw await versionConflict(command.db, { type: 'reward_proposal', id });
  refuseFutureDay(command, body.decidedOn);
  const version = await setRewardOutcome(command, reward, body);
  await command.record({
    subjectType: 'reward_proposal',
    subjectId: id,
    unitId: reward.unit_id,
    action: 'outcome',
    fromState: 'proposed',
    toState: body.state,
    details: { decidedOn: body.decidedOn, decisionSymbol: body.decisionSymbol },
  });
  await command.record({
    subjectType: 'practice',
    subjectId: reward.practice_id,
    unitId: reward.unit_id,
    action: 'reward_outcome',
    details: {
      rewardId: id,
      outcome: body.state,
      decidedOn: body.decidedOn,
      decisionSymbol: body.decisionSymbol,
    },
  });
  return { id, version };
}

/** What is recorded from a paper has happened. */
export function refuseFutureDay(command: CommandContext, decidedOn: string): void {
  if (decidedOn > command.today)
    throw invalidInput([{ path: 'decidedOn', message: 'Ngày quyết định không được sau hôm nay' }]);
}
