import type { campaignsApi } from '#contract/campaigns.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { shiftPlan } from '#domain/campaigns/steps.ts';
import { invalidInput, Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { carriedOutStates, type PracticeState } from '#domain/practices/practice.states.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import { lockCampaign, refuseWhenBlocked } from '#server/campaigns/campaigns.commands.ts';
import { insertCampaign } from '#server/campaigns/campaigns.store.ts';
import { stageSpan } from '#server/campaigns/stages.reads.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { copyAsContinued, lockForCarryOver, type Continued } from './carry-over.store.ts';

type Start = ParsedBody<(typeof campaignsApi)['POST /api/campaigns/:id/next']>;

/**
 * Starts a later year's campaign from this one (S2, step 6: "là cơ sở để xây dựng kế hoạch năm 2024"): the plan
 * with its dates moved on, and the chosen practices as drafts of their units, each keeping its origin.
 */
export async function startNextCampaign(
  command: CommandContext,
  id: string,
  given: Start,
): Promise<{ id: string; version: number }> {
  const campaign = await lockCampaign(command, id);
  refuseWhenBlocked('start_next', campaign);
  const years = given.year - campaign.year;
  if (years < 1)
    throw invalidInput([{ path: 'year', message: `Năm phải sau năm ${campaign.year} của chiến dịch này` }]);
  const continued = await practicesToContinue(command, campaign, given.continuePracticeIds);
  const nextId = await insertCampaign(command, {
    ownerUnitId: campaign.ownerUnitId,
    stageId: await stageFor(command, campaign.stageId, given.year),
    year: given.year,
    title: given.title,
    plan: shiftPlan(campaign.plan, years),
    previousCampaignId: campaign.id,
  });
  if (nextId === null) throw new Problem('campaign_exists', { year: given.year });
  await copyAsContinued(command, { campaignId: nextId, years, practices: continued });
  await recordAll(command, { campaign, nextId, continued });
  return { id: nextId, version: 1 };
}

async function recordAll(
  command: CommandContext,
  { campaign, nextId, continued }: { campaign: CampaignRecord; nextId: string; continued: Continued[] },
): Promise<void> {
  const unitId = campaign.ownerUnitId;
  const count = continued.length;
  await command.record({
    subjectType: 'campaign',
    subjectId: nextId,
    unitId,
    action: 'continue',
    toState: 'draft',
    details: { previousCampaignId: campaign.id, continued: count },
  });
  await command.record({
    subjectType: 'campaign',
    subjectId: campaign.id,
    unitId,
    action: 'start_next',
    details: { nextCampaignId: nextId, continued: count },
  });
  for (const one of continued)
    await command.record({
      subjectType: 'practice',
      subjectId: one.id,
      unitId: one.unitId,
      action: 'carry_over',
      toState: 'draft',
      details: { sourcePracticeId: one.sourceId },
    });
}

/** The chosen practices, or a refusal that names each one that cannot be carried over. */
async function practicesToContinue(
  command: CommandContext,
  campaign: CampaignRecord,
  chosen: readonly string[],
): Promise<Continued[]> {
  const ids = [...new Set(chosen)];
  const found = new Map((await lockForCarryOver(command.db, ids)).map((row) => [row.id, row]));
  const faults: FieldProblem[] = [];
  const continued: Continued[] = [];
  for (const [index, id] of ids.entries()) {
    const path = `continuePracticeIds.${index}`;
    const practice = found.get(id);
    if (practice?.campaign_id !== campaign.id)
      faults.push({ path, message: 'Không tìm thấy mô hình này trong chiến dịch' });
    else if (!carriedOutStates.includes(practice.state as PracticeState))
      faults.push({
        path,
        message: `“${practice.name}” đang ở trạng thái “${practiceStateWords[practice.state as PracticeState]}”; chỉ tiếp tục mô hình đã thực hiện`,
      });
    else if (!command.tree.has(practice.unit_id))
      faults.push({ path, message: `Đơn vị của “${practice.name}” không còn hoạt động` });
    else continued.push({ id: command.newId(), sourceId: id, unitId: practice.unit_id });
  }
  if (faults.length > 0) throw invalidInput(faults);
  return continued;
}

/** The stage goes on as long as it lasts. */
async function stageFor(
  command: CommandContext,
  stageId: string | null,
  year: number,
): Promise<string | null> {
  const span = stageId === null ? null : await stageSpan(command.db, stageId);
  return span && span.fromYear <= year && year <= span.toYear ? stageId : null;
}
