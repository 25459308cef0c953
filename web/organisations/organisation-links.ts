import { addDays } from '#domain/kernel/day.ts';

/** Addresses of the screens of the organisation. */
export const actsPath = '/to-chuc/cac-lan-sap-xep';
export const comparisonPath = '/to-chuc/so-sanh';
export const arrangePath = '/to-chuc/sap-xep';
export const generationPath = '/to-chuc/lap-to-chuc';

export function unitHref(id: string, day: string | null = null): string {
  return `/to-chuc/${id}${day === null ? '' : `?ngay=${day}`}`;
}

/** The tree as it stood on a day, with a unit in sight. */
export function treeHref(day: string | null, shown?: string): string {
  const words = new URLSearchParams();
  if (day !== null) words.set('ngay', day);
  if (shown !== undefined) words.set('chon', shown);
  return words.size === 0 ? '/to-chuc' : `/to-chuc?${words}`;
}

/** What a day of change changed: the day before beside the day itself. */
export function changeHref(day: string, within?: string): string {
  const part = within === undefined ? '' : `&trong=${within}`;
  return `${comparisonPath}?tu=${addDays(day, -1)}&den=${day}${part}`;
}
