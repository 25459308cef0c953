import type { campaignsApi } from '#contract/campaigns.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import {
  campaignBlockedReason,
  campaignStateWords,
  campaignWorkflow,
  whatPlanLacks,
  type CampaignAction,
} from '#domain/campaigns/campaign.workflow.ts';
import { campaignMend } from '#domain/campaigns/campaign.words.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import { concerns } from './campaign-scope.reads.ts';
import {
  countOpenWork,
  insertCampaign,
  liftExemption,
  setCampaignState,
  setExemption,
  updatePlan,
} from './campaigns.store.ts';
import { checkPlan, refusePlanThatPullsAway } from './check-plan.ts';
import { campaignById, type CampaignRecord } from './plan.reads.ts';

type Api = typeof campaignsApi;
type NewCampaign = ParsedBody<Api['POST /api/campaigns']>;
type PlanSave = ParsedBody<Api['PUT /api/campaigns/:id/plan']>;
interface Done {
  readonly id: string;
  readonly version?: number;
}

export async function createCampaign(command: CommandContext, given: NewCampaign): Promise<Done> {
  const { caller } = command;
  if (!caller.access.can('campaign.manage', given.ownerUnitId))
    throw new Problem(
      caller.access.reachesFromBelow('campaign.read', given.ownerUnitId) ? 'forbidden' : 'not_found',
    );
  await checkPlan(command, given.ownerUnitId, { ...given, planDocumentId: null });
  const id = await insertCampaign(command, { ...given, previousCampaignId: null });
  if (id === null) throw new Problem('campaign_exists', { year: given.year });
  await command.record({
    subjectType: 'campaign',
    subjectId: id,
    unitId: given.ownerUnitId,
    action: 'create',
    toState: 'draft',
  });
  return { id, version: 1 };
}

/** Saves the plan; every saved version is kept. */
export async function savePlan(command: CommandContext, id: string, given: PlanSave): Promise<Done> {
  const campaign = await lockCampaign(command, id);
  if (given.version !== campaign.version) throw await versionConflict(command.db, { type: 'campaign', id });
  refuseWhenBlocked('edit_plan', campaign);
  await checkPlan(command, campaign.ownerUnitId, given);
  await refusePlanThatPullsAway(command.db, campaign, given.plan);
  const version = await updatePlan(command, id, given);
  if (version === null) throw await versionConflict(command.db, { type: 'campaign', id });
  await command.record({
    subjectType: 'campaign',
    subjectId: id,
    unitId: campaign.ownerUnitId,
    action: 'edit_plan',
    details: { version },
  });
  return { id, version };
}

export async function openCampaign(command: CommandContext, id: string): Promise<Done> {
  const campaign = await lockCampaign(command, id);
  await refuseOtherState(command, 'open', campaign);
  const lacks = whatPlanLacks(campaign.plan);
  if (lacks.length > 0) throw new Problem('campaign_incomplete', { missing: lacks.join(', ') });
  return moveCampaign(command, 'open', campaign);
}

/** Closes the year; every practice must have its conclusion by then. */
export async function closeCampaign(command: CommandContext, id: string): Promise<Done> {
  const campaign = await lockCampaign(command, id);
  await refuseOtherState(command, 'close', campaign);
  const openWork = await countOpenWork(command.db, id);
  const reason = campaignBlockedReason('close', { ...campaign, openWork });
  if (reason !== null) throw new Problem('campaign_has_open_work', { reason });
  return moveCampaign(command, 'close', campaign);
}

/** Says that a unit need not register this year, and why; an empty reason takes it back. */
export async function exemptUnit(
  command: CommandContext,
  given: { id: string; unitId: string; reason: string },
): Promise<Done> {
  const campaign = await lockCampaign(command, given.id);
  refuseWhenBlocked('edit_plan', campaign);
  if (given.unitId === campaign.ownerUnitId || !command.tree.isWithin(given.unitId, campaign.ownerUnitId))
    throw new Problem('unit_not_expected', {}, [
      { path: 'unitId', message: 'Đơn vị không thuộc phạm vi của chiến dịch' },
    ]);
  const exemption = { campaignId: campaign.id, unitId: given.unitId, reason: given.reason };
  const lifted = given.reason === '';
  if (!lifted) await setExemption(command.db, exemption);
  else if (!(await liftExemption(command.db, exemption))) return { id: campaign.id };
  await command.record({
    subjectType: 'campaign',
    subjectId: campaign.id,
    unitId: campaign.ownerUnitId,
    action: lifted ? 'lift_exemption' : 'exempt',
    reason: lifted ? null : given.reason,
    details: { unitId: given.unitId, unitName: command.tree.unit(given.unitId).name },
  });
  return { id: campaign.id };
}

/** The campaign, locked until the transaction ends, for somebody who runs it. */
export async function lockCampaign(command: CommandContext, id: string): Promise<CampaignRecord> {
  const campaign = await campaignById(command.db, id, { forUpdate: true });
  if (!concerns(command, campaign)) throw new Problem('not_found');
  if (!command.caller.access.can('campaign.manage', campaign.ownerUnitId)) throw new Problem('forbidden');
  return campaign;
}

/** Refuses an action that the campaign's state does not take; of two at once, the second is told of the first. */
async function refuseOtherState(
  command: CommandContext,
  action: 'open' | 'close',
  campaign: CampaignRecord,
): Promise<void> {
  if (!campaignWorkflow[action].from.includes(campaign.state))
    throw await stateChanged(command.db, {
      type: 'campaign',
      id: campaign.id,
      stateWords: campaignStateWords[campaign.state],
    });
}

export function refuseWhenBlocked(action: CampaignAction, campaign: CampaignRecord): void {
  const reason = campaignBlockedReason(action, { ...campaign, openWork: 0 });
  if (reason !== null)
    throw new Problem('action_blocked', {
      action: campaignWorkflow[action].label.toLowerCase(),
      reason,
      mend: campaignMend[action],
    });
}

async function moveCampaign(
  command: CommandContext,
  action: 'open' | 'close',
  campaign: CampaignRecord,
): Promise<Done> {
  const to = action === 'open' ? 'open' : 'closed';
  await setCampaignState(command, campaign.id, to);
  await command.record({
    subjectType: 'campaign',
    subjectId: campaign.id,
    unitId: campaign.ownerUnitId,
    action,
    fromState: campaign.state,
    toState: to,
  });
  return { id: campaign.id, version: campaign.version };
}
