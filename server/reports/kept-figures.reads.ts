import type { Figures } from '#domain/reports/figures.ts';
import { isFilledIn, type Indicator } from '#domain/reports/form.ts';
import type { Db } from '#server/platform/database/db.ts';
import { exactColumn, figuresFrom } from './exact.reads.ts';
import type { StoredReport } from './report-record.reads.ts';

/** A difference between what was sent and what is known now, that the unit looked at and left. */
export interface KeptFigures {
  readonly counted: Figures;
  readonly known: Figures;
  readonly at: string;
  readonly byName: string | null;
}

/** What the unit kept since it sent the report, oldest first. */
export async function keptFigures(
  db: Db,
  report: Pick<StoredReport, 'id' | 'submitted_at'>,
): Promise<KeptFigures[]> {
  if (report.submitted_at === null) return [];
  const rows = await db
    .selectFrom('report_kept_figures as kept')
    .leftJoin('account', 'account.id', 'kept.account_id')
    .select([
      'kept.at',
      'account.display_name as byName',
      exactColumn('kept.counted').as('counted'),
      exactColumn('kept.known').as('known'),
    ])
    .where('kept.report_id', '=', report.id)
    .where('kept.at', '>=', report.submitted_at)
    .orderBy('kept.at')
    .orderBy('kept.id')
    .execute();
  return rows.map(({ at, byName, counted, known }) => ({
    at,
    byName,
    counted: figuresFrom(counted),
    known: figuresFrom(known),
  }));
}

/** Where what is known now is not what was sent, in places of the form's order. */
export function differingPlaces(
  indicators: readonly Indicator[],
  { counted, known }: Pick<KeptFigures, 'counted' | 'known'>,
): number[] {
  return indicators.flatMap((one, at) =>
    isFilledIn(one.source.kind) && (known[at] ?? null) !== (counted[at] ?? null) ? [at] : [],
  );
}

/** Who kept exactly this difference, and when; a further change is another one. */
export function keptAt(
  kept: readonly KeptFigures[],
  at: number,
  now: Pick<KeptFigures, 'counted' | 'known'>,
): KeptFigures | undefined {
  const same = (a: Figures, b: Figures) => (a[at] ?? null) === (b[at] ?? null);
  return kept.find((one) => same(one.counted, now.counted) && same(one.known, now.known));
}
