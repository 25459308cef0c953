import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';

/** The page of a unit's total with the reports behind it, as a path in the application. */
export function totalsLink(of: { formId: string; periodFrom: Day; unitId: string; day: Day | null }): string {
  const day = of.day === null ? null : { ngay: of.day };
  return `/bao-cao/tong-hop?${new URLSearchParams({ formId: of.formId, ky: of.periodFrom, unitId: of.unitId, ...day })}`;
}

/** The day to name in a link: none where the tree is that of the period's last day. */
export function linkedDay(of: { period: Period; treeDay: Day }): Day | null {
  return of.treeDay === of.period.to ? null : of.treeDay;
}
