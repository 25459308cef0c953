import type { ResponseOf } from '#contract/endpoint.ts';
import type { reportFormsApi } from '#contract/report-forms.ts';
import { formatDay, isDay } from '#domain/kernel/day.ts';
import { specialDays } from '#domain/reports/holidays.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { historyOf, type HistoryRow } from '#server/platform/history.reads.ts';
import { officeDays } from './form-record.reads.ts';

type Holidays = ResponseOf<(typeof reportFormsApi)['GET /api/holidays']>;

/** The calendar holds for everybody: it is kept by the office that has nothing above it, where the caller manages it. */
export function calendarOffice({ tree, caller }: Pick<ReadContext, 'tree' | 'caller'>): string | null {
  return tree.roots().find((id) => tree.has(id) && caller.access.can('report_form.manage', id)) ?? null;
}

/** Days off and days worked in exchange of a year, with who set or took away which of them. */
export async function listHolidays(context: ReadContext, year: number): Promise<Holidays> {
  return {
    canManage: calendarOffice(context) !== null,
    items: specialDays(year, await officeDays(context.db, { from: `${year}-01-01`, to: `${year}-12-31` })),
    history: await changesOf(context, year),
  };
}

async function changesOf({ db, tree }: ReadContext, year: number): Promise<Holidays['history']> {
  const found: HistoryRow[] = [];
  for (const office of tree.roots()) found.push(...(await historyOf(db, 'work_calendar', office)));
  return found
    .filter((entry) => String(entry.details['day']).startsWith(`${year}-`))
    .toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map((entry) => ({ ...entry, label: changeWords(entry) }));
}

/** "Đặt ngày nghỉ 24/11/2026: Nghỉ bù", "Đổi thành ngày làm bù 24/11/2026: … (trước đó: ngày nghỉ, …)". */
function changeWords({ action, details }: HistoryRow): string {
  const day = isDay(details['day']) ? formatDay(details['day']) : '';
  const words = (one: Record<string, unknown>): string =>
    one['works'] === true ? 'ngày làm bù' : 'ngày nghỉ';
  if (action === 'remove_day') return `Bỏ ${words(details)} ${day}: ${String(details['name'])}`;
  const was = details['was'];
  const isChange = typeof was === 'object' && was !== null;
  const before = isChange ? (was as Record<string, unknown>) : null;
  return [
    `${before ? 'Đổi thành' : 'Đặt'} ${words(details)} ${day}: ${String(details['name'])}`,
    before ? ` (trước đó: ${words(before)}, ${String(before['name'])})` : '',
  ].join('');
}
