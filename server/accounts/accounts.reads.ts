import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { accountsApi } from '#contract/accounts.ts';
import type { ParsedQuery } from '#contract/endpoint.ts';
import { standingOn } from '#domain/access/delegation.ts';
import { roleWords, type Role } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import { foldVietnamese, normaliseText } from '#domain/kernel/text.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { delegationsOf, heldGrants } from './delegations.reads.ts';

type ListQuery = ParsedQuery<(typeof accountsApi)['GET /api/accounts']>;

/** Accounts that hold, or held, a role in my area; of each, the roles in my area. */
export async function listAccounts(read: ReadContext, query: ListQuery) {
  const area = read.caller.access.scope('account.manage');
  const matching = read.db
    .selectFrom('account')
    .where((where) =>
      where.exists(
        where
          .selectFrom('role_grant')
          .select('role_grant.id')
          .whereRef('role_grant.account_id', '=', 'account.id')
          .where(withinScope('role_grant.unit_id', area)),
      ),
    )
    .where(accountMatches(query.q))
    .$if(query.id !== undefined, (accounts) => accounts.where('account.id', '=', query.id ?? ''));
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
  const accountIds = rows.map((row) => row.id);
  const grants = await grantsIn(read, area, { accountIds });
  const delegations = await delegationsIn(read, accountIds);
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
      delegations: delegations(row.id),
    })),
  };
}

function accountMatches(q: string | undefined) {
  const folded = foldVietnamese(q ?? '');
  if (folded === '') return sql<boolean>`true`;
  const username = normaliseText(q ?? '')
    .toLowerCase()
    .replaceAll(/[%_\\]/g, '');
  return sql<boolean>`(regexp_replace(unaccent(lower(account.display_name)), '[^a-z0-9]+', ' ', 'g') like ${`%${folded}%`}
    or lower(account.username) like ${`%${username}%`})`;
}

async function grantsIn(read: ReadContext, area: UnitScope, of: { accountIds: readonly string[] }) {
  if (of.accountIds.length === 0) return new Map<string, never[]>();
  const rows = await read.db
    .selectFrom('role_grant')
    .leftJoin('account as giver', 'giver.id', 'role_grant.granted_by')
    .selectAll('role_grant')
    .select('giver.display_name as giver_name')
    .where('account_id', 'in', [...of.accountIds])
    .where(withinScope('unit_id', area))
    .orderBy('begins_on')
    .orderBy('role_grant.id')
    .execute();
  const units = await unitNames(
    read.db,
    rows.map((row) => row.unit_id),
  );
  const describe = (row: (typeof rows)[number]) => {
    const standing = standingOn(read.today, {
      beginsOn: row.begins_on,
      endsOn: row.ends_on,
      ended: row.ended_at !== null,
    });
    return {
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
      standing,
      inForce: standing === 'now',
      grantedBy: row.giver_name,
      endReason: row.end_reason,
    };
  };
  return new Map([...Map.groupBy(rows, (row) => row.account_id)].map(([id, own]) => [id, own.map(describe)]));
}

/** Of each account, what it handed on or was handed of roles in my area. */
async function delegationsIn(read: ReadContext, accountIds: readonly string[]) {
  const { access } = read.caller;
  const all = (await delegationsOf(read.db, accountIds, read.today)).filter((one) =>
    one.grants.every((grant) => access.can('account.manage', grant.unitId)),
  );
  return (accountId: string) =>
    all
      .filter((one) => one.from.id === accountId || one.to.id === accountId)
      .map((one) => {
        const given = one.from.id === accountId;
        return {
          id: one.id,
          direction: given ? ('given' as const) : ('received' as const),
          otherName: given ? one.to.name : one.from.name,
          roles: [...new Set(one.grants.map((grant) => roleWords[grant.role]))],
          beginsOn: one.beginsOn,
          endsOn: one.endsOn,
          standing: one.standing,
        };
      });
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
  const grants = await db.selectFrom('role_grant').select('unit_id').where('account_id', '=', id).execute();
  // What it stands in for counts too: whoever sets its password could act there.
  const working = (await heldGrants(db, id)).filter((grant) => grant.to === null || grant.to >= today);
  return {
    id: row.id,
    username: row.username,
    disabled: row.disabled_at !== null,
    unitIds: working.map((grant) => grant.unitId),
    everUnitIds: grants.map((grant) => grant.unit_id),
  };
}
