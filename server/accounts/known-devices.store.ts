import type { Db } from '#server/platform/database/db.ts';
import { newId } from '#server/platform/ids.ts';
import { newSecret, secretHash } from './secrets.ts';

export interface KnownDevice {
  readonly id: string;
  /** Until then the second factor is not asked in this browser. */
  readonly secondFactorUntil: string | null;
}

/** The browser with this secret, where the account of this name signed in before. */
export async function knownDevice(
  db: Db,
  secret: string | null,
  of: { username: string } | { accountId: string },
): Promise<KnownDevice | null> {
  const row = await db
    .selectFrom('known_device')
    .innerJoin('account', 'account.id', 'known_device.account_id')
    .select(['known_device.id', 'known_device.second_factor_until'])
    .where('known_device.secret_hash', '=', secretHash(secret ?? ''))
    .where((where) =>
      'username' in of
        ? where(where.fn<string>('lower', ['account.username']), '=', of.username.toLowerCase())
        : where('account.id', '=', of.accountId),
    )
    .executeTakeFirst();
  return row ? { id: row.id, secondFactorUntil: row.second_factor_until } : null;
}

/**
 * Notes that the account signed in in this browser. The browser's secret is new each time: a copy that somebody
 * made of it, perhaps on a computer that two share, is worth nothing after the next sign-in.
 */
export async function rememberDevice(
  db: Db,
  oldSecret: string | null,
  use: { accountId: string; now: string; secondFactorUntil: string | null },
): Promise<{ id: string; secret: string }> {
  const secret = newSecret();
  if (oldSecret !== null)
    await db
      .updateTable('known_device')
      .set({ secret_hash: secretHash(secret) })
      .where('secret_hash', '=', secretHash(oldSecret))
      .execute();
  const row = await db
    .insertInto('known_device')
    .values({
      id: newId(),
      account_id: use.accountId,
      secret_hash: secretHash(secret),
      created_at: use.now,
      last_used_at: use.now,
      second_factor_until: use.secondFactorUntil,
    })
    .onConflict((conflict) =>
      conflict.columns(['secret_hash', 'account_id']).doUpdateSet({
        last_used_at: use.now,
        ...(use.secondFactorUntil !== null && { second_factor_until: use.secondFactorUntil }),
      }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id: row.id, secret };
}

export async function forgetDevice(db: Db, id: string): Promise<void> {
  await db.deleteFrom('known_device').where('id', '=', id).execute();
}

/** Every browser asks the second factor again. */
export async function askSecondFactorEverywhere(db: Db, accountId: string): Promise<void> {
  await db
    .updateTable('known_device')
    .set({ second_factor_until: null })
    .where('account_id', '=', accountId)
    .execute();
}
