import { createHash, randomBytes } from 'node:crypto';
import { Access } from '#domain/access/access.ts';
import type { Role } from '#domain/access/permissions.ts';
import type { Caller } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { IdentifyInput } from '#server/platform/http/app.ts';

/** A session ends after half a day without use, and after three days whatever happens. */
const idleHours = 12;
const longestHours = 72;

const hours = (count: number): number => count * 3_600_000;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Begins a session and returns its secret for the cookie; the database keeps only the hash. */
export async function beginSession(
  db: Db,
  accountId: string,
  now: string,
): Promise<{ secret: string; csrfToken: string }> {
  const secret = randomBytes(32).toString('base64url');
  const csrfToken = randomBytes(24).toString('base64url');
  await db
    .insertInto('session')
    .values({
      id_hash: hashOf(secret),
      account_id: accountId,
      csrf_token: csrfToken,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(Date.parse(now) + hours(longestHours)).toISOString(),
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

export async function sweepSessions(db: Db, now: string): Promise<void> {
  const idleSince = new Date(Date.parse(now) - hours(idleHours)).toISOString();
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('expires_at', '<', now), where('last_seen_at', '<', idleSince)]))
    .execute();
}

/** The account behind a session secret with its access of today; null where the session is unknown or over. */
export async function identify({ db, secret, now, tree }: IdentifyInput): Promise<Caller | null> {
  const sessionHash = hashOf(secret);
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .select([
      'account.id',
      'account.username',
      'account.display_name',
      'account.must_change_password',
      'account.text_size',
      'session.csrf_token',
      'session.last_seen_at',
    ])
    .where('session.id_hash', '=', sessionHash)
    .where('session.expires_at', '>', now)
    .where('session.last_seen_at', '>', new Date(Date.parse(now) - hours(idleHours)).toISOString())
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  if (Date.parse(now) - Date.parse(row.last_seen_at) > 60_000)
    await db.updateTable('session').set({ last_seen_at: now }).where('id_hash', '=', sessionHash).execute();
  const grants = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('account_id', '=', row.id)
    .where('ended_at', 'is', null)
    .execute();
  return {
    accountId: row.id,
    displayName: row.display_name,
    username: row.username,
    mustChangePassword: row.must_change_password,
    textSize: row.text_size === 'large' ? 'large' : 'normal',
    sessionHash,
    csrfToken: row.csrf_token,
    access: new Access(
      grants.map((grant) => ({
        role: grant.role as Role,
        unitId: grant.unit_id,
        from: grant.begins_on,
        to: grant.ends_on,
        coversSubtree: grant.covers_subtree,
      })),
      tree,
    ),
  };
}
