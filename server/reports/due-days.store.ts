import { addDays, type Day } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { dueDays } from './due-days.reads.ts';
import { loadForms } from './form-record.reads.ts';

/** A day off moves the days of periods that ended so long before it, or end so long after it, at most (due.ts). */
const reach = { before: 500, after: 200 };

/** Reckons the days anew by which reports begun and never sent are due, where a day off was set or taken away. */
export async function renewDueDays(command: CommandContext, changed: Day): Promise<void> {
  const rows = await command.db
    .selectFrom('report')
    .select(['form_id', 'period_from', 'period_to'])
    .distinct()
    .where('first_submitted_at', 'is', null)
    .where('period_to', '>=', addDays(changed, -reach.before))
    .where('period_to', '<=', addDays(changed, reach.after))
    .orderBy('period_from')
    .execute();
  const byForm = Map.groupBy(rows, (row) => row.form_id);
  for (const form of await loadForms(command.db, { ids: [...byForm.keys()].toSorted() })) {
    const periods = (byForm.get(form.id) ?? []).map((row): Period => ({
      from: row.period_from,
      to: row.period_to,
    }));
    const due = await dueDays(command.db, form, periods);
    for (const period of periods)
      await renewPeriod(
        command,
        { formId: form.id, from: period.from },
        (unitId) => due.of(period.from, unitId).due,
      );
  }
}

async function renewPeriod(
  command: CommandContext,
  period: { formId: string; from: Day },
  dueOf: (unitId: string) => Day,
): Promise<void> {
  const unsent = await command.db
    .selectFrom('report')
    .select(['id', 'unit_id', 'due_on'])
    .where('form_id', '=', period.formId)
    .where('period_from', '=', period.from)
    .where('first_submitted_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  const moved = unsent.filter((report) => dueOf(report.unit_id) !== report.due_on);
  for (const [due, reports] of Map.groupBy(moved, (report) => dueOf(report.unit_id)))
    await command.db
      .updateTable('report')
      .set({ due_on: due })
      .where(
        'id',
        'in',
        reports.map((report) => report.id),
      )
      .execute();
}
