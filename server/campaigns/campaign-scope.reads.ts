import { Problem } from '#domain/kernel/problem.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { funnelBasis, type FunnelScope } from './funnel.reads.ts';
import { findCampaign, type CampaignRecord } from './plan.reads.ts';

/** The part of a campaign that a caller looks at: what counts in its numbers, in words and in links. */
export interface CampaignScope extends FunnelScope {
  readonly campaign: CampaignRecord;
  /** The words every number of this view carries: whose practices were counted. */
  readonly words: string;
  /** Whether a unit's numbers belong to this view. */
  holds(unitId: string): boolean;
  /** The address of the list that a number opens. */
  link(filter: string): string;
}

/**
 * The campaign, if it concerns the caller. A draft is for those who work at its owner; once opened it reaches
 * everybody below.
 */
export async function visibleCampaign(context: ReadContext, id: string): Promise<CampaignRecord> {
  const campaign = await findCampaign(context.db, id);
  if (!campaign || !concerns(context, campaign)) throw new Problem('not_found');
  return campaign;
}

export function concerns(
  { caller }: Pick<ReadContext, 'caller'>,
  campaign: { readonly ownerUnitId: string; readonly state: string },
): boolean {
  return campaign.state === 'draft'
    ? caller.access.can('campaign.read', campaign.ownerUnitId)
    : caller.access.reachesFromBelow('campaign.read', campaign.ownerUnitId);
}

/**
 * Whose practices the caller's numbers are made of: the whole campaign for those who may read all of it, else
 * the caller's own units; with `unitId`, that unit and all below it. Nobody is ever shown others' numbers.
 */
export function scopeOf(context: ReadContext, campaign: CampaignRecord, unitId?: string): CampaignScope {
  const { tree, caller } = context;
  const readable = caller.access.scope('practice.read');
  const owner = campaign.ownerUnitId;
  if (unitId !== undefined && !(readable.has(unitId) && tree.isWithin(unitId, owner)))
    throw new Problem('not_found');
  const base = unitId ?? owner;
  const asked = tree.subtree(base);
  const inside = asked.filter((id) => readable.has(id));
  const whole = base === owner && readable.has(owner) && inside.length === asked.length;
  const within = new Set(inside);
  const tops = inside.filter((id) => !within.has(tree.unit(id).parentId ?? ''));
  const [only] = tops;
  const unitWord = !whole && tops.length === 1 && only !== undefined ? `&unitId=${only}` : '';
  return {
    campaign,
    campaignId: campaign.id,
    ...funnelBasis(campaign, context.today),
    unitIds: whole ? null : inside,
    words:
      tops.length > 0 && tops.length <= 3
        ? tops.map((id) => tree.unit(id).name).join('; ')
        : `${tops.length} đơn vị thuộc phạm vi của bạn`,
    holds: (id) => whole || within.has(id),
    link: (filter) => `/mo-hinh?campaignId=${campaign.id}${unitWord}&${filter}`,
  };
}
