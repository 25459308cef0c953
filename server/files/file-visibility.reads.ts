import { visibleDocument } from '#server/documents/document-access.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { FileRow } from '#server/platform/files/files.store.ts';
import { sql } from 'kysely';

/** A piece of evidence that shows a file, as far as it matters for who may open it. */
interface Evidence {
  readonly kind: 'practice' | 'unit_report';
  readonly unitId: string;
  readonly withdrawn: boolean;
  /** Units that the practice was offered to or taken up by: they see what was done, not how it was judged. */
  readonly guests: readonly string[];
}

/** Who uploaded a file opens it until it is attached; from then on, whoever may read a record that it is attached to. */
export async function mayOpenFile(read: ReadContext, file: FileRow): Promise<boolean> {
  const evidence = await evidenceOf(read, file.id);
  if (evidence.some((one) => readsEvidence(read, one))) return true;
  const [document, reading] = [await documentOf(read, file.id), await readingOf(read, file.id)];
  if (document?.visible || reading?.visible) return true;
  const owners = await templateOwners(read, file.id);
  if (owners.some((owner) => read.caller.access.reachesFromBelow('unit_report.read', owner))) return true;
  if (document || reading || owners.length > 0) return false;
  return evidence.length === 0 && file.uploadedBy === read.caller.accountId;
}

function readsEvidence({ caller: { access } }: ReadContext, at: Evidence): boolean {
  if (at.kind === 'unit_report') return access.can('unit_report.read', at.unitId);
  // Evidence taken back is kept for those who answer for the practice.
  if (at.withdrawn)
    return access.can('practice.implement', at.unitId) || access.can('practice.appraise', at.unitId);
  return [at.unitId, ...at.guests].some((unitId) => access.can('practice.read', unitId));
}

async function evidenceOf({ db }: ReadContext, fileId: string): Promise<Evidence[]> {
  const { rows } = await sql<Evidence>`
    select case when e.subject_type = 'unit_report' then 'unit_report' else 'practice' end as kind,
      coalesce(r.unit_id, p.unit_id) as "unitId",
      e.withdrawn_at is not null as withdrawn,
      case when e.subject_type in ('practice', 'progress_entry') then array(
        select o.unit_id::text from replication_offer o where o.practice_id = p.id
        union select taken.unit_id::text from practice taken where taken.source_practice_id = p.id)
      else '{}' end as guests
    from evidence e
    left join report r on e.subject_type = 'unit_report' and r.id = e.subject_id
    left join practice p on p.id = e.practice_id
    where e.file_id = ${fileId} and coalesce(r.unit_id, p.unit_id) is not null`.execute(db);
  return rows;
}

/** Whether some paper carries the file, and whether the caller may see one that does. */
async function documentOf(read: ReadContext, fileId: string): Promise<{ visible: boolean } | null> {
  const rows = await read.db
    .selectFrom('document')
    .select(visibleDocument(read).as('visible'))
    .where('file_id', '=', fileId)
    .execute();
  return rows.length === 0 ? null : { visible: rows.some((row) => row.visible) };
}

/** The offices whose Word template the file is: it is for them and for all below. */
async function templateOwners({ db }: ReadContext, fileId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('paper_template')
    .select('owner_unit_id')
    .where('file_id', '=', fileId)
    .execute();
  return rows.map((row) => row.owner_unit_id);
}

/** Whether some reading is of the file; those who report at its unit and those who read what came of it may see it. */
async function readingOf(read: ReadContext, fileId: string): Promise<{ visible: boolean } | null> {
  const { access } = read.caller;
  const rows = await read.db
    .selectFrom('paper_reading')
    .leftJoin('reported_figure_set as figures', 'figures.id', 'paper_reading.figure_set_id')
    .select([
      sql<boolean>`${withinScope('paper_reading.unit_id', access.scope('figure.report'))}`.as('reports'),
      sql<boolean>`coalesce(${withinScope('figures.owner_unit_id', access.ownersAbove('figure.read'))}, false)`.as(
        'figures',
      ),
      sql<boolean>`exists (select 1 from reading_fact f join practice p on p.id = f.practice_id
        where f.reading_id = paper_reading.id
          and ${withinScope('p.unit_id', access.scope('practice.read'))})`.as('practices'),
    ])
    .where('paper_reading.file_id', '=', fileId)
    .execute();
  return rows.length === 0
    ? null
    : { visible: rows.some((row) => row.reports || row.figures || row.practices) };
}
