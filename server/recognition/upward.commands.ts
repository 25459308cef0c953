import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { upwardStateWords } from '#domain/recognition/recognition.words.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { mayRecord } from './recognition.policy.ts';
import { refuseFutureDay } from './rewards.commands.ts';
import { lockForProposal, type Outcome } from './rewards.store.ts';
import { insertUpward, lockUpward, setUpwardOutcome } from './upward.store.ts';

interface UpwardInput {
  readonly toUnitId: string;
  readonly proposedOn: string;
  readonly reason: string;
}

/** Proposes a practice recognised here to a level above, once. */
export async function proposeUpward(command: CommandContext, practiceId: string, body: UpwardInput) {
  const { caller, tree } = command;
  const practice = await lockForProposal(command, practiceId);
  if (!practice || !caller.access.can('practice.read', practice.unit_id)) throw new Problem('not_found');
  // Who may not decide is told so, whatever the practice's state; one from an old paper has no campaign.
  const ownerUnitId =
    practice.campaign_id === null
      ? practice.unit_id
      : (await campaignById(command.db, practice.campaign_id)).ownerUnitId;
  if (!caller.access.can('practice.decide', ownerUnitId)) throw new Problem('forbidden');
  const blocked = (reason: string, mend: string): Problem =>
    new Problem('action_blocked', { action: `đề nghị cấp trên công nhận “${practice.name}”`, reason, mend });
  if (practice.campaign_id === null || practice.state !== 'recognised')
    throw blocked(
      `đang ở trạng thái “${practiceStateWords[practice.state as PracticeState]}”`,
      'Chỉ đề nghị mô hình đã được cấp mình công nhận.',
    );
  if (body.toUnitId === ownerUnitId || !tree.has(body.toUnitId) || !tree.isWithin(ownerUnitId, body.toUnitId))
    throw invalidInput([
      { path: 'toUnitId', message: `Chọn cấp trên của ${tree.find(ownerUnitId)?.name ?? 'đơn vị'}` },
    ]);
  if (body.proposedOn > command.today)
    throw invalidInput([{ path: 'proposedOn', message: 'Ngày đề nghị không được sau hôm nay' }]);
  const id = await insertUpward(command, { practiceId, ...body });
  if (id === null) throw blocked('đã đề nghị cấp trên', 'Mở đề nghị đã có để ghi kết quả.');
  await command.record({
    subjectType: 'upward_proposal',
    subjectId: id,
    unitId: practice.unit_id,
    action: 'propose',
    toState: 'proposed',
    details: { toUnitId: body.toUnitId, proposedOn: body.proposedOn },
  });
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'propose_upward',
    details: { toUnitId: body.toUnitId, proposedOn: body.proposedOn },
  });
  return { id, version: 1 };
}

/** Records the upper level's answer: by that level itself, or by the agency that received its paper. */
export async function recordUpwardOutcome(
  command: CommandContext,
  id: string,
  body: Outcome<'recognised' | 'not_recognised'> & { readonly version: number },
) {
  const proposal = await lockUpward(command, id);
  const { access } = command.caller;
  const visible = [proposal.unit_id, proposal.to_unit_id].some((unit) => access.can('practice.read', unit));
  if (!visible) throw new Problem('not_found');
  if (!mayRecord(command, { toUnitId: proposal.to_unit_id, fromUnitId: proposal.owner_unit_id }))
    throw new Problem('forbidden');
  if (proposal.state !== 'proposed')
    throw await stateChanged(command.db, {
      type: 'upward_proposal',
      id,
      stateWords: upwardStateWords[proposal.state],
    });
  if (proposal.version !== body.version)
    throw await versionConflict(command.db, { type: 'upward_proposal', id });
  refuseFutureDay(command, body.decidedOn);
  if (body.decidedOn < proposal.proposed_on)
    throw invalidInput([{ path: 'decidedOn', message: 'Ngày quyết định không được trước ngày đề nghị' }]);
  const version = await setUpwardOutcome(command, proposal, body);
  const details = { decidedOn: body.decidedOn, decisionSymbol: body.decisionSymbol };
  await command.record({
    subjectType: 'upward_proposal',
    subjectId: id,
    unitId: proposal.unit_id,
    action: 'outcome',
    fromState: 'proposed',
    toState: body.state,
    details,
  });
  await command.record({
    subjectType: 'practice',
    subjectId: proposal.practice_id,
    unitId: proposal.unit_id,
    action: 'upward_outcome',
    details: { ...details, outcome: body.state },
  });
  return { id, version };
}
