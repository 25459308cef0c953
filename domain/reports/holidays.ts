import { addDays, type Day } from '#domain/kernel/day.ts';
import type { WorkCalendar } from './due.ts';

/** A day of the calendar that is unlike other days of its week: off, or a Saturday worked in exchange. */
export interface SpecialDay {
  readonly day: Day;
  readonly name: string;
  readonly works: boolean;
  readonly byOffice: boolean;
}

/** The first day of the lunar year in Vietnam (UTC+7; in 2030 a day before China's). */
const newYearDays: Readonly<Record<number, Day>> = {
  2015: '2015-02-19',
  2016: '2016-02-08',
  2017: '2017-01-28',
  2018: '2018-02-16',
  2019: '2019-02-05',
  2020: '2020-01-25',
  2021: '2021-02-12',
  2022: '2022-02-01',
  2023: '2023-01-22',
  2024: '2024-02-10',
  2025: '2025-01-29',
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-02',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
};

/** Commemoration of the Hùng kings: the tenth of the third lunar month. */
const hungKingsDays: Readonly<Record<number, Day>> = {
  2015: '2015-04-28',
  2016: '2016-04-16',
  2017: '2017-04-06',
  2018: '2018-04-25',
  2019: '2019-04-14',
  2020: '2020-04-02',
  2021: '2021-04-21',
  2022: '2022-04-10',
  2023: '2023-04-29',
  2024: '2024-04-18',
  2025: '2025-04-07',
  2026: '2026-04-26',
  2027: '2027-04-16',
  2028: '2028-04-04',
  2029: '2029-04-23',
  2030: '2030-04-12',
  2031: '2031-04-01',
  2032: '2032-04-19',
  2033: '2033-04-09',
  2034: '2034-04-28',
  2035: '2035-04-17',
};

const tet = 'Tết Nguyên đán';

/**
 * Days off that the law fixes: 1 January, Tết (five days, from the eve on), the Hùng kings, 30 April, 1 May, 2 September
 * with a day beside it since 2021. One that falls on a weekend is made up for on the next working day. What the
 * Government arranges otherwise in a year, the office sets.
 */
export function holidaysByLaw(year: number): SpecialDay[] {
  const newYear = newYearDays[year];
  const hungKings = hungKingsDays[year];
  const named: [Day, string][] = [
    [`${year}-01-01`, 'Tết Dương lịch'],
    ...(newYear ? [-1, 0, 1, 2, 3].map((offset): [Day, string] => [addDays(newYear, offset), tet]) : []),
    ...(hungKings ? [[hungKings, 'Giỗ Tổ Hùng Vương'] as [Day, string]] : []),
    [`${year}-04-30`, 'Ngày Chiến thắng'],
    [`${year}-05-01`, 'Quốc tế Lao động'],
    ...nationalDays(year).map((day): [Day, string] => [day, 'Quốc khánh']),
  ];
  const taken = new Map(named);
  for (const [day, name] of named) {
    if (!isWeekend(day)) continue;
    let instead = day;
    while (isWeekend(instead) || taken.has(instead)) instead = addDays(instead, 1);
    taken.set(instead, `Nghỉ bù ${name}`);
  }
  return [...taken]
    .map(([day, name]) => ({ day, name, works: false, byOffice: false }))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** 2 September and, since 2021 (Bộ luật Lao động 2019, Điều 112), the day before it or after it that makes one span. */
function nationalDays(year: number): Day[] {
  const day = `${year}-09-02`;
  if (year < 2021) return [day];
  const weekday = weekdayOf(day);
  return weekday === 1 || weekday === 4 || weekday === 0 ? [day, addDays(day, 1)] : [addDays(day, -1), day];
}

/** The law's days with what the office set over them. */
export function specialDays(year: number, byOffice: readonly Omit<SpecialDay, 'byOffice'>[]): SpecialDay[] {
  const days = new Map(holidaysByLaw(year).map((one) => [one.day, one]));
  for (const one of byOffice)
    if (one.day.startsWith(`${year}-`)) days.set(one.day, { ...one, byOffice: true });
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** The calendar by which due days are reckoned, over some years. */
export function workCalendar(
  years: { readonly from: number; readonly to: number },
  byOffice: readonly Omit<SpecialDay, 'byOffice'>[],
): WorkCalendar {
  const all = Array.from({ length: years.to - years.from + 1 }, (_, at) =>
    specialDays(years.from + at, byOffice),
  ).flat();
  return {
    holidays: new Set(all.filter((one) => !one.works).map((one) => one.day)),
    workedInstead: new Set(all.filter((one) => one.works).map((one) => one.day)),
  };
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}
