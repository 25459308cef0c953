import type { UnitScope } from '#domain/access/unit-scope.ts';
import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { askedPeriod } from '#domain/reports/asked-periods.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { loadForms } from './form-record.reads.ts';

const failed = sql<boolean>`found.differences = '[]'`;

/** A night that found something; what could not be added up counts until it was. */
const stillToTell = sql<boolean>`found.cause = 'nightly' and not found.agreed and not (${failed} and exists (
  select 1 from report_recomputation as later
  where later.form_id = found.form_id and later.period_from = found.period_from and later.agreed and later.at > found.at))`;

/** When totals of a period were last found not to agree with its reports at night, and put right; null where never. */
export async function lastPutRight(
  db: Db,
  at: { formId: string; periodFrom: Day },
): Promise<{ at: string; failed: boolean } | null> {
  const row = await db
    .selectFrom('report_recomputation as found')
    .select(['at', failed.as('failed')])
    .where('form_id', '=', at.formId)
    .where('period_from', '=', at.periodFrom)
    .where(stillToTell)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export interface PutRight {
  readonly form: { readonly id: string; readonly name: string; readonly ownerUnitId: string };
  readonly period: Period & { readonly words: string };
  readonly at: string;
  readonly failed: boolean;
}

/** How long administrators are told of a night in which totals did not agree. */
const toldDays = 30;

/** Periods of forms of a scope whose totals did not agree lately, the newest night first. */
export async function lateDisagreements(
  { db, today }: { readonly db: Db; readonly today: Day },
  scope: UnitScope,
): Promise<PutRight[]> {
  if (scope.isEmpty) return [];
  const rows = await db
    .selectFrom('report_recomputation as found')
    .innerJoin('report_form', 'report_form.id', 'found.form_id')
    .distinctOn(['found.form_id', 'found.period_from'])
    .select(['found.form_id', 'found.period_from', 'found.at', failed.as('failed')])
    .where(stillToTell)
    .where('found.at', '>=', `${addDays(today, -toldDays)}T00:00:00+07:00`)
    .where(withinScope('report_form.owner_unit_id', scope))
    .orderBy('found.form_id')
    .orderBy('found.period_from')
    .orderBy('found.at', 'desc')
    .execute();
  const forms = await loadForms(db, { ids: [...new Set(rows.map((row) => row.form_id))] });
  return rows
    .flatMap((row) => {
      const form = forms.find((one) => one.id === row.form_id);
      const period = form && askedPeriod(form, row.period_from);
      if (!form || !period) return [];
      const { id, name, ownerUnitId, periodKind } = form;
      return [
        {
          form: { id, name, ownerUnitId },
          period: { ...period, words: periodWords(periodKind, period) },
          at: row.at,
          failed: row.failed,
        },
      ];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}
