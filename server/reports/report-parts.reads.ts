import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { unitReportKindWords, type UnitReportKind } from '#domain/reports/unit-report.workflow.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

type ReportAnswer = ResponseOf<(typeof reportsApi)['GET /api/unit-reports/:id']>;

/** What the unit wrote last time: this year's earlier report, else the latest of last year's campaign. */
export async function previousNarrative(
  db: Db,
  report: { unit_id: string; kind: string },
  campaign: CampaignRecord,
): Promise<ReportAnswer['previous']> {
  const row = await db
    .selectFrom('unit_report')
    .innerJoin('campaign', 'campaign.id', 'unit_report.campaign_id')
    .select(['kind', 'results', 'difficulties', 'proposals', 'campaign.year'])
    .where('unit_report.unit_id', '=', report.unit_id)
    .where('unit_report.state', 'in', ['submitted', 'accepted'])
    .where((where) =>
      where.or([
        where.and([
          where('campaign.id', '=', campaign.previousCampaignId),
          where.lit(campaign.previousCampaignId !== null),
        ]),
        where.and([
          where('campaign.id', '=', campaign.id),
          where('kind', '=', 'mid_year'),
          where.lit(report.kind === 'year_end'),
        ]),
      ]),
    )
    .orderBy('campaign.year', 'desc')
    .orderBy(sql`kind = 'year_end'`, 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { kind, year, ...narrative } = row;
  return { title: `${unitReportKindWords[kind as UnitReportKind]} ${year}`, ...narrative };
}

export async function evidenceOfReport(db: Db, reportId: string): Promise<ReportAnswer['evidence']> {
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
