import { countsFor, type ExpectedUnit } from '#domain/campaigns/expected-units.ts';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import type { FunnelStage } from '#domain/practices/funnel.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import {
  campaignReportOf,
  campaignReportPeriod,
  type CampaignReportKind,
} from '#domain/reports/asked-periods.ts';
import type { ReportState } from '#domain/reports/report.workflow.ts';
import { withinScopes } from '#server/organisations/within-scope.reads.ts';
import type { Facts } from '#server/practices/facts-on-day.reads.ts';
import { sql } from 'kysely';
import type { CampaignScope, CampaignView } from './campaign-scope.reads.ts';
import { expectedOf } from './expected-units.reads.ts';
import { countFunnelByUnit, funnelCondition, inScope } from './funnel.reads.ts';
import { owedChecks, type OwedCheck } from './self-check-standing.reads.ts';

/** Counts beside the funnel that the six steps speak of. */
export interface StepFacts {
  readonly pending: number;
  readonly returned: number;
  readonly declined: number;
  readonly notStarted: number;
  readonly silent: number;
  readonly secondIntake: number;
  readonly awaitingDecision: number;
  readonly notRecognised: number;
  readonly replicas: number;
  readonly replicaSources: number;
  readonly withoutNotice: number;
  /** Of the pending and of those without notice, the first intake's: only these have a day in step 2. */
  readonly pendingOfFirst: number;
  readonly withoutNoticeOfFirst: number;
}

export interface ReportStanding {
  readonly id: string;
  readonly unitId: string;
  readonly kind: CampaignReportKind;
  readonly state: Exclude<ReportState, 'not_started'>;
  readonly submittedOn: Day | null;
}

/** Everything that the campaign page and its matrix are drawn from, read once for a view. */
export interface Standing {
  readonly scope: CampaignScope;
  /** Units with a quota in view, exempted ones included. */
  readonly withQuota: readonly ExpectedUnit[];
  /** Those that owe a registration. */
  readonly expected: readonly ExpectedUnit[];
  /** The unit with a quota, in view, that a unit's practices count for; null outside all of them. */
  countsFor(unitId: string): string | null;
  readonly funnelByUnit: ReadonlyMap<string, Record<FunnelStage, number>>;
  readonly owedChecks: readonly OwedCheck[];
  readonly reports: readonly ReportStanding[];
}

export async function standingOf(view: CampaignView, scope: CampaignScope): Promise<Standing> {
  const { asked, facts } = view;
  const all = await expectedOf({ db: view.context.db, today: asked.day, tree: asked.tree }, scope.campaign);
  const ids = new Set(all.withQuota.map((one) => one.unit.id));
  return {
    scope,
    withQuota: all.withQuota.filter((one) => scope.holds(one.unit.id)),
    expected: all.expected.filter((one) => scope.holds(one.unit.id)),
    // A unit founded after the day of the denominator stands only in today's tree.
    countsFor: (unitId) => {
      const target = unitCountedFor(all.tree, ids, unitId) ?? unitCountedFor(asked.tree, ids, unitId);
      return target !== null && scope.holds(target) ? target : null;
    },
    funnelByUnit: await countFunnelByUnit(facts, scope),
    owedChecks: await owedChecks(facts, scope),
    reports: await reportStandings(facts, scope),
  };
}

/** The unit whose quota a unit's practices count for. What a split left open counts for none: it is never guessed. */
function unitCountedFor(tree: OrganisationTree, ids: ReadonlySet<string>, unitId: string): string | null {
  if (!tree.has(unitId) && tree.holder(unitId)?.apportioned === false) return null;
  return countsFor(tree, ids, unitId);
}

/** Sums of the funnel by the unit with a quota; practices outside any of them under their own unit. */
export function funnelByExpected(standing: Standing): Map<string, Record<FunnelStage, number>> {
  const sums = new Map<string, Record<FunnelStage, number>>();
  for (const [unitId, counts] of standing.funnelByUnit) {
    const target = standing.countsFor(unitId) ?? unitId;
    const sum = sums.get(target);
    if (!sum) sums.set(target, { ...counts });
    else for (const stage of Object.keys(counts) as FunnelStage[]) sum[stage] += counts[stage];
  }
  return sums;
}

export async function stepFacts(db: Facts, scope: CampaignScope): Promise<StepFacts> {
  const silentDays = scope.campaign.plan.silentAfterDays;
  const registered = funnelCondition('registered', scope);
  const row = await db
    .selectFrom('practice')
    .leftJoin('document as notice', 'notice.id', 'practice.assignment_document_id')
    .select([
      count(sql`practice.state in ('submitted', 'appraising')`).as('pending'),
      count(sql`practice.state = 'returned'`).as('returned'),
      count(sql`practice.state = 'declined'`).as('declined'),
      count(sql`practice.state = 'assigned'`).as('notStarted'),
      count(sql`practice.state = 'assigned' and notice.state is distinct from 'issued'`).as('withoutNotice'),
      count(sql`practice.intake = 1 and practice.state in ('submitted', 'appraising')`).as('pendingOfFirst'),
      count(
        sql`practice.intake = 1 and practice.state = 'assigned' and notice.state is distinct from 'issued'`,
      ).as('withoutNoticeOfFirst'),
      count(
        sql`practice.state = 'implementing' and ${scope.today}::date
          - (practice.last_sign_of_life_at at time zone 'Asia/Ho_Chi_Minh')::date >= ${silentDays}::int`,
      ).as('silent'),
      count(sql`practice.intake = 2 and ${registered}`).as('secondIntake'),
      count(sql`practice.state = 'proposed'`).as('awaitingDecision'),
      count(sql`practice.state = 'not_recognised'`).as('notRecognised'),
      count(sql`practice.origin = 'replicated' and ${registered}`).as('replicas'),
      sql<number>`count(distinct practice.source_practice_id) filter (where practice.origin = 'replicated' and ${registered})`.as(
        'replicaSources',
      ),
    ])
    .where(inScope(scope))
    .executeTakeFirstOrThrow();
  return row;
}

export interface AssignmentStanding {
  readonly noticed: number;
  readonly pending: number;
  readonly openOfFirst: number;
}

/** Accepted practices of each unit whose notice has been issued, and sent ones not yet decided. */
export async function assignmentByUnit(
  db: Facts,
  scope: CampaignScope,
): Promise<Map<string, AssignmentStanding>> {
  const rows = await db
    .selectFrom('practice')
    .leftJoin('document as notice', 'notice.id', 'practice.assignment_document_id')
    .select([
      'practice.unit_id',
      count(sql`${funnelCondition('accepted', scope)} and notice.state = 'issued'`).as('noticed'),
      count(sql`practice.state in ('submitted', 'appraising')`).as('pending'),
      count(
        sql`practice.intake = 1 and (practice.state in ('submitted', 'appraising')
          or (${funnelCondition('accepted', scope)} and notice.state is distinct from 'issued'))`,
      ).as('openOfFirst'),
    ])
    .where(inScope(scope))
    .groupBy('practice.unit_id')
    .execute();
  return new Map(rows.map(({ unit_id, ...counts }) => [unit_id, counts]));
}

/** Registrations of the second intake by unit. */
export async function secondIntakeByUnit(db: Facts, scope: CampaignScope): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('practice')
    .select(['unit_id', (of) => of.fn.countAll<number>().as('count')])
    .where(inScope(scope))
    .where('intake', '=', 2)
    .where(funnelCondition('registered', scope))
    .groupBy('unit_id')
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.count]));
}

/** The reports of the year to the committee: answers to its half-year and yearly forms. */
async function reportStandings(db: Facts, scope: CampaignScope): Promise<ReportStanding[]> {
  const { ownerUnitId, plan } = scope.campaign;
  if (plan.reports.length === 0) return [];
  const periods = new Map(
    plan.reports.map(({ kind, unitDue }) => [kind, campaignReportPeriod(kind, unitDue).from]),
  );
  let query = db
    .selectFrom('report')
    .innerJoin('report_form', 'report_form.id', 'report.form_id')
    .select([
      'report.id',
      'report.unit_id',
      'report_form.code',
      'report.state',
      'report.first_submitted_at',
      'report.period_from',
    ])
    .where('report_form.owner_unit_id', '=', ownerUnitId)
    .where('report_form.code', 'like', 'dvk-%')
    .where('report.period_from', 'in', [...periods.values()]);
  if (scope.areas !== null) query = query.where(withinScopes('report.unit_id', scope.areas));
  const rows = await query.execute();
  return rows.flatMap((row) => {
    const kind = campaignReportOf(row.code);
    if (kind === null || periods.get(kind) !== row.period_from) return [];
    return [
      {
        id: row.id,
        unitId: row.unit_id,
        kind,
        state: row.state as ReportStanding['state'],
        submittedOn: row.first_submitted_at === null ? null : dayInVietnam(row.first_submitted_at),
      },
    ];
  });
}

function count(condition: ReturnType<typeof sql>) {
  return sql<number>`count(*) filter (where ${condition})`;
}
