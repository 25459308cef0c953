import { funnelBasis, funnelCondition } from '#server/campaigns/funnel.reads.ts';
import { findCampaign } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { PracticeRow } from './practice-facts.reads.ts';

/** Whether a practice counts as effective by its campaign's own rule. */
export async function isEffectiveNow(
  read: Pick<ReadContext, 'db' | 'today'>,
  practice: Pick<PracticeRow, 'id' | 'campaign_id'>,
): Promise<boolean> {
  const campaign = practice.campaign_id === null ? null : await findCampaign(read.db, practice.campaign_id);
  if (!campaign) return false;
  const found = await read.db
    .selectFrom('practice')
    .select('id')
    .where('id', '=', practice.id)
    .where(funnelCondition('effective', funnelBasis(campaign, read.today)))
    .executeTakeFirst();
  return found !== undefined;
}
