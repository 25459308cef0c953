import type { Role } from '#domain/access/permissions.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface NewAccount {
  readonly username: string;
  readonly displayName: string;
  /** Null for somebody who was invited to set one. */
  readonly passwordHash: string | null;
  readonly mustChangePassword: boolean;
  readonly isDemo?: boolean;
}

export interface NewGrant {
  readonly role: Role;
  readonly unitId: string;
  readonly beginsOn: string;
  readonly endsOn: string | null;
  readonly coversSubtree: boolean;
}

export async function insertAccount(command: CommandContext, account: NewAccount): Promise<string> {
  const id = command.newId();
  const inserted = await command.db
    .insertInto('account')
    .values({
      id,
      username: account.username,
      display_name: account.displayName,
      password_hash: account.passwordHash,
      must_change_password: account.mustChangePassword,
      is_demo: account.isDemo ?? false,
      created_at: command.now,
    })
    // Only the name is unique besides the id; two at once are settled here.
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted)
    throw new Problem('username_taken', { username: account.username }, [
      { path: 'username', message: 'Tên đăng nhập đã có người dùng' },
    ]);
  return id;
}

export async function insertGrant(
  command: CommandContext,
  accountId: string,
  grant: NewGrant,
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('role_grant')
    .values({
      id,
      account_id: accountId,
      role: grant.role,
      unit_id: grant.unitId,
      begins_on: grant.beginsOn,
      ends_on: grant.endsOn,
      covers_subtree: grant.coversSubtree,
      granted_by: command.caller?.accountId ?? null,
      granted_at: command.now,
    })
    .execute();
  return id;
}

export interface SignInRow {
  readonly id: string;
  readonly username: string;
  readonly passwordHash: string | null;
}

export async function accountForSignIn(db: Db, username: string): Promise<SignInRow | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'username', 'password_hash'])
    .where((where) => where(where.fn<string>('lower', ['username']), '=', username.toLowerCase()))
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    username: row.username,
    passwordHash: row.password_hash,
  };
}

export async function passwordHashOf(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('password_hash')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return row.password_hash;
}

export async function setPassword(
  db: Db,
  accountId: string,
  password: { hash: string; mustChange: boolean },
): Promise<void> {
  await db
    .updateTable('account')
    .set({
      password_hash: password.hash,
      must_change_password: password.mustChange,
    })
    .where('id', '=', accountId)
    .execute();
}

export async function setTextSize(db: Db, accountId: string, textSize: 'normal' | 'large'): Promise<void> {
  await db.updateTable('account').set({ text_size: textSize }).where('id', '=', accountId).execute();
}

export async function anyAccountExists(db: Db): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}
