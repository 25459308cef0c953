import type { Role } from '#domain/access/permissions.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '#server/platform/database/db.ts';

/** A role as it would be given to somebody else. */
export async function grantToPass(
  db: Db,
  id: string,
): Promise<{ role: Role; unitId: string; beginsOn: Day; endsOn: Day | null; coversSubtree: boolean }> {
  const row = await db
    .selectFrom('role_grant')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return {
    role: row.role as Role,
    unitId: row.unit_id,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    coversSubtree: row.covers_subtree,
  };
}

/** From now on this account looks after the draft; returns whose draft it is. */
export async function setDraftKeeper(db: Db, documentId: string, accountId: string): Promise<string> {
  await db
    .insertInto('draft_keeper')
    .values({ document_id: documentId, account_id: accountId })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet({ account_id: accountId }))
    .execute();
  const row = await db
    .selectFrom('document')
    .select('owner_unit_id')
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow();
  return row.owner_unit_id;
}
