import type { Caller } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { SignInSettings } from '#server/platform/sign-in-settings.ts';
import { passwordHashOf } from './accounts.store.ts';
import { needsSecondFactor } from './second-factor.ts';
import { secondFactorOf } from './second-factor.store.ts';
import { liveSessionsOf, type SignInMethod } from './sessions.store.ts';

const minutesJustNow = 10;

interface OwnInput {
  readonly db: Db;
  readonly now: string;
  readonly caller: Caller;
}

/** Where I am signed in, and how. */
export async function listOwnSessions(input: OwnInput & { readonly signIn: SignInSettings }) {
  const { db, now, caller, signIn } = input;
  const rows = await liveSessionsOf(db, caller.accountId, now);
  const factor = await secondFactorOf(db, caller.accountId);
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      device: row.device === '' ? 'Thiết bị chưa rõ' : row.device,
      method: row.method as SignInMethod,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      thisOne: row.id_hash === caller.sessionHash,
    })),
    secondFactor: {
      since: factor.since,
      recoveryCodesLeft: factor.since === null ? 0 : factor.recoveryCodesLeft,
      required: needsSecondFactor(signIn, caller.access),
    },
    confirmed: await signedInJustNow(input),
    hasPassword: (await passwordHashOf(db, caller.accountId)) !== null,
  };
}

/** The password, or the identity at the office's service, was shown within the last ten minutes. */
export async function signedInJustNow({ db, now, caller }: OwnInput): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('created_at')
    .where('id_hash', '=', caller.sessionHash)
    .executeTakeFirst();
  return row !== undefined && Date.parse(now) - Date.parse(row.created_at) < minutesJustNow * 60_000;
}
