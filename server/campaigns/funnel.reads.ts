import type { UnitScope } from '#domain/access/unit-scope.ts';
import { baseFields, type BaseField } from '#domain/campaigns/fields.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import { addDays, dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { funnelStages, type FunnelStage } from '#domain/practices/funnel.ts';
import { acceptedStates, carriedOutStates, registeredStates } from '#domain/practices/practice.states.ts';
import type { Facts } from '#server/practices/facts-on-day.reads.ts';
import { withinScope, withinScopes } from '#server/organisations/within-scope.reads.ts';
import { sql, type RawBuilder } from 'kysely';

/** What a funnel number is counted with: the plan's rule for "effective", and the day it is counted for. */
export interface FunnelBasis {
  readonly plan: Pick<Plan, 'effective'>;
  /** Of an open campaign today, of a closed one the day it was closed: see `funnelBasis`. */
  readonly today: Day;
}

export interface FunnelScope extends FunnelBasis {
  readonly campaignId: string;
  /** Units whose practices count, in all of these scopes; null for all of the campaign. */
  readonly areas: readonly UnitScope[] | null;
  /** On a day gone by: the scope in which a practice must be kept today as well. */
  readonly keptBy?: UnitScope | null;
}

/** A closed year keeps the numbers of its last day: "evidence this fresh" does not fade afterwards. */
export function funnelBasis(
  campaign: { readonly plan: Plan; readonly state: string; readonly closedAt: string | null },
  today: Day,
): FunnelBasis {
  const closed = campaign.state === 'closed' && campaign.closedAt !== null;
  return { plan: campaign.plan, today: closed ? dayInVietnam(campaign.closedAt) : today };
}

/**
 * The condition on table `practice` that a stage of the funnel stands for, word for word `funnelWords`. The one
 * place where a stage becomes SQL: numbers, lists opened from numbers and papers all use it.
 */
export function funnelCondition(stage: FunnelStage, basis: FunnelBasis): RawBuilder<boolean> {
  switch (stage) {
    case 'registered':
      return inStates(registeredStates);
    case 'accepted':
      return inStates(acceptedStates);
    case 'implementing':
      return inStates(carriedOutStates);
    case 'effective':
      return isEffective(basis);
    case 'proposed':
      return inStates(['proposed', 'recognised', 'not_recognised']);
    case 'recognised':
      return inStates(['recognised']);
    case 'proposed_upward':
      return sql`(practice.state = 'recognised' and exists (
        select 1 from upward_proposal u where u.practice_id = practice.id))`;
    case 'recognised_above':
      return sql`(practice.state = 'recognised' and exists (
        select 1 from upward_proposal u where u.practice_id = practice.id and u.state = 'recognised'))`;
    case 'rewarded':
      return sql`exists (
        select 1 from reward_proposal r where r.practice_id = practice.id and r.state = 'granted')`;
  }
}

/** Every stage of the funnel, counted in one query. */
export async function countFunnel(db: Facts, scope: FunnelScope): Promise<Record<FunnelStage, number>> {
  const row = await db
    .selectFrom('practice')
    .select(funnelStages.map((stage) => countWhere(funnelCondition(stage, scope)).as(stage)))
    .where(inScope(scope))
    .executeTakeFirstOrThrow();
  return row as Record<FunnelStage, number>;
}

/** The funnel of each unit that has a practice: for tables by unit. Units without one are not in the map. */
export async function countFunnelByUnit(
  db: Facts,
  scope: FunnelScope,
): Promise<Map<string, Record<FunnelStage, number>>> {
  const rows = await db
    .selectFrom('practice')
    .select('unit_id')
    .select(funnelStages.map((stage) => countWhere(funnelCondition(stage, scope)).as(stage)))
    .where(inScope(scope))
    .groupBy('unit_id')
    .execute();
  return new Map(
    rows.map(({ unit_id, ...counts }) => [unit_id, counts as unknown as Record<FunnelStage, number>]),
  );
}

export interface FieldCount {
  /** The plan's own field; null for a practice whose field is not chosen. */
  readonly fieldCode: string | null;
  readonly baseField: BaseField | null;
  readonly count: number;
}

/** Practices at a stage of the funnel by the plan's fields, each with the base field it adds up to. */
export async function countByField(
  db: Facts,
  scope: FunnelScope,
  stage: FunnelStage = 'registered',
): Promise<FieldCount[]> {
  const rows = await db
    .selectFrom('practice')
    .select(['field_code', 'base_field', (of) => of.fn.countAll<number>().as('count')])
    .where(inScope(scope))
    .where(funnelCondition(stage, scope))
    .groupBy(['field_code', 'base_field'])
    .orderBy('field_code')
    .execute();
  return rows.map((row) => ({
    fieldCode: row.field_code,
    baseField: baseFields.find((field) => field === row.base_field) ?? null,
    count: row.count,
  }));
}

/** Units that have at least one practice at a stage: not a sum, so it is asked by itself. */
export async function unitsAtStage(
  db: Facts,
  scope: FunnelScope,
  stage: FunnelStage = 'registered',
): Promise<Set<string>> {
  const rows = await db
    .selectFrom('practice')
    .select('unit_id')
    .distinct()
    .where(inScope(scope))
    .where(funnelCondition(stage, scope))
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}

function inStates(states: readonly string[]): RawBuilder<boolean> {
  return sql`practice.state = any(${[...states]}::text[])`;
}

/** Latest self-check on track, and evidence that was not taken back, within the plan's days before the day. */
function isEffective({ plan, today }: FunnelBasis): RawBuilder<boolean> {
  const freshFrom = addDays(today, -plan.effective.evidenceWithinDays);
  return sql`(${inStates(carriedOutStates)}
    and 'on_track' = (
      select s.status from self_check s
      where s.practice_id = practice.id and (s.at at time zone 'Asia/Ho_Chi_Minh')::date <= ${today}::date
      order by s.at desc, s.id desc limit 1)
    and exists (
      select 1 from evidence e
      where e.practice_id = practice.id and e.withdrawn_at is null
        and (e.added_at at time zone 'Asia/Ho_Chi_Minh')::date between ${freshFrom}::date and ${today}::date))`;
}

/** The practices that a count looks at at all. */
export function inScope({ campaignId, areas, keptBy }: Pick<FunnelScope, 'campaignId' | 'areas' | 'keptBy'>) {
  return sql<boolean>`practice.campaign_id = ${campaignId}::uuid
    and ${areas === null ? sql`true` : withinScopes('practice.unit_id', areas)}
    and ${keptBy ? withinScope('practice.kept_by', keptBy) : sql`true`}`;
}

function countWhere(condition: RawBuilder<boolean>): RawBuilder<number> {
  return sql<number>`count(*) filter (where ${condition})`;
}
