import type { ApiKey } from '#contract/api.ts';
import { Problem, type ProblemCode } from '#domain/kernel/problem.ts';
import type { Caller, CommandContext, ReadContext } from '#server/platform/commands/context.ts';
import { runCommand } from '#server/platform/commands/run-command.ts';
import type { Cookies } from '#server/platform/http/cookies.ts';
import type { Client } from '#server/platform/http/routes.ts';
import { newId } from '#server/platform/ids.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import { type BrakeSubject, waitWords } from './lock-out.ts';
import { takeTry } from './lock-out.store.ts';
import { auditSignIn } from './sign-in-audit.store.ts';

/** What the handlers get that sign people in and out. */
export interface SignInContext extends Omit<ReadContext, 'caller'> {
  readonly caller: Caller | null;
  readonly cookies: Cookies;
  readonly client: Client;
  readonly signIn: SignInSettings;
}

/** The same of somebody who is signed in. */
export interface OwnContext extends SignInContext {
  readonly caller: Caller;
}

/**
 * Runs an act whose body or answer holds secrets: in the command runner with its history and audit row, but
 * neither the one nor the other is kept with it. What is secret leaves by the caller's own variable.
 */
export async function decide<T>(
  context: SignInContext,
  act: { name: ApiKey; subjectId: string | null },
  work: (command: CommandContext) => Promise<T>,
): Promise<T> {
  const kept: { answer?: T } = {};
  await runCommand(
    context.db,
    context,
    { commandId: newId(), name: act.name, request: null, subjectId: act.subjectId },
    async (command) => {
      kept.answer = await work(command);
      return null;
    },
  );
  return kept.answer as T;
}

/** A try at something secret: counted, refused while the brake is on, noted in the audit trail where refused. */
export async function braked(
  context: SignInContext,
  attempt: { name: ApiKey; accountId: string | null; subjects: readonly BrakeSubject[] },
): Promise<{ failed: number; refuse: (code: ProblemCode) => Promise<Problem> }> {
  const { db, now } = context;
  const { name: endpoint, accountId } = attempt;
  const by = endpoint === 'POST /api/session' ? null : (context.caller?.accountId ?? null);
  const { wait, failed } = await takeTry(db, attempt.subjects, now);
  if (wait > 0) {
    await auditSignIn(db, { at: now, endpoint, accountId, by, problem: 'sign_in_slowed' });
    throw new Problem('sign_in_slowed', { wait: waitWords(wait) });
  }
  return {
    failed,
    refuse: async (code) => {
      await auditSignIn(db, { at: now, endpoint, accountId, by, problem: code });
      return new Problem(code);
    },
  };
}
