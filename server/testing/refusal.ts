import type { ProblemBody } from '#domain/kernel/problem.ts';
import { Refused } from '#server/platform/http/actor.ts';

/** The problem with which a call is refused; fails where it is not. */
export async function refusal(call: Promise<unknown>): Promise<ProblemBody> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Refused) return error.problem;
  throw error ?? new Error('it was not refused');
}
