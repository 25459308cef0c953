import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { revisionFor } from '#domain/reports/asked-periods.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { loadForms, type FormRecord } from './form-record.reads.ts';
import { owedReports, type OwedRow, type ReportRow } from './owed.reads.ts';

/** Reports as the home page speaks of them: who waits for whom. */
interface OfPeriod {
  readonly form: ReportRow['form'];
  readonly period: ReportRow['period'];
}

export interface SentReports extends OfPeriod {
  readonly count: number;
  readonly firstId: string;
}

/** Sent reports that wait for the caller, by form and period, the newest period first. */
export async function reportsToReview(context: ReadContext): Promise<SentReports[]> {
  const scope = context.caller.access.scope('unit_report.review');
  if (scope.isEmpty) return [];
  const rows = await context.db
    .selectFrom('report')
    .innerJoin('report_form', 'report_form.id', 'report.form_id')
    .select([
      'form_id',
      'period_from',
      'period_to',
      (of) => of.fn.countAll<number>().as('count'),
      (of) => of.fn.min<string>('report.submitted_at').as('first_at'),
    ])
    .select((of) => of.fn.agg<string[]>('array_agg', ['report.id']).as('ids'))
    .where('state', '=', 'submitted')
    .where(withinScope('report_form.owner_unit_id', scope))
    .where(withinScope('report.unit_id', context.caller.access.scope('unit_report.read')))
    .groupBy(['form_id', 'period_from', 'period_to'])
    .orderBy('period_from', 'desc')
    .limit(20)
    .execute();
  const forms = await loadForms(context.db, { ids: [...new Set(rows.map((row) => row.form_id))] });
  return rows.flatMap((row) => {
    const form = forms.find((one) => one.id === row.form_id);
    const [firstId] = row.ids;
    if (!form || firstId === undefined) return [];
    return [{ ...ofPeriod(form, { from: row.period_from, to: row.period_to }), count: row.count, firstId }];
  });
}

export interface CorrectedReport extends OfPeriod {
  readonly id: string;
  readonly unitName: string;
  readonly correctedAt: string;
  readonly why: string;
}

/** A correction of an accepted report is told this long. */
const correctedDays = 14;

/** Accepted reports that their units have changed since, the newest first. */
export async function correctedReports(context: ReadContext): Promise<CorrectedReport[]> {
  const scope = context.caller.access.scope('unit_report.review');
  if (scope.isEmpty) return [];
  const rows = await context.db
    .selectFrom('report')
    .innerJoin('report_form', 'report_form.id', 'report.form_id')
    .innerJoin('report_revision', (on) =>
      on
        .onRef('report_revision.report_id', '=', 'report.id')
        .onRef('report_revision.revision', '=', 'report.figure_revision'),
    )
    .select([
      'report.id',
      'report.form_id',
      'report.unit_id',
      'report.period_from',
      'report.period_to',
      'report.corrected_at',
      'report_revision.why',
    ])
    .where('report.state', '=', 'accepted')
    .where('report.corrected_at', '>=', `${addDays(context.today, -correctedDays)}T00:00:00+07:00`)
    .where(withinScope('report_form.owner_unit_id', scope))
    .where(withinScope('report.unit_id', context.caller.access.scope('unit_report.read')))
    .orderBy('report.corrected_at', 'desc')
    .limit(20)
    .execute();
  const forms = await loadForms(context.db, { ids: [...new Set(rows.map((row) => row.form_id))] });
  const names = await namesOn(
    context,
    context,
    rows.map((row) => row.unit_id),
  );
  return rows.flatMap((row) => {
    const form = forms.find((one) => one.id === row.form_id);
    if (!form || row.corrected_at === null) return [];
    return [
      {
        ...ofPeriod(form, { from: row.period_from, to: row.period_to }),
        id: row.id,
        unitName: names.of(row.unit_id).name,
        correctedAt: row.corrected_at,
        why: row.why,
      },
    ];
  });
}

function ofPeriod(form: FormRecord, period: Period): OfPeriod {
  return {
    form: { id: form.id, name: form.name, code: form.code },
    period: { ...period, words: periodWords(form.periodKind, period) },
  };
}

export interface LateReports extends OfPeriod {
  readonly afterDays: number;
  readonly units: readonly string[];
  /** Not all units of the period were looked at: there may be more. */
  readonly mayBeMore: boolean;
}

/** What is so many days late that the form tells the level above: whoever reviews reports over these units. */
export async function lateReports(context: ReadContext): Promise<LateReports[]> {
  const { rows: owed, left } = await owedReports(context, context.caller.access.scope('unit_report.review'));
  const forms = await loadForms(context.db, { ids: [...new Set(owed.map((row) => row.form.id))] });
  const cut = new Set(left.map((one) => one.form.id));
  const late = new Map<string, LateReports & { units: string[] }>();
  for (const row of owed) {
    const form = forms.find((one) => one.id === row.form.id);
    const afterDays = form && escalatedAfter(form, row.period.from);
    if (afterDays === undefined || row.due >= addDays(context.today, -afterDays)) continue;
    const key = `${row.form.id} ${row.period.from}`;
    const known = late.get(key);
    if (known) known.units.push(row.unit.name);
    else
      late.set(key, {
        form: row.form,
        period: row.period,
        afterDays,
        units: [row.unit.name],
        mayBeMore: cut.has(row.form.id) && !seenWhole(owed, row),
      });
  }
  return [...late.values()];
}

/** All that owe a period of a form are among the rows. */
function seenWhole(owed: readonly OwedRow[], { form, period, unsentOfPeriod }: OwedRow): boolean {
  const seen = owed.filter(
    (row) => row.state !== 'returned' && row.form.id === form.id && row.period.from === period.from,
  );
  return seen.length === unsentOfPeriod;
}

function escalatedAfter(form: FormRecord, periodFrom: Day): number | undefined {
  return revisionFor(form.revisions, periodFrom)?.content.escalateAfterDays;
}

/** A reminder is shown this long, or until the report is sent. */
const remindedDays = 14;

export interface Reminded extends OwedRow {
  /** The last time; by name where somebody did, null where it went by the form's rule. */
  readonly reminded: { readonly on: Day; readonly byName: string | null };
}

/** Of what is owed, what units were reminded of lately, by hand or by rule. */
export async function remindedReports(
  { db, today }: ReadContext,
  owed: readonly OwedRow[],
): Promise<Reminded[]> {
  if (owed.length === 0) return [];
  const rows = await db
    .selectFrom('report_reminder')
    .leftJoin('account', 'account.id', 'report_reminder.reminded_by')
    .select(['form_id', 'period_from', 'unit_id', 'on_day', 'account.display_name'])
    .where('form_id', 'in', [...new Set(owed.map((row) => row.form.id))])
    .where('unit_id', 'in', [...new Set(owed.map((row) => row.unit.id))])
    .where('on_day', '>=', addDays(today, -remindedDays))
    .orderBy('on_day')
    .execute();
  const last = new Map(rows.map((row) => [`${row.form_id} ${row.period_from} ${row.unit_id}`, row]));
  return owed.flatMap((row) => {
    const reminder = last.get(`${row.form.id} ${row.period.from} ${row.unit.id}`);
    return reminder ? [{ ...row, reminded: { on: reminder.on_day, byName: reminder.display_name } }] : [];
  });
}
