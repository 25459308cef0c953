import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { accountWholly } from './accounts.commands.ts';
import { managedAccount } from './accounts.reads.ts';
import { setPassword } from './accounts.store.ts';
import { endInvitation, insertInvitation, invitationByToken } from './invitations.store.ts';
import { askSecondFactorEverywhere } from './known-devices.store.ts';
import { hashPassword, refuseWeakPassword } from './password.ts';
import { enter } from './session.commands.ts';
import { endSessionsOf } from './sessions.store.ts';
import { closeChallengesOf } from './sign-in-challenge.store.ts';
import { decide, type OwnContext, type SignInContext } from './sign-in-context.ts';

/**
 * A link by which a person sets the first password, or a new one after forgetting. The token is answered once and
 * is nowhere else; the administrator hands it over as paper or message.
 */
export async function inviteToAccount(
  context: OwnContext,
  accountId: string,
): Promise<{ token: string; expiresAt: string }> {
  const name = 'POST /api/accounts/:id/invitation';
  return decide(context, { name, subjectId: accountId }, async (command) => {
    const unitId = await unitOfInvited(command, accountId);
    const invitation = await insertInvitation(command, accountId);
    await command.record({ subjectType: 'account', subjectId: accountId, unitId, action: 'invite' });
    return invitation;
  });
}

async function unitOfInvited(command: CommandContext, accountId: string): Promise<string | null> {
  const account = await accountWholly(command, accountId);
  if (account.disabled)
    throw new Problem('action_blocked', {
      action: 'tạo đường dẫn mời',
      reason: 'tài khoản đang bị khóa',
      mend: 'Mở khóa tài khoản trước.',
    });
  if (accountId === command.caller.accountId)
    throw new Problem('action_blocked', {
      action: 'tạo đường dẫn mời',
      reason: 'đây là tài khoản của chính bạn',
      mend: 'Đổi mật khẩu ở trang Tài khoản của bạn.',
    });
  return account.unitIds[0] ?? null;
}

export async function revokeInvitation(command: CommandContext, accountId: string): Promise<{ id: string }> {
  const account = await accountWholly(command, accountId);
  await endInvitation(command, accountId, 'revoked');
  const unitId = account.unitIds[0] ?? null;
  await command.record({ subjectType: 'account', subjectId: accountId, unitId, action: 'revoke_invitation' });
  return { id: accountId };
}

/** Sets the password of the invited and lets them in; a second factor is asked all the same. */
export async function takeInvitation(
  context: SignInContext,
  given: { token: string; password: string },
): Promise<void> {
  const { db, now } = context;
  const invitation = await invitationByToken(db, given.token, now);
  if (invitation === null) throw new Problem('invitation_over');
  const { accountId, username } = invitation;
  refuseWeakPassword(given.password, username);
  const hash = await hashPassword(given.password);
  await decide(
    { ...context, caller: null },
    { name: 'POST /api/invitations/:token', subjectId: accountId },
    async (command) => {
      if (!(await endInvitation(command, accountId, 'used'))) throw new Problem('invitation_over');
      await setPassword(command.db, accountId, { hash, mustChange: false });
      await endSessionsOf(command.db, accountId, null);
      await closeChallengesOf(command.db, accountId);
      await askSecondFactorEverywhere(command.db, accountId);
      const account = await managedAccount(command.db, accountId, command.today);
      await command.record({
        subjectType: 'account',
        subjectId: accountId,
        unitId: account?.unitIds[0] ?? null,
        action: 'take_invitation',
      });
    },
  );
  await enter(context, { accountId, method: 'invitation', secondFactorPassed: false });
}
