import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import {
  unitReportBlocked,
  unitReportKindWords,
  unitReportStateWords,
  unitReportWorkflow,
  type UnitReportAction,
  type UnitReportState,
} from '#domain/reports/unit-report.workflow.ts';
import { expectedOf } from '#server/campaigns/expected-units.reads.ts';
import { campaignById, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import { countedFigures } from './report-figures.reads.ts';
import { factsOf, findReportId, lockReport, mayTake, type StoredReport } from './unit-reports.reads.ts';
import { insertReport, setReportState, updateNarrative } from './unit-reports.store.ts';

type Api = typeof reportsApi;
interface Done {
  readonly id: string;
  readonly version?: number;
}

/** Begins the report of a unit, or finds the one that was begun. */
export async function beginReport(
  command: CommandContext,
  key: ParsedBody<Api['POST /api/unit-reports']>,
): Promise<Done> {
  const { access } = command.caller;
  if (!access.can('unit_report.read', key.unitId)) throw new Problem('not_found');
  if (!access.can('unit_report.write', key.unitId)) throw new Problem('forbidden');
  const found = await findReportId(command, key);
  if (found !== null) return { id: found };
  const campaign = await campaignById(command.db, key.campaignId);
  if (!access.reachesFromBelow('campaign.read', campaign.ownerUnitId)) throw new Problem('not_found');
  if (campaign.state !== 'open') throw new Problem('campaign_not_open', { title: campaign.title });
  if (!campaign.plan.reports.some((report) => report.kind === key.kind))
    throw invalidInput([
      { path: 'kind', message: `Kế hoạch không yêu cầu ${unitReportKindWords[key.kind].toLowerCase()}` },
    ]);
  const { expected } = await expectedOf(command, campaign);
  if (!expected.some((one) => one.unit.id === key.unitId)) throw new Problem('unit_not_expected');
  const id = await insertReport(command, key);
  if (id === null) return alreadyBegun(command, key);
  await command.record({
    subjectType: 'unit_report',
    subjectId: id,
    unitId: key.unitId,
    action: 'create',
    toState: 'draft',
  });
  return { id, version: 1 };
}

/** Somebody else began it in the same moment: theirs is the report. */
async function alreadyBegun(
  command: CommandContext,
  key: { campaignId: string; unitId: string; kind: string },
): Promise<Done> {
  const id = await findReportId(command, key);
  if (id === null) throw new Problem('not_found');
  return { id };
}

export async function saveReport(
  command: CommandContext,
  id: string,
  given: ParsedBody<Api['PUT /api/unit-reports/:id']>,
): Promise<Done> {
  const { report, campaign } = await lockFor(command, 'edit', id);
  if (given.version !== report.version) throw await versionConflict(command.db, { type: 'unit_report', id });
  const blocked = unitReportBlocked('edit', factsOf(report, campaign));
  if (blocked)
    throw new Problem('action_blocked', {
      action: unitReportWorkflow.edit.label.toLowerCase(),
      ...blocked,
    });
  const version = await updateNarrative(command, id, given);
  if (version === null) throw await versionConflict(command.db, { type: 'unit_report', id });
  await command.record({
    subjectType: 'unit_report',
    subjectId: id,
    unitId: report.unit_id,
    action: 'edit',
    details: { version },
  });
  return { id, version };
}

/** Sends the report: its figures are counted once more and frozen with it. */
export async function submitReport(command: CommandContext, id: string): Promise<Done> {
  const { report, campaign } = await lockFor(command, 'submit', id);
  await refuseWhenBlocked(command, 'submit', { report, campaign });
  const counted = await countedFigures(command, { campaign, unitId: report.unit_id });
  return move(command, 'submit', { report, to: { state: 'submitted', counted } });
}

export async function returnReport(command: CommandContext, id: string, reason: string): Promise<Done> {
  const { report, campaign } = await lockFor(command, 'return', id);
  await refuseWhenBlocked(command, 'return', { report, campaign });
  return move(command, 'return', { report, to: { state: 'returned', returnReason: reason } });
}

export async function acceptReport(command: CommandContext, id: string): Promise<Done> {
  const { report, campaign } = await lockFor(command, 'accept', id);
  await refuseWhenBlocked(command, 'accept', { report, campaign });
  return move(command, 'accept', { report, to: { state: 'accepted' } });
}

interface Locked {
  readonly report: StoredReport;
  readonly campaign: CampaignRecord;
}

async function lockFor(command: CommandContext, action: UnitReportAction, id: string): Promise<Locked> {
  const report = await lockReport(command, id);
  const campaign = await campaignById(command.db, report.campaign_id);
  if (!mayTake(command, action, { unitId: report.unit_id, ownerUnitId: campaign.ownerUnitId }))
    throw new Problem('forbidden');
  return { report, campaign };
}

async function refuseWhenBlocked(
  command: CommandContext,
  action: UnitReportAction,
  { report, campaign }: Locked,
): Promise<void> {
  const state = report.state as UnitReportState;
  const rule = unitReportWorkflow[action];
  if (!rule.from.includes(state))
    throw await stateChanged(command.db, {
      type: 'unit_report',
      id: report.id,
      stateWords: unitReportStateWords[state],
    });
  const blocked = unitReportBlocked(action, factsOf(report, campaign));
  if (blocked) throw new Problem('action_blocked', { action: rule.label.toLowerCase(), ...blocked });
}

async function move(
  command: CommandContext,
  action: UnitReportAction,
  { report, to }: { report: StoredReport; to: Parameters<typeof setReportState>[2] },
): Promise<Done> {
  const version = await setReportState(command, report, to);
  await command.record({
    subjectType: 'unit_report',
    subjectId: report.id,
    unitId: report.unit_id,
    action,
    fromState: report.state,
    toState: to.state,
    reason: to.returnReason ?? null,
  });
  return { id: report.id, version };
}
