import type { ParsedQuery } from '#contract/endpoint.ts';
import type { accountsApi } from '#contract/accounts.ts';
import { roleWords, type Role } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese, normaliseText } from '#domain/kernel/text.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

type ListQuery = ParsedQuery<(typeof accountsApi)['GET /api/accounts']>;

/** Accounts that hold, or held, a role in my area; of each, the roles in my area. */
export async function listAccounts(read: ReadContext, query: ListQuery) {
  const area = [...read.caller.access.scope('account.manage')];
  const matching = read.db
    .selectFrom('account')
    .where((where) =>
      where.exists(
        where
          .selectFrom('role_grant')
          .select('role_grant.id')
          .whereRef('role_grant.account_id', '=', 'account.id')
          .where('role_grant.unit_id', 'in', area),
      ),
    )
    .where(accountMatches(query.q));
  const { total } = await matching
    .select((count) => count.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .selectAll()
    .orderBy('display_name')
    .orderBy('id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const grants = await grantsIn(read, area, {
    accountIds: rows.map((row) => row.id),
  });
  return {
    total,
    items: rows.map((row) => ({
      id: row.id,
      username: row.username,
      displayName: row.display_name,
      disabled: row.disabled_at !== null,
      mustChangePassword: row.must_change_password,
      createdAt: row.created_at,
      grants: grants.get(row.id) ?? [],
    })),
  };
}

function accountMatches(q: string | undefined) {
  const folded = foldVietnamese(q ?? '');
  if (folded === '') return sql<boolean>`true`;
  const username = normaliseText(q ?? '')
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '');
  return sql<boolean>`(unaccent(lower(account.display_name)) like ${`%${folded}%`}
    or lower(account.username) like ${`%${username}%`})`;
}

async function grantsIn(read: ReadContext, area: readonly string[], of: { accountIds: readonly string[] }) {
  const byAccount = new Map<string, ReturnType<typeof describe>[]>();
  if (of.accountIds.length === 0) return byAccount;
  const rows = await read.db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', 'in', [...of.accountIds])
    .where('unit_id', 'in', [...area])
    .orderBy('begins_on')
    .orderBy('id')
    .execute();
  const units = await unitNames(
    read.db,
    rows.map((row) => row.unit_id),
  );
  const describe = (row: (typeof rows)[number]) => ({
    id: row.id,
    role: row.role as Role,
    roleName: roleWords[row.role as Role],
    unit: units.get(row.unit_id) ?? {
      id: row.unit_id,
      name: '',
      shortName: '',
      kind: 'government_body' as const,
    },
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    coversSubtree: row.covers_subtree,
    inForce:
      row.ended_at === null &&
      row.begins_on <= read.today &&
      (row.ends_on === null || read.today <= row.ends_on),
  });
  for (const row of rows) {
    const grants = byAccount.get(row.account_id);
    if (grants) grants.push(describe(row));
    else byAccount.set(row.account_id, [describe(row)]);
  }
  return byAccount;
}

export interface ManagedAccount {
  readonly id: string;
  readonly username: string;
  readonly disabled: boolean;
  /** Units of all its roles that work today or will, wherever they are. */
  readonly unitIds: readonly string[];
  /** Units of every role it ever held. */
  readonly everUnitIds: readonly string[];
}

/** An account with the units it works at: who may change it hangs on them. */
export async function managedAccount(db: Db, id: string, today: Day): Promise<ManagedAccount | null> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'username', 'disabled_at'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const grants = await db
    .selectFrom('role_grant')
    .select(['unit_id', 'ends_on', 'ended_at'])
    .where('account_id', '=', id)
    .execute();
  return {
    id: row.id,
    username: row.username,
    disabled: row.disabled_at !== null,
    unitIds: grants
      .filter((grant) => grant.ended_at === null && (grant.ends_on === null || grant.ends_on >= today))
      .map((grant) => grant.unit_id),
    everUnitIds: grants.map((grant) => grant.unit_id),
  };
}
