import type { Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { revisionFor } from '#domain/reports/asked-periods.ts';
import { dueDay } from '#domain/reports/due.ts';
import type { Db } from '#server/platform/database/db.ts';
import { calendarOf, currentRevision, type FormRecord } from './form-record.reads.ts';

export interface DueDays {
  /** The day for a unit, with its extension or that given to all; for no unit in particular, the day for all. */
  of(periodFrom: Day, unitId: string | null): { due: Day; extended: boolean };
}

/** When the reports of a form are due, over some periods. */
export async function dueDays(db: Db, form: FormRecord, periods: readonly Period[]): Promise<DueDays> {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return { of: (day) => ({ due: day, extended: false }) };
  const calendar = await calendarOf(db, { from: first.from, to: last.to });
  const byRule = new Map(
    periods.map((period) => {
      const { content } = revisionFor(form.revisions, period.from) ?? currentRevision(form, period.from);
      return [period.from, dueDay(content.due, period, calendar)];
    }),
  );
  const extensions = await db
    .selectFrom('report_extension')
    .select(['period_from', 'unit_id', 'due_on'])
    .where('form_id', '=', form.id)
    .where('period_from', '>=', first.from)
    .where('period_from', '<=', last.from)
    .orderBy('granted_at')
    .execute();
  const extended = new Map(extensions.map((one) => [`${one.period_from} ${one.unit_id ?? ''}`, one.due_on]));
  return {
    of: (periodFrom, unitId) => {
      // Given to it and to all: the later one holds, as it does for reports already begun.
      const given = [extended.get(`${periodFrom} `), extended.get(`${periodFrom} ${unitId ?? ''}`)];
      const later = given
        .filter((day) => day !== undefined)
        .toSorted()
        .at(-1);
      return { due: later ?? byRule.get(periodFrom) ?? periodFrom, extended: later !== undefined };
    },
  };
}
