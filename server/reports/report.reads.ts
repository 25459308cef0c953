import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Day } from '#domain/kernel/day.ts';
import { figureFaults, figuresOf, type Figures } from '#domain/reports/figures.ts';
import { isFilledIn, type Indicator } from '#domain/reports/form.ts';
import { periodBefore, periodLastYear } from '#domain/reports/report-period.ts';
import {
  countedStates,
  reportActions,
  reportBlocked,
  reportHistoryWords,
  reportWorkflow,
  type ReportFacts,
} from '#domain/reports/report.workflow.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { askedOf, sentBefore } from './counted-before.reads.ts';
import { dueDays } from './due-days.reads.ts';
import { exactColumn, exactText, figuresFrom } from './exact.reads.ts';
import { revisionOf } from './form-record.reads.ts';
import { accountNames } from './forms.reads.ts';
import { countingDay } from './register-count.reads.ts';
import { recordsLink } from './records-link.ts';
import { differingPlaces, keptAt, keptFigures, type KeptFigures } from './kept-figures.reads.ts';
import { reportRow } from './owed.reads.ts';
import type { KnownFigures } from './profile-figures.reads.ts';
import { evidenceOfReport } from './report-evidence.reads.ts';
import {
  basisOf,
  countNow,
  factsOf,
  findReport,
  mayTake,
  openReport,
  visibleReport,
  type Opened,
  type StoredReport,
} from './report-record.reads.ts';

type Api = typeof reportsApi;
type ReportAnswer = ResponseOf<Api['GET /api/reports/:id']>;
export type FigureAnswer = ReportAnswer['figures'][number];

/** A report with everything beside it: last time's figures and words, what differs from the register, what may be done. */
export async function readReport(context: ReadContext, id: string): Promise<ReportAnswer> {
  const { db } = context;
  const opened = await openReport(db, await visibleReport(context, id));
  const { report, form, content } = opened;
  const period = { from: report.period_from, to: report.period_to };
  const known = await countNow(context, opened);
  const counted = basisOf(opened, known.counted);
  const facts = await factsOf(context, opened, counted);
  const before = await beside(context, opened, periodBefore(form.periodKind, period)?.from);
  const lastYear = await beside(context, opened, periodLastYear(form.periodKind, period)?.from);
  const figures = figureAnswers(context, opened, {
    ...known,
    sent: counted,
    before,
    lastYear,
    kept: await keptOf(context, opened, known.counted),
  });
  const due = await dueDays(db, form, [period]);
  const earlier = await sentBefore(
    db,
    { form: askedOf(form, period), unitId: report.unit_id, period },
    countingDay(period, context.today),
  );
  const names = await namesOn(context, context, [report.unit_id, ...earlier.map((one) => one.unitId)]);
  const unit = names.of(report.unit_id);
  const { extended } = due.of(period.from, report.unit_id);
  return {
    ...reportRow(context, { form, unit, period, due: report.due_on, extended, cell: report }),
    id: report.id,
    version: report.version,
    formContent: content,
    figures,
    sections: content.sections.map((one) => ({
      ...one,
      words: report.narrative[one.code] ?? '',
      previous: before?.narrative[one.code] ?? null,
    })),
    written: await writtenBy(context, report),
    returnReason: report.return_reason,
    pins: [...report.return_pins],
    figureRevision: report.figure_revision,
    revisions: await revisionsOf(context, opened),
    differs: figures.some((one) => one.differs),
    sentBefore: earlier.map(({ unitId, sentOn }) => ({ unit: names.of(unitId), sentOn })),
    evidence: await evidenceOfReport(db, report.id),
    actions: actionsOn(context, opened, facts),
    history: (await historyOf(db, 'unit_report', id)).map((entry) => ({
      ...entry,
      label: reportHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

/** Who changed figures, words or evidence last. */
async function writtenBy({ db }: ReadContext, report: StoredReport): Promise<ReportAnswer['written']> {
  const { written_by: by, written_at: at } = report;
  return by === null || at === null ? null : { at, byName: (await accountNames(db, [by])).get(by) ?? '' };
}

interface Beside {
  readonly figures: ReadonlyMap<string, bigint | null>;
  readonly narrative: Readonly<Record<string, string>>;
}

/** What the unit sent for another period, figures by code: the form may have had another version then. */
async function beside(
  { db }: ReadContext,
  { report, form }: Opened,
  periodFrom: Day | undefined,
): Promise<Beside | null> {
  if (periodFrom === undefined) return null;
  const other = await findReport(db, { formId: form.id, unitId: report.unit_id, periodFrom });
  if (!other || !countedStates.includes(other.state)) return null;
  const { indicators } = revisionOf(form, other.form_revision).content;
  return {
    figures: new Map(indicators.map((one, at) => [one.code, other.figures[at] ?? null])),
    narrative: other.narrative,
  };
}

function figureAnswers(
  context: ReadContext,
  { report, content }: Opened,
  given: KnownFigures & {
    sent: Figures;
    before: Beside | null;
    lastYear: Beside | null;
    kept: readonly KeptFigures[];
  },
): FigureAnswer[] {
  const { indicators } = content;
  const { sent: counted, counted: now } = given;
  const sent = countedStates.includes(report.state);
  const profileYears = sent ? report.profile_years : given.profileYears;
  const values = sent ? report.figures : figuresOf(indicators, { counted, stated: report.stated });
  const faults = figureFaults(indicators, { counted, stated: report.stated, reasons: report.reasons });
  return indicators.map((indicator, at) => {
    const own = faults.filter((fault) => fault.code === indicator.code);
    const fault = own.find((one) => one.refuses) ?? own[0];
    const changed = sent && isFilledIn(indicator.source.kind) && now[at] !== counted[at];
    const kept = changed ? keptAt(given.kept, at, { counted, known: now }) : undefined;
    return {
      ...describe(indicator),
      counted: exactText(counted[at] ?? null),
      stated: exactText(report.stated[at] ?? null),
      value: exactText(values[at] ?? null),
      reason: report.reasons[indicator.code] ?? '',
      previous: exactText(given.before?.figures.get(indicator.code) ?? null),
      lastYear: exactText(given.lastYear?.figures.get(indicator.code) ?? null),
      profileYear: profileYears[indicator.code] ?? null,
      differs: changed,
      now: changed ? exactText(now[at] ?? null) : null,
      kept: kept ? { at: kept.at, byName: kept.byName } : null,
      link: recordsLink(indicator, {
        reportId: report.id,
        unitId: report.unit_id,
        period: { from: report.period_from, to: report.period_to },
        today: context.today,
      }),
      message: fault?.message ?? null,
      refuses: fault?.refuses ?? false,
    };
  });
}

/** Asked only where something differs. */
async function keptOf(
  { db }: ReadContext,
  { report, content }: Opened,
  known: Figures,
): Promise<readonly KeptFigures[]> {
  const { counted, state } = report;
  const differs = differingPlaces(content.indicators, { counted, known }).length > 0;
  return differs && countedStates.includes(state) ? keptFigures(db, report) : [];
}

/** What is said of an indicator wherever its figure stands. */
export function describe(
  indicator: Indicator,
): Pick<FigureAnswer, 'code' | 'label' | 'definition' | 'unit' | 'group' | 'decimals' | 'source'> {
  const { code, label, definition, unit, group, decimals } = indicator;
  return { code, label, definition, unit, group, decimals, source: indicator.source.kind };
}

/** Every sending and correction, newest first, with the figures that it changed. */
async function revisionsOf(
  { db }: ReadContext,
  { report, content }: Opened,
): Promise<ReportAnswer['revisions']> {
  const rows = await db
    .selectFrom('report_revision')
    .select(['revision', 'why', 'at', 'account_id', exactColumn('figures').as('figures')])
    .where('report_id', '=', report.id)
    .orderBy('revision')
    .execute();
  const names = await accountNames(
    db,
    rows.map((row) => row.account_id),
  );
  const all = rows.map((row) => figuresFrom(row.figures));
  return rows
    .map((row, at) => ({
      revision: row.revision,
      why: row.why,
      at: row.at,
      byName: row.account_id === null ? null : (names.get(row.account_id) ?? null),
      changes: at === 0 ? [] : changesBetween(content.indicators, all[at - 1] ?? [], all[at] ?? []),
    }))
    .toReversed();
}

function changesBetween(indicators: readonly Indicator[], before: Figures, after: Figures) {
  return indicators.flatMap((indicator, at) => {
    const [was, is] = [before[at] ?? null, after[at] ?? null];
    if (was === is) return [];
    const { label, decimals } = indicator;
    return [{ label, decimals, before: exactText(was), after: exactText(is) }];
  });
}

function actionsOn(context: ReadContext, opened: Opened, facts: ReportFacts): ReportAnswer['actions'] {
  const { report, form } = opened;
  const where = { unitId: report.unit_id, ownerUnitId: form.ownerUnitId };
  return reportActions
    .filter((action) => mayTake(context, action, where) && isOffered(action, facts))
    .map((action) => {
      const blocked = reportBlocked(action, facts);
      return {
        action,
        label: reportWorkflow[action].label,
        allowed: blocked === null,
        reason: blocked?.reason ?? null,
        mend: blocked?.mend ?? null,
      };
    });
}

/** A sign-off is spoken of only where the form asks one. */
function isOffered(action: string, facts: ReportFacts): boolean {
  return facts.needsApproval || (action !== 'approve' && action !== 'reopen');
}
