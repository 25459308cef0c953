import type { ContributionKind, ContributionSource, SelfCheckStatus } from '#domain/practices/progress.ts';
import type { RewardState, RewardTrack } from '#domain/recognition/rewards.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import {
  campaignReportOf,
  campaignReportPeriod,
  type CampaignReportKind,
} from '#domain/reports/asked-periods.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';

/** Issued papers of a campaign, oldest first: the leadership's acts of the year. */
export function issuedPapers(db: Db, campaignId: string) {
  return db
    .selectFrom('document')
    .where('campaign_id', '=', campaignId)
    .where('direction', '=', 'own')
    .where('state', '=', 'issued')
    .select([
      'id',
      'type',
      'purpose',
      'subject',
      'issuer_name as issuerName',
      sql<string>`symbol`.as('symbol'),
      sql<string>`issued_on`.as('issuedOn'),
    ])
    .orderBy('issued_on')
    .orderBy('id')
    .execute();
}

export async function noticesOf(db: Db, campaignId: string) {
  const papers = await issuedPapers(db, campaignId);
  return papers.filter(
    (one) => one.purpose === 'notice_of_assignment' || one.purpose === 'supplementary_notice',
  );
}

/** The paper that the campaign's plan was issued by, if it stands in the register. */
export async function planPaper(db: Db, documentId: string | null) {
  if (documentId === null) return null;
  const row = await db
    .selectFrom('document')
    .where('id', '=', documentId)
    .select(['symbol', 'issued_on as issuedOn', 'subject', 'issuer_name as issuerName'])
    .executeTakeFirst();
  return row ?? null;
}

export function concludedMeetings(db: Db, campaignId: string) {
  return db
    .selectFrom('meeting')
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'concluded')
    .select([
      'meeting.id',
      'held_on as heldOn',
      sql<number>`(select count(*) from meeting_candidate c where c.meeting_id = meeting.id)`.as(
        'candidates',
      ),
      sql<number>`(select count(*) from meeting_candidate c
        where c.meeting_id = meeting.id and c.outcome = 'recognised')`.as('recognised'),
    ])
    .orderBy('held_on')
    .orderBy('meeting.id')
    .execute();
}

export interface ContributionSum {
  readonly kind: ContributionKind;
  readonly source: ContributionSource;
  readonly unit: string;
  readonly amount: number;
  readonly worth: number;
  readonly entries: number;
}

/** What was contributed to the practices of a campaign; cancelled entries do not count. */
export function contributionSums(db: Db, campaignId: string): Promise<ContributionSum[]> {
  return db
    .selectFrom('contribution')
    .innerJoin('practice', 'practice.id', 'contribution.practice_id')
    .where('practice.campaign_id', '=', campaignId)
    .where('contribution.cancelled_at', 'is', null)
    .groupBy(['contribution.kind', 'contribution.source', 'contribution.unit'])
    .select([
      sql<ContributionKind>`contribution.kind`.as('kind'),
      sql<ContributionSource>`contribution.source`.as('source'),
      'contribution.unit',
      sql<number>`sum(contribution.amount)`.as('amount'),
      sql<number>`coalesce(sum(contribution.worth), 0)`.as('worth'),
      sql<number>`count(*)`.as('entries'),
    ])
    .execute();
}

/** Counts of one campaign that several papers speak of. */
export function workCounts(db: Db, campaignId: string) {
  const ofCampaign = sql`practice.campaign_id = ${campaignId}`;
  return db
    .selectNoFrom([
      sql<number>`(select count(distinct n.practice_id) from appraisal_note n
        join practice on practice.id = n.practice_id where ${ofCampaign} and n.kind = 'field_check')`.as(
        'fieldChecked',
      ),
      sql<number>`(select count(*) from score_sheet s
        join practice on practice.id = s.practice_id where ${ofCampaign} and s.score_column = 'team')`.as(
        'inspected',
      ),
      sql<number>`(select count(*) from progress_entry e
        join practice on practice.id = e.practice_id where ${ofCampaign})`.as('progressEntries'),
      sql<number>`(select coalesce(sum(e.participants), 0) from progress_entry e
        join practice on practice.id = e.practice_id where ${ofCampaign})`.as('participants'),
      sql<number>`(select count(*) from practice where ${ofCampaign} and practice.state = 'stopped')`.as(
        'stopped',
      ),
      sql<number>`(select count(*) from practice where ${ofCampaign} and practice.state = 'not_recognised')`.as(
        'notRecognised',
      ),
      sql<number>`(select count(*) from practice where ${ofCampaign} and practice.state = 'declined')`.as(
        'declined',
      ),
      sql<number>`(select count(*) from replication_offer o where o.campaign_id = ${campaignId})`.as(
        'offers',
      ),
      sql<number>`(select count(*) from replication_offer o
        where o.campaign_id = ${campaignId} and o.state = 'taken_up')`.as('takenUp'),
    ])
    .executeTakeFirstOrThrow();
}

/** Answers to each self-check of the plan, by how the practice goes. */
export function selfCheckCounts(
  db: Db,
  campaignId: string,
): Promise<{ code: string; status: SelfCheckStatus; count: number }[]> {
  return db
    .selectFrom('self_check')
    .innerJoin('practice', 'practice.id', 'self_check.practice_id')
    .where('practice.campaign_id', '=', campaignId)
    .groupBy(['self_check.check_code', 'self_check.status'])
    .select([
      'self_check.check_code as code',
      sql<SelfCheckStatus>`self_check.status`.as('status'),
      sql<number>`count(*)`.as('count'),
    ])
    .execute();
}

export function rewardCounts(
  db: Db,
  campaignId: string,
): Promise<{ track: RewardTrack; form: string; state: RewardState; count: number }[]> {
  return db
    .selectFrom('reward_proposal')
    .where('campaign_id', '=', campaignId)
    .groupBy(['track', 'form', 'state'])
    .select([
      sql<RewardTrack>`track`.as('track'),
      'form',
      sql<RewardState>`state`.as('state'),
      sql<number>`count(*)`.as('count'),
    ])
    .execute();
}

/** Reports that units sent for the campaign's year: their words are quoted with their names, never rewritten. */
export async function sentReports(
  db: Db,
  campaign: { readonly ownerUnitId: string; readonly plan: Pick<Plan, 'reports'> },
  kind: CampaignReportKind,
) {
  const due = campaign.plan.reports.find((report) => report.kind === kind)?.unitDue;
  if (due === undefined) return [];
  const words = (section: string) => sql<string>`coalesce(report.narrative ->> ${section}, '')`;
  const rows = await db
    .selectFrom('report')
    .innerJoin('report_form', 'report_form.id', 'report.form_id')
    .where('report_form.owner_unit_id', '=', campaign.ownerUnitId)
    .where('report.period_from', '=', campaignReportPeriod(kind, due).from)
    .where('report.state', 'in', ['submitted', 'accepted'])
    .select([
      'report_form.code',
      'report.unit_id as unitId',
      words('limits').as('difficulties'),
      words('proposals').as('proposals'),
    ])
    .execute();
  return rows.filter((row) => campaignReportOf(row.code) === kind);
}

export interface OriginCount {
  readonly origin: string;
  readonly nature: string;
  readonly subject: string;
  readonly count: number;
}

/** Registered practices by the axes that are never merged (domain.md §2). */
export function originCounts(db: Db, campaignId: string, states: readonly string[]): Promise<OriginCount[]> {
  return db
    .selectFrom('practice')
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', [...states])
    .groupBy(['origin', 'nature', 'subject'])
    .select(['origin', 'nature', 'subject', sql<number>`count(*)`.as('count')])
    .execute();
}

/** Practices that others took up in this campaign, with how many did. */
export function replicatedSources(db: Db, campaignId: string, states: readonly string[]) {
  return db
    .selectFrom('practice as replica')
    .innerJoin('practice as source', 'source.id', 'replica.source_practice_id')
    .where('replica.campaign_id', '=', campaignId)
    .where('replica.origin', '=', 'replicated')
    .where('replica.state', 'in', [...states])
    .groupBy(['source.id', 'source.name', 'source.unit_id'])
    .select([
      'source.id',
      'source.name',
      'source.unit_id as unitId',
      sql<string[]>`array_agg(distinct replica.unit_id)`.as('takenBy'),
    ])
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('source.name')
    .limit(20)
    .execute();
}
