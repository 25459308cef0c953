import type { Db } from '#server/platform/database/db.ts';
import { asRecoveryCode, recoveryCodeMatches, type RecoveryCode, stepOfCode } from './second-factor.ts';

export interface SecondFactor {
  readonly since: string | null;
  readonly pendingSecret: string | null;
  readonly pendingSince: string | null;
  readonly recoveryCodesLeft: number;
}

export async function secondFactorOf(db: Db, accountId: string): Promise<SecondFactor> {
  const row = await db
    .selectFrom('second_factor')
    .select(['confirmed_at', 'pending_secret', 'pending_since'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  const { left } = await db
    .selectFrom('recovery_code')
    .select((count) => count.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    since: row?.confirmed_at ?? null,
    pendingSecret: row?.pending_secret ?? null,
    pendingSince: row?.pending_since ?? null,
    recoveryCodesLeft: left,
  };
}

/** Takes a one-time code or a recovery code; each works once, also when it comes twice at the same moment. */
export async function takeCode(
  db: Db,
  accountId: string,
  given: { code: string; now: string },
): Promise<'code' | 'recovery_code' | null> {
  return (await takeOneTimeCode(db, accountId, given))
    ? 'code'
    : (await takeRecoveryCode(db, accountId, given))
      ? 'recovery_code'
      : null;
}

async function takeOneTimeCode(
  db: Db,
  accountId: string,
  given: { code: string; now: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('second_factor')
    .select(['secret', 'last_step'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  if (!row?.secret) return false;
  const step = await stepOfCode(row.secret, given.code, { now: given.now, after: row.last_step });
  if (step === null) return false;
  const taken = await db
    .updateTable('second_factor')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .returning('account_id')
    .executeTakeFirst();
  return taken !== undefined;
}

async function takeRecoveryCode(
  db: Db,
  accountId: string,
  given: { code: string; now: string },
): Promise<boolean> {
  const typed = asRecoveryCode(given.code);
  if (typed === null) return false;
  const row = await db
    .selectFrom('recovery_code')
    .select('code_hash')
    .where('account_id', '=', accountId)
    .where('hint', '=', typed.hint)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  if (!row || !(await recoveryCodeMatches(row.code_hash, typed.code))) return false;
  const taken = await db
    .updateTable('recovery_code')
    .set({ used_at: given.now })
    .where('account_id', '=', accountId)
    .where('hint', '=', typed.hint)
    .where('used_at', 'is', null)
    .returning('hint')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The secret waits until a code of it was shown; a factor in use stays as it is. */
export async function beginSecondFactor(
  db: Db,
  accountId: string,
  pending: { secret: string; now: string },
): Promise<void> {
  const waiting = { pending_secret: pending.secret, pending_since: pending.now };
  await db
    .insertInto('second_factor')
    .values({ account_id: accountId, ...waiting })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(waiting))
    .execute();
}

export async function confirmSecondFactor(
  db: Db,
  accountId: string,
  confirmed: { secret: string; step: number; now: string },
): Promise<void> {
  await db
    .updateTable('second_factor')
    .set({
      secret: confirmed.secret,
      confirmed_at: confirmed.now,
      last_step: confirmed.step,
      pending_secret: null,
      pending_since: null,
    })
    .where('account_id', '=', accountId)
    .execute();
}

export async function replaceRecoveryCodes(
  db: Db,
  accountId: string,
  codes: readonly RecoveryCode[],
): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await db
    .insertInto('recovery_code')
    .values(codes.map(({ hint, hash }) => ({ account_id: accountId, hint, code_hash: hash })))
    .execute();
}

export async function removeSecondFactor(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await db.deleteFrom('second_factor').where('account_id', '=', accountId).execute();
}
