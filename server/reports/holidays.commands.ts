import type { ParsedBody } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { renewDueDays } from './due-days.store.ts';
import { officeDays } from './form-record.reads.ts';
import { removeHoliday, setHoliday } from './forms.store.ts';
import { calendarOffice } from './holidays.reads.ts';

/** Sets a day off or worked in exchange, or takes it away; what stood before is kept in the history. */
export async function changeHoliday(
  command: CommandContext,
  day: Day,
  given: ParsedBody<(typeof reportFormsApi)['PUT /api/holidays/:day']>,
): Promise<{ day: Day }> {
  const office = calendarOffice(command);
  if (office === null) throw new Problem('forbidden');
  const [stood] = await officeDays(command.db, { from: day, to: day });
  const was = stood ? { name: stood.name, works: stood.works } : null;
  const { name, works, remove } = given;
  if (remove && was === null) throw new Problem('not_found');
  if (!remove && was?.name === name && was.works === works) return { day };
  if (remove) await removeHoliday(command, day);
  else await setHoliday(command, day, { name, works });
  await renewDueDays(command, day);
  await command.record({
    subjectType: 'work_calendar',
    subjectId: office,
    unitId: office,
    action: remove ? 'remove_day' : 'set_day',
    details: remove ? { day, ...was } : { day, name, works, was },
  });
  return { day };
}
