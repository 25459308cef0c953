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
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { scopeOf, visibleCampaign } from './campaign-scope.reads.ts';
import { matrixSheet } from './matrix-sheet.ts';
import { checkStanding, type OwedCheck } from './self-check-standing.reads.ts';
import {
  assignmentByUnit,
  type AssignmentStanding,
  funnelByExpected,
  secondIntakeByUnit,
  standingOf,
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
  cell(unitId: string, least: number): MatrixCell & { link: string | null };
}

/** Units × steps for the caller's area: every expected unit, also those that did nothing. */
export async function campaignMatrix(context: ReadContext, id: string): Promise<Matrix> {
  const scope = scopeOf(context, await visibleCampaign(context, id));
  const standing = await standingOf(context, scope);
  const sources: Sources = {
    standing,
    sums: funnelByExpected(standing),
    assigned: gather(standing, await assignmentByUnit(context.db, scope), (a, b) => ({
      noticed: a.noticed + b.noticed,
      pending: a.pending + b.pending,
      openOfFirst: a.openOfFirst + b.openOfFirst,
    })),
    second: gather(standing, await secondIntakeByUnit(context.db, scope), (a, b) => a + b),
    checks: checksByUnit(standing),
  };
  const columns = columnsOf(sources);
  const registered = (unitId: string): number => sources.sums.get(unitId)?.registered ?? 0;
  const rows: AskedUnit[] = [
    ...standing.withQuota.map((one) => ({ ...one, owesReports: one.exemptReason === null })),
    ...unitsBesideQuotas(context, sources).map((unit) => ({
      unit,
      least: 0,
      exemptReason: null,
      owesReports: false,
    })),
  ];
  return {
    asOf: scope.today,
    columns: columns.map(({ key, label, due }) => ({ key, label, due })),
    rows: rows.map((row): Row => ({
      unit: refOf(row.unit),
      registered: registered(row.unit.id),
      least: row.least,
      shortfall: row.exemptReason === null ? Math.max(0, row.least - registered(row.unit.id)) : 0,
      exemptReason: row.exemptReason,
      cells: Object.fromEntries(
        columns.map((column) => [column.key, cellOf(column, row, registered(row.unit.id))]),
      ),
    })),
    missing: standing.expected.filter((one) => registered(one.unit.id) === 0).map((one) => refOf(one.unit)),
  };
}

interface AskedUnit {
  readonly unit: UnitOnDay;
  readonly least: number;
  readonly exemptReason: string | null;
  readonly owesReports: boolean;
}

function cellOf(column: Column, row: AskedUnit, registered: number): Cell {
  if (row.exemptReason !== null && registered === 0) return { ...exemptCell(row.exemptReason), link: null };
  if (reportKeys.has(column.key) && !row.owesReports) return { ...notAskedCell, link: null };
  return column.cell(row.unit.id, row.exemptReason === null ? row.least : 0);
}

const reportKeys: ReadonlySet<string> = new Set(['mid_year', 'year_end']);

/** The matrix as a workbook, with the units that are missing named on a sheet of their own. */
export async function campaignMatrixFile(context: ReadContext, id: string): Promise<FileAnswer> {
  const campaign = await visibleCampaign(context, id);
  return matrixSheet(await campaignMatrix(context, id), campaign.title);
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
  return `/mo-hinh?campaignId=${standing.scope.campaignId}&unitId=${unitId}&${filter}`;
}

function registeredColumn(sources: Sources): Column {
  const { plan } = sources.standing.scope.campaign;
  const intake = plan.intakes.find((one) => one.number === 1) ?? null;
  return {
    key: 'registered',
    label: 'Đăng ký / ít nhất',
    due: intake?.closesOn ?? null,
    cell: (unitId, least) => ({
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
    cell: (unitId) => ({
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
    cell: (unitId) => ({
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
      cell: (unitId) => ({
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
    cell: (unitId) => {
      const one = standing.reports.find((row) => row.unitId === unitId && row.kind === report.kind);
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

/** Adds up what the units below an expected unit did under that unit. */
function gather<T>(
  standing: Standing,
  byUnit: ReadonlyMap<string, T>,
  add: (a: T, b: T) => T,
): Map<string, T> {
  const sums = new Map<string, T>();
  for (const [unitId, value] of byUnit) {
    const target = standing.countsFor(unitId) ?? unitId;
    const sum = sums.get(target);
    sums.set(target, sum === undefined ? value : add(sum, value));
  }
  return sums;
}

function checksByUnit(standing: Standing): Map<string, OwedCheck[]> {
  const lists = new Map<string, OwedCheck[]>();
  for (const check of standing.owedChecks) {
    const target = standing.countsFor(check.unitId) ?? check.unitId;
    const list = lists.get(target);
    if (list) list.push(check);
    else lists.set(target, [check]);
  }
  return lists;
}

/** Units that registered although the plan asks nothing of them: the columns add up only with them. */
function unitsBesideQuotas({ tree }: ReadContext, { standing, sums }: Sources): UnitOnDay[] {
  const known = new Set(standing.withQuota.map((one) => one.unit.id));
  return [...sums]
    .filter(([unitId, counts]) => !known.has(unitId) && counts.registered > 0)
    .flatMap(([unitId]) => tree.find(unitId) ?? []);
}

function refOf({ id, name, shortName, kind }: UnitOnDay): Row['unit'] {
  return { id, name, shortName, kind };
}
