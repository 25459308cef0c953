import { unitsWithQuota, type ExpectedUnit } from '#domain/campaigns/expected-units.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { treeOn } from '#server/organisations/organisations.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import type { CampaignRecord } from './plan.reads.ts';

export interface Expected {
  /** The organisation on the day that the denominator is taken. */
  readonly tree: OrganisationTree;
  /** Exempted units included. */
  readonly withQuota: readonly ExpectedUnit[];
  /** Units that owe a registration. */
  readonly expected: readonly ExpectedUnit[];
}

/** Units that need not register this year, with the reason. */
export async function exemptionsOf(db: Db, campaignId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('campaign_exemption')
    .select(['unit_id', 'reason'])
    .where('campaign_id', '=', campaignId)
    .execute();
  return new Map(rows.map((row) => [row.unit_id, row.reason]));
}

/** The day on which units are counted as expected: for a closed year the day registration closed, else today. */
export function denominatorDay(campaign: CampaignRecord, today: Day): Day {
  const first = campaign.plan.intakes.find((intake) => intake.number === 1);
  return campaign.state === 'closed' && first ? first.closesOn : today;
}

/** The units that a campaign expects, on its day. */
export async function expectedOf(
  context: { readonly db: Db; readonly today: Day; readonly tree: OrganisationTree },
  campaign: CampaignRecord,
): Promise<Expected> {
  const day = denominatorDay(campaign, context.today);
  const tree = day === context.today ? context.tree : await treeOn(context.db, day, context.db);
  const withQuota = unitsWithQuota(tree, {
    plan: campaign.plan,
    ownerUnitId: campaign.ownerUnitId,
    exemptions: await exemptionsOf(context.db, campaign.id),
  });
  return { tree, withQuota, expected: withQuota.filter((one) => one.exemptReason === null) };
}
