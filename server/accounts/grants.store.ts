import type { Role } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { NewGrant } from './accounts.store.ts';

export interface GrantRow {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly beginsOn: Day;
  readonly endsOn: Day | null;
  readonly endedAt: string | null;
}

export async function lockGrant(db: Db, id: string): Promise<GrantRow | null> {
  const row = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    accountId: row.account_id,
    role: row.role as Role,
    unitId: row.unit_id,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    endedAt: row.ended_at,
  };
}

/** Takes a grant back now; its last day is today, or stays where it was earlier. */
export async function endGrant(command: CommandContext, grant: GrantRow, reason: string): Promise<void> {
  const lastDay = [grant.endsOn ?? command.today, command.today].sort()[0] ?? command.today;
  await command.db
    .updateTable('role_grant')
    .set({
      ended_at: command.now,
      ends_on: lastDay < grant.beginsOn ? grant.beginsOn : lastDay,
      end_reason: reason,
    })
    .where('id', '=', grant.id)
    .execute();
}

/** Whether the account already holds this role at this unit on a day of the span. */
export async function holdsAlready(db: Db, accountId: string, grant: NewGrant): Promise<boolean> {
  let query = db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', grant.role)
    .where('unit_id', '=', grant.unitId)
    .where('ended_at', 'is', null)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>=', grant.beginsOn)]));
  if (grant.endsOn !== null) query = query.where('begins_on', '<=', grant.endsOn);
  return (await query.executeTakeFirst()) !== undefined;
}

/** Holds an account for the transaction, so that two decisions about it come one after the other. */
export async function lockAccount(db: Db, id: string): Promise<void> {
  await db.selectFrom('account').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function setDisabled(command: CommandContext, id: string, disabled: boolean): Promise<void> {
  await command.db
    .updateTable('account')
    .set((set) => ({ disabled_at: disabled ? command.now : null, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
