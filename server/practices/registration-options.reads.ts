import type { practicesApi } from '#contract/practices.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { countsFor } from '#domain/campaigns/expected-units.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { carriedOutStates, registeredStates, type PracticeState } from '#domain/practices/practice.states.ts';
import { expectedOf } from '#server/campaigns/expected-units.reads.ts';
import { campaignById, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';

type Options = ResponseOf<(typeof practicesApi)['GET /api/registration-options']>;
type UnitStanding = NonNullable<Options['campaigns'][number]['unit']>;

/** What the caller may register, for which units, into which open campaigns. */
export async function registrationOptions(
  read: ReadContext,
  asked: { unitId?: string | undefined },
): Promise<Options> {
  const scope = read.caller.access.scope('practice.register');
  if (asked.unitId !== undefined && !scope.has(asked.unitId)) throw new Problem('forbidden');
  const units = read.tree.all().filter((unit) => scope.has(unit.id));
  const unitId = asked.unitId ?? units[0]?.id ?? null;
  const campaigns = unitId === null ? [] : await openCampaignsAbove(read, unitId);
  return {
    units: units.map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind })),
    campaigns: await Promise.all(
      campaigns.map(async (campaign) => ({
        id: campaign.id,
        title: campaign.title,
        year: campaign.year,
        fields: campaign.plan.fields.map(({ code, name }) => ({ code, name })),
        intakes: campaign.plan.intakes.map((intake) => ({
          ...intake,
          open: intake.opensOn <= read.today && read.today <= intake.closesOn,
        })),
        unit: unitId === null ? null : await standingOf(read, campaign, unitId),
      })),
    ),
    continuable:
      unitId === null
        ? []
        : await continuable(
            read,
            unitId,
            campaigns.map((campaign) => campaign.id),
          ),
  };
}

async function openCampaignsAbove(read: ReadContext, unitId: string): Promise<CampaignRecord[]> {
  const rows = await read.db
    .selectFrom('campaign')
    .select('id')
    .where('state', '=', 'open')
    .where('owner_unit_id', 'in', read.tree.pathTo(unitId))
    .orderBy('year', 'desc')
    .execute();
  return Promise.all(rows.map((row) => campaignById(read.db, row.id)));
}

/** How far the unit is with its quota; a village counts for the commune above it that has one. */
async function standingOf(
  read: ReadContext,
  campaign: CampaignRecord,
  unitId: string,
): Promise<UnitStanding> {
  const { withQuota, tree } = await expectedOf(read, campaign);
  const quotaUnits = new Set(withQuota.map((one) => one.unit.id));
  const counting = countsFor(tree, quotaUnits, unitId) ?? unitId;
  const mine = tree
    .subtree(counting)
    .filter((id) => (countsFor(tree, quotaUnits, id) ?? counting) === counting);
  const quota = withQuota.find((one) => one.unit.id === counting);
  const least = quota && quota.exemptReason === null ? quota.least : 0;
  const { registered, drafts } = await read.db
    .selectFrom('practice')
    .select([
      sql<number>`count(*) filter (where state = any(${[...registeredStates]}::text[]))`.as('registered'),
      sql<number>`count(*) filter (where state = 'draft')`.as('drafts'),
    ])
    .where('campaign_id', '=', campaign.id)
    .where(sql<boolean>`unit_id = any(${mine}::uuid[])`)
    .executeTakeFirstOrThrow();
  return { id: counting, registered, least, shortfall: Math.max(0, least - registered), drafts };
}

/** Practices of the unit's earlier years that no open campaign continues yet. */
async function continuable(
  read: ReadContext,
  unitId: string,
  openCampaignIds: readonly string[],
): Promise<Options['continuable']> {
  const open = [...openCampaignIds];
  const rows = await read.db
    .selectFrom('practice')
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .select(['practice.id', 'practice.name', 'practice.state', 'campaign.year'])
    .where('practice.unit_id', '=', unitId)
    .where('practice.state', 'in', [...carriedOutStates, 'documented'])
    .where(sql<boolean>`(practice.campaign_id is null or practice.campaign_id <> all(${open}::uuid[]))`)
    .where(
      sql<boolean>`not exists (select 1 from practice next where next.source_practice_id = practice.id
        and next.origin = 'continued' and next.campaign_id = any(${open}::uuid[])
        and next.unit_id = practice.unit_id and next.state not in ('withdrawn', 'declined'))`,
    )
    .orderBy(sql`campaign.year desc nulls last`)
    .orderBy('practice.name')
    .limit(200)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as PracticeState }));
}
