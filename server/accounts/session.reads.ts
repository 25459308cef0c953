import { roles, roleWords, type Role } from '#domain/access/permissions.ts';
import type { Caller } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import type { Cookies } from '#server/platform/http/cookies.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { anyAccountExists } from './accounts.store.ts';
import { identify } from './sessions.store.ts';
import { challengeOf } from './sign-in-challenge.store.ts';

/** Shared by all demo accounts and printed by the start script; demo data only. */
export const demoPassword = 'dan-van-kheo-2026';

interface SessionInput {
  readonly db: Db;
  readonly now: string;
  readonly today: string;
  readonly tree: OrganisationTree;
  readonly caller: Caller | null;
  readonly cookies: Cookies;
  readonly signIn: SignInSettings;
}

/** Who I am and what I may do: the answer of GET /api/session. */
export async function describeSession(input: SessionInput) {
  const { db, now, today, tree, caller, signIn } = input;
  const demoAccounts = caller ? null : await listDemoAccounts(db, tree);
  return {
    account: caller
      ? {
          id: caller.accountId,
          displayName: caller.displayName,
          username: caller.username,
          mustChangePassword: caller.mustChangePassword,
          mustSetSecondFactor: caller.mustSetSecondFactor,
        }
      : null,
    secondStepOpen: caller === null && (await challengeOf(db, input.cookies.get('session'), now)) !== null,
    signInService: signIn.service === null ? null : { name: signIn.service.name },
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
  const owners = caller.access.ownersAbove('campaign.read');
  if (owners.isEmpty) return null;
  const row = await db
    .selectFrom('campaign')
    .select(['id', 'title', 'year'])
    .where(withinScope('owner_unit_id', owners))
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

/** The session as it stands after a sign-in or sign-out, by the secret that the browser will hold. */
export async function sessionNow(input: SessionInput) {
  const secret = input.cookies.get('session');
  const caller = secret === null ? null : await identify({ ...input, secret });
  return describeSession({ ...input, caller });
}
