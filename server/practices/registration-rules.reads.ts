import type { Registration } from '#domain/practices/practice.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { concerns } from '#server/campaigns/campaign-scope.reads.ts';
import { findCampaign, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/**
 * The open campaign into which the caller may register for a unit: the campaign reaches the caller, the unit is
 * in the caller's area and below the campaign's owner (quotas count by the expected unit above it).
 */
export async function campaignToRegister(
  read: ReadContext,
  asked: { campaignId: string; unitId: string },
): Promise<CampaignRecord> {
  const campaign = await findCampaign(read.db, asked.campaignId);
  if (!campaign || !concerns(read, campaign)) throw new Problem('not_found');
  if (!read.caller.access.can('practice.register', asked.unitId)) throw new Problem('forbidden');
  if (campaign.state !== 'open') throw new Problem('campaign_not_open', { title: campaign.title });
  if (!read.tree.isWithin(asked.unitId, campaign.ownerUnitId))
    throw new Problem('unit_not_expected', {}, [
      { path: 'unitId', message: 'Đơn vị không thuộc phạm vi của chiến dịch' },
    ]);
  return campaign;
}

/** Refuses a place that is no unit today. */
export function refuseUnknownPlace(
  read: Pick<ReadContext, 'tree'>,
  registration: Pick<Registration, 'placeUnitId'>,
): void {
  if (registration.placeUnitId === null || read.tree.has(registration.placeUnitId)) return;
  throw new Problem('invalid_input', { count: 1 }, [
    { path: 'registration.placeUnitId', message: 'Địa bàn này không còn trong danh sách đơn vị; chọn lại' },
  ]);
}
