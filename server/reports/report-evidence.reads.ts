import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Db } from '#server/platform/database/db.ts';

type Evidence = ResponseOf<(typeof reportsApi)['GET /api/reports/:id']>['evidence'];

/** What proves a report, without what was taken back. */
export async function evidenceOfReport(db: Db, reportId: string): Promise<Evidence> {
  const rows = await db
    .selectFrom('evidence')
    .innerJoin('file', 'file.id', 'evidence.file_id')
    .innerJoin('account', 'account.id', 'evidence.added_by')
    .select([
      'evidence.id',
      'subject_type',
      'subject_id',
      'caption',
      'added_at',
      'account.display_name',
      'file.id as file_id',
      'file.name',
      'file.media_type',
      'file.size',
    ])
    .where('subject_type', '=', 'unit_report')
    .where('subject_id', '=', reportId)
    .where('withdrawn_at', 'is', null)
    .orderBy('added_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    file: {
      id: row.file_id,
      name: row.name,
      mediaType: row.media_type,
      size: row.size,
      hasPreview: row.media_type.startsWith('image/'),
    },
    caption: row.caption,
    addedAt: row.added_at,
    addedBy: row.display_name,
  }));
}
