import { formatDay, yearOf, type Day } from '#domain/kernel/day.ts';
import { roman } from '#domain/kernel/roman.ts';
import { halfPeriod, monthPeriod, quarterPeriod, yearPeriod, type Period } from '#domain/kernel/period.ts';

/** How often a form is answered (domain.md §4). `custom`: a stage, or a thematic report with days of its own. */
export const periodKinds = ['month', 'quarter', 'half_year', 'year', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodKindWords: Record<PeriodKind, string> = {
  month: 'Hằng tháng',
  quarter: 'Hằng quý',
  half_year: '6 tháng',
  year: 'Hằng năm',
  custom: 'Theo giai đoạn, chuyên đề',
};

/** The periods of a kind that end in a year, in order; a custom form names its own. */
export function periodsOfYear(kind: Exclude<PeriodKind, 'custom'>, year: number): Period[] {
  switch (kind) {
    case 'month':
      return Array.from({ length: 12 }, (_, at) => monthPeriod(year, at + 1));
    case 'quarter':
      return ([1, 2, 3, 4] as const).map((quarter) => quarterPeriod(year, quarter));
    case 'half_year':
      return ([1, 2] as const).map((half) => halfPeriod(year, half));
    case 'year':
      return [yearPeriod(year)];
  }
}

/** Whether a period is one of its kind: begins and ends where the calendar says. */
export function isPeriodOf(kind: PeriodKind, period: Period): boolean {
  if (kind === 'custom') return period.from <= period.to;
  return periodsOfYear(kind, yearOf(period.to)).some(
    (one) => one.from === period.from && one.to === period.to,
  );
}

/** "tháng 3 năm 2026", "6 tháng đầu năm 2026", "giai đoạn 2017 - 2020". */
export function periodWords(kind: PeriodKind, period: Period): string {
  const year = yearOf(period.to);
  const month = Number(period.from.slice(5, 7));
  switch (kind) {
    case 'month':
      return `tháng ${month} năm ${year}`;
    case 'quarter':
      return `quý ${quarterNumeral(period)} năm ${year}`;
    case 'half_year':
      return `6 tháng ${month === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'year':
      return `năm ${year}`;
    case 'custom':
      return wholeYears(period)
        ? `giai đoạn ${yearOf(period.from)} - ${year}`
        : `từ ${formatDay(period.from)} đến ${formatDay(period.to)}`;
  }
}

/** A quarter as papers number it: "IV" from October on. */
export function quarterNumeral(quarter: Period): string {
  return roman((Number(quarter.from.slice(5, 7)) + 2) / 3);
}

function wholeYears(period: Period): boolean {
  return period.from.endsWith('-01-01') && period.to.endsWith('-12-31');
}

/** The same period one step earlier: what is shown beside this one. */
export function periodBefore(kind: PeriodKind, period: Period): Period | null {
  if (kind === 'custom') return null;
  const year = yearOf(period.to);
  const all = [...periodsOfYear(kind, year - 1), ...periodsOfYear(kind, year)];
  const at = all.findIndex((one) => one.from === period.from);
  return at > 0 ? (all[at - 1] ?? null) : null;
}

/** The same period a year earlier, for comparison. */
export function periodLastYear(kind: PeriodKind, period: Period): Period | null {
  if (kind === 'custom') return null;
  const before = (day: Day): Day => `${yearOf(day) - 1}${day.slice(4)}`;
  return periodsOfYear(kind, yearOf(period.to) - 1).find((one) => one.from === before(period.from)) ?? null;
}

/** The two reports that a campaign's plan asks of its units. */
export const campaignReportWords = {
  mid_year: 'Báo cáo 6 tháng đầu năm',
  year_end: 'Báo cáo cuối năm',
} as const;
