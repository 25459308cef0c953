import { dayInVietnam } from '#domain/kernel/day.ts';
import { runAsSystem } from '#server/platform/commands/run-as-system.ts';
import type { App } from '#server/platform/http/app.ts';
import { loadForms } from './form-record.reads.ts';
import { recordForm } from './forms.commands.ts';
import { owesReminder, periodsToRemind, type PeriodToRemind } from './reminders-by-rule.reads.ts';
import { remindByRule } from './reminders-by-rule.store.ts';

type RemindingApp = Pick<App, 'db' | 'clock' | 'files' | 'treeToday'>;

/** The name under which the audit trail keeps what goes by rule. */
export const remindingByRule = 'remind_reports';

/**
 * Reminds, of every form and period, the units that owe a report still and are to be reminded by today
 * (domain/reports/reminders.ts); again on the same day it finds nobody. A form and a period are a command of their own,
 * with history and audit as when somebody reminds by hand.
 */
export async function remindOfReports(app: RemindingApp): Promise<{ reminded: number }> {
  const today = dayInVietnam(app.clock.now());
  let reminded = 0;
  for (const form of await loadForms(app.db, {}))
    for (const at of await periodsToRemind(app.db, form, today)) {
      if (!(await owesReminder(app.db, at, today))) continue;
      reminded += await remindOfPeriod(app, at);
    }
  return { reminded };
}

/** Another run reminded them at the same moment: nothing was done, and nothing is kept of it. */
class RemindedAlready extends Error {}

async function remindOfPeriod(app: RemindingApp, at: PeriodToRemind): Promise<number> {
  try {
    return await runAsSystem(app, remindingByRule, async (command) => {
      const units = await remindByRule(command, at);
      if (units === 0) throw new RemindedAlready();
      await recordForm(command, at.form, 'remind_by_rule', { periodFrom: at.period.from, units });
      return units;
    });
  } catch (error) {
    if (error instanceof RemindedAlready) return 0;
    throw error;
  }
}
