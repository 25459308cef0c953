import type { Db } from '#server/platform/database/db.ts';
import { newSecret, secretHash } from './secrets.ts';
import type { SignInMethod } from './sessions.store.ts';

const minutesOpen = 10;

export interface Challenge {
  readonly accountId: string;
  readonly username: string;
  readonly method: SignInMethod;
}

/** The first step was right: the secret opens the second one for ten minutes, and nothing else. */
export async function openChallenge(
  db: Db,
  challenge: { accountId: string; method: SignInMethod; now: string },
): Promise<string> {
  const secret = newSecret();
  await db
    .insertInto('sign_in_challenge')
    .values({
      secret_hash: secretHash(secret),
      account_id: challenge.accountId,
      method: challenge.method,
      created_at: challenge.now,
      expires_at: new Date(Date.parse(challenge.now) + minutesOpen * 60_000).toISOString(),
    })
    .execute();
  return secret;
}

export async function challengeOf(db: Db, secret: string | null, now: string): Promise<Challenge | null> {
  if (secret === null) return null;
  const row = await db
    .selectFrom('sign_in_challenge')
    .innerJoin('account', 'account.id', 'sign_in_challenge.account_id')
    .select(['account.id', 'account.username', 'sign_in_challenge.method'])
    .where('sign_in_challenge.secret_hash', '=', secretHash(secret))
    .where('sign_in_challenge.expires_at', '>', now)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  return row ? { accountId: row.id, username: row.username, method: row.method as SignInMethod } : null;
}

/** Closes it; false where somebody was quicker. */
export async function closeChallenge(db: Db, secret: string): Promise<boolean> {
  const closed = await db
    .deleteFrom('sign_in_challenge')
    .where('secret_hash', '=', secretHash(secret))
    .returning('account_id')
    .executeTakeFirst();
  return closed !== undefined;
}

/** Whoever set a new password has not passed a first step begun with the old one. */
export async function closeChallengesOf(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('sign_in_challenge').where('account_id', '=', accountId).execute();
}
