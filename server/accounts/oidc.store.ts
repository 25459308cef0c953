import type { Db } from '#server/platform/database/db.ts';
import type { JourneyChecks } from './oidc.ts';
import { newSecret, secretHash } from './secrets.ts';

const minutesAway = 10;

export interface Journey extends JourneyChecks {
  readonly returnTo: string;
}

/** Notes that this browser was sent to the service; returns the secret by which it is known again. */
export async function beginJourney(db: Db, journey: Journey, now: string): Promise<string> {
  const browser = newSecret();
  await db
    .insertInto('sign_in_journey')
    .values({
      state_hash: secretHash(journey.state),
      browser_hash: secretHash(browser),
      nonce: journey.nonce,
      code_verifier: journey.codeVerifier,
      return_to: journey.returnTo,
      expires_at: new Date(Date.parse(now) + minutesAway * 60_000).toISOString(),
    })
    .execute();
  return browser;
}

/** Ends the journey with this state of this very browser; null where there is none. It can be ended once. */
export async function endJourney(
  db: Db,
  came: { state: string; browser: string; now: string },
): Promise<Journey | null> {
  const row = await db
    .deleteFrom('sign_in_journey')
    .where('state_hash', '=', secretHash(came.state))
    .where('browser_hash', '=', secretHash(came.browser))
    .where('expires_at', '>', came.now)
    .returning(['nonce', 'code_verifier', 'return_to'])
    .executeTakeFirst();
  return row
    ? { state: came.state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to }
    : null;
}

export async function accountOfSubject(
  db: Db,
  identity: { issuer: string; subject: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('external_issuer', '=', identity.issuer)
    .where('external_subject', '=', identity.subject)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The account whose user name is this address, where nobody else's identity is linked with it. */
export async function accountOfEmail(db: Db, email: string): Promise<string | null> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where((where) => where(where.fn<string>('lower', ['username']), '=', email.toLowerCase()))
    .where('external_subject', 'is', null)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Links or, with null, unlinks; false where the identity belongs to another account. */
export async function linkIdentity(
  db: Db,
  accountId: string,
  identity: { issuer: string; subject: string } | null,
): Promise<boolean> {
  if (identity !== null) {
    const holder = await db
      .selectFrom('account')
      .select('id')
      .where('external_issuer', '=', identity.issuer)
      .where('external_subject', '=', identity.subject)
      .executeTakeFirst();
    if (holder !== undefined && holder.id !== accountId) return false;
  }
  await db
    .updateTable('account')
    .set({ external_issuer: identity?.issuer ?? null, external_subject: identity?.subject ?? null })
    .where('id', '=', accountId)
    .execute();
  return true;
}

export async function sessionCameByService(db: Db, sessionHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('session')
    .select('method')
    .where('id_hash', '=', sessionHash)
    .executeTakeFirst();
  return row?.method === 'service';
}
