import type { practiceProgressApi } from '#contract/practice-progress.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { contributionFault, normaliseContribution } from '#domain/practices/contribution-rules.ts';
import { selfCheckStatusWords } from '#domain/practices/progress.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import { lockForWork, refuseFuture } from './decisions.commands.ts';
import { attachEvidence, findEvidence, markEvidenceWithdrawn } from './evidence.store.ts';
import type { PracticeRow } from './practice-facts.reads.ts';
import { lockPractice, movePractice } from './move-practice.store.ts';
import {
  cancelContributionRow,
  findContribution,
  insertContribution,
  insertProgress,
  noteSignOfLife,
  upsertSelfCheck,
} from './progress.store.ts';
import { doneWith } from './registration.commands.ts';

type Api = typeof practiceProgressApi;
type Progress = ParsedBody<Api['POST /api/practices/:id/progress']>;
type Contribution = ParsedBody<Api['POST /api/practices/:id/contributions']>;
type SelfCheck = ParsedBody<Api['PUT /api/practices/:id/self-checks/:code']>;
type Done = { id: string; version?: number };

export async function startPractice(command: CommandContext, practiceId: string): Promise<Done> {
  return doneWith(await movePractice(command, { practiceId, action: 'start' }));
}

export async function stopPractice(
  command: CommandContext,
  practiceId: string,
  reason: string,
): Promise<Done> {
  return doneWith(await movePractice(command, { practiceId, action: 'stop', reason }));
}

export async function proposePractice(command: CommandContext, practiceId: string): Promise<Done> {
  return doneWith(await movePractice(command, { practiceId, action: 'propose' }));
}

/** Writes a line of progress with its evidence. */
export async function recordProgress(
  command: CommandContext,
  practiceId: string,
  given: Progress,
): Promise<Done> {
  const practice = await lockForWork(command, practiceId, 'record_progress');
  refuseFuture(command, given.onDate);
  const id = await insertProgress(command, practiceId, given);
  await attachEvidence(command, {
    subject: { type: 'progress_entry', id },
    practiceId,
    files: given.files,
    path: 'files',
  });
  await noteSignOfLife(command, practiceId);
  await command.record({
    subjectType: 'practice',
    subjectId: practiceId,
    unitId: practice.unit_id,
    action: 'record_progress',
    details: { progressId: id, onDate: given.onDate, files: given.files.length },
  });
  return { id };
}

/** Records what was given; money in đồng, land in m², labour in working days, goods in their own unit. */
export async function addContribution(
  command: CommandContext,
  practiceId: string,
  given: Contribution,
): Promise<Done> {
  const practice = await lockForWork(command, practiceId, 'add_contribution');
  const id = await contribute(command, practice, given);
  await noteSignOfLife(command, practiceId);
  return { id };
}

/**
 * Records what a read paper says was given to a practice that is known from papers alone. Who registers the paper
 * answers for it; practices of a campaign are for their units to record.
 */
export async function addContributionFromPaper(
  command: CommandContext,
  practiceId: string,
  given: Contribution,
): Promise<Done> {
  const practice = await lockPractice(command, practiceId);
  if (practice.state !== 'documented') throw new Problem('forbidden');
  return { id: await contribute(command, practice, given) };
}

async function contribute(
  command: CommandContext,
  practice: PracticeRow,
  given: Contribution,
): Promise<string> {
  refuseFuture(command, given.onDate);
  const fault = contributionFault(given);
  if (fault) throw invalidInput([fault]);
  const contribution = normaliseContribution(given);
  const id = await insertContribution(command, practice.id, contribution);
  const { kind, source, amount, unit, worth } = contribution;
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'add_contribution',
    details: { contributionId: id, kind, source, amount, unit, worth },
  });
  return id;
}

/** Takes a wrongly entered contribution out of all sums; it stays visible with its reason. */
export async function cancelContribution(command: CommandContext, id: string, reason: string): Promise<Done> {
  const found = await findContribution(command.db, id);
  if (!found) throw new Problem('not_found');
  const practice = await lockForWork(command, found.practiceId, 'add_contribution');
  const cancelled = await cancelContributionRow(command, id, reason);
  if (!cancelled)
    throw await stateChanged(command.db, {
      type: 'practice',
      id: practice.id,
      stateWords: 'Khoản huy động đã hủy',
    });
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'cancel_contribution',
    reason,
    details: { contributionId: id, kind: found.kind, amount: found.amount, unit: found.unit },
  });
  return { id };
}

/** Answers, or answers anew, a self-check of the plan. "Stopped" says so; stopping the practice is an act of its own. */
export async function answerSelfCheck(
  command: CommandContext,
  at: { practiceId: string; code: string },
  given: SelfCheck,
): Promise<Done> {
  const practice = await lockForWork(command, at.practiceId, 'answer_self_check');
  const { plan } = await campaignById(command.db, practice.campaign_id ?? '');
  const check = plan.selfChecks.find((one) => one.code === at.code);
  if (!check) throw new Problem('not_found');
  const { id, before } = await upsertSelfCheck(command, at, given);
  await attachEvidence(command, {
    subject: { type: 'self_check', id },
    practiceId: at.practiceId,
    files: given.fileIds.map((fileId) => ({ fileId, caption: '' })),
    path: 'fileIds',
  });
  await noteSignOfLife(command, at.practiceId);
  await command.record({
    subjectType: 'practice',
    subjectId: at.practiceId,
    unitId: practice.unit_id,
    action: 'answer_self_check',
    details: { code: at.code, name: check.name, status: selfCheckStatusWords[given.status], before },
  });
  return { id };
}

/** What the unit itself attached; notes of the appraisers are not the unit's to take back. */
const unitEvidence: readonly string[] = ['practice', 'progress_entry', 'self_check'];

/** Takes back a wrong piece of evidence: out of the record and its counts, kept in the history. */
export async function withdrawEvidence(
  command: CommandContext,
  at: { practiceId: string; evidenceId: string },
  reason: string,
): Promise<Done> {
  const practice = await lockForWork(command, at.practiceId, 'record_progress');
  const evidence = await findEvidence(command, at.practiceId, at.evidenceId);
  if (!evidence) throw new Problem('not_found');
  if (!unitEvidence.includes(evidence.subjectType)) throw new Problem('forbidden');
  if (evidence.withdrawn)
    throw await stateChanged(command.db, {
      type: 'practice',
      id: practice.id,
      stateWords: 'Minh chứng đã thu hồi',
    });
  await markEvidenceWithdrawn(command, at.evidenceId, reason);
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: 'withdraw_evidence',
    reason,
    details: { evidenceId: at.evidenceId, fileName: evidence.fileName },
  });
  return { id: at.evidenceId };
}
