import { reminderLimits } from '#domain/reports/reminders.ts';

/** "3, 0" as numbers of days before the due day, the earliest reminder first; null where one is none. Empty: none. */
export function readDaysBefore(text: string): number[] | null {
  if (text.trim() === '') return [];
  const parts = text.split(/[,;]/).map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,9}$/.test(part))) return null;
  const days = [...new Set(parts.map(Number))];
  const { daysBefore, timesBefore } = reminderLimits;
  const tooMuch = days.length > timesBefore || days.some((one) => one > daysBefore);
  return tooMuch ? null : days.toSorted((a, b) => b - a);
}

export function showDaysBefore(days: readonly number[]): string {
  return days.join(', ');
}
