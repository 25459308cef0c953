import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { Indicator } from '#domain/reports/form.ts';

export interface LinkedFrom {
  readonly reportId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly today: Day;
}

/** The list of the records behind a counted figure, as a path in the application; null where nothing was counted. */
export function recordsLink({ code, source }: Indicator, from: LinkedFrom): string | null {
  if (source.kind !== 'register') return null;
  const words = new URLSearchParams({
    unitId: from.unitId,
    reportId: from.reportId,
    indicator: code,
    ...(from.period.to < from.today ? { ngay: from.period.to } : {}),
  });
  return `/mo-hinh?${words}`;
}
