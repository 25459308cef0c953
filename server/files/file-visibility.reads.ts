import type { ReadContext } from '#server/platform/commands/context.ts';
import type { FileRow } from '#server/platform/files/files.store.ts';
import { sql } from 'kysely';

/** Where a file is attached, as far as it matters for who may open it. */
interface Attachment {
  readonly kind: 'evidence' | 'unit_report' | 'document';
  /** Unit of the record; for a document its owner. */
  readonly unitId: string;
  /** Evidence that was taken back. */
  readonly withdrawn: boolean;
  /** Units that a document was sent to, or a practice was offered to. */
  readonly sentTo: readonly string[];
}

/** Who uploaded a file opens it until it is attached; from then on, whoever may read a record that it is attached to. */
export async function mayOpenFile(read: ReadContext, file: FileRow): Promise<boolean> {
  const attachments = await attachmentsOf(read, file.id);
  if (attachments.length === 0) return file.uploadedBy === read.caller.accountId;
  return attachments.some((attachment) => reads(read, attachment));
}

function reads({ caller: { access } }: ReadContext, at: Attachment): boolean {
  const reaches = (permission: 'document.read' | 'practice.read'): boolean =>
    at.sentTo.some((unitId) => access.can(permission, unitId));
  if (at.kind === 'document') return access.can('document.read', at.unitId) || reaches('document.read');
  if (at.kind === 'unit_report') return access.can('unit_report.read', at.unitId);
  // Evidence taken back is kept for those who answer for the practice.
  if (at.withdrawn)
    return access.can('practice.implement', at.unitId) || access.can('practice.appraise', at.unitId);
  return access.can('practice.read', at.unitId) || reaches('practice.read');
}

async function attachmentsOf({ db }: ReadContext, fileId: string): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`
    select case when e.subject_type = 'unit_report' then 'unit_report' else 'evidence' end as kind,
      coalesce(r.unit_id, p.unit_id) as "unitId",
      e.withdrawn_at is not null as withdrawn,
      coalesce((select array_agg(o.unit_id::text) from replication_offer o where o.practice_id = p.id), '{}') as "sentTo"
    from evidence e
    left join unit_report r on e.subject_type = 'unit_report' and r.id = e.subject_id
    left join practice p on p.id = e.practice_id
    where e.file_id = ${fileId} and coalesce(r.unit_id, p.unit_id) is not null
    union all
    select 'document', d.owner_unit_id, false,
      coalesce((select array_agg(s.unit_id::text) from document_dispatch s where s.document_id = d.id), '{}')
    from document d
    where d.file_id = ${fileId}`.execute(db);
  return rows;
}
