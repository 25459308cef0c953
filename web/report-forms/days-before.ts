/** "3, 0" as numbers of days before the due day, the earliest reminder first; null where one is none. Empty: none. */
export function readDaysBefore(text: string): number[] | null {
  if (text.trim() === '') return [];
  const parts = text.split(/[,;]/).map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,2}$/.test(part))) return null;
  const days = [...new Set(parts.map(Number))];
  return days.length > 6 || days.some((one) => one > 60) ? null : days.toSorted((a, b) => b - a);
}

export function showDaysBefore(days: readonly number[]): string {
  return days.join(', ');
}
