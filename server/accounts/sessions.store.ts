import { randomBytes } from 'node:crypto';
import { Access } from '#domain/access/access.ts';
import { Standings } from '#domain/access/delegation.ts';
import type { Caller } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import type { IdentifyInput } from '#server/platform/http/app.ts';
import { sql } from 'kysely';
import { heldBy, heldFrom, type HeldRow } from './delegations.reads.ts';
import { needsSecondFactor } from './second-factor.ts';
import { newSecret, secretHash } from './secrets.ts';

/** A session ends after half a day without use, and after three days whatever happens. */
const idleHours = 12;
const longestHours = 72;

const hours = (count: number): number => count * 3_600_000;

export type SignInMethod = 'password' | 'invitation' | 'service';

interface From {
  /** "Chrome trên máy tính Windows". */
  readonly device: string;
  readonly knownDeviceId: string | null;
  readonly method: SignInMethod;
}

/** Begins a session and returns its secret for the cookie; the database keeps only the hash. */
export async function beginSession(
  db: Db,
  accountId: string,
  now: string,
  from: From = { device: '', knownDeviceId: null, method: 'password' },
): Promise<{ secret: string; csrfToken: string }> {
  const secret = newSecret();
  const csrfToken = randomBytes(24).toString('base64url');
  await db
    .insertInto('session')
    .values({
      id_hash: secretHash(secret),
      account_id: accountId,
      csrf_token: csrfToken,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(Date.parse(now) + hours(longestHours)).toISOString(),
      device: from.device,
      known_device_id: from.knownDeviceId,
      method: from.method,
    })
    .execute();
  return { secret, csrfToken };
}

export async function endSession(db: Db, sessionHash: string): Promise<void> {
  await db.deleteFrom('session').where('id_hash', '=', sessionHash).execute();
}

/** Ends every session of an account, save the one that asks. */
export async function endSessionsOf(db: Db, accountId: string, exceptHash: string | null): Promise<void> {
  let query = db.deleteFrom('session').where('account_id', '=', accountId);
  if (exceptHash !== null) query = query.where('id_hash', '<>', exceptHash);
  await query.execute();
}

/** The same session under a new secret: what somebody may have seen of the old one is worth nothing any more. */
export async function rotateSession(db: Db, sessionHash: string): Promise<{ secret: string }> {
  const secret = newSecret();
  await db
    .updateTable('session')
    .set({ id_hash: secretHash(secret) })
    .where('id_hash', '=', sessionHash)
    .execute();
  return { secret };
}

/** Sessions that still open something, the one used last first. */
export async function liveSessionsOf(db: Db, accountId: string, now: string) {
  return db
    .selectFrom('session')
    .select(['id', 'id_hash', 'device', 'method', 'created_at', 'last_seen_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(Date.parse(now) - hours(idleHours)).toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends a session of this account by its number, and forgets the browser it ran in; false where there is none. */
export async function endOwnSession(db: Db, accountId: string, id: string): Promise<boolean> {
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('known_device_id')
    .executeTakeFirst();
  if (ended?.known_device_id)
    await db.deleteFrom('known_device').where('id', '=', ended.known_device_id).execute();
  return ended !== undefined;
}

/** Ends every session but this one, and forgets every other browser; returns how many sessions there were. */
export async function endOtherSessions(db: Db, accountId: string, sessionHash: string): Promise<number> {
  const { known_device_id: thisDevice } = await db
    .selectFrom('session')
    .select('known_device_id')
    .where('id_hash', '=', sessionHash)
    .executeTakeFirstOrThrow();
  const ended = await db
    .deleteFrom('session')
    .where('account_id', '=', accountId)
    .where('id_hash', '<>', sessionHash)
    .returning('id')
    .execute();
  let devices = db.deleteFrom('known_device').where('account_id', '=', accountId);
  if (thisDevice !== null) devices = devices.where('id', '<>', thisDevice);
  await devices.execute();
  return ended.length;
}

export async function sweepSessions(db: Db, now: string): Promise<void> {
  const idleSince = new Date(Date.parse(now) - hours(idleHours)).toISOString();
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<', now), where('last_seen_at', '<', idleSince)]))
    .execute();
  const ago = (count: number): string => new Date(Date.parse(now) - hours(count)).toISOString();
  await db.deleteFrom('sign_in_challenge').where('expires_at', '<', now).execute();
  await db.deleteFrom('sign_in_journey').where('expires_at', '<', now).execute();
  await db.deleteFrom('sign_in_brake').where('last_failed_at', '<', ago(24)).execute();
  await db
    .deleteFrom('known_device')
    .where('last_used_at', '<', ago(180 * 24))
    .execute();
}

/** The account behind a session secret with its access of today; null where the session is unknown or over. */
export async function identify({ db, secret, now, tree, signIn }: IdentifyInput): Promise<Caller | null> {
  const sessionHash = secretHash(secret);
  const idleSince = new Date(Date.parse(now) - hours(idleHours)).toISOString();
  const [row] = await sessionOpen(db, { sessionHash, now, idleSince });
  if (!row) return null;
  if (Date.parse(now) - Date.parse(row.last_seen_at) > 60_000)
    await db.updateTable('session').set({ last_seen_at: now }).where('id_hash', '=', sessionHash).execute();
  const grants = heldFrom(row.held);
  const access = new Access(grants, tree);
  return {
    accountId: row.id,
    displayName: row.display_name,
    username: row.username,
    mustChangePassword: row.must_change_password,
    mustSetSecondFactor: row.confirmed_at === null && needsSecondFactor(signIn, access),
    textSize: row.text_size === 'large' ? 'large' : 'normal',
    sessionHash,
    csrfToken: row.csrf_token,
    access,
    standings: new Standings(grants, tree),
  };
}

interface SessionAsked {
  readonly sessionHash: string;
  readonly now: string;
  readonly idleSince: string;
}

/** Asked at every request: the session, its account and what it holds, at once. */
const sessionOpen = keptStatement((db, asked: SessionAsked) =>
  db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .leftJoin('second_factor', 'second_factor.account_id', 'account.id')
    .select([
      'account.id',
      'account.username',
      'account.display_name',
      'account.must_change_password',
      'account.text_size',
      'session.csrf_token',
      'session.last_seen_at',
      'second_factor.confirmed_at',
      sql<
        HeldRow[]
      >`(select coalesce(json_agg(held), '[]') from (${heldBy(sql.ref('account.id'))}) as held)`.as('held'),
    ])
    .where('session.id_hash', '=', asked.sessionHash)
    .where('session.expires_at', '>', asked.now)
    .where('session.last_seen_at', '>', asked.idleSince)
    .where('account.disabled_at', 'is', null)
    .modifyEnd(prepared)
    .compile(),
);
