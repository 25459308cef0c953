import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { offerStateWords } from '#domain/recognition/recognition.words.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';
import { seePractice } from '#server/practices/see-practice.reads.ts';
import { campaignToAct } from './recognition.policy.ts';
import { isWorthSpreading } from './replication.reads.ts';
import { lockForProposal } from './rewards.store.ts';
import {
  answerOffer,
  insertOffers,
  lockOffer,
  unitsAlreadyOffered,
  type LockedOffer,
} from './replication.store.ts';

interface OfferInput {
  readonly campaignId: string;
  readonly unitIds: readonly string[];
  readonly message: string;
}

/** Puts an effective, recognised or documented practice to units below the campaign's owner (domain.md §2, step 6). */
export async function offerReplication(command: CommandContext, practiceId: string, body: OfferInput) {
  const { practice } = await seePractice(command, practiceId);
  const campaign = await campaignToAct(command, body.campaignId, 'replication.offer');
  if (campaign.state === 'closed') throw new Problem('campaign_not_open', { title: campaign.title });
  if (!(await isWorthSpreading(command, practice)))
    throw new Problem('action_blocked', {
      action: `giới thiệu nhân rộng “${practice.name}”`,
      reason: 'mô hình chưa được công nhận và chưa được đánh giá là có hiệu quả',
      mend: 'Chọn mô hình đã công nhận, hoặc đang thực hiện đúng tiến độ và có minh chứng mới.',
    });
  const unitIds = [...new Set(body.unitIds)];
  // Two who offer the same practice at once come one after the other.
  await lockForProposal(command, practiceId);
  await checkUnits(command, { practice, campaign, unitIds: body.unitIds });
  const offers = await insertOffers(command, {
    practiceId,
    campaignId: campaign.id,
    message: body.message,
    unitIds,
  });
  for (const offer of offers)
    await command.record({
      subjectType: 'replication_offer',
      subjectId: offer.id,
      unitId: offer.unitId,
      action: 'offer',
      toState: 'offered',
    });
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'offer_replication',
    details: { campaignId: campaign.id, units: unitIds.length },
  });
  return { ids: offers.map((offer) => offer.id) };
}

async function checkUnits(
  command: CommandContext,
  given: { practice: PracticeRow; campaign: CampaignRecord; unitIds: readonly string[] },
): Promise<void> {
  const { practice, campaign, unitIds } = given;
  const { tree } = command;
  const already = await unitsAlreadyOffered(command, {
    practiceId: practice.id,
    campaignId: campaign.id,
    unitIds,
  });
  const faults: FieldProblem[] = [];
  for (const [index, unitId] of unitIds.entries()) {
    const path = `unitIds.${index}`;
    const unit = tree.find(unitId);
    if (!unit || !tree.isWithin(unitId, campaign.ownerUnitId))
      faults.push({ path, message: 'Đơn vị không thuộc phạm vi của chiến dịch' });
    else if (unitId === practice.unit_id)
      faults.push({ path, message: `${unit.name} là đơn vị của chính mô hình này` });
    else if (already.has(unitId))
      faults.push({ path, message: `${unit.name} đã được giới thiệu hoặc đã áp dụng mô hình này` });
  }
  if (faults.length > 0) throw invalidInput(faults);
}

/** The unit does not take it up, and says why. */
export async function declineOffer(command: CommandContext, id: string, body: { reason: string }) {
  const offer = await offerToAnswer(command, id);
  const version = await answerOffer(command, offer, { state: 'declined', reason: body.reason });
  await command.record({
    subjectType: 'replication_offer',
    subjectId: id,
    unitId: offer.unit_id,
    action: 'decline',
    fromState: 'offered',
    toState: 'declined',
    reason: body.reason,
  });
  return { id, version };
}

/** The offer under lock, for somebody who answers for its unit; refused where it has been answered. */
export async function offerToAnswer(command: CommandContext, id: string): Promise<LockedOffer> {
  const offer = await lockOffer(command, id);
  const { access } = command.caller;
  if (!access.can('practice.read', offer.unit_id)) throw new Problem('not_found');
  if (!access.can('practice.replicate', offer.unit_id)) throw new Problem('forbidden');
  if (offer.state !== 'offered')
    throw await stateChanged(command.db, {
      type: 'replication_offer',
      id,
      stateWords: offerStateWords[offer.state],
    });
  return offer;
}
