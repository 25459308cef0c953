import type { CommandContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import { unitsToRemind, type PeriodToRemind } from './reminders-by-rule.reads.ts';

/** Notes a reminder for every unit that is to be reminded of a period by now, in one statement; returns how many. */
export async function remindByRule(command: CommandContext, at: PeriodToRemind): Promise<number> {
  const { rows } = await sql<{ reminded: number }>`
    with told as (
      insert into report_reminder (form_id, period_from, unit_id, on_day, at)
      select ${at.form.id}::uuid, ${at.period.from}::date, owing.unit_id, ${command.today}::date, ${command.now}::timestamptz
      from (${unitsToRemind(at, command.today)}) as owing
      on conflict do nothing
      returning unit_id)
    select count(*)::int as reminded from told`.execute(command.db);
  return rows[0]?.reminded ?? 0;
}
