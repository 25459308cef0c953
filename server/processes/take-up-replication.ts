import type { Plan } from '#domain/campaigns/plan.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { practiceDetailsSchema } from '#domain/practices/practice.ts';
import type { Nature, Subject } from '#domain/practices/practice.states.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { PracticeRow } from '#server/practices/practice-facts.reads.ts';
import { insertDraft, intakeOn, lockSource, takenUpAlready } from '#server/practices/registration.store.ts';
import { offerToAnswer } from '#server/recognition/replication.commands.ts';
import { answerOffer } from '#server/recognition/replication.store.ts';

/**
 * A unit takes up an offered practice: a draft registration of its own is made, with its origin, its way of
 * doing copied and everything local (place, time, owner, people) left for the unit to fill in.
 */
export async function takeUpReplication(
  command: CommandContext,
  offerId: string,
): Promise<{ id: string; version: number }> {
  const offer = await offerToAnswer(command, offerId);
  const campaign = await campaignById(command.db, offer.campaign_id);
  if (campaign.state !== 'open') throw new Problem('campaign_not_open', { title: campaign.title });
  const source = await lockSource(command, offer.practice_id);
  if (!source) throw new Problem('not_found');
  const asked = { sourceId: source.id, campaignId: campaign.id, unitId: offer.unit_id };
  if (await takenUpAlready(command, asked)) throw new Problem('already_replicated');
  const replica = await insertDraft(command, {
    campaignId: campaign.id,
    unitId: offer.unit_id,
    intake: intakeOn(campaign.plan, command.today),
    origin: 'replicated',
    sourcePracticeId: source.id,
    plan: campaign.plan,
    registration: registrationFrom(source, campaign.plan),
    how: 'replicate',
    details: { offerId, sourcePracticeId: source.id },
  });
  await answerOffer(command, offer, { state: 'taken_up', replicaId: replica.id });
  await command.record({
    subjectType: 'replication_offer',
    subjectId: offerId,
    unitId: offer.unit_id,
    action: 'take_up',
    fromState: 'offered',
    toState: 'taken_up',
    details: { replicaId: replica.id },
  });
  await command.record({
    subjectType: 'practice',
    subjectId: source.id,
    unitId: source.unit_id,
    action: 'replicated',
    details: { unitId: offer.unit_id, campaignId: campaign.id },
  });
  return { id: replica.id, version: 1 };
}

function registrationFrom(source: PracticeRow, plan: Plan) {
  return {
    name: source.name,
    nature: source.nature as Nature,
    subject: source.subject as Subject,
    fieldCode: fieldIn(plan, source),
    placeUnitId: null,
    placeText: '',
    startsOn: null,
    endsOn: null,
    content: source.content,
    ownerName: '',
    responsibleName: '',
    responsiblePhone: '',
    details: practiceDetailsSchema.parse(source.details),
    consentToPublish: false,
  };
}

/** The plan's field of the same code; else its only field under the same base field; else for the unit to choose. */
function fieldIn(plan: Plan, source: PracticeRow): string | null {
  if (plan.fields.some((field) => field.code === source.field_code)) return source.field_code;
  const [only, other] = plan.fields.filter((field) => field.baseField === source.base_field);
  return only && !other ? only.code : null;
}
