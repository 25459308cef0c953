import { permissionsOfRole, type Permission } from '#domain/access/permissions.ts';
import type { DocumentState } from '#domain/documents/document.workflow.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Document } from '#db/types.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql, type RawBuilder, type Selectable } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

export type DocumentRow = Selectable<Document>;

/**
 * Papers the caller may see, as a condition on table `document`: those kept by a unit of the caller's area, and
 * those sent to one. A draft is its owner's alone: nothing is sent before it is issued.
 */
export function visibleDocument({ caller }: Pick<ReadContext, 'caller'>): RawBuilder<boolean> {
  const scope = caller.access.scope('document.read');
  return sql`(${withinScope('document.owner_unit_id', scope)} or exists (
    select 1 from document_dispatch d
    where d.document_id = document.id and ${withinScope('d.unit_id', scope)}))`;
}

/** The units where the caller sits, not those below: whose papers wait for this very person. */
export function ownUnits(
  { caller, tree }: Pick<ReadContext, 'caller' | 'tree'>,
  permission: Permission,
): string[] {
  const units = caller.access.grants
    .filter((grant) => permissionsOfRole[grant.role].includes(permission))
    .map((grant) => grant.unitId);
  return [...new Set(units)].filter((id) => tree.has(id));
}

/** The paper, if the caller may see it; `forUpdate` locks its row. */
export async function visibleDocumentById(
  context: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<DocumentRow & { state: DocumentState }> {
  let query = context.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', id)
    .where(visibleDocument(context));
  if (options.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row as DocumentRow & { state: DocumentState };
}
