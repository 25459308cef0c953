import { foldVietnamese } from '#domain/kernel/text.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** Accounts that hold, or held, a role where the caller manages people; disabled ones are left out. */
function linkable(read: Pick<ReadContext, 'caller'>) {
  const units = read.caller.access.scope('people.manage');
  return sql<boolean>`(account.disabled_at is null and exists (
    select 1 from role_grant g where g.account_id = account.id and ${withinScope('g.unit_id', units)}))`;
}

/** Accounts that a person can be linked to, found by name. */
export async function linkableAccounts(read: ReadContext, q: string | undefined) {
  const folded = foldVietnamese(q ?? '');
  const rows = await read.db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where(linkable(read))
    .where(
      sql<boolean>`regexp_replace(unaccent(lower(account.display_name)), '[^a-z0-9]+', ' ', 'g') like ${`%${folded}%`}`,
    )
    .orderBy('display_name')
    .orderBy('id')
    .limit(30)
    .execute();
  return { items: rows.map((row) => ({ id: row.id, displayName: row.display_name })) };
}

/** Whether an account can be linked; its row is locked, so that two do not link it at once. */
export async function isLinkable(
  command: Pick<ReadContext, 'db' | 'caller'>,
  accountId: string,
): Promise<boolean> {
  const row = await command.db
    .selectFrom('account')
    .select('id')
    .where('id', '=', accountId)
    .where(linkable(command))
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The person to whom an account is linked already. */
export async function personOfAccount(db: Db, accountId: string): Promise<string | null> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row?.id ?? null;
}

export async function accountName(db: Db, accountId: string) {
  const row = await db
    .selectFrom('account')
    .select(['id', 'display_name'])
    .where('id', '=', accountId)
    .executeTakeFirst();
  return row ? { id: row.id, displayName: row.display_name } : null;
}
