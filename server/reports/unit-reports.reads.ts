import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { UnitReport } from '#db/types.ts';
import { dayInVietnam } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import {
  isLate,
  unitReportActions,
  unitReportBlocked,
  unitReportHistoryWords,
  unitReportKindWords,
  unitReportWorkflow,
  type UnitReportAction,
  type UnitReportKind,
  type UnitReportState,
} from '#domain/reports/unit-report.workflow.ts';
import { expectedOf } from '#server/campaigns/expected-units.reads.ts';
import { campaignById, findCampaign, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { type Selectable } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { countedFigures, type ReportFigure } from './report-figures.reads.ts';
import { evidenceOfReport, previousNarrative } from './report-parts.reads.ts';

type Api = typeof reportsApi;
type ReportList = ResponseOf<Api['GET /api/unit-reports']>;
type ReportAnswer = ResponseOf<Api['GET /api/unit-reports/:id']>;
type ReportRow = ReportList['items'][number];
export type StoredReport = Selectable<UnitReport>;

/** Every report owed in a campaign (else in all open ones): also those that nobody has begun. */
export async function listReports(
  context: ReadContext,
  asked: { campaignId?: string | undefined; kind?: UnitReportKind | undefined },
): Promise<ReportList> {
  const campaigns = await campaignsAsked(context, asked.campaignId);
  const items: ReportRow[] = [];
  for (const campaign of campaigns) items.push(...(await reportsOf(context, campaign, asked.kind)));
  return { items };
}

export async function readReport(context: ReadContext, id: string): Promise<ReportAnswer> {
  const { db } = context;
  const report = await visibleReport(context, id);
  const campaign = await campaignById(db, report.campaign_id);
  const unit = (await unitNames(db, [report.unit_id])).get(report.unit_id);
  if (!unit) throw new Problem('not_found');
  const frozen = report.state === 'submitted' || report.state === 'accepted';
  const row = toRow(context, campaign, { unit, kind: report.kind as UnitReportKind, report });
  return {
    ...row,
    id: report.id,
    version: report.version,
    figures: frozen
      ? (report.counted as ReportFigure[])
      : await countedFigures(context, { campaign, unitId: report.unit_id }),
    frozen,
    results: report.results,
    difficulties: report.difficulties,
    proposals: report.proposals,
    returnReason: report.return_reason,
    previous: await previousNarrative(db, report, campaign),
    evidence: await evidenceOfReport(db, report.id),
    actions: actionsOn(context, campaign, report),
    history: (await historyOf(db, 'unit_report', id)).map((entry) => ({
      ...entry,
      label: unitReportHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

/** The report, if the caller may read its unit's. */
export async function visibleReport(context: ReadContext, id: string): Promise<StoredReport> {
  const report = await context.db
    .selectFrom('unit_report')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!report || !context.caller.access.can('unit_report.read', report.unit_id))
    throw new Problem('not_found');
  return report;
}

/** The same, locked until the transaction ends. */
export async function lockReport(context: ReadContext, id: string): Promise<StoredReport> {
  await context.db.selectFrom('unit_report').select('id').where('id', '=', id).forUpdate().execute();
  return visibleReport(context, id);
}

export async function findReportId(
  { db }: ReadContext,
  key: { campaignId: string; unitId: string; kind: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('unit_report')
    .select('id')
    .where('campaign_id', '=', key.campaignId)
    .where('unit_id', '=', key.unitId)
    .where('kind', '=', key.kind)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether the caller may take an action on the report of this unit at all; the record's state is asked apart. */
export function mayTake(
  { caller }: ReadContext,
  action: UnitReportAction,
  where: { unitId: string; ownerUnitId: string },
): boolean {
  const rule = unitReportWorkflow[action];
  return caller.access.can(rule.permission, rule.at === 'unit' ? where.unitId : where.ownerUnitId);
}

async function campaignsAsked(context: ReadContext, campaignId?: string): Promise<CampaignRecord[]> {
  const { db, caller } = context;
  if (campaignId !== undefined) {
    const campaign = await findCampaign(db, campaignId);
    const seen =
      campaign !== null &&
      campaign.state !== 'draft' &&
      caller.access.reachesFromBelow('unit_report.read', campaign.ownerUnitId);
    if (!seen) throw new Problem('not_found');
    return [campaign];
  }
  const rows = await db
    .selectFrom('campaign')
    .select('id')
    .where('state', '=', 'open')
    .where(withinScope('owner_unit_id', caller.access.ownersAbove('unit_report.read')))
    .orderBy('year', 'desc')
    .execute();
  const campaigns = await Promise.all(rows.map((row) => findCampaign(db, row.id)));
  return campaigns.filter((campaign) => campaign !== null);
}

async function reportsOf(
  context: ReadContext,
  campaign: CampaignRecord,
  kind: UnitReportKind | undefined,
): Promise<ReportRow[]> {
  const readable = context.caller.access.scope('unit_report.read');
  const { expected } = await expectedOf(context, campaign);
  const reports = await context.db
    .selectFrom('unit_report')
    .selectAll()
    .where('campaign_id', '=', campaign.id)
    .where(withinScope('unit_id', readable))
    .execute();
  return campaign.plan.reports
    .filter((due) => kind === undefined || due.kind === kind)
    .flatMap((due) =>
      expected
        .filter((one) => readable.has(one.unit.id))
        .map(({ unit }) =>
          toRow(context, campaign, {
            unit,
            kind: due.kind,
            report: reports.find((one) => one.unit_id === unit.id && one.kind === due.kind) ?? null,
          }),
        ),
    );
}

function toRow(
  context: ReadContext,
  campaign: CampaignRecord,
  one: { unit: ReportRow['unit']; kind: UnitReportKind; report: StoredReport | null },
): ReportRow {
  const { report, kind } = one;
  const { id, name, shortName, kind: unitKind } = one.unit;
  const state = (report?.state ?? 'not_started') as UnitReportState;
  const due = campaign.plan.reports.find((row) => row.kind === kind)?.unitDue ?? context.today;
  const submittedOn = report?.submitted_at == null ? null : dayInVietnam(report.submitted_at);
  const where = { unitId: id, ownerUnitId: campaign.ownerUnitId };
  const open = campaign.state === 'open';
  return {
    id: report?.id ?? null,
    campaign: { id: campaign.id, title: campaign.title },
    unit: { id, name, shortName, kind: unitKind },
    kind,
    kindName: unitReportKindWords[kind],
    state,
    due,
    late: isLate({ due, submittedOn, today: context.today }),
    submittedAt: report?.submitted_at ?? null,
    canWrite:
      open &&
      (state === 'not_started' || unitReportWorkflow.edit.from.includes(state)) &&
      mayTake(context, 'edit', where),
    canReview: open && state === 'submitted' && mayTake(context, 'accept', where),
  };
}

function actionsOn(
  context: ReadContext,
  campaign: CampaignRecord,
  report: StoredReport,
): ReportAnswer['actions'] {
  const where = { unitId: report.unit_id, ownerUnitId: campaign.ownerUnitId };
  return unitReportActions
    .filter((action) => mayTake(context, action, where))
    .map((action) => {
      const blocked = unitReportBlocked(action, factsOf(report, campaign));
      return {
        action,
        label: unitReportWorkflow[action].label,
        allowed: blocked === null,
        reason: blocked?.reason ?? null,
        mend: blocked?.mend ?? null,
      };
    });
}

export function factsOf(report: StoredReport, campaign: CampaignRecord) {
  return {
    state: report.state as UnitReportState,
    campaignOpen: campaign.state === 'open',
    results: report.results,
  };
}
