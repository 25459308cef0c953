import type { ApiKey } from '#contract/api.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { accountWholly } from './accounts.commands.ts';
import { askSecondFactorEverywhere } from './known-devices.store.ts';
import { tryWasRight } from './lock-out.store.ts';
import {
  needsSecondFactor,
  newRecoveryCodes,
  newTotpSecret,
  stepOfCode,
  totpAddress,
} from './second-factor.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
  secondFactorOf,
} from './second-factor.store.ts';
import { confirmOwnPassword } from './session.commands.ts';
import { signedInJustNow } from './own-sessions.reads.ts';
import { endSessionsOf, rotateSession } from './sessions.store.ts';
import { closeChallengesOf } from './sign-in-challenge.store.ts';
import { braked, decide, type OwnContext } from './sign-in-context.ts';

/** A secret that was begun longer ago was left lying on a screen. */
const minutesPending = 30;

/** Before anything that changes how one signs in: the password, unless it was given some minutes ago. */
async function confirmItIsMe(context: OwnContext, name: ApiKey, password: string | undefined): Promise<void> {
  if (password !== undefined) await confirmOwnPassword(context, { name, password });
  else if (!(await signedInJustNow(context)))
    throw new Problem('confirm_it_is_you', {}, [
      { path: 'currentPassword', message: 'Nhập mật khẩu hiện tại' },
    ]);
}

type Confirmation = { readonly currentPassword?: string | undefined };

export async function beginOwnSecondFactor(
  context: OwnContext,
  given: Confirmation,
): Promise<{ secret: string; uri: string }> {
  const { caller } = context;
  const name = 'POST /api/session/second-factor';
  await confirmItIsMe(context, name, given.currentPassword);
  const secret = newTotpSecret();
  await decide(context, { name, subjectId: caller.accountId }, ({ db, now }) =>
    beginSecondFactor(db, caller.accountId, { secret, now }),
  );
  return { secret, uri: totpAddress(secret, caller.username) };
}

/** The telephone shows codes of the new secret: they are asked from now on, and other sessions end. */
export async function confirmOwnSecondFactor(
  context: OwnContext,
  given: { code: string },
): Promise<{ recoveryCodes: string[] }> {
  const { caller, now, cookies } = context;
  const { accountId } = caller;
  const name = 'POST /api/session/second-factor/confirmation';
  const { refuse } = await braked(context, { name, accountId, subjects: [`own:${accountId}`] });
  const { pendingSecret, pendingSince } = await secondFactorOf(context.db, accountId);
  const fresh = Date.parse(now) - Date.parse(pendingSince ?? '1970-01-01') < minutesPending * 60_000;
  const step =
    pendingSecret !== null && fresh
      ? await stepOfCode(pendingSecret, given.code, { now, after: null })
      : null;
  if (pendingSecret === null || step === null) throw await refuse('second_factor_wrong');
  await tryWasRight(context.db, [`own:${accountId}`]);
  const codes = await newRecoveryCodes();
  const { secret } = await decide(context, { name, subjectId: accountId }, async (command) => {
    await confirmSecondFactor(command.db, accountId, { secret: pendingSecret, step, now });
    await replaceRecoveryCodes(command.db, accountId, codes);
    await askSecondFactorEverywhere(command.db, accountId);
    await endSessionsOf(command.db, accountId, caller.sessionHash);
    await note(command, 'set_second_factor');
    return rotateSession(command.db, caller.sessionHash);
  });
  cookies.set('session', secret);
  return { recoveryCodes: codes.map(({ code }) => code) };
}

export async function renewOwnRecoveryCodes(
  context: OwnContext,
  given: Confirmation,
): Promise<{ recoveryCodes: string[] }> {
  const { accountId } = context.caller;
  const name = 'POST /api/session/second-factor/recovery-codes';
  await confirmItIsMe(context, name, given.currentPassword);
  if ((await secondFactorOf(context.db, accountId)).since === null) throw notSet('tạo mã dự phòng');
  const codes = await newRecoveryCodes();
  await decide(context, { name, subjectId: accountId }, async (command) => {
    await replaceRecoveryCodes(command.db, accountId, codes);
    await note(command, 'renew_recovery_codes');
  });
  return { recoveryCodes: codes.map(({ code }) => code) };
}

export async function removeOwnSecondFactor(
  context: OwnContext,
  given: Confirmation,
): Promise<{ id: string }> {
  const { caller, cookies } = context;
  const { accountId } = caller;
  const name = 'POST /api/session/second-factor/removal';
  if (needsSecondFactor(context.signIn, caller.access))
    throw new Problem('action_blocked', {
      action: 'tắt xác thực hai lớp',
      reason: 'vai trò của bạn bắt buộc dùng xác thực hai lớp',
      mend: 'Đổi sang điện thoại khác bằng cách thiết lập lại.',
    });
  await confirmItIsMe(context, name, given.currentPassword);
  if ((await secondFactorOf(context.db, accountId)).since === null) throw notSet('tắt xác thực hai lớp');
  const { secret } = await decide(context, { name, subjectId: accountId }, async (command) => {
    await removeSecondFactor(command.db, accountId);
    await askSecondFactorEverywhere(command.db, accountId);
    await endSessionsOf(command.db, accountId, caller.sessionHash);
    await note(command, 'remove_second_factor');
    return rotateSession(command.db, caller.sessionHash);
  });
  cookies.set('session', secret);
  return { id: accountId };
}

/** For somebody who lost telephone and recovery codes. Nobody takes off their own this way. */
export async function resetSecondFactor(
  command: CommandContext,
  accountId: string,
  reason: string,
): Promise<{ id: string }> {
  const account = await accountWholly(command, accountId);
  if (accountId === command.caller.accountId)
    throw new Problem('action_blocked', {
      action: 'gỡ xác thực hai lớp',
      reason: 'đây là tài khoản của chính bạn',
      mend: 'Thiết lập lại ở trang Tài khoản của bạn, hoặc đề nghị một quản trị khác.',
    });
  await removeSecondFactor(command.db, accountId);
  await closeChallengesOf(command.db, accountId);
  await askSecondFactorEverywhere(command.db, accountId);
  await endSessionsOf(command.db, accountId, null);
  await command.record({
    subjectType: 'account',
    subjectId: accountId,
    unitId: account.unitIds[0] ?? null,
    action: 'reset_second_factor',
    reason,
  });
  return { id: accountId };
}

function notSet(action: string): Problem {
  return new Problem('action_blocked', {
    action,
    reason: 'chưa bật xác thực hai lớp',
    mend: 'Bật xác thực hai lớp trước.',
  });
}

async function note(command: CommandContext, action: string): Promise<void> {
  await command.record({ subjectType: 'account', subjectId: command.caller.accountId, action });
}
