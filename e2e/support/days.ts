import { addDays, dayInVietnam, formatDay, yearOf, type Day } from '#domain/kernel/day.ts';

/** The stories are lived today: the server's clock is the real one. */
export const today: Day = dayInVietnam(new Date());
export const thisYear = yearOf(today);

export const inDays = (count: number): Day => addDays(today, count);

/** As a person types it: "05/03/2026". */
export const typed = (day: Day): string => formatDay(day);
