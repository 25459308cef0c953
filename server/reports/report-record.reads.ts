import type { Report } from '#db/types.ts';
import { dayInVietnam, type Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { askedPeriod, revisionFor } from '#domain/reports/asked-periods.ts';
import { figureFaults, type Figures, type FigureFault } from '#domain/reports/figures.ts';
import type { FormContent, Section } from '#domain/reports/form.ts';
import { bareWords } from '#domain/reports/completeness.ts';
import {
  countedStates,
  reportWorkflow,
  type ReportAction,
  type ReportFacts,
  type ReportState,
} from '#domain/reports/report.workflow.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { keptStatement } from '#server/platform/database/kept-statement.ts';
import { prepared } from '#server/platform/database/prepared.ts';
import { sql, type Selectable } from 'kysely';
import { exactColumn, figuresFrom } from './exact.reads.ts';
import { formOfReport, revisionOf, type FormRecord } from './form-record.reads.ts';
import { knownFigures, type KnownFigures, type ProfileYears } from './profile-figures.reads.ts';
import { totalsHeld } from './totals-lock.reads.ts';

export interface Pin {
  readonly indicator: string | null;
  readonly section: string | null;
  readonly quote: string;
  readonly text: string;
}

type Columns = Omit<
  Selectable<Report>,
  | 'counted'
  | 'stated'
  | 'figures'
  | 'contribution'
  | 'narrative'
  | 'reasons'
  | 'return_pins'
  | 'profile_years'
  | 'state'
  | 'hollow'
>;

/** A report with its figures as they are: exact, in the order of its form's revision. */
export interface StoredReport extends Columns {
  readonly state: ReportState;
  readonly hollow: 'copied' | 'empty' | null;
  readonly counted: Figures;
  readonly stated: Figures;
  readonly figures: Figures;
  readonly narrative: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  readonly return_pins: readonly Pin[];
  readonly profile_years: ProfileYears;
}

function storedReports(db: Db) {
  return db
    .selectFrom('report')
    .select([
      'report.id',
      'report.form_id',
      'report.form_revision',
      'report.unit_id',
      'report.period_from',
      'report.period_to',
      'report.state',
      'report.nothing_to_report',
      'report.narrative',
      'report.reasons',
      'report.figure_revision',
      'report.counted_at',
      'report.due_on',
      'report.approved_at',
      'report.approved_by',
      'report.first_submitted_at',
      'report.submitted_at',
      'report.accepted_at',
      'report.corrected_at',
      'report.return_reason',
      'report.return_pins',
      'report.profile_years',
      'report.hollow',
      'report.created_at',
      'report.updated_at',
      'report.version',
      'report.written_by',
      'report.written_at',
      exactColumn('report.counted').as('counted'),
      exactColumn('report.stated').as('stated'),
      exactColumn('report.figures').as('figures'),
    ]);
}

type RawReport = Awaited<ReturnType<ReturnType<typeof storedReports>['execute']>>[number];

function toStored(row: RawReport): StoredReport {
  return {
    ...row,
    state: row.state as ReportState,
    hollow: row.hollow as StoredReport['hollow'],
    counted: figuresFrom(row.counted),
    stated: figuresFrom(row.stated),
    figures: figuresFrom(row.figures),
    narrative: row.narrative as unknown as Record<string, string>,
    reasons: row.reasons as unknown as Record<string, string>,
    return_pins: row.return_pins as unknown as Pin[],
    profile_years: row.profile_years as unknown as ProfileYears,
  };
}

/** The report, if the caller may read its unit's. */
export async function visibleReport(
  context: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<StoredReport> {
  const row = await storedReports(context.db).where('report.id', '=', id).executeTakeFirst();
  if (!row || !context.caller.access.can('unit_report.read', row.unit_id)) throw new Problem('not_found');
  return toStored(row);
}

/** The same, locked until the transaction ends, together with the totals of its form. */
export async function lockReport(
  context: Pick<ReadContext, 'db' | 'caller'>,
  id: string,
): Promise<StoredReport> {
  const [row] = await reportLocked(context.db, { id });
  if (!row || !context.caller.access.can('unit_report.read', row.unit_id)) throw new Problem('not_found');
  const { held: _held, ...stored } = row;
  return toStored(stored);
}

/** Whoever adds to totals holds the form together with others (`lockTotals`), here at once with the report. */
const reportLocked = keptStatement((db, { id }: { id: string }) =>
  storedReports(db)
    .select(totalsHeld('report.form_id').as('held'))
    .where('report.id', '=', id)
    .forUpdate()
    .modifyEnd(prepared)
    .compile(),
);

/** What a unit said for a period; null where it has not begun. */
export async function findReport(db: Db, at: ReportKey): Promise<StoredReport | null> {
  const [row] = await reportOf(db, at);
  return row ? toStored(row) : null;
}

interface ReportKey {
  readonly formId: string;
  readonly unitId: string;
  readonly periodFrom: Day;
}

const reportOf = keptStatement((db, at: ReportKey) =>
  storedReports(db)
    .where('form_id', '=', at.formId)
    .where('unit_id', '=', at.unitId)
    .where('period_from', '=', at.periodFrom)
    .modifyEnd(prepared)
    .compile(),
);

/** A report with its form and what it is looked at with. */
export interface Opened {
  readonly report: StoredReport;
  readonly form: FormRecord;
  readonly content: FormContent;
}

export async function openReport(db: Db, report: StoredReport): Promise<Opened> {
  const form = await formOfReport(db, report.form_id);
  return { report, form, content: revisionOf(form, report.form_revision).content };
}

/** Whether the caller may take an action on the report of this unit at all; the record's state is asked apart. */
export function mayTake(
  { caller }: Pick<ReadContext, 'caller'>,
  action: ReportAction,
  where: { unitId: string; ownerUnitId: string },
): boolean {
  const { permission, at } = reportWorkflow[action];
  return caller.access.can(permission, at === 'unit' ? where.unitId : where.ownerUnitId);
}

/** What the register counts now for a report, and the place's profile says. */
export function countNow(
  context: Pick<ReadContext, 'db' | 'today'>,
  { report, form, content }: Opened,
): Promise<KnownFigures> {
  return knownFigures(context.db, {
    form,
    unitId: report.unit_id,
    period: { from: report.period_from, to: report.period_to },
    indicators: content.indicators,
    today: context.today,
  });
}

/** The figures of a report as the rules see them: those of a draft are counted now, those that were sent stay. */
export function basisOf(opened: Opened, now: Figures): Figures {
  return countedStates.includes(opened.report.state) ? opened.report.counted : now;
}

export async function factsOf(
  context: Pick<ReadContext, 'db' | 'today' | 'caller'>,
  opened: Opened,
  counted: Figures,
): Promise<ReportFacts & { readonly faults: readonly FigureFault[] }> {
  const { report, form, content } = opened;
  const inForce = revisionFor(form.revisions, report.period_from);
  return {
    state: report.state,
    periodBegun: report.period_from <= context.today,
    formInForce: inForce?.revision === report.form_revision && askedPeriod(form, report.period_from) !== null,
    needsApproval: content.needsApproval,
    mayApprove: context.caller.access.can('unit_report.approve', report.unit_id),
    wroteItself: content.approvedByAnother && report.written_by === context.caller.accountId,
    countedOtherwise:
      report.state === 'approved'
        ? content.indicators.filter((_, at) => counted[at] !== report.counted[at]).map((one) => one.label)
        : [],
    frozenAbove: await isFrozenAbove(context.db, report),
    nothingToReport: report.nothing_to_report,
    statesSomething:
      report.stated.some((value) => value !== null && value !== 0n) ||
      content.sections.some((one) => (report.narrative[one.code] ?? '').trim() !== ''),
    faults: figureFaults(content.indicators, { counted, stated: report.stated, reasons: report.reasons }),
    emptySections: emptySections(content, report.narrative).map((one) => one.title),
  };
}

/** Sections that the form requires and that say nothing. */
export function emptySections(content: FormContent, narrative: StoredReport['narrative']): Section[] {
  return content.sections.filter((one) => one.required && bareWords(narrative[one.code] ?? '') === '');
}

/** An issued consolidated report took its figures. */
async function isFrozenAbove(db: Db, report: StoredReport): Promise<boolean> {
  if (!countedStates.includes(report.state)) return false;
  const row = await db
    .selectFrom('consolidation_report')
    .select('id')
    .where('form_id', '=', report.form_id)
    .where('period_from', '=', report.period_from)
    .where('issued_at', 'is not', null)
    .where(sql<boolean>`${report.id}::uuid = any(report_ids)`)
    .executeTakeFirst();
  return row !== undefined;
}

export function submittedOn(report: Pick<StoredReport, 'first_submitted_at'>): Day | null {
  return report.first_submitted_at === null ? null : dayInVietnam(report.first_submitted_at);
}
