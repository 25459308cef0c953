import { formatDay, isDay, parseVietnameseDay } from '#domain/kernel/day.ts';
import { formatMoney, parseMoney } from '#domain/kernel/money.ts';
import { formatNumber, type Parsed, parseNumber } from '#domain/kernel/numbers.ts';

/** What somebody typed, read: a value, nothing, or why it cannot be read. */
export type Typed<T> =
  | { readonly value: T | null; readonly error: null }
  | { readonly value: null; readonly error: string };

function typedFrom(parsed: Parsed<number>): Typed<number> {
  return parsed.ok ? { value: parsed.value, error: null } : { value: null, error: parsed.message };
}

/** `5/3`, `5.3.26`, `05/03/2026`; without a year it is the given one. */
export function readTypedDay(text: string, defaultYear: number): Typed<string> {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, error: null };
  const day = parseVietnameseDay(trimmed, { defaultYear });
  if (day !== null && isDay(day)) return { value: day, error: null };
  return {
    value: null,
    error: `Không đọc được ngày “${trimmed}”. Gõ ngày/tháng/năm, ví dụ 5/3/${defaultYear}.`,
  };
}

export function showDay(day: string | null): string {
  return day === null || !isDay(day) ? '' : formatDay(day);
}

export function readTypedNumber(text: string): Typed<number> {
  return text.trim() === '' ? { value: null, error: null } : typedFrom(parseNumber(text));
}

export function showNumber(value: number | null): string {
  return value === null ? '' : formatNumber(value);
}

/** `915 triệu`, `1,2 tỷ`, `500.000`, all in đồng. */
export function readTypedMoney(text: string): Typed<number> {
  return text.trim() === '' ? { value: null, error: null } : typedFrom(parseMoney(text));
}

/** What was understood, in full, below the field. */
export function moneyEcho(value: number | null): string | undefined {
  if (value === null || value < 1000) return undefined;
  const words = formatMoney(value);
  const digits = `${formatNumber(value)} đồng`;
  return words === digits ? `= ${digits}` : `= ${digits} (${words})`;
}
