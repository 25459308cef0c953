import type { campaignsApi } from '#contract/campaigns.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { permissionsOfRole } from '#domain/access/permissions.ts';
import {
  campaignActions,
  campaignBlockedReason,
  campaignWorkflow,
  type CampaignAction,
} from '#domain/campaigns/campaign.workflow.ts';
import { campaignHistoryWords, campaignMend } from '#domain/campaigns/campaign.words.ts';
import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { concerns, visibleCampaign } from './campaign-scope.reads.ts';
import { countOpenWork } from './campaigns.store.ts';
import { exemptionsOf } from './expected-units.reads.ts';
import { funnelCondition } from './funnel.reads.ts';
import type { CampaignRecord } from './plan.reads.ts';

type CampaignList = ResponseOf<(typeof campaignsApi)['GET /api/campaigns']>;
type CampaignAnswer = ResponseOf<(typeof campaignsApi)['GET /api/campaigns/:id']>;
type Summary = CampaignList['items'][number];
type UnitRef = Summary['owner'];

/** Committees lead the movement; a unit's own office has campaigns of others above it. */
const campaignOwners: readonly UnitKind[] = ['province_committee', 'district_committee', 'commune_committee'];

/** Campaigns that concern the caller; the counts are of the caller's own area. */
export async function listCampaigns(context: ReadContext): Promise<CampaignList> {
  const { caller, tree } = context;
  const owners = caller.access.ownersAbove('campaign.read');
  const items = await summaries(context, withinScope('campaign.owner_unit_id', owners));
  const runs = caller.access.grants
    .filter((grant) => permissionsOfRole[grant.role].includes('campaign.manage'))
    .map((grant) => tree.unit(grant.unitId))
    .filter((unit) => campaignOwners.includes(unit.kind));
  return {
    items: items.filter((item) => concerns(context, { ownerUnitId: item.owner.id, state: item.state })),
    canCreate: [...new Map(runs.map((unit) => [unit.id, refOf(unit)])).values()],
  };
}

export async function readCampaign(context: ReadContext, id: string): Promise<CampaignAnswer> {
  const { db } = context;
  const campaign = await visibleCampaign(context, id);
  const [summary] = await summaries(context, sql<boolean>`campaign.id = ${id}::uuid`);
  if (!summary) throw new Error(`campaign ${id} went away while it was read`);
  const exemptions = await exemptionsOf(db, id);
  const names = await unitNames(db, [
    ...campaign.plan.members.flatMap((member) => member.areaUnitIds),
    ...exemptions.keys(),
  ]);
  const known = (unitId: string): UnitRef[] => {
    const name = names.get(unitId);
    return name ? [name] : [];
  };
  return {
    ...summary,
    plan: campaign.plan,
    version: campaign.version,
    planDocument: await planDocument(db, campaign.planDocumentId),
    previousCampaignId: campaign.previousCampaignId,
    nextCampaignId: await nextCampaignId(context, campaign),
    members: campaign.plan.members.map(({ post, duty, areaUnitIds }) => ({
      post,
      duty,
      areas: areaUnitIds.flatMap(known),
    })),
    criteriaSets: await criteriaNames(db, campaign.plan.criteriaSetIds),
    exemptions: [...exemptions].flatMap(([unitId, reason]) =>
      known(unitId).map((unit) => ({ unit, reason })),
    ),
    actions: await actionsOn(context, campaign),
    history: (await historyOf(db, 'campaign', id)).map((entry) => ({
      ...entry,
      label: campaignHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

async function summaries(
  { db, caller, tree }: ReadContext,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<Summary[]> {
  const readable = caller.access.scope('practice.read');
  const rows = await db
    .selectFrom('campaign')
    .leftJoin('stage', 'stage.id', 'campaign.stage_id')
    .select([
      'campaign.id',
      'campaign.title',
      'campaign.year',
      'campaign.state',
      'campaign.owner_unit_id',
      'stage.id as stage_id',
      'stage.name as stage_name',
    ])
    .where(condition)
    .orderBy('campaign.year', 'desc')
    .orderBy('campaign.created_at', 'desc')
    .execute();
  const owners = await unitNames(
    db,
    rows.map((row) => row.owner_unit_id),
  );
  const whole = [...owners.keys()].filter((id) => {
    const below = tree.subtree(id);
    return below.length > 0 && below.every((unitId) => readable.has(unitId));
  });
  const counts = await registeredAndRecognised(db, {
    campaignIds: rows.map((row) => row.id),
    whole,
    readable,
  });
  return rows.flatMap((row) => {
    const owner = owners.get(row.owner_unit_id);
    return owner
      ? {
          id: row.id,
          title: row.title,
          year: row.year,
          state: row.state as Summary['state'],
          owner,
          stage:
            row.stage_id !== null && row.stage_name !== null
              ? { id: row.stage_id, name: row.stage_name }
              : null,
          registered: counts.get(row.id)?.registered ?? 0,
          recognised: counts.get(row.id)?.recognised ?? 0,
        }
      : [];
  });
}

/** Within the caller's units, or all of a campaign whose owner's whole tree the caller may read. */
async function registeredAndRecognised(
  db: Db,
  asked: { campaignIds: string[]; whole: string[]; readable: UnitScope },
): Promise<Map<string, { registered: number; recognised: number }>> {
  // These two stages do not look at the day nor at the plan.
  const basis = { plan: { effective: { evidenceWithinDays: 1 } }, today: '1900-01-01' };
  const rows = await db
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .select([
      'campaign.id',
      sql<number>`count(*) filter (where ${funnelCondition('registered', basis)})`.as('registered'),
      sql<number>`count(*) filter (where ${funnelCondition('recognised', basis)})`.as('recognised'),
    ])
    .where(sql<boolean>`campaign.id = any(${asked.campaignIds}::uuid[])`)
    .where(
      sql<boolean>`(campaign.owner_unit_id = any(${asked.whole}::uuid[]) or ${withinScope('practice.unit_id', asked.readable)})`,
    )
    .groupBy('campaign.id')
    .execute();
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** What may be done with the campaign: what the caller has no permission for is not named at all. */
async function actionsOn(context: ReadContext, campaign: CampaignRecord): Promise<CampaignAnswer['actions']> {
  const openWork = await countOpenWork(context.db, campaign.id);
  return campaignActions
    .filter((action: CampaignAction) =>
      context.caller.access.can(campaignWorkflow[action].permission, campaign.ownerUnitId),
    )
    .map((action) => {
      const reason = campaignBlockedReason(action, { ...campaign, openWork });
      return {
        action,
        label: campaignWorkflow[action].label,
        allowed: reason === null,
        reason,
        mend: reason === null ? null : campaignMend[action],
      };
    });
}

async function planDocument(db: Db, id: string | null): Promise<CampaignAnswer['planDocument']> {
  if (id === null) return null;
  const row = await db
    .selectFrom('document')
    .select(['id', 'symbol', 'subject'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function nextCampaignId(context: ReadContext, campaign: CampaignRecord): Promise<string | null> {
  const row = await context.db
    .selectFrom('campaign')
    .select(['id', 'state', 'owner_unit_id as ownerUnitId'])
    .where('previous_campaign_id', '=', campaign.id)
    .orderBy('year')
    .executeTakeFirst();
  return row && concerns(context, row) ? row.id : null;
}

async function criteriaNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('criteria_set')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

function refOf({ id, name, shortName, kind }: UnitRef): UnitRef {
  return { id, name, shortName, kind };
}
