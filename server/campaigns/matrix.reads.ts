import type { campaignsApi } from '#contract/campaigns.ts';
import type { FileAnswer, ResponseOf } from '#contract/endpoint.ts';
import {
  assignedCell,
  exemptCell,
  notAskedCell,
  registeredCell,
  reportCell,
  secondIntakeCell,
  selfCheckCell,
  type MatrixCell,
} from '#domain/campaigns/matrix-cells.ts';
import type { FunnelStage } from '#domain/practices/funnel.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { campaignView, scopeOf, visibleCampaign } from './campaign-scope.reads.ts';
import { lineOf, linesWithQuota, lineWithoutQuota, type MatrixUnit } from './matrix-rows.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { checkStanding, type OwedCheck } from './self-check-standing.reads.ts';
import {
  assignmentByUnit,
  type AssignmentStanding,
  secondIntakeByUnit,
  standingOf,
  type ReportStanding,
  type Standing,
} from './standing.reads.ts';

export type Matrix = ResponseOf<(typeof campaignsApi)['GET /api/campaigns/:id/matrix']>;
type Row = Matrix['rows'][number];
type Cell = Row['cells'][string];

interface Sources {
  readonly standing: Standing;
  readonly sums: ReadonlyMap<string, Record<FunnelStage, number>>;
  readonly assigned: ReadonlyMap<string, AssignmentStanding>;
  readonly second: ReadonlyMap<string, number>;
  readonly checks: ReadonlyMap<string, readonly OwedCheck[]>;
}

/** A column: what it is, when it is due, and how a unit's cell is made. */
interface Column {
  readonly key: string;
  readonly label: string;
  readonly due: string | null;
  cell(line: MatrixUnit, least: number): MatrixCell & { link: string | null };
}

/**
 * Units × steps for the caller's area: every expected unit, also those that did nothing. On a day gone by its units
 * are those of that day; else those of today, with what they carry on of units that are gone.
 */
export async function campaignMatrix(
  context: ReadContext,
  wanted: { id: string; day?: Day | undefined },
): Promise<Matrix> {
  const view = await campaignView(context, wanted);
  const { tree } = view.asked;
  const scope = scopeOf(view);
  const standing = await standingOf(view, scope);
  const at = (unitId: string): string => lineOf(tree, standing.countsFor(unitId) ?? unitId);
  const sources: Sources = {
    standing,
    sums: gather(at, standing.funnelByUnit, addCounts),
    assigned: gather(at, await assignmentByUnit(view.facts, scope), addCounts),
    second: gather(at, await secondIntakeByUnit(view.facts, scope), (a, b) => a + b),
    checks: checksByUnit(at, standing),
  };
  const columns = columnsOf(sources);
  const registered = (unitId: string): number => sources.sums.get(unitId)?.registered ?? 0;
  const asked = linesWithQuota(tree, standing.withQuota);
  const rows = [...asked, ...linesBesideQuotas(asked, sources, tree)];
  return {
    asOf: scope.today,
    columns: columns.map(({ key, label, due }) => ({ key, label, due })),
    rows: rows.map((row): Row => ({
      unit: refOf(row.unit),
      formerNames: [...row.formerNames],
      unapportioned: row.unapportioned,
      registered: registered(row.unit.id),
      least: row.least,
      shortfall: row.exemptReason === null ? Math.max(0, row.least - registered(row.unit.id)) : 0,
      exemptReason: row.exemptReason,
      cells: Object.fromEntries(
        columns.map((column) => [column.key, cellOf(column, row, registered(row.unit.id))]),
      ),
    })),
    missing: asked
      .filter((one) => one.owesReports && registered(one.unit.id) === 0)
      .map((one) => refOf(one.unit)),
  };
}

function cellOf(column: Column, row: MatrixUnit, registered: number): Cell {
  if (row.exemptReason !== null && registered === 0) return { ...exemptCell(row.exemptReason), link: null };
  if (reportKeys.has(column.key) && !row.owesReports) return { ...notAskedCell, link: null };
  return column.cell(row, row.exemptReason === null ? row.least : 0);
}

const reportKeys: ReadonlySet<string> = new Set(['mid_year', 'year_end']);

/** The matrix as a workbook, with the units that are missing named on a sheet of their own. */
export async function campaignMatrixFile(
  context: ReadContext,
  wanted: { id: string; day?: Day | undefined },
): Promise<FileAnswer> {
  const campaign = await visibleCampaign(context, wanted.id);
  return matrixSheet(await campaignMatrix(context, wanted), { title: campaign.title, day: wanted.day });
}

function columnsOf(sources: Sources): Column[] {
  const middle = [...checkColumns(sources), ...secondColumn(sources), ...reportColumns(sources)];
  return [
    registeredColumn(sources),
    assignedColumn(sources),
    ...middle.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : a.due === b.due ? 0 : 1)),
  ];
}

function listLink({ standing }: Sources, unitId: string, filter: string): string {
  const { campaignId, dayWord } = standing.scope;
  return `/mo-hinh?campaignId=${campaignId}&unitId=${unitId}${dayWord}&${filter}`;
}

function registeredColumn(sources: Sources): Column {
  const { plan } = sources.standing.scope.campaign;
  const intake = plan.intakes.find((one) => one.number === 1) ?? null;
  return {
    key: 'registered',
    label: 'Đăng ký / ít nhất',
    due: intake?.closesOn ?? null,
    cell: ({ unit: { id: unitId } }, least) => ({
      ...registeredCell({
        registered: sources.sums.get(unitId)?.registered ?? 0,
        least,
        intake,
        today: sources.standing.scope.today,
      }),
      link: listLink(sources, unitId, 'funnel=registered'),
    }),
  };
}

function assignedColumn(sources: Sources): Column {
  const { campaign, today } = sources.standing.scope;
  const due = campaign.plan.steps.find((step) => step.number === 2)?.due ?? null;
  return {
    key: 'assigned',
    label: 'Giao nhiệm vụ',
    due,
    cell: ({ unit: { id: unitId } }) => ({
      ...assignedCell({
        registered: sources.sums.get(unitId)?.registered ?? 0,
        accepted: sources.sums.get(unitId)?.accepted ?? 0,
        ...(sources.assigned.get(unitId) ?? { noticed: 0, pending: 0, openOfFirst: 0 }),
        due,
        today,
      }),
      link: listLink(sources, unitId, 'funnel=accepted'),
    }),
  };
}

function checkColumns(sources: Sources): Column[] {
  const { campaign, today } = sources.standing.scope;
  return campaign.plan.selfChecks.map((check) => ({
    key: `check_${check.code}`,
    label: check.name,
    due: check.due,
    cell: ({ unit: { id: unitId } }) => ({
      ...selfCheckCell({
        ...checkStanding(sources.checks.get(unitId) ?? [], check.code),
        due: check.due,
        today,
      }),
      link: listLink(sources, unitId, 'funnel=implementing'),
    }),
  }));
}

function secondColumn(sources: Sources): Column[] {
  const intake = sources.standing.scope.campaign.plan.intakes.find((one) => one.number === 2);
  if (!intake) return [];
  return [
    {
      key: 'second_intake',
      label: 'Đợt 2',
      due: intake.closesOn,
      cell: ({ unit: { id: unitId } }) => ({
        ...secondIntakeCell(sources.second.get(unitId) ?? 0),
        link: listLink(sources, unitId, 'funnel=registered&intake=2'),
      }),
    },
  ];
}

function reportColumns({ standing }: Sources): Column[] {
  const { campaign, today } = standing.scope;
  return campaign.plan.reports.map((report) => ({
    key: report.kind,
    label: report.kind === 'mid_year' ? 'Báo cáo 6 tháng' : 'Báo cáo năm',
    due: report.unitDue,
    cell: ({ memberIds }) => {
      const one = leastAdvanced(
        memberIds.map((id) => standing.reports.find((row) => row.unitId === id && row.kind === report.kind)),
      );
      return {
        ...reportCell({
          state: one?.state ?? 'not_started',
          submittedOn: one?.submittedOn ?? null,
          due: report.unitDue,
          today,
        }),
        link: one ? `/bao-cao/${one.id}` : `/bao-cao?campaignId=${campaign.id}&kind=${report.kind}`,
      };
    },
  }));
}

/** Of the reports of the units that a line carries on, the one that is furthest from being accepted. */
function leastAdvanced(reports: readonly (ReportStanding | undefined)[]): ReportStanding | undefined {
  const steps = ['draft', 'returned', 'submitted', 'accepted'];
  const begun = reports.filter((one) => one !== undefined);
  if (begun.length < reports.length) return undefined;
  return begun.toSorted((a, b) => steps.indexOf(a.state) - steps.indexOf(b.state))[0];
}

function addCounts<T extends object>(a: T, b: T): T {
  const sums = Object.entries(a).map(([key, value]) => [key, Number(value) + Number(b[key as keyof T])]);
  return Object.fromEntries(sums) as T;
}

/** Adds up by line what its units and those below them did. */
function gather<T>(
  lineAt: (unitId: string) => string,
  byUnit: ReadonlyMap<string, T>,
  add: (a: T, b: T) => T,
): Map<string, T> {
  const sums = new Map<string, T>();
  for (const [unitId, value] of byUnit) {
    const target = lineAt(unitId);
    const sum = sums.get(target);
    sums.set(target, sum === undefined ? value : add(sum, value));
  }
  return sums;
}

function checksByUnit(lineAt: (unitId: string) => string, standing: Standing): Map<string, OwedCheck[]> {
  const lists = new Map<string, OwedCheck[]>();
  for (const check of standing.owedChecks) {
    const target = lineAt(check.unitId);
    const list = lists.get(target);
    if (list) list.push(check);
    else lists.set(target, [check]);
  }
  return lists;
}

/** Lines of units that registered although the plan asks nothing of them, and of what a split left open. */
function linesBesideQuotas(
  asked: readonly MatrixUnit[],
  { sums }: Sources,
  tree: OrganisationTree,
): MatrixUnit[] {
  const known = new Set(asked.map((one) => one.unit.id));
  return [...sums]
    .filter(([unitId, counts]) => !known.has(unitId) && counts.registered > 0)
    .flatMap(([unitId]) => lineWithoutQuota(tree, unitId));
}

function refOf({ id, name, shortName, kind }: MatrixUnit['unit']): Row['unit'] {
  return { id, name, shortName, kind };
}
