import type { ParsedBody } from '#contract/endpoint.ts';
import type { accountsApi } from '#contract/accounts.ts';
import { beyondOwn, longestGiven, type BeyondOwn } from '#domain/access/granting.ts';
import { permissionsOfRole, roleWords } from '#domain/access/permissions.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { managedAccount, type ManagedAccount } from './accounts.reads.ts';
import { insertAccount, insertGrant, setPassword, type NewGrant } from './accounts.store.ts';
import { endGrant, holdsAlready, lockAccount, lockGrant, setDisabled } from './grants.store.ts';
import { hashPassword, refuseWeakPassword } from './password.ts';
import { endSessionsOf } from './sessions.store.ts';

type Api = typeof accountsApi;
type Creation = ParsedBody<Api['POST /api/accounts']>;

export async function createAccount(command: CommandContext, asked: Creation): Promise<{ id: string }> {
  refuseBeyondOwn(command, asked.grant, 'grant.');
  if (asked.password !== null) refuseWeakPassword(asked.password, asked.username);
  const id = await insertAccount(command, {
    username: asked.username,
    displayName: asked.displayName,
    passwordHash: asked.password === null ? null : await hashPassword(asked.password),
    mustChangePassword: asked.password !== null,
  });
  await insertGrant(command, id, asked.grant);
  await note(command, id, {
    action: 'create',
    unitId: asked.grant.unitId,
    details: { username: asked.username, ...asked.grant },
  });
  return { id };
}

export async function grantRole(
  command: CommandContext,
  accountId: string,
  grant: NewGrant,
): Promise<{ id: string }> {
  await accountInArea(command, accountId);
  if (accountId === command.caller.accountId) throw new Problem('grant_to_oneself');
  refuseBeyondOwn(command, grant, '');
  if (await holdsAlready(command.db, accountId, grant))
    throw invalidInput([
      {
        path: 'role',
        message: `Tài khoản đã có vai trò “${roleWords[grant.role]}” tại đơn vị này trong thời gian đó`,
      },
    ]);
  await insertGrant(command, accountId, grant);
  await note(command, accountId, { action: 'grant', unitId: grant.unitId, details: { ...grant } });
  return { id: accountId };
}

/** Takes a grant back at once. Nobody takes back his own administration: the area would be left without one. */
export async function takeGrantBack(
  command: CommandContext,
  grantId: string,
  reason: string,
): Promise<{ id: string }> {
  const grant = await lockGrant(command.db, grantId);
  if (!grant || !command.caller.access.can('account.manage', grant.unitId)) throw new Problem('not_found');
  if (
    grant.accountId === command.caller.accountId &&
    permissionsOfRole[grant.role].includes('account.manage')
  )
    throw new Problem('action_blocked', {
      action: 'kết thúc quyền này',
      reason: 'đây là quyền quản trị của chính bạn',
      mend: 'Đề nghị một quản trị khác kết thúc quyền của bạn.',
    });
  if (grant.endedAt !== null || (grant.endsOn !== null && grant.endsOn < command.today))
    throw new Problem('action_blocked', {
      action: 'kết thúc quyền này',
      reason: 'quyền này đã hết hiệu lực',
      mend: 'Không cần làm lại.',
    });
  await endGrant(command, grant, reason);
  await note(command, grant.accountId, {
    action: 'end_grant',
    unitId: grant.unitId,
    reason,
    details: { grantId, role: grant.role },
  });
  return { id: grantId };
}

export async function resetPassword(
  command: CommandContext,
  accountId: string,
  password: string,
): Promise<{ id: string }> {
  const account = await accountWholly(command, accountId);
  refuseWeakPassword(password, account.username);
  await setPassword(command.db, accountId, { hash: await hashPassword(password), mustChange: true });
  await endSessionsOf(command.db, accountId, null);
  await note(command, accountId, { action: 'reset_password', unitId: account.unitIds[0] ?? null });
  return { id: accountId };
}

export async function disableAccount(
  command: CommandContext,
  accountId: string,
  asked: { disabled: boolean; reason: string },
): Promise<{ id: string }> {
  const account = await accountWholly(command, accountId);
  if (accountId === command.caller.accountId)
    throw new Problem('action_blocked', {
      action: 'khóa tài khoản',
      reason: 'đây là tài khoản của chính bạn',
      mend: 'Đề nghị một quản trị khác khóa tài khoản của bạn.',
    });
  if (account.disabled !== asked.disabled) {
    await setDisabled(command, accountId, asked.disabled);
    if (asked.disabled) await endSessionsOf(command.db, accountId, null);
  }
  await note(command, accountId, {
    action: asked.disabled ? 'disable' : 'enable',
    unitId: account.unitIds[0] ?? account.everUnitIds[0] ?? null,
    reason: asked.reason || null,
  });
  return { id: accountId };
}

/** A role may be given only out of what its giver holds: its permissions, at all that it would cover, no longer. */
function refuseBeyondOwn(command: CommandContext, grant: NewGrant, path: string): void {
  if (grant.endsOn !== null && grant.endsOn < grant.beginsOn)
    throw invalidInput([
      { path: `${path}endsOn`, message: 'Ngày kết thúc phải sau hoặc trùng ngày bắt đầu' },
    ]);
  const beyond = beyondOwn(grant, command.caller.access.grants, command.tree);
  if (beyond !== null)
    throw new Problem('grant_beyond_own', {}, [beyondField(beyond, grant, { command, path })]);
}

/** Which field of a grant goes beyond what its giver holds, and why. */
export function beyondField(
  beyond: BeyondOwn,
  grant: NewGrant,
  at: { readonly command: CommandContext; readonly path: string },
): FieldProblem {
  const { command, path } = at;
  if (beyond === 'unit') return { path: `${path}unitId`, message: 'Đơn vị ngoài phạm vi quản trị của bạn' };
  if (beyond === 'role')
    return {
      path: `${path}role`,
      message: `Bạn không giữ đủ quyền để giao vai trò “${roleWords[grant.role]}” tại đơn vị này`,
    };
  const last = longestGiven(grant.unitId, command.caller.access.grants, command.tree);
  return {
    path: `${path}endsOn`,
    message: `Không thể giao lâu hơn thời gian bạn giữ quyền${last === null ? '' : `: chọn ngày không quá ${formatDay(last)}`}`,
  };
}

/** An account with some role, now or once, in my area. */
async function accountInArea(command: CommandContext, id: string): Promise<ManagedAccount> {
  await lockAccount(command.db, id);
  const account = await managedAccount(command.db, id, command.today);
  const { access } = command.caller;
  if (!account || !account.everUnitIds.some((unitId) => access.can('account.manage', unitId)))
    throw new Problem('not_found');
  return account;
}

/**
 * An account whose every working role lies in my area. Setting the password of somebody who also works
 * elsewhere would open that elsewhere to me.
 */
export async function accountWholly(command: CommandContext, id: string): Promise<ManagedAccount> {
  const account = await accountInArea(command, id);
  const { access } = command.caller;
  const working = account.unitIds.filter((unitId) => command.tree.has(unitId));
  if (!working.every((unitId) => access.can('account.manage', unitId))) throw new Problem('forbidden');
  return account;
}

async function note(
  command: CommandContext,
  accountId: string,
  entry: {
    action: string;
    unitId: string | null;
    reason?: string | null;
    details?: Record<string, unknown>;
  },
): Promise<void> {
  await command.record({ subjectType: 'account', subjectId: accountId, ...entry });
}
