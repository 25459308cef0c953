import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { funnelStages, funnelWords } from '#domain/practices/funnel.ts';
import { countFunnel, funnelBasis, inScope, type FunnelScope } from '#server/campaigns/funnel.reads.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import { unitAsked } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';

export type ReportFigure = ResponseOf<(typeof reportsApi)['GET /api/unit-reports/:id']>['figures'][number];

interface Sums {
  readonly budget: number;
  readonly mobilised: number;
  readonly land: number;
  readonly labour: number;
  readonly goods: number;
}

const contributionWords: Record<keyof Sums, { label: string; definition: string }> = {
  budget: {
    label: 'Tiền từ ngân sách (đồng)',
    definition: 'Tổng tiền từ ngân sách đã ghi cho các mô hình của đơn vị trong năm, không kể khoản đã hủy.',
  },
  mobilised: {
    label: 'Tiền huy động (đồng)',
    definition:
      'Tổng tiền nhân dân, doanh nghiệp và nguồn khác đóng góp cho các mô hình của đơn vị trong năm, không kể ngân sách và khoản đã hủy.',
  },
  land: {
    label: 'Đất hiến (m²)',
    definition: 'Tổng diện tích đất hiến cho các mô hình của đơn vị trong năm, không kể khoản đã hủy.',
  },
  labour: {
    label: 'Ngày công',
    definition: 'Tổng ngày công đóng góp cho các mô hình của đơn vị trong năm, không kể khoản đã hủy.',
  },
  goods: {
    label: 'Hiện vật quy ra tiền (đồng)',
    definition: 'Tổng giá trị hiện vật có ghi giá trị quy ra tiền, không kể khoản đã hủy.',
  },
};

/**
 * What the register knows about a unit's year, counted now: the funnel and the contributions of the unit and
 * all below it. A report never asks anybody to type these.
 */
export async function countedFigures(
  context: ReadContext,
  report: { campaign: CampaignRecord; unitId: string },
): Promise<ReportFigure[]> {
  const { campaign, unitId } = report;
  const scope = {
    campaignId: campaign.id,
    areas: [unitAsked(context.tree, unitId)],
    ...funnelBasis(campaign, context.today),
  };
  const funnel = await countFunnel(context.db, scope);
  const sums = await contributionSums(context, scope);
  const common = { scope: context.tree.find(unitId)?.name ?? 'Đơn vị', asOf: scope.today };
  const list = `/mo-hinh?campaignId=${campaign.id}&unitId=${unitId}`;
  return [
    ...funnelStages.map((stage) => ({
      key: stage,
      value: funnel[stage],
      ...funnelWords[stage],
      ...common,
      link: `${list}&funnel=${stage}`,
    })),
    ...(Object.keys(contributionWords) as (keyof Sums)[]).map((key) => ({
      key,
      value: sums[key],
      ...contributionWords[key],
      ...common,
      link: `${list}&funnel=accepted`,
    })),
  ];
}

async function contributionSums(
  { db }: ReadContext,
  scope: Pick<FunnelScope, 'campaignId' | 'areas'>,
): Promise<Sums> {
  const sum = (what: 'amount' | 'worth', condition: string) =>
    sql<number>`coalesce(sum(contribution.${sql.ref(what)}) filter (where ${sql.raw(condition)}), 0)`;
  return db
    .selectFrom('contribution')
    .innerJoin('practice', 'practice.id', 'contribution.practice_id')
    .select([
      sum('amount', `contribution.kind = 'money' and contribution.source = 'budget'`).as('budget'),
      sum('amount', `contribution.kind = 'money' and contribution.source <> 'budget'`).as('mobilised'),
      sum('amount', `contribution.kind = 'land'`).as('land'),
      sum('amount', `contribution.kind = 'labour'`).as('labour'),
      sum('worth', `contribution.kind = 'in_kind'`).as('goods'),
    ])
    .where('contribution.cancelled_at', 'is', null)
    .where(inScope(scope))
    .executeTakeFirstOrThrow();
}
