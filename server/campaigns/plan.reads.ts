import { planSchema, type Plan } from '#domain/campaigns/plan.ts';
import type { CampaignState } from '#domain/campaigns/campaign.workflow.ts';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface CampaignRecord {
  readonly id: string;
  readonly ownerUnitId: string;
  readonly stageId: string | null;
  readonly year: number;
  readonly title: string;
  readonly state: CampaignState;
  readonly plan: Plan;
  readonly planDocumentId: string | null;
  readonly previousCampaignId: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly version: number;
}

/** A campaign with its plan; null where there is none. `forUpdate` locks the row for the transaction. */
export async function findCampaign(
  db: Db,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<CampaignRecord | null> {
  let query = db.selectFrom('campaign').selectAll().where('id', '=', id);
  if (options.forUpdate) query = query.forUpdate();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    ownerUnitId: row.owner_unit_id,
    stageId: row.stage_id,
    year: row.year,
    title: row.title,
    state: row.state as CampaignState,
    plan: planSchema.parse(row.plan),
    planDocumentId: row.plan_document_id,
    previousCampaignId: row.previous_campaign_id,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    version: row.version,
  };
}

/** The campaign as it stood at the end of a day: not yet opened, open, or closed. */
export function campaignOn(campaign: CampaignRecord, day: Day): CampaignRecord {
  const later = (at: string | null): boolean => at !== null && dayInVietnam(at) > day;
  if (later(campaign.openedAt)) return { ...campaign, state: 'draft', openedAt: null, closedAt: null };
  return later(campaign.closedAt) ? { ...campaign, state: 'open', closedAt: null } : campaign;
}

/** The same, refusing where there is none. */
export async function campaignById(
  db: Db,
  id: string,
  options: { forUpdate?: boolean } = {},
): Promise<CampaignRecord> {
  const campaign = await findCampaign(db, id, options);
  if (!campaign) throw new Problem('not_found');
  return campaign;
}
