import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { reportsApi } from '#contract/reports.ts';
import type { Period } from '#domain/kernel/period.ts';
import { revisionFor } from '#domain/reports/asked-periods.ts';
import { aggregatedFigures, type Figures } from '#domain/reports/figures.ts';
import type { FormContent } from '#domain/reports/form.ts';
import { periodBefore, periodLastYear, periodWords } from '#domain/reports/report-period.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { exactText } from './exact.reads.ts';
import { describe } from './report.reads.ts';
import { lastPutRight } from './totals-check.reads.ts';
import { askedTotals } from './totals-asked.reads.ts';
import { keptTotals, partsOnDay, type Part, type TotalAt } from './total-parts.reads.ts';

type Api = typeof reportsApi;
type Totals = ResponseOf<Api['GET /api/report-totals']>;

/**
 * A unit's total of a form and period with its parts. In the tree of the period's last day from the totals kept; for
 * another day from the reports, placed where their units, or what carries them on, stand on that day (domain.md §3).
 */
export async function readTotals(
  context: ReadContext,
  asked: ParsedQuery<Api['GET /api/report-totals']>,
): Promise<Totals> {
  const { db } = context;
  const { at, content, tree, frozen } = await askedTotals(context, asked);
  const { form, period, day } = at;
  const parts = await partsOnDay(db, at);
  const total = await wholeOf(db, at, parts);
  const missing = parts.flatMap((part) => part.missing);
  const names = await namesOn(context, { tree }, [
    asked.unitId,
    ...parts.map((part) => part.unitId),
    ...missing,
  ]);
  return {
    unit: names.of(asked.unitId),
    period: { ...period, words: periodWords(form.periodKind, period) },
    day,
    frozen,
    putRight: await lastPutRight(db, { formId: form.id, periodFrom: period.from }),
    reports: total.reports,
    expected: parts.reduce((sum, part) => sum + part.expected, 0),
    figures: await figuresOf(db, at, { content, total: figuresIn(content, total.sums) }),
    parts: parts.map((part) => ({
      unit: names.of(part.unitId),
      part: part.part,
      reportId: part.reportId,
      reports: part.reports,
      expected: part.expected,
      values: figuresIn(content, part.sums).map(exactText),
    })),
    missing: missing.map((unitId) => names.of(unitId)),
  };
}

function figuresIn(content: FormContent, sums: readonly bigint[]): Figures {
  return aggregatedFigures(content.indicators, sums);
}

/** The whole as it is kept where the day is the period's last; else the sum of the parts. */
async function wholeOf(
  db: Db,
  at: TotalAt,
  parts: readonly Part[],
): Promise<{ reports: number; sums: readonly bigint[] }> {
  if (at.day === at.period.to) return keptTotals(db, at);
  const width = Math.max(0, ...parts.map((part) => part.sums.length));
  return {
    reports: parts.reduce((sum, part) => sum + part.reports, 0),
    sums: Array.from({ length: width }, (_, index) =>
      parts.reduce((sum, part) => sum + (part.sums[index] ?? 0n), 0n),
    ),
  };
}

/** A unit's total in the tree of a day. */
export async function totalOnDay(db: Db, at: TotalAt): Promise<{ reports: number; sums: readonly bigint[] }> {
  return wholeOf(db, at, at.day === at.period.to ? [] : await partsOnDay(db, at));
}

/** The figures of the whole, with those of the period before and of a year ago by code. */
async function figuresOf(
  db: Db,
  at: TotalAt,
  given: { content: FormContent; total: Figures },
): Promise<Totals['figures']> {
  const { periodKind } = at.form;
  const before = await earlier(db, at, periodBefore(periodKind, at.period));
  const lastYear = await earlier(db, at, periodLastYear(periodKind, at.period));
  return given.content.indicators.map((indicator, index) => ({
    ...describe(indicator),
    counted: null,
    stated: null,
    value: exactText(given.total[index] ?? null),
    reason: '',
    previous: exactText(before.get(indicator.code) ?? null),
    lastYear: exactText(lastYear.get(indicator.code) ?? null),
    profileYear: null,
    differs: false,
    now: null,
    kept: null,
    link: null,
    message: null,
    refuses: false,
  }));
}

/** An earlier period in its own tree; where another day was asked for, that day's tree holds for it too. */
async function earlier(
  db: Db,
  at: TotalAt,
  period: Period | null,
): Promise<ReadonlyMap<string, bigint | null>> {
  const revision = period && revisionFor(at.form.revisions, period.from);
  if (!period || !revision) return new Map();
  const day = at.day === at.period.to ? period.to : at.day;
  const total = await totalOnDay(db, { ...at, period, day });
  if (total.reports === 0) return new Map();
  const figures = figuresIn(revision.content, total.sums);
  return new Map(revision.content.indicators.map((one, index) => [one.code, figures[index] ?? null]));
}
