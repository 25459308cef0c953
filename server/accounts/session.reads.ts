import { roles, roleWords, type Role } from '#domain/access/permissions.ts';
import type { Caller } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { anyAccountExists } from './accounts.store.ts';

/** Shared by all demo accounts and printed by the start script; demo data only. */
export const demoPassword = 'dan-van-kheo-2026';

interface SessionInput {
  readonly db: Db;
  readonly today: string;
  readonly tree: OrganisationTree;
  readonly caller: Caller | null;
}

/** Who I am and what I may do: the answer of GET /api/session. */
export async function describeSession({ db, today, tree, caller }: SessionInput) {
  const demoAccounts = caller ? null : await listDemoAccounts(db, tree);
  return {
    account: caller
      ? {
          id: caller.accountId,
          displayName: caller.displayName,
          username: caller.username,
          mustChangePassword: caller.mustChangePassword,
        }
      : null,
    grants: (caller?.access.grants ?? []).map((grant) => ({
      role: grant.role,
      roleName: roleWords[grant.role],
      unitId: grant.unitId,
      unitName: tree.unit(grant.unitId).name,
    })),
    permissions: caller?.access.all() ?? [],
    csrfToken: caller?.csrfToken ?? null,
    today,
    setupNeeded: caller ? false : !(await anyAccountExists(db)),
    currentCampaign: caller ? await currentCampaign(db, caller) : null,
    preferences: { textSize: caller?.textSize ?? ('normal' as const) },
    demoAccounts,
    demoPassword: demoAccounts ? demoPassword : null,
  };
}

async function currentCampaign(db: Db, caller: Caller) {
  const owners = [...caller.access.ownersAbove('campaign.read')];
  if (owners.length === 0) return null;
  const row = await db
    .selectFrom('campaign')
    .select(['id', 'title', 'year'])
    .where('owner_unit_id', 'in', owners)
    .where('state', '=', 'open')
    .orderBy('year', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function listDemoAccounts(db: Db, tree: OrganisationTree) {
  const rows = await db
    .selectFrom('account')
    .innerJoin('role_grant', 'role_grant.account_id', 'account.id')
    .select(['account.username', 'account.display_name', 'role_grant.role', 'role_grant.unit_id'])
    .where('account.is_demo', '=', true)
    .where('account.disabled_at', 'is', null)
    .where('role_grant.ended_at', 'is', null)
    .orderBy('account.created_at')
    .orderBy('account.id')
    .orderBy('role_grant.id')
    .execute();
  if (rows.length === 0) return null;
  // Somebody in charge of several areas stands once, at the first of them.
  const first = [...Map.groupBy(rows, (row) => row.username).values()].flatMap((own) => own.slice(0, 1));
  const inOrder = first.toSorted((a, b) => roles.indexOf(a.role as Role) - roles.indexOf(b.role as Role));
  return inOrder.map((row) => ({
    username: row.username,
    displayName: row.display_name,
    role: roleWords[row.role as Role],
    unitName: tree.find(row.unit_id)?.name ?? '',
  }));
}
