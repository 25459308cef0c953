import type { UnitScope } from '#domain/access/unit-scope.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { Permission } from '#domain/access/permissions.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import { visibleCampaign } from '#server/campaigns/campaign-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/** A member of the campaign's steering committee by the plan: sees and votes on every candidate. */
function isSteeringMember(context: Pick<ReadContext, 'caller'>, campaign: CampaignRecord): boolean {
  return campaign.plan.members.some((member) => member.accountId === context.caller.accountId);
}

/**
 * A meeting under preparation is the committee's own: for those who work at the campaign's owner and for its
 * members. Once concluded, its result is open to the units below, each for its own practices.
 */
export function seesDrafts(context: Pick<ReadContext, 'caller'>, campaign: CampaignRecord): boolean {
  return (
    context.caller.access.can('campaign.read', campaign.ownerUnitId) || isSteeringMember(context, campaign)
  );
}

/** Units whose candidates the caller sees; null for all of them. */
export function candidateUnits(
  context: Pick<ReadContext, 'caller'>,
  campaign: CampaignRecord,
): UnitScope | null {
  return isSteeringMember(context, campaign) ? null : context.caller.access.scope('practice.read');
}

/** The campaign, where the caller holds the permission at its owner: unseen → not found, seen → forbidden. */
export async function campaignToAct(
  context: ReadContext,
  campaignId: string,
  permission: Permission,
): Promise<CampaignRecord> {
  const campaign = await visibleCampaign(context, campaignId);
  if (!context.caller.access.can(permission, campaign.ownerUnitId)) throw new Problem('forbidden');
  return campaign;
}

/** Whether the caller may record what came of an upward proposal between these two levels. */
export function mayRecord(
  { caller }: Pick<ReadContext, 'caller'>,
  levels: { toUnitId: string; fromUnitId: string },
): boolean {
  return (
    caller.access.can('upward.record', levels.toUnitId) ||
    caller.access.can('upward.record', levels.fromUnitId)
  );
}
