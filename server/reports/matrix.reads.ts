import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { askedPeriods } from '#domain/reports/asked-periods.ts';
import { isLate } from '#domain/reports/completeness.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import type { ReportState } from '#domain/reports/report.workflow.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { treeOn, unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql, type RawBuilder } from 'kysely';
import { dueDays, type DueDays } from './due-days.reads.ts';
import { areaWithin, expectedUnits, owedParts, type ExpectedQuery } from './expected.reads.ts';
import { visibleForm } from './form-record.reads.ts';
import { nextRemindersOf, remindedIn } from './reminders-by-rule.reads.ts';
import { submittedOn } from './report-record.reads.ts';

type Api = typeof reportsApi;
type Matrix = ResponseOf<Api['GET /api/reports/matrix']>;
type Asked = ParsedQuery<Api['GET /api/reports/matrix']>;

const mostPeriods = 60;

/**
 * Units × periods. The denominator of a period are the units that owed it on its last day, so that nothing is ever
 * above 100 %; a day asked for says only whose area they lie in, also those that are gone by then.
 */
export async function reportMatrix(context: ReadContext, asked: Asked): Promise<Matrix> {
  const form = await visibleForm(context, asked.formId);
  const periods = periodsShown(askedPeriods(form, context.today), asked, context.today);
  const day = asked.day ?? null;
  const query: ExpectedQuery = {
    form,
    periods,
    scope: context.caller.access.scope('unit_report.read'),
    within: asked.within === undefined ? undefined : await areaWithin(context.db, asked.within, day),
  };
  if (asked.within !== undefined) await refuseUnseen(context, asked.within, day);
  const due = await dueDays(context.db, form, periods);
  const { counts, ...page } = await overviewOf(context, form.id, {
    query,
    page: asked.page,
    size: asked.size,
  });
  // The units of the page were found in the scope, and by the tree of one day they lie there in every period.
  const within = day === null ? query.within : undefined;
  const cells = await cellsOf(context, form.id, { form, periods, within, unitIds: page.ids });
  const names = await namesOn(context, context, page.ids);
  const nextOf = await nextRemindersOf(context, form, { periods, due });
  return {
    form: { id: form.id, name: form.name },
    day,
    periods: periods.map((period) => {
      const { byRule, byHand, ...counted } = counts.get(period.from) ?? noCounts;
      return {
        ...period,
        words: periodWords(form.periodKind, period),
        due: due.of(period.from, null).due,
        ...counted,
        reminded: { byRule, byHand, next: nextOf(period, counted) },
      };
    }),
    units: page.ids.map((unitId) => ({
      unit: names.of(unitId),
      cells: periods.map((period) =>
        cellAnswer(context, due, { unitId, period, cell: cells.get(`${unitId} ${period.from}`) }),
      ),
    })),
    unitCount: page.total,
  };
}

/** Those asked for; else the last twelve that have begun. */
function periodsShown(all: readonly Period[], asked: Asked, today: Day): Period[] {
  const { from, to } = asked;
  const within = all.filter(
    (period) => (from === undefined || period.to >= from) && (to === undefined || period.from <= to),
  );
  if (from !== undefined || to !== undefined) return within.slice(-mostPeriods);
  const thisYear = within.filter((period) => yearOf(period.to) === yearOf(today));
  return thisYear.length >= 12 ? thisYear : within.slice(-12);
}

async function refuseUnseen(context: ReadContext, unitId: string, day: Day | null): Promise<void> {
  if (!context.tree.has(unitId) && (await unitNames(context.db, [unitId])).size === 0)
    throw new Problem('not_found');
  if (context.caller.access.can('unit_report.read', unitId)) return;
  const tree =
    day === null || day === context.today ? context.tree : await treeOn(context.db, day, context.db);
  // A unit that is gone today, or above the caller: its part that the caller may see.
  if (!tree.has(unitId) || context.caller.access.ownersAbove('unit_report.read').has(unitId)) return;
  throw new Problem('not_found');
}

type MatrixPeriod = Matrix['periods'][number];
type Counts = Omit<MatrixPeriod, 'from' | 'to' | 'words' | 'due' | 'reminded'> &
  Omit<MatrixPeriod['reminded'], 'next'>;
const noCounts: Counts = {
  expected: 0,
  received: 0,
  onTime: 0,
  hollow: 0,
  nothingToReport: 0,
  byRule: 0,
  byHand: 0,
};

interface Overview {
  readonly counts: ReadonlyMap<Day, Counts>;
  /** The units of the page, in the order of the tree. */
  readonly ids: readonly string[];
  readonly total: number;
}

/** The counts of each period and the units of the page, from one list of who owed what. */
async function overviewOf(
  { db }: ReadContext,
  formId: string,
  { query, page, size }: { query: ExpectedQuery } & Pick<Asked, 'page' | 'size'>,
): Promise<Overview> {
  const count = (condition: RawBuilder<unknown>) => sql<number>`(count(*) filter (where ${condition}))::int`;
  const { spans, lives, owes, alike } = await owedParts(db, query);
  const { rows } = await sql<Counts & { period_from: Day; ids: string[]; total: number }>`
    with span as materialized (${spans}),
    owed as materialized (${lives}),
    expected as (
      select span.period_from, sum(owed.lives)::int as expected
      from span join (select ${alike}, count(*) as lives from owed group by ${alike}) as owed on ${owes}
      group by span.period_from
    ),
    received as (
      select span.period_from, count(*)::int as received, ${count(sql`on_time`)} as "onTime", ${count(sql`hollow is not null`)} as hollow,
        ${count(sql`nothing_to_report`)} as "nothingToReport"
      from (
        select period_from, unit_id, hollow, nothing_to_report,
          -- The connection's days are Vietnamese; naming the zone takes as long as all the rest of this part.
          first_submitted_at::date <= due_on as on_time
        from report
        where form_id = ${formId}::uuid and state in ('submitted', 'accepted')
          and period_from = any(${query.periods.map((period) => period.from)}::date[])
      ) as said
      join span using (period_from)
      join owed on owed.unit_id = said.unit_id and ${owes}
      group by span.period_from
    ),
    reminded as (${remindedIn(formId, query.periods, owes)}),
    owing as materialized (
      select unit_id, max(path) as path from owed where exists (select 1 from span where ${owes}) group by unit_id
    ),
    page as (select unit_id, path from owing order by path limit ${size} offset ${(page - 1) * size})
    select period_from, expected, coalesce(received, 0) as received, coalesce("onTime", 0) as "onTime",
      coalesce(hollow, 0) as hollow, coalesce("nothingToReport", 0) as "nothingToReport",
      coalesce(by_rule, 0) as "byRule", coalesce(by_hand, 0) as "byHand",
      array(select unit_id from page order by path) as ids, (select count(*) from owing)::int as total
    from expected left join received using (period_from) left join reminded using (period_from)`.execute(db);
  return {
    counts: new Map(
      rows.map(({ period_from, ids: _ids, total: _total, ...counts }) => [period_from, counts]),
    ),
    ids: rows[0]?.ids ?? [],
    total: rows[0]?.total ?? 0,
  };
}

interface Cell {
  readonly unit_id: string;
  readonly period_from: Day;
  readonly id: string | null;
  readonly state: ReportState | null;
  readonly due_on: Day | null;
  readonly first_submitted_at: string | null;
  readonly nothing_to_report: boolean | null;
  readonly hollow: 'copied' | 'empty' | null;
  readonly corrected: boolean | null;
}

async function cellsOf(
  { db }: ReadContext,
  formId: string,
  query: ExpectedQuery,
): Promise<Map<string, Cell>> {
  const { rows } = await sql<Cell>`
    select expected.unit_id, expected.period_from, report.id, report.state, report.due_on,
      report.first_submitted_at, report.nothing_to_report, report.hollow,
      report.state = 'accepted' and report.corrected_at is not null as corrected
    from (${expectedUnits(query)}) as expected
    left join report on report.form_id = ${formId}::uuid and report.period_from = expected.period_from
      and report.unit_id = expected.unit_id`.execute(db);
  return new Map(rows.map((row) => [`${row.unit_id} ${row.period_from}`, row]));
}

function cellAnswer(
  { today }: ReadContext,
  due: DueDays,
  at: { unitId: string; period: Period; cell: Cell | undefined },
): Matrix['units'][number]['cells'][number] {
  const { cell, period, unitId } = at;
  if (!cell) return null;
  const ruled = due.of(period.from, unitId);
  const dueOn = cell.due_on ?? ruled.due;
  return {
    reportId: cell.id,
    state: cell.state ?? 'not_started',
    late: isLate({ dueOn, submittedOn: submittedOn(cell), today }),
    hollow: cell.hollow,
    corrected: cell.corrected ?? false,
    nothingToReport: cell.nothing_to_report ?? false,
    extendedTo: ruled.extended && dueOn !== due.of(period.from, null).due ? dueOn : null,
  };
}
