import type { FieldProps } from './form-context.ts';
import { TypedInput } from './typed-field.tsx';
import type { Typed } from './typed-value.ts';

interface YearFieldProps extends FieldProps {
  readonly value: number | null;
  readonly onChange: (year: number | null) => void;
}

/** A year: four digits, never written with a dot for thousands. */
export function YearField(props: YearFieldProps) {
  return (
    <TypedInput {...props} read={readYear} show={showYear} inputMode="numeric" placeholder="ví dụ: 2026" />
  );
}

function readYear(text: string): Typed<number> {
  const typed = text.trim();
  if (typed === '') return { value: null, error: null };
  const year = Number(typed);
  return /^\d{4}$/.test(typed) && year >= 1900 && year <= 2199
    ? { value: year, error: null }
    : { value: null, error: `“${typed.slice(0, 20)}” không phải là năm. Gõ đủ bốn chữ số.` };
}

function showYear(year: number | null): string {
  return year === null ? '' : String(year);
}
