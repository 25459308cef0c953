import type { Day } from '#domain/kernel/day.ts';

/** The page of a unit's total with the reports behind it, as a path in the application. */
export function totalsLink(of: { formId: string; periodFrom: Day; unitId: string }): string {
  return `/bao-cao/tong-hop?${new URLSearchParams({ formId: of.formId, ky: of.periodFrom, unitId: of.unitId })}`;
}
