import type { practicesApi } from '#contract/practices.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { practiceActionWords } from '#domain/practices/practice.words.ts';
import { practiceBlocked } from '#domain/practices/practice.workflow.ts';
import { campaignById, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { versionConflict } from '#server/platform/history.reads.ts';
import { lockPractice, movePractice } from './move-practice.store.ts';
import { missingOf, practiceFacts, type PracticeRow } from './practice-facts.reads.ts';
import { refuseUnfitSource } from './origin.commands.ts';
import { changedItems } from './registration-changes.ts';
import { campaignToRegister, refuseUnknownPlace } from './registration-rules.reads.ts';
import { hasJustSaved, insertDraft, intakeOn, setIntake, updateRegistration } from './registration.store.ts';

type NewRegistration = ParsedBody<(typeof practicesApi)['POST /api/practices']>;
type SavedRegistration = ParsedBody<(typeof practicesApi)['PUT /api/practices/:id']>;
type Done = { id: string; version?: number };

/** Begins a registration: a draft of the unit, into the intake of the day. */
export async function beginRegistration(command: CommandContext, given: NewRegistration): Promise<Done> {
  const campaign = await campaignToRegister(command, given);
  refuseUnknownPlace(command, given.registration);
  await refuseUnfitSource(command, given);
  const how = { new: 'create', continued: 'continue', replicated: 'replicate' } as const;
  const { id } = await insertDraft(command, {
    ...given,
    intake: intakeOn(campaign.plan, command.today),
    plan: campaign.plan,
    how: how[given.origin],
    details: given.sourcePracticeId === null ? {} : { sourcePracticeId: given.sourcePracticeId },
  });
  return { id, version: 1 };
}

/** Saves the form over a draft or a returned registration. A save that changes nothing counts no version. */
export async function saveRegistration(
  command: CommandContext,
  id: string,
  given: SavedRegistration,
): Promise<Done> {
  const practice = await lockForRegistration(command, id);
  if (practice.version !== given.version) throw await versionConflict(command.db, { type: 'practice', id });
  const blocked = practiceBlocked('edit', await practiceFacts(command.db, practice, command.today));
  if (blocked) throw new Problem('action_blocked', { action: `sửa đăng ký “${practice.name}”`, ...blocked });
  refuseUnknownPlace(command, given.registration);
  const changed = changedItems(practice, given.registration);
  if (changed.length === 0) return { id, version: practice.version };
  const { plan } = await campaignOf(command, practice);
  const version = await updateRegistration(command, practice, { registration: given.registration, plan });
  // A form that saves itself while it is typed would drown the history: one line for each sitting.
  if (practice.state === 'returned' || !(await hasJustSaved(command, id)))
    await command.record({
      subjectType: 'practice',
      subjectId: id,
      unitId: practice.unit_id,
      action: 'edit',
      details: { changed },
    });
  return { id, version };
}

/** Sends the registration in. Whatever is missing is named; a draft goes into the intake open today. */
export async function submitRegistration(command: CommandContext, id: string): Promise<Done> {
  const practice = await lockForRegistration(command, id);
  const state = practice.state as PracticeState;
  if (state === 'draft' || state === 'returned') {
    refuseIncomplete(practice);
    const campaign = await campaignOf(command, practice);
    if (campaign.state !== 'open') throw new Problem('campaign_not_open', { title: campaign.title });
    if (state === 'draft') await enterOpenIntake(command, practice, campaign);
  }
  return doneWith(await movePractice(command, { practiceId: id, action: 'submit' }));
}

export async function withdrawRegistration(
  command: CommandContext,
  id: string,
  reason: string,
): Promise<Done> {
  return doneWith(await movePractice(command, { practiceId: id, action: 'withdraw', reason }));
}

async function lockForRegistration(command: CommandContext, id: string): Promise<PracticeRow> {
  const practice = await lockPractice(command, id);
  if (!command.caller.access.can('practice.register', practice.unit_id)) throw new Problem('forbidden');
  return practice;
}

function refuseIncomplete(practice: PracticeRow): void {
  const missing = missingOf(practice);
  if (missing.length === 0) return;
  throw new Problem(
    'registration_incomplete',
    { missing: missing.map((item) => item.label).join(', ') },
    missing.map((item) => ({ path: `registration.${item.path}`, message: `Chưa nhập ${item.label}` })),
  );
}

/** A draft begun for one intake and sent in during the other belongs to the other. */
async function enterOpenIntake(
  command: CommandContext,
  practice: PracticeRow,
  campaign: CampaignRecord,
): Promise<void> {
  const { today } = command;
  const intakes = campaign.plan.intakes.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  const open = intakes.find((one) => one.opensOn <= today && today <= one.closesOn);
  if (open) {
    if (open.number !== practice.intake) await setIntake(command, practice.id, open.number);
    return;
  }
  const closed = intakes.findLast((one) => one.closesOn < today);
  if (closed)
    throw new Problem('registration_closed', {
      intake: `đợt ${closed.number}`,
      day: formatDay(closed.closesOn),
    });
  const next = intakes[0];
  throw new Problem('action_blocked', {
    action: `${practiceActionWords.submit.button.toLowerCase()} “${practice.name}”`,
    reason: next ? `đợt đăng ký bắt đầu từ ${formatDay(next.opensOn)}` : 'kế hoạch chưa có đợt đăng ký',
    mend: 'Bản đang soạn vẫn được giữ; gửi khi đợt đăng ký mở.',
  });
}

function campaignOf(command: CommandContext, practice: PracticeRow): Promise<CampaignRecord> {
  if (practice.campaign_id === null) throw new Problem('not_found');
  return campaignById(command.db, practice.campaign_id);
}

export function doneWith(practice: { id: string; version: number }): Done {
  return { id: practice.id, version: practice.version };
}
