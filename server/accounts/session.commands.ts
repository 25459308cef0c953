import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { accountForSignIn, noteSignIn, passwordHashOf, setPassword } from './accounts.store.ts';
import { hashPassword, passwordMatches, pretendToCheck, refuseWeakPassword } from './password.ts';
import { beginSession, endSessionsOf } from './sessions.store.ts';

/** Wrong passwords slow the next try down, at most half a minute: nobody can lock a colleague out. */
function secondsToWait(failed: number): number {
  return failed < 5 ? 0 : Math.min(30, 2 ** (failed - 4));
}

/** Checks a name and password and begins a session; the message never says which of the two was wrong. */
export async function signIn(
  db: Db,
  given: { username: string; password: string; now: string },
): Promise<{ secret: string }> {
  const account = await accountForSignIn(db, given.username);
  if (account) {
    const wait = secondsToWait(account.failedSignIns);
    const since = (Date.parse(given.now) - Date.parse(account.lastFailedAt ?? '1970-01-01')) / 1000;
    if (since < wait) throw new Problem('sign_in_slowed', { seconds: Math.ceil(wait - since) });
  }
  const right = account
    ? await passwordMatches(account.passwordHash, given.password)
    : await pretendToCheck(given.password);
  if (account) await noteSignIn(db, account.id, { ok: right, now: given.now });
  if (!account || !right) throw new Problem('sign_in_failed');
  return beginSession(db, account.id, given.now);
}

export async function changeOwnPassword(
  command: CommandContext,
  given: { currentPassword: string; newPassword: string },
): Promise<{ id: string }> {
  const { caller, db } = command;
  if (!(await passwordMatches(await passwordHashOf(db, caller.accountId), given.currentPassword)))
    throw new Problem('password_wrong', {}, [
      { path: 'currentPassword', message: 'Mật khẩu hiện tại không đúng' },
    ]);
  refuseWeakPassword(given.newPassword, caller.username);
  await setPassword(db, caller.accountId, { hash: await hashPassword(given.newPassword), mustChange: false });
  await endSessionsOf(db, caller.accountId, caller.sessionHash);
  await command.record({ subjectType: 'account', subjectId: caller.accountId, action: 'change_password' });
  return { id: caller.accountId };
}
