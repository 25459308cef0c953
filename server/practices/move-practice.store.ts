import { Problem } from '#domain/kernel/problem.ts';
import { practiceActionWords, practiceStateWords } from '#domain/practices/practice.words.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import {
  practiceBlocked,
  practiceWorkflow,
  type PracticeAction,
} from '#domain/practices/practice.workflow.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged } from '#server/platform/history.reads.ts';
import { practiceFacts, type PracticeRow } from './practice-facts.reads.ts';

export interface Move {
  readonly practiceId: string;
  readonly action: PracticeAction;
  readonly reason?: string;
  readonly documentId?: string | null;
  readonly details?: Record<string, unknown>;
}

/**
 * Moves a practice along its workflow: locks the row, asks permission at its unit, reads the facts again and
 * applies the rule of the table, then writes state and history together. The only writer of `practice.state`
 * after a practice has been made.
 */
export async function movePractice(command: CommandContext, move: Move): Promise<PracticeRow> {
  const practice = await lockPractice(command, move.practiceId);
  const rule = practiceWorkflow[move.action];
  if (!command.caller.access.can(rule.permission, practice.unit_id)) throw new Problem('forbidden');
  const from = practice.state as PracticeState;
  if (!rule.from.includes(from))
    throw await stateChanged(command.db, {
      type: 'practice',
      id: practice.id,
      stateWords: practiceStateWords[from],
    });
  if (rule.needsReason && !move.reason?.trim())
    throw new Problem('invalid_input', { count: 1 }, [{ path: 'reason', message: 'Ghi rõ lý do' }]);
  const blocked = practiceBlocked(move.action, await practiceFacts(command.db, practice, command.today));
  if (blocked)
    throw new Problem('action_blocked', {
      action: `${practiceActionWords[move.action].button.toLowerCase()} “${practice.name}”`,
      ...blocked,
    });
  const to = rule.to ?? from;
  await command.db
    .updateTable('practice')
    .set((set) => ({
      state: to,
      version: set('version', '+', 1),
      updated_at: command.now,
      ...(move.action === 'submit' ? { submitted_at: command.now } : {}),
      ...(move.action === 'accept' || move.action === 'decline' ? { decided_at: command.now } : {}),
      ...(rule.permission === 'practice.implement' ? { last_sign_of_life_at: command.now } : {}),
    }))
    .where('id', '=', practice.id)
    .execute();
  await command.record({
    subjectType: 'practice',
    subjectId: practice.id,
    unitId: practice.unit_id,
    action: move.action,
    fromState: from,
    toState: to,
    reason: move.reason?.trim() || null,
    documentId: move.documentId ?? null,
    details: move.details ?? {},
  });
  return { ...practice, state: to, version: practice.version + 1 };
}

/** The practice, locked until the transaction ends; refuses where it does not exist or may not be seen. */
export async function lockPractice(command: CommandContext, id: string): Promise<PracticeRow> {
  const practice = await command.db
    .selectFrom('practice')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!practice || !command.caller.access.can('practice.read', practice.unit_id))
    throw new Problem('not_found');
  return practice;
}
