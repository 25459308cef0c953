import type { FileAnswer, ParsedQuery } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { formatDay } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { decimalText } from '#domain/reports/interchange-decimal.ts';
import { aggregatedFigures } from '#domain/reports/figures.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { exactNumber } from '#server/excel/exact-number.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { CellValue, WriteColumn } from '#server/excel/write-table.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { liesIn } from '#server/organisations/paths.reads.ts';
import { standsAt } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { areaWithin, expectedUnits } from './expected.reads.ts';
import { depthOf, keptLevels, levelsOnDay, type LevelTotal } from './level-totals.reads.ts';
import type { TotalAt } from './total-parts.reads.ts';
import { stepUnit } from './total-sums.reads.ts';
import { askedTotals, type AskedTotals } from './totals-asked.reads.ts';

/** A unit and two levels below it: the country to its communes, a province to its villages. */
const levelsShown = 3;

/** The totals of a unit and of every unit on the two levels below it that owes the form or has something sent, as Excel. */
export async function levelsFile(
  context: ReadContext,
  query: ParsedQuery<(typeof reportsApi)['GET /api/report-totals/levels.xlsx']>,
): Promise<FileAnswer> {
  const asked = await askedTotals(context, query);
  const { form, period, day } = asked.at;
  const rows = await rowsOf(context, asked);
  const unit = (await namesOn(context, asked, [asked.at.unitId])).of(asked.at.unitId);
  const title = `${form.name}, ${periodWords(form.periodKind, period)}: ${unit.name} và các cấp dưới, theo tổ chức ngày ${formatDay(day)}`;
  return workbookAnswer(`so-lieu-cac-cap-${form.code}-${period.from}.xlsx`, [
    {
      sheetName: 'Số liệu các cấp',
      title,
      columns: columnsOf(asked.content.indicators),
      rows,
      notes: notes(asked),
    },
  ]);
}

function columnsOf(indicators: readonly Indicator[]): WriteColumn[] {
  return [
    { key: 'level', header: 'Cấp', type: 'integer', width: 6 },
    { key: 'kind', header: 'Loại đơn vị', width: 30 },
    { key: 'name', header: 'Đơn vị', width: 56 },
    { key: 'parent', header: 'Cấp trên', width: 32 },
    { key: 'reports', header: 'Đã gửi', type: 'integer', width: 10 },
    { key: 'expected', header: 'Phải gửi', type: 'integer', width: 10 },
    ...indicators.map((indicator): WriteColumn => ({
      key: columnOf(indicator),
      header: `${indicator.label} (${indicator.unit})`,
      type: 'number',
      width: 14,
    })),
  ];
}

/** Codes of indicators are an office's own and may be those of other columns. */
const columnOf = ({ code }: Indicator): string => `figure ${code}`;

interface LevelRow {
  readonly unit_id: string;
  readonly path: string;
  readonly expected: number;
}

async function rowsOf(context: ReadContext, asked: AskedTotals): Promise<Record<string, CellValue>[]> {
  const { at, content, tree, frozen } = asked;
  const top = await pathOf(context.db, at);
  if (top === null) return [];
  const toDepth = depthOf(top) + levelsShown - 1;
  const area = { path: top, day: at.day };
  const levels = { formId: at.form.id, periodFrom: at.period.from, toDepth, area };
  const totals = frozen ? await keptLevels(context.db, levels) : await levelsOnDay(context.db, levels);
  // Of what was sent and taken back nothing is left but a row of noughts.
  const totalOf = (unitId: string) => {
    const total = totals.get(unitId);
    return total !== undefined && total.reports > 0 ? total : undefined;
  };
  const readable = readableRows(context, tree);
  const units = (await unitsOf(context.db, { at, top, toDepth })).filter(
    ({ unit_id: id, expected }) =>
      id === at.unitId || (readable(id) && (expected > 0 || totalOf(id) !== undefined)),
  );
  const names = await namesOn(
    context,
    { tree },
    units.map((row) => row.unit_id),
  );
  return units.map(({ unit_id, path, expected }) => {
    const unit = names.of(unit_id);
    const parentId = unit_id === at.unitId ? null : (tree.find(unit_id)?.parentId ?? null);
    return {
      level: depthOf(path) - depthOf(top) + 1,
      kind: unitKindWords[unit.kind],
      name: unit.name,
      parent: parentId === null ? null : names.of(parentId).name,
      expected,
      ...figureCells(content.indicators, totalOf(unit_id)),
    };
  });
}

/** That a unit is shown somewhere to the caller: on its own page of totals, or as a part on that of the unit above it. */
function readableRows({ caller }: ReadContext, tree: OrganisationTree): (unitId: string) => boolean {
  const scope = caller.access.scope('unit_report.read');
  return (unitId) => {
    const parentId = tree.find(unitId)?.parentId ?? null;
    return scope.has(unitId) || (parentId !== null && scope.has(parentId));
  };
}

function figureCells(
  indicators: readonly Indicator[],
  total: LevelTotal | undefined,
): Record<string, CellValue> {
  const figures = aggregatedFigures(indicators, [...(total?.sums ?? [])]);
  return {
    reports: total?.reports ?? 0,
    ...Object.fromEntries(
      indicators.map((indicator, at) => [
        columnOf(indicator),
        total ? exactNumber(decimalText(figures[at] ?? null, indicator.decimals)) : null,
      ]),
    ),
  };
}

async function pathOf(db: Db, { unitId, day }: TotalAt): Promise<string | null> {
  const { rows } = await sql<{ path: string }>`
    select top.path from unit_place as top where top.unit_id = ${unitId}::uuid and ${standsAt('top', day)}`.execute(
    db,
  );
  return rows[0]?.path ?? null;
}

/** The units that stand in the area down to a level, in the order of the tree, with how many owe the form with and below each. */
async function unitsOf(
  db: Db,
  { at, top, toDepth }: { at: TotalAt; top: string; toDepth: number },
): Promise<readonly LevelRow[]> {
  const within = await areaWithin(db, at.unitId, at.day === at.period.to ? null : at.day);
  const inArea = sql`${standsAt('place', at.day)} and ${liesIn('place.path', sql`${top}::text`)}`;
  const { rows } = await sql<LevelRow>`
    with owing as (
      select above.id as unit_id, count(*)::int as expected
      from (${expectedUnits({ form: at.form, periods: [at.period], within })}) as expected
      join unit_place as place on place.unit_id = expected.unit_id and ${inArea}
      cross join lateral generate_series(${depthOf(top)}::int, least(length(place.path) / 6, ${toDepth}::int)) as step(depth)
      join unit as above on ${stepUnit}
      group by above.id)
    select place.unit_id, place.path, coalesce(owing.expected, 0) as expected
    from unit_place as place left join owing using (unit_id)
    where ${inArea} and place.stands and length(place.path) / 6 <= ${toDepth}::int
    order by place.path`.execute(db);
  return rows;
}

function notes({ content, frozen, at }: AskedTotals): string[] {
  return [
    'Mỗi dòng là số của đơn vị cộng mọi đơn vị dưới. Không cộng các dòng khác cấp với nhau.',
    'Đã gửi, phải gửi: số báo cáo của đơn vị và các đơn vị dưới. Ô trống: chưa báo cáo nào được gửi, hoặc chỉ tiêu không cộng giữa các nơi.',
    'Số của một cấp có thể lớn hơn tổng các dòng dưới: báo cáo của chính đơn vị, của bộ phận không hiện ở đây và phần chưa phân định sau chia tách.',
    frozen
      ? `Theo tổ chức ngày cuối kỳ (${formatDay(at.day)}).`
      : `Báo cáo của kỳ xếp theo tổ chức ngày ${formatDay(at.day)}: đơn vị đã sáp nhập tính vào đơn vị nhận.`,
    ...content.indicators.map((one) => `${one.label} (${one.unit}): ${one.definition}`),
  ];
}
