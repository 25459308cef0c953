import type { Plan } from '#domain/campaigns/plan.ts';
import { openStates } from '#domain/practices/practice.states.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface NewCampaign {
  readonly ownerUnitId: string;
  readonly stageId: string | null;
  readonly year: number;
  readonly title: string;
  readonly plan: Plan;
  readonly previousCampaignId: string | null;
}

/** Writes a draft campaign with the first version of its plan; null where the owner has one for the year already. */
export async function insertCampaign(command: CommandContext, campaign: NewCampaign): Promise<string | null> {
  const id = command.newId();
  const row = await command.db
    .insertInto('campaign')
    .values({
      id,
      owner_unit_id: campaign.ownerUnitId,
      stage_id: campaign.stageId,
      year: campaign.year,
      title: campaign.title,
      state: 'draft',
      plan: JSON.stringify(campaign.plan),
      previous_campaign_id: campaign.previousCampaignId,
      created_at: command.now,
    })
    .onConflict((conflict) => conflict.columns(['owner_unit_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return null;
  await keepPlanVersion(command, { campaignId: id, version: 1, plan: campaign.plan });
  return id;
}

export interface SavedPlan {
  readonly version: number;
  readonly title: string;
  readonly stageId: string | null;
  readonly planDocumentId: string | null;
  readonly plan: Plan;
}

/** Saves the plan over the version that was read; null where somebody saved in between. */
export async function updatePlan(
  command: CommandContext,
  campaignId: string,
  saved: SavedPlan,
): Promise<number | null> {
  const row = await command.db
    .updateTable('campaign')
    .set((set) => ({
      title: saved.title,
      stage_id: saved.stageId,
      plan_document_id: saved.planDocumentId,
      plan: JSON.stringify(saved.plan),
      version: set('version', '+', 1),
    }))
    .where('id', '=', campaignId)
    .where('version', '=', saved.version)
    .returning('version')
    .executeTakeFirst();
  if (!row) return null;
  await keepPlanVersion(command, { campaignId, version: row.version, plan: saved.plan });
  return row.version;
}

async function keepPlanVersion(
  command: CommandContext,
  kept: { campaignId: string; version: number; plan: Plan },
): Promise<void> {
  await command.db
    .insertInto('campaign_plan_version')
    .values({
      campaign_id: kept.campaignId,
      version: kept.version,
      plan: JSON.stringify(kept.plan),
      saved_by: command.caller.accountId,
      saved_at: command.now,
    })
    .execute();
}

/** The plan's version counts saved plans; opening and closing leave it alone. */
export async function setCampaignState(
  command: CommandContext,
  campaignId: string,
  state: 'open' | 'closed',
): Promise<void> {
  await command.db
    .updateTable('campaign')
    .set(state === 'open' ? { state, opened_at: command.now } : { state, closed_at: command.now })
    .where('id', '=', campaignId)
    .execute();
}

/** Practices of a campaign that have no conclusion yet. */
export async function countOpenWork(db: Db, campaignId: string): Promise<number> {
  const row = await db
    .selectFrom('practice')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', [...openStates])
    .executeTakeFirstOrThrow();
  return row.count;
}

/** What practices of a campaign already lean on: the plan may not pull it from under them. */
export async function planItemsInUse(
  db: Db,
  campaignId: string,
): Promise<{ fields: { code: string; baseField: string | null }[]; checks: string[]; intakes: number[] }> {
  const fields = await db
    .selectFrom('practice')
    .select(['field_code', 'base_field', 'intake'])
    .distinct()
    .where('campaign_id', '=', campaignId)
    .execute();
  const checks = await db
    .selectFrom('self_check')
    .innerJoin('practice', 'practice.id', 'self_check.practice_id')
    .select('check_code')
    .distinct()
    .where('campaign_id', '=', campaignId)
    .execute();
  return {
    fields: fields.flatMap((row) =>
      row.field_code === null ? [] : { code: row.field_code, baseField: row.base_field },
    ),
    checks: checks.map((row) => row.check_code),
    intakes: [...new Set(fields.map((row) => row.intake))],
  };
}

export async function setExemption(
  db: Db,
  exemption: { campaignId: string; unitId: string; reason: string },
): Promise<void> {
  await db
    .insertInto('campaign_exemption')
    .values({ campaign_id: exemption.campaignId, unit_id: exemption.unitId, reason: exemption.reason })
    .onConflict((conflict) =>
      conflict.columns(['campaign_id', 'unit_id']).doUpdateSet({ reason: exemption.reason }),
    )
    .execute();
}

/** Returns whether there was one. */
export async function liftExemption(
  db: Db,
  exemption: { campaignId: string; unitId: string },
): Promise<boolean> {
  const row = await db
    .deleteFrom('campaign_exemption')
    .where('campaign_id', '=', exemption.campaignId)
    .where('unit_id', '=', exemption.unitId)
    .returning('unit_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The accounts that exist, of those given. */
export async function existingAccounts(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('account')
    .select('id')
    .where('id', 'in', [...ids])
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Who owns what a plan names; what does not exist is not in the map. */
export async function ownersOf(
  db: Db,
  table: 'criteria_set' | 'stage' | 'document',
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom(table)
    .select(['id', 'owner_unit_id'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.owner_unit_id]));
}
