import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import { aggregatedFigures, contributionOf, type Figures } from './figures.ts';
import type { Indicator } from './form.ts';

/** One report that counts, as the roll-up sees it. */
export interface CountedReport {
  readonly unitId: string;
  readonly figures: Figures;
}

/** What a unit and all below it amount to. */
export interface RolledUp {
  readonly unitId: string;
  /** Reports that are in it. */
  readonly reports: number;
  readonly sums: readonly bigint[];
  readonly figures: Figures;
}

/**
 * Adds reports up a tree of any day: those of gone units count where their records stand on that day. So the tree
 * of the period's end answers "as it stood", the tree of today "the past under today's units" (domain.md §3). What
 * could not be apportioned stands at the unit above all successors and is in every total from there up.
 */
export function rollUp(
  tree: OrganisationTree,
  indicators: readonly Indicator[],
  reports: readonly CountedReport[],
): ReadonlyMap<string, RolledUp> {
  const totals = new Map<string, { reports: number; sums: bigint[] }>();
  for (const report of reports) {
    const added = contributionOf(indicators, report.figures);
    for (const unitId of tree.pathTo(report.unitId)) {
      const total = totals.get(unitId) ?? { reports: 0, sums: added.map(() => 0n) };
      total.reports += 1;
      for (const [index, value] of added.entries()) total.sums[index] = (total.sums[index] ?? 0n) + value;
      totals.set(unitId, total);
    }
  }
  return new Map(
    [...totals].map(([unitId, total]) => [
      unitId,
      { unitId, ...total, figures: aggregatedFigures(indicators, total.sums) },
    ]),
  );
}

/** What changes above a report when its figures change: to be added to each unit from it up to the root. */
export function changeAbove(
  indicators: readonly Indicator[],
  change: { readonly before: Figures | null; readonly after: Figures | null },
): { readonly reports: number; readonly sums: readonly bigint[] } {
  const none = indicators.map(() => 0n);
  const before = change.before ? contributionOf(indicators, change.before) : none;
  const after = change.after ? contributionOf(indicators, change.after) : none;
  return {
    reports: (change.after ? 1 : 0) - (change.before ? 1 : 0),
    sums: after.map((value, index) => value - (before[index] ?? 0n)),
  };
}
