import { Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { practiceWorkflow } from '#domain/practices/practice.workflow.ts';
import { workBlocked, practiceWorkRules, type PracticeWork } from '#domain/practices/practice-work.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { findCampaign } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { insertAppraisalNote } from './appraisal-note.store.ts';
import { attachEvidence } from './evidence.store.ts';
import { lockPractice, movePractice } from './move-practice.store.ts';
import type { PracticeRow } from './practice-facts.reads.ts';

export interface Decision {
  readonly action: 'take_up' | 'accept' | 'return' | 'decline';
  readonly practiceIds: readonly string[];
  readonly reason: string;
}

/** Decides on one or many: each is checked on its own, every one that fails is named, and all or none is done. */
export async function decideOnPractices(
  command: CommandContext,
  decision: Decision,
): Promise<{ ids: string[] }> {
  if (practiceWorkflow[decision.action].needsReason && decision.reason === '')
    throw new Problem('invalid_input', { count: 1 }, [{ path: 'reason', message: 'Ghi rõ lý do' }]);
  // Locks are taken in one order, so that two who decide on overlapping lists cannot wait for each other.
  const ids = [...new Set(decision.practiceIds)].toSorted();
  const refusals: { problem: Problem; field: FieldProblem }[] = [];
  for (const practiceId of ids) {
    try {
      await movePractice(command, { practiceId, action: decision.action, reason: decision.reason });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refusals.push({ problem: error, field: { path: practiceId, message: error.message } });
    }
  }
  const [first] = refusals;
  if (first)
    throw new Problem(
      first.problem.code,
      first.problem.words,
      refusals.map((refusal) => refusal.field),
    );
  return { ids };
}

export interface AppraisalNote {
  readonly kind: 'field_check' | 'desk';
  readonly onDate: string;
  readonly text: string;
  readonly fileIds: readonly string[];
}

/** Notes what a check at the place or at the desk found. */
export async function noteAppraisal(
  command: CommandContext,
  practiceId: string,
  note: AppraisalNote,
): Promise<{ id: string }> {
  const practice = await lockForWork(command, practiceId, 'note_appraisal');
  refuseFuture(command, note.onDate);
  const id = await insertAppraisalNote(command, practice.id, note);
  await attachEvidence(command, {
    subject: { type: 'appraisal_note', id },
    practiceId,
    files: note.fileIds.map((fileId) => ({ fileId, caption: '' })),
    path: 'fileIds',
  });
  await command.record({
    subjectType: 'practice',
    subjectId: practiceId,
    unitId: practice.unit_id,
    action: 'note_appraisal',
    details: { kind: note.kind, onDate: note.onDate },
  });
  return { id };
}

/** The practice, locked, for a work that does not move it; refuses by permission, campaign and state. */
export async function lockForWork(
  command: CommandContext,
  practiceId: string,
  work: PracticeWork,
): Promise<PracticeRow> {
  const practice = await lockPractice(command, practiceId);
  const rule = practiceWorkRules[work];
  if (!command.caller.access.can(rule.permission, practice.unit_id)) throw new Problem('forbidden');
  const campaign =
    practice.campaign_id === null ? null : await findCampaign(command.db, practice.campaign_id);
  const blocked = workBlocked(work, {
    state: practice.state as PracticeState,
    campaignOpen: campaign?.state === 'open',
  });
  if (blocked)
    throw new Problem('action_blocked', {
      action: `${rule.button.toLowerCase()} cho “${practice.name}”`,
      ...blocked,
    });
  return practice;
}

/** What is recorded has happened. */
export function refuseFuture(command: CommandContext, day: string, path = 'onDate'): void {
  if (day <= command.today) return;
  throw new Problem('invalid_input', { count: 1 }, [{ path, message: 'Ngày ghi không được sau hôm nay' }]);
}
