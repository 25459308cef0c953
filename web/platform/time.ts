import { dayInVietnam, formatDay } from '#domain/kernel/day.ts';

const clock = new Intl.DateTimeFormat('vi-VN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Ho_Chi_Minh',
});

/** "10:32" in Vietnam. */
export function formatTime(instant: string | Date): string {
  return clock.format(typeof instant === 'string' ? new Date(instant) : instant);
}

/** "05/03/2026 10:32" in Vietnam. */
export function formatInstant(instant: string | Date): string {
  return `${formatInstantDay(instant)} ${formatTime(instant)}`;
}

/** "05/03/2026" in Vietnam. */
export function formatInstantDay(instant: string | Date): string {
  return formatDay(dayInVietnam(instant));
}
