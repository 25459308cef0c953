import type { UnitScope } from '#domain/access/unit-scope.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import { addDays, dayInVietnam, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { askedPeriods, revisionFor } from '#domain/reports/asked-periods.ts';
import { isLate } from '#domain/reports/completeness.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { reportStateWords, reportWorkflow, type ReportState } from '#domain/reports/report.workflow.ts';
import { namesOn, type NamedUnit } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { dueDays, type DueDays } from './due-days.reads.ts';
import { expectedUnits } from './expected.reads.ts';
import { loadForms, type FormRecord } from './form-record.reads.ts';
import { mayTake } from './report-record.reads.ts';

type Api = typeof reportsApi;
export type ReportRow = ResponseOf<Api['GET /api/reports/owed']>['items'][number];
/** What is owed still, with why it came back, and how many owe this period of the form and got nothing back. */
export type OwedRow = ReportRow & { readonly returnReason: string | null; readonly unsentOfPeriod: number };

export interface Owed {
  readonly rows: readonly OwedRow[];
  /** Of forms that are owed more often than can be listed: how many more, all of older periods. */
  readonly left: ResponseOf<Api['GET /api/reports/owed']>['left'];
}

/** Reports are spoken of as owed from so many days before they are due, or once begun. */
const announced = 45;
/** Periods longer gone are looked up in the matrix. */
const mostPeriods = 24;
/** Of a form; what came back and the newest periods first. Of more, how many are said: the matrix shows them. */
const mostRows = 2_000;

interface OwedCell {
  readonly unit_id: string;
  readonly period_from: Day;
  readonly id: string | null;
  readonly state: ReportState | null;
  readonly due_on: Day | null;
  readonly first_submitted_at: string | null;
  readonly submitted_at: string | null;
  readonly nothing_to_report: boolean | null;
  readonly hollow: ReportRow['hollow'];
  readonly return_reason: string | null;
  readonly of_all: number;
  readonly of_period: number;
}

/** What units of a scope owe, of every form that reaches the caller: begun or not, what came back first. */
export async function owedReports(context: ReadContext, scope: UnitScope): Promise<Owed> {
  if (scope.isEmpty) return { rows: [], left: [] };
  const owners = context.caller.access.ownersAbove('unit_report.read');
  const forms = await loadForms(context.db, { owners });
  const rows: OwedRow[] = [];
  const left: Owed['left'] = [];
  for (const form of forms) {
    const found = await owedOf(context, form, scope);
    rows.push(...found.rows);
    if (found.left > 0) left.push({ form: { id: form.id, name: form.name }, count: found.left });
  }
  const rank = (row: OwedRow): number => (row.state === 'returned' ? 0 : 1);
  return {
    rows: rows.toSorted((a, b) => rank(a) - rank(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
    left,
  };
}

export async function listOwed(context: ReadContext): Promise<ResponseOf<Api['GET /api/reports/owed']>> {
  const { rows, left } = await owedReports(context, context.caller.access.scope('unit_report.write'));
  return { items: rows.map(({ returnReason: _reason, unsentOfPeriod: _unsent, ...row }) => row), left };
}

async function owedOf(
  context: ReadContext,
  form: FormRecord,
  scope: UnitScope,
): Promise<{ rows: OwedRow[]; left: number }> {
  const periods = askedPeriods(form, context.today)
    .filter((period) => revisionFor(form.revisions, period.from) !== null)
    .slice(-mostPeriods);
  if (periods.length === 0) return { rows: [], left: 0 };
  const due = await dueDays(context.db, form, periods);
  const isAnnounced = (day: Day): boolean => addDays(day, -announced) <= context.today;
  const spokenOf = periods.filter(({ from }) => isAnnounced(due.of(from, null).due)).map(({ from }) => from);
  const { rows } = await sql<OwedCell>`
    select expected.unit_id, expected.period_from, report.id, report.state, report.due_on,
      report.first_submitted_at, report.submitted_at, report.nothing_to_report, report.hollow, report.return_reason,
      (count(*) over ())::int as of_all,
      (count(*) filter (where report.state is distinct from 'returned') over (partition by expected.period_from))::int as of_period
    from (${expectedUnits({ form, periods, scope })}) as expected
    left join report on report.form_id = ${form.id}::uuid and report.period_from = expected.period_from
      and report.unit_id = expected.unit_id
    where coalesce(report.state, 'not_started') not in ('submitted', 'accepted')
      and (report.id is not null or expected.period_from = any(${spokenOf}::date[]))
    order by (report.state = 'returned') desc nulls last, expected.period_from desc, expected.path
    limit ${mostRows}`.execute(context.db);
  const names = await namesOn(
    context,
    context,
    rows.map((row) => row.unit_id),
  );
  return {
    rows: rows
      .map((cell) => ({
        ...toRow(context, { form, due, cell, unit: names.of(cell.unit_id), periods }),
        returnReason: cell.return_reason,
        unsentOfPeriod: cell.of_period,
      }))
      .filter((row) => row.id !== null || isAnnounced(row.due)),
    left: (rows[0]?.of_all ?? 0) - rows.length,
  };
}

function toRow(
  context: ReadContext,
  at: { form: FormRecord; due: DueDays; cell: OwedCell; unit: NamedUnit; periods: readonly Period[] },
): ReportRow {
  const { form, cell, unit } = at;
  const period = at.periods.find((one) => one.from === cell.period_from) ?? {
    from: cell.period_from,
    to: cell.period_from,
  };
  const asked = at.due.of(cell.period_from, cell.unit_id);
  return reportRow(context, {
    form,
    unit,
    period,
    cell,
    due: cell.due_on ?? asked.due,
    extended: asked.extended,
  });
}

export interface RowFacts {
  readonly form: FormRecord;
  readonly unit: NamedUnit;
  readonly period: Period;
  readonly due: Day;
  readonly extended: boolean;
  readonly cell: Pick<
    OwedCell,
    'id' | 'state' | 'first_submitted_at' | 'submitted_at' | 'nothing_to_report' | 'hollow'
  >;
}

/** A report as lists and its own page show it, begun or not. */
export function reportRow(context: ReadContext, facts: RowFacts): ReportRow {
  const { form, unit, period, cell, due } = facts;
  const state = cell.state ?? 'not_started';
  const where = { unitId: unit.id, ownerUnitId: form.ownerUnitId };
  const sent = cell.first_submitted_at === null ? null : dayInVietnam(cell.first_submitted_at);
  return {
    id: cell.id,
    form: { id: form.id, name: form.name, code: form.code },
    unit,
    period: { from: period.from, to: period.to, words: periodWords(form.periodKind, period) },
    state,
    stateName: reportStateWords[state],
    due,
    extended: facts.extended,
    late: isLate({ dueOn: due, submittedOn: sent, today: context.today }),
    submittedAt: cell.submitted_at,
    nothingToReport: cell.nothing_to_report ?? false,
    hollow: cell.hollow,
    canWrite:
      (state === 'not_started' || reportWorkflow.edit.from.includes(state)) &&
      mayTake(context, 'edit', where),
    canReview: state === 'submitted' && mayTake(context, 'accept', where),
  };
}

/** Units whose report of a period counts. */
export async function sentUnitIds(
  db: Db,
  at: { formId: string; periodFrom: Day },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('report')
    .select('unit_id')
    .where('form_id', '=', at.formId)
    .where('period_from', '=', at.periodFrom)
    .where('state', 'in', ['submitted', 'accepted'])
    .execute();
  return new Set(rows.map((row) => row.unit_id));
}
