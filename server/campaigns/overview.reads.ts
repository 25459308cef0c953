import type { Day } from '#domain/kernel/day.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { funnelStages, funnelWords } from '#domain/practices/funnel.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Facts } from '#server/practices/facts-on-day.reads.ts';
import { withinScopes } from '#server/organisations/within-scope.reads.ts';
import { sql } from 'kysely';
import { campaignView, scopeOf, type CampaignScope } from './campaign-scope.reads.ts';
import { countByField, countFunnel, type FieldCount } from './funnel.reads.ts';
import { nextDates } from './next-dates.ts';
import { funnelByExpected, standingOf, stepFacts, type Standing } from './standing.reads.ts';
import { sixSteps, traced, tracedStage, type Overview } from './strip.ts';

/** The campaign at a glance, for the caller's own area or a unit in it. */
export async function campaignOverview(
  context: ReadContext,
  wanted: { id: string; unitId?: string | undefined; day?: Day | undefined },
): Promise<Overview> {
  const view = await campaignView(context, wanted);
  const scope = scopeOf(view, wanted.unitId);
  const standing = await standingOf(view, scope);
  const facts = await stepFacts(view.facts, scope);
  const funnel = await countFunnel(view.facts, scope);
  const units = unitCounts(standing);
  const dueChecks = standing.owedChecks.filter((check) => check.due <= scope.today);
  const openChecks = dueChecks.filter((check) => check.answeredOn === null && check.due < scope.today);
  return {
    asOf: scope.today,
    scope: scope.words,
    steps: sixSteps({
      scope,
      funnel,
      facts,
      unitsRegistered: units.registered,
      unitsExpected: units.expected,
      unitsShort: units.short,
      dueChecks,
      lateCheckUnits: new Set(openChecks.map((check) => check.unitId)).size,
      offers: await offerCounts(view.facts, scope),
    }),
    funnel: funnelStages.map((stage) => ({ stage, ...tracedStage(scope, stage, funnel[stage]) })),
    byField: fieldNumbers(scope, await countByField(view.facts, scope)),
    ...unitNumbers(scope, units),
    next: nextDates(standing, facts),
  };
}

function unitCounts(standing: Standing): { registered: number; expected: number; short: number } {
  const sums = funnelByExpected(standing);
  const registeredBy = (id: string): number => sums.get(id)?.registered ?? 0;
  return {
    registered: standing.expected.filter((one) => registeredBy(one.unit.id) > 0).length,
    expected: standing.expected.length,
    short: standing.expected.filter((one) => registeredBy(one.unit.id) < one.least).length,
  };
}

function unitNumbers(scope: CampaignScope, units: { registered: number; expected: number }) {
  const link = `/chien-dich/${scope.campaignId}${scope.dayWord.replace('&', '?')}`;
  return {
    unitsRegistered: traced(scope, {
      value: units.registered,
      label: 'Đơn vị đã đăng ký',
      definition:
        'Số đơn vị phải đăng ký đã gửi ít nhất một mô hình; đơn vị đăng ký nhiều mô hình chỉ tính một lần.',
      link,
    }),
    unitsExpected: traced(scope, {
      value: units.expected,
      label: 'Đơn vị phải đăng ký',
      definition:
        'Số đơn vị thuộc loại có chỉ tiêu trong kế hoạch, theo tổ chức bộ máy ngày chốt số liệu, không kể đơn vị được miễn có lý do.',
      link,
    }),
  };
}

/** One number for each field of the plan, also those with none. A registration cannot be sent without its field. */
function fieldNumbers(scope: CampaignScope, counts: readonly FieldCount[]): Overview['byField'] {
  const countOf = (code: string): number =>
    counts.filter((one) => one.fieldCode === code).reduce((sum, one) => sum + one.count, 0);
  return scope.campaign.plan.fields.map((field) => ({
    fieldCode: field.code,
    baseField: field.baseField,
    ...traced(scope, {
      value: countOf(field.code),
      label: field.name,
      definition: `${funnelWords.registered.definition} Lĩnh vực “${field.name}”, cộng vào “${baseFieldWords[field.baseField]}” khi tổng hợp lên cấp trên.`,
      link: scope.link(`funnel=registered&field=${field.code}`),
    }),
  }));
}

/** Offers of replication made in this campaign to units in view. */
async function offerCounts(facts: Facts, scope: CampaignScope): Promise<{ made: number; open: number }> {
  let query = facts
    .selectFrom('replication_offer')
    .select([
      sql<number>`count(*)`.as('made'),
      sql<number>`count(*) filter (where state = 'offered')`.as('open'),
    ])
    .where('campaign_id', '=', scope.campaignId);
  if (scope.areas !== null) query = query.where(withinScopes('unit_id', scope.areas));
  return query.executeTakeFirstOrThrow();
}
