import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { periodsOfYear, type PeriodKind } from './report-period.ts';

/** What says for which periods a form is answered. */
export interface AskedForm {
  readonly periodKind: PeriodKind;
  readonly askedFrom: Day;
  readonly askedTo: Day | null;
  readonly customFrom: Day | null;
  readonly customTo: Day | null;
}

/** The periods of a form that begin on or before a day, oldest first. */
export function askedPeriods(form: AskedForm, until: Day): Period[] {
  if (form.periodKind === 'custom') {
    const { customFrom, customTo } = form;
    return customFrom !== null && customTo !== null && customFrom <= until
      ? [{ from: customFrom, to: customTo }]
      : [];
  }
  const { periodKind, askedFrom, askedTo } = form;
  const last = askedTo !== null && askedTo < until ? askedTo : until;
  const years = Math.max(0, yearOf(last) - yearOf(askedFrom) + 1);
  return Array.from({ length: years }, (_, at) => periodsOfYear(periodKind, yearOf(askedFrom) + at))
    .flat()
    .filter((period) => period.from >= askedFrom && period.from <= last);
}

/** The period of a form that begins on a day, whether it has come or not; null where the form asks none. */
export function askedPeriod(form: AskedForm, from: Day): Period | null {
  const { periodKind, askedFrom, askedTo } = form;
  if (periodKind === 'custom') return askedPeriods(form, from).find((one) => one.from === from) ?? null;
  if (from < askedFrom || (askedTo !== null && from > askedTo)) return null;
  return periodsOfYear(periodKind, yearOf(from)).find((one) => one.from === from) ?? null;
}

interface Validity {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** The version of a form that a period is answered with: the one valid on its first day. */
export function revisionFor<R extends Validity>(revisions: readonly R[], periodFrom: Day): R | null {
  return (
    revisions.find(
      (one) => one.validFrom <= periodFrom && (one.validTo === null || one.validTo > periodFrom),
    ) ?? null
  );
}

/**
 * The forms by which a campaign's committee hears of its year (S2, VI.3): by code, so that nothing is bound to an id.
 * A form taken anew for other years has the code with a suffix ("dvk-nam-2023").
 */
export const campaignReports = {
  mid_year: { formCode: 'dvk-6-thang' },
  year_end: { formCode: 'dvk-nam' },
} as const;
export type CampaignReportKind = keyof typeof campaignReports;
export const campaignReportKinds: readonly CampaignReportKind[] = ['mid_year', 'year_end'];

/** Which report of a campaign's year a form with this code asks; null for any other form. */
export function campaignReportOf(code: string): CampaignReportKind | null {
  return (
    campaignReportKinds.find((kind) => {
      const { formCode } = campaignReports[kind];
      return code === formCode || code.startsWith(`${formCode}-`);
    }) ?? null
  );
}

/** The period that a report of a plan is about: the half-year that was over when it is due, or the year it is due in. */
export function campaignReportPeriod(kind: CampaignReportKind, due: Day): Period {
  const year = yearOf(due);
  const [wholeYear] = periodsOfYear('year', year);
  const halves = [year - 1, year].flatMap((of) => periodsOfYear('half_year', of));
  const period = kind === 'mid_year' ? halves.findLast((half) => half.to <= due) : wholeYear;
  if (!period) throw new RangeError(`no period is over by ${due}`);
  return period;
}
