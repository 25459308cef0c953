import type { ProblemCode } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface SignInEntry {
  readonly at: string;
  readonly endpoint: string;
  /** Whose account it is about; null where the name is nobody's. */
  readonly accountId: string | null;
  /** Missing: it was done. */
  readonly problem?: ProblemCode;
  /** Who was signed in already when it was refused; else somebody unknown tried. */
  readonly by?: string | null;
}

/** A sign-in, done or refused, in the audit trail of the unit where the account works; never what was typed. */
export async function auditSignIn(db: Db, entry: SignInEntry): Promise<void> {
  const refused = entry.problem !== undefined;
  await db
    .insertInto('audit_entry')
    .values((build) => ({
      at: entry.at,
      account_id: refused ? (entry.by ?? null) : entry.accountId,
      endpoint: entry.endpoint,
      subject_type: entry.accountId === null ? null : 'account',
      subject_id: entry.accountId,
      unit_id: build
        .selectFrom('role_grant')
        .select('unit_id')
        .where('account_id', '=', entry.accountId)
        .where('ended_at', 'is', null)
        .orderBy('begins_on')
        .orderBy('id')
        .limit(1),
      outcome: refused ? ('refused' as const) : ('done' as const),
      problem: entry.problem ?? null,
    }))
    .execute();
}
