import type { practiceFilterQuery } from '#contract/practices.ts';
import type { Day } from '#domain/kernel/day.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { funnelStages, type FunnelStage } from '#domain/practices/funnel.ts';
import {
  acceptedStates,
  carriedOutStates,
  openStates,
  practiceStates,
  registeredStates,
} from '#domain/practices/practice.states.ts';
import { funnelBasis, funnelCondition } from '#server/campaigns/funnel.reads.ts';
import { campaignOn, findCampaign, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { AskedDay } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { countedInReport } from '#server/reports/counted-practices.reads.ts';
import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';

export type PracticeFilter = z.output<typeof practiceFilterQuery>;
type Condition = RawBuilder<boolean>;

/**
 * What a filter means in SQL on the asked day, on tables `practice` and `campaign` (left-joined). Units are not asked
 * here: the caller's scope is part of the query that uses these.
 */
export async function filterConditions(
  read: Pick<ReadContext, 'db' | 'caller'>,
  filter: PracticeFilter,
  { day }: Pick<AskedDay, 'day'>,
): Promise<Condition[]> {
  const { db } = read;
  const found =
    filter.campaignId !== undefined && (filter.funnel !== undefined || filter.field !== undefined)
      ? await findCampaign(db, filter.campaignId)
      : null;
  const campaign = found && campaignOn(found, day);
  return [
    ...plainConditions(filter),
    textCondition(filter.q),
    stateCondition(filter.state),
    funnelFilter(filter.funnel, campaign, day),
    fieldCondition(filter.field, campaign),
    silentCondition(filter.silentDays, day),
    filter.lacking === undefined ? undefined : lackingConditions(day)[filter.lacking],
    documentCondition(filter.documentId),
    await reportCondition(read, filter, day),
  ].filter((condition) => condition !== undefined);
}

function plainConditions(filter: PracticeFilter): Condition[] {
  const given: [unknown, Condition][] = [
    [filter.campaignId, sql`practice.campaign_id = ${filter.campaignId}::uuid`],
    [filter.stageId, sql`coalesce(practice.stage_id, campaign.stage_id) = ${filter.stageId}::uuid`],
    [filter.year, sql`campaign.year = ${filter.year}::int`],
    [filter.nature, sql`practice.nature = ${filter.nature}`],
    [filter.subject, sql`practice.subject = ${filter.subject}`],
    [filter.origin, sql`practice.origin = ${filter.origin}`],
    [filter.intake, sql`practice.intake = ${filter.intake}::int`],
  ];
  return given.filter(([value]) => value !== undefined).map(([, condition]) => condition);
}

/** The folded words as they stand, in the practice's name or in any name that its unit ever had. */
function textCondition(q: string | undefined): Condition | undefined {
  const folded = foldVietnamese(q ?? '');
  if (folded === '') return undefined;
  const like = `%${folded}%`;
  // Two branches of a union, because each has its index and an "or" of both has none.
  return sql`practice.id in (
    select hit.id from practice hit where hit.name_folded like ${like}
    union all
    select hit.id from practice hit where hit.unit_id in (
      select named.unit_id from unit_version named where named.name_folded like ${like}))`;
}

const stateSets: Readonly<Record<string, readonly string[]>> = {
  registered: registeredStates,
  accepted: acceptedStates,
  carried_out: carriedOutStates,
  open: openStates,
};

function stateCondition(words: string | undefined): Condition | undefined {
  if (words === undefined || words === '') return undefined;
  const states = words.split(',').flatMap((word) => {
    const set = stateSets[word];
    if (set) return set;
    if (!practiceStates.some((state) => state === word))
      throw invalidInput([{ path: 'state', message: `Không có trạng thái “${word}”` }]);
    return [word];
  });
  return sql`practice.state = any(${states}::text[])`;
}

function funnelFilter(
  word: string | undefined,
  campaign: CampaignRecord | null,
  today: string,
): Condition | undefined {
  if (word === undefined || word === '') return undefined;
  const stage = funnelStages.find((one): one is FunnelStage => one === word);
  if (!stage) throw invalidInput([{ path: 'funnel', message: `Không có bước “${word}”` }]);
  if (campaign) return funnelCondition(stage, funnelBasis(campaign, today));
  // Without a campaign there is no plan to say how fresh evidence must be.
  if (stage === 'effective')
    throw invalidInput([{ path: 'campaignId', message: 'Chọn chiến dịch để lọc mô hình có hiệu quả' }]);
  return funnelCondition(stage, { plan: { effective: { evidenceWithinDays: 1 } }, today });
}

/** A code of the campaign's plan, or one of the four base fields, which adds up what maps to it. */
function fieldCondition(field: string | undefined, campaign: CampaignRecord | null): Condition | undefined {
  if (field === undefined || field === '') return undefined;
  if (!/^[a-z0-9_]+$/.test(field)) throw invalidInput([{ path: 'field', message: 'Không có lĩnh vực này' }]);
  if (campaign?.plan.fields.some((one) => one.code === field)) return sql`practice.field_code = ${field}`;
  return sql`(practice.field_code = ${field} or practice.base_field = ${field})`;
}

function silentCondition(days: number | undefined, today: string): Condition | undefined {
  if (days === undefined) return undefined;
  return sql`(practice.state = 'implementing' and ${today}::date
    - (practice.last_sign_of_life_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${days}::int)`;
}

function documentCondition(documentId: string | undefined): Condition | undefined {
  if (documentId === undefined) return undefined;
  return sql`(${documentId}::uuid in (practice.assignment_document_id, practice.recognition_document_id, practice.source_document_id)
    or exists (select 1 from document d where d.id = ${documentId}::uuid and practice.id = any(d.practice_ids)))`;
}

async function reportCondition(
  read: Pick<ReadContext, 'db' | 'caller'>,
  { reportId, indicator }: PracticeFilter,
  day: Day,
): Promise<Condition | undefined> {
  // The filter's chip takes the report away; an indicator alone asks nothing.
  if (reportId === undefined) return undefined;
  if (indicator === undefined)
    throw invalidInput([{ path: 'indicator', message: 'Chọn cả báo cáo và chỉ tiêu' }]);
  return countedInReport(read, { reportId, indicator }, day);
}

/** The work lists: what stands at a step and lacks the thing that takes it further. */
function lackingConditions(today: string): Record<NonNullable<PracticeFilter['lacking']>, Condition> {
  const noScore = (column: string): Condition =>
    sql`not exists (select 1 from score_sheet s where s.practice_id = practice.id and s.score_column = ${column})`;
  return {
    notice: sql`(practice.state = 'assigned' and not exists (
      select 1 from document d where d.id = practice.assignment_document_id and d.state = 'issued'))`,
    decision: sql`(practice.state = 'recognised' and not exists (
      select 1 from document d where d.id = practice.recognition_document_id and d.state = 'issued'))`,
    self_score: sql`(practice.state = 'implementing' and ${noScore('self')})`,
    team_score: sql`(practice.state = 'proposed' and ${noScore('team')})`,
    final_score: sql`(practice.state = 'proposed' and ${noScore('final')})`,
    // The same rule as `selfChecksOwed`.
    self_check: sql`(practice.state = 'implementing' and exists (
      select 1 from jsonb_array_elements(campaign.plan -> 'selfChecks') k
      where (k ->> 'due')::date <= least(${today}::date, practice.ends_on)
        and (k ->> 'due')::date >= greatest(practice.starts_on, (practice.decided_at at time zone 'Asia/Ho_Chi_Minh')::date)
        and not exists (select 1 from self_check s where s.practice_id = practice.id and s.check_code = k ->> 'code')))`,
  };
}
