import type { ApiResponse } from '../platform/api-client.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { DayStop } from '../ui/day-slider.tsx';

type ChangeDay = ApiResponse<'GET /api/unit-days'>['items'][number];

/** "3 đơn vị thành lập, 2 kết thúc". */
export function changesInWords(one: ChangeDay): string {
  const parts = [
    [one.founded, 'thành lập'],
    [one.changed, 'đổi tên hoặc chuyển trực thuộc'],
    [one.ended, 'kết thúc hoạt động'],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${formatNumber(count)} đơn vị ${what}`)
    .join(', ');
}

/** The stops of the slider: each day of change, and today at its end. Days to come stand behind today. */
export function stopsOf(days: readonly ChangeDay[], today: string): DayStop[] {
  const stops: DayStop[] = days.map((one) => ({ day: one.day, words: changesInWords(one) }));
  if (stops.some((stop) => stop.day === today)) return stops;
  const latest = stops.findLast((stop) => stop.day <= today);
  const words = latest === undefined ? 'Hôm nay' : 'Hôm nay, như sau lần thay đổi gần nhất';
  return [...stops, { day: today, words }].sort((a, b) => (a.day < b.day ? -1 : 1));
}
