import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import { askedDay, unitAsked, type AskedDay } from '#server/organisations/asked-day.reads.ts';
import { factsOn, type Facts } from '#server/practices/facts-on-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { funnelBasis, type FunnelScope } from './funnel.reads.ts';
import { campaignOn, findCampaign, type CampaignRecord } from './plan.reads.ts';

/** The part of a campaign that a caller looks at: what counts in its numbers, in words and in links. */
export interface CampaignScope extends FunnelScope {
  readonly campaign: CampaignRecord;
  /** The words every number of this view carries: whose practices were counted. */
  readonly words: string;
  /** Whether a unit's numbers belong to this view. */
  holds(unitId: string): boolean;
  /** The address of the list that a number opens. */
  link(filter: string): string;
  /** What an address says of the day, where one was asked. */
  readonly dayWord: string;
}

/** A campaign as it is looked at: today, or as everything stood on a day. */
export interface CampaignView {
  readonly context: ReadContext;
  readonly asked: AskedDay;
  readonly facts: Facts;
  readonly campaign: CampaignRecord;
}

/** The campaign that the caller may see, on the asked day. */
export async function campaignView(
  context: ReadContext,
  wanted: { id: string; day?: Day | undefined },
): Promise<CampaignView> {
  const campaign = await visibleCampaign(context, wanted.id);
  const asked = await askedDay(context, wanted.day);
  return {
    context,
    asked,
    facts: factsOn(context.db, asked),
    campaign: asked.past ? campaignOn(campaign, asked.day) : campaign,
  };
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
export function scopeOf({ context, campaign, asked }: CampaignView, unitId?: string): CampaignScope {
  const { tree } = asked;
  const readable = context.caller.access.scope('practice.read');
  const owner = campaign.ownerUnitId;
  // A campaign of a committee that is gone has its practices at units all over the tree of the day.
  const ownerStands = tree.has(owner);
  if (unitId !== undefined && !(readable.has(unitId) && (!ownerStands || tree.isWithin(unitId, owner))))
    throw new Problem('not_found');
  const base = unitId ?? owner;
  const below = tree.has(base) ? tree.subtree(base) : tree.all().map((unit) => unit.id);
  const inside = below.filter((id) => readable.has(id));
  const whole = base === owner && readable.has(owner) && (!ownerStands || inside.length === below.length);
  const areas = unitId === undefined && !ownerStands ? [readable] : [readable, unitAsked(tree, base)];
  const tops = topsOf(tree, inside);
  const unitWord = !whole && tops.length === 1 ? tops.map((unit) => `&unitId=${unit.id}`).join('') : '';
  const dayWord = asked.past ? `&ngay=${asked.day}` : '';
  return {
    campaign,
    campaignId: campaign.id,
    ...funnelBasis(campaign, asked.day),
    areas: whole ? null : areas,
    keptBy: asked.past && !readable.isEverything ? readable : null,
    words: whole && !ownerStands ? (tree.findGone(owner)?.name ?? campaign.title) : wordsOf(tops),
    holds: (id) => whole || areas.every((area) => area.has(id)),
    link: (filter) => `/mo-hinh?campaignId=${campaign.id}${unitWord}${dayWord}&${filter}`,
    dayWord,
  };
}

/** Units that have none above them in the list. */
function topsOf(tree: OrganisationTree, ids: readonly string[]): UnitOnDay[] {
  const within = new Set(ids);
  return ids.map((id) => tree.unit(id)).filter((unit) => !within.has(unit.parentId ?? ''));
}

function wordsOf(tops: readonly UnitOnDay[]): string {
  return tops.length > 0 && tops.length <= 3
    ? tops.map((unit) => unit.name).join('; ')
    : `${tops.length} đơn vị thuộc phạm vi của bạn`;
}
