/** Days without hours: 'YYYY-MM-DD' strings, so that they sort, compare and travel as they are. No time zone, no clock. */
import { z } from 'zod';

/** A calendar day, 'YYYY-MM-DD'. Compare two with < and ===. */
export type Day = string;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PER_DAY = 86_400_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

function pad(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}

export function makeDay(year: number, month: number, date: number): Day | null {
  const day = `${pad(year, 4)}-${pad(month)}-${pad(date)}`;
  return isDay(day) ? day : null;
}

/** A day that exists, from 1900 to 2199. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string') return false;
  const match = ISO_DAY.exec(value);
  if (!match) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || date < 1) return false;
  return date <= lastDateOf(year, month);
}

function lastDateOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Made in a call marked pure, so that pages which only format days do not carry the schema library. */
export const daySchema = /* @__PURE__ */ makeDaySchema();

function makeDaySchema() {
  return z.iso
    .date({
      // One refusal is enough: what is no day has no year to find fault with.
      abort: true,
      error: (issue) =>
        issue.input === undefined || issue.input === null || issue.input === ''
          ? 'Chưa nhập ngày'
          : 'Ngày không có thật; hãy ghi theo mẫu ngày/tháng/năm, ví dụ 05/03/2026',
    })
    .refine(isDay, `Năm phải từ ${FIRST_YEAR} đến ${LAST_YEAR}`);
}

function serial(day: Day): number {
  const ms = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(ms)) throw new RangeError(`not a day: ${day}`);
  return Math.round(ms / MS_PER_DAY);
}

export function addDays(day: Day, count: number): Day {
  return new Date((serial(day) + count) * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Same date some months on; the last of the month where that date does not exist (31/01 + 1 → 28/02). */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + (monthOf(day) - 1) + count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(Number(day.slice(8, 10)), lastDateOf(year, month)))}`;
}

/** Days from one to the other; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function quarterOf(day: Day): 1 | 2 | 3 | 4 {
  return Math.ceil(monthOf(day) / 3) as 1 | 2 | 3 | 4;
}

export function halfOf(day: Day): 1 | 2 {
  return monthOf(day) <= 6 ? 1 : 2;
}

/** dd/mm/yyyy. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** "ngày 02 tháng 10 năm 2020": days below 10 and months 1 and 2 take a 0 (Nghị định 30/2020/NĐ-CP; party rule alike). */
export function formatDayInWords(day: Day): string {
  const month = monthOf(day);
  return `ngày ${day.slice(8, 10)} tháng ${month <= 2 ? pad(month) : month} năm ${day.slice(0, 4)}`;
}

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'] as const;

export function weekdayName(day: Day): string {
  // 1 January 1970 was a Thursday.
  const index = (((serial(day) + 4) % 7) + 7) % 7;
  return WEEKDAYS[index] ?? '';
}

const TYPED_DAY = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?$/;
const SPOKEN_DAY = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})(?:(?:\s+năm|,)?\s+(\d{4}))?$/i;

/** Two typed digits mean the year nearest to us: 23 → 2023, 85 → 1985. */
function fullYear(typed: string): number {
  const year = Number(typed);
  if (typed.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Reads "5/3", "05-03-2023", "5.3.23", "05 tháng 3", "2023-03-05"; day before month, always. Null when it is no day. */
export function parseVietnameseDay(text: string, options: { defaultYear: number }): Day | null {
  const typed = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (ISO_DAY.test(typed)) return isDay(typed) ? typed : null;
  const match = TYPED_DAY.exec(typed) ?? SPOKEN_DAY.exec(typed);
  if (!match) return null;
  const year = match[3] === undefined ? options.defaultYear : fullYear(match[3]);
  return makeDay(year, Number(match[2]), Number(match[1]));
}

const vietnamClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Vietnam at an instant ('2026-01-01T18:00:00Z' → '2026-01-02'). */
export function dayInVietnam(instant: string | Date): Day {
  const parts = vietnamClock.formatToParts(typeof instant === 'string' ? new Date(instant) : instant);
  const part = (type: string): string => parts.find((piece) => piece.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** How long is left, in words: "Quá 2 ngày", "Hôm nay", "Còn 4 ngày". */
export function daysLeft(due: Day, today: Day): string {
  const left = daysBetween(today, due);
  if (left === 0) return 'Hôm nay';
  return left < 0 ? `Quá ${-left} ngày` : `Còn ${left} ngày`;
}
