import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { newSecret, secretHash } from './secrets.ts';

const hoursOpen = 72;

export interface OpenInvitation {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly expiresAt: string;
}

/** A new link; the one before it works no more. Only the hash of its token is kept. */
export async function insertInvitation(
  command: CommandContext,
  accountId: string,
): Promise<{ token: string; expiresAt: string }> {
  await endInvitation(command, accountId, 'replaced');
  const token = newSecret();
  const expiresAt = new Date(Date.parse(command.now) + hoursOpen * 3_600_000).toISOString();
  await command.db
    .insertInto('invitation')
    .values({
      id: command.newId(),
      account_id: accountId,
      token_hash: secretHash(token),
      created_by: command.caller.accountId,
      created_at: command.now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt };
}

/** Ends the open link of an account; false where none is open (or somebody was quicker). */
export async function endInvitation(
  command: CommandContext,
  accountId: string,
  how: 'used' | 'revoked' | 'replaced',
): Promise<boolean> {
  const ended = await command.db
    .updateTable('invitation')
    .set({ ended_at: command.now, ended_how: how })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** The open invitation with this token; null for a wrong, used, revoked or old one alike. */
export async function invitationByToken(db: Db, token: string, now: string): Promise<OpenInvitation | null> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .select([
      'invitation.id',
      'invitation.account_id',
      'invitation.expires_at',
      'account.username',
      'account.display_name',
    ])
    .where('invitation.token_hash', '=', secretHash(token))
    .where('invitation.ended_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    accountId: row.account_id,
    username: row.username,
    displayName: row.display_name,
    expiresAt: row.expires_at,
  };
}
