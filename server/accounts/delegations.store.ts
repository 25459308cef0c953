import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface NewDelegation {
  readonly grantIds: readonly string[];
  readonly toAccountId: string;
  readonly beginsOn: string;
  readonly endsOn: string;
  readonly reason: string;
}

export async function insertDelegation(command: CommandContext, asked: NewDelegation): Promise<string> {
  const id = command.newId();
  const from = command.caller.accountId;
  await command.db
    .insertInto('delegation')
    .values({
      id,
      from_account_id: from,
      to_account_id: asked.toAccountId,
      begins_on: asked.beginsOn,
      ends_on: asked.endsOn,
      reason: asked.reason,
      delegated_at: command.now,
    })
    .execute();
  await command.db
    .insertInto('delegated_grant')
    .values(
      asked.grantIds.map((grantId) => ({
        delegation_id: id,
        role_grant_id: grantId,
        from_account_id: from,
      })),
    )
    .execute();
  return id;
}

/** Holds the roles of the caller for the transaction, so that none is ended while it is handed on. */
export async function lockOwnGrants(command: CommandContext, ids: readonly string[]): Promise<void> {
  await command.db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', command.caller.accountId)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
}

export interface DelegationEnds {
  readonly fromAccountId: string;
  readonly toAccountId: string;
  readonly endsOn: string;
  readonly endedAt: string | null;
  readonly unitIds: readonly string[];
}

export async function lockDelegation(db: Db, id: string): Promise<DelegationEnds | null> {
  const row = await db
    .selectFrom('delegation')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const grants = await db
    .selectFrom('delegated_grant')
    .innerJoin('role_grant', 'role_grant.id', 'delegated_grant.role_grant_id')
    .select('role_grant.unit_id')
    .where('delegation_id', '=', id)
    .orderBy('role_grant.id')
    .execute();
  return {
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    endsOn: row.ends_on,
    endedAt: row.ended_at,
    unitIds: grants.map((grant) => grant.unit_id),
  };
}

export async function endDelegation(command: CommandContext, id: string, reason: string): Promise<void> {
  await command.db
    .updateTable('delegation')
    .set({ ended_at: command.now, ended_by: command.caller.accountId, end_reason: reason || null })
    .where('id', '=', id)
    .execute();
}
