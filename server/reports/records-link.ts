import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { Indicator } from '#domain/reports/form.ts';
import { profilePath } from '#domain/reports/profile-facts.ts';

export interface LinkedFrom {
  readonly reportId: string;
  readonly unitId: string;
  readonly period: Period;
  readonly today: Day;
}

/** The records behind a figure that is filled in, as a path in the application: a list, or the place's profile. */
export function recordsLink({ code, source }: Indicator, from: LinkedFrom): string | null {
  if (source.kind === 'profile') return profilePath(from.unitId);
  if (source.kind !== 'register') return null;
  const words = new URLSearchParams({
    unitId: from.unitId,
    reportId: from.reportId,
    indicator: code,
    ...(from.period.to < from.today ? { ngay: from.period.to } : {}),
  });
  return `/mo-hinh?${words}`;
}
