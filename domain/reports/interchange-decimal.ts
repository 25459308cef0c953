/**
 * Figures as other systems and tables write them. A figure is a whole number of its indicator's smallest step
 * (domain/reports/figures.ts); outside it is a decimal number as text, so that no digit is lost in a float.
 */

const most = 2n ** 63n - 1n;

/** 1250n with two decimals → "12.5": one way to write each number. */
export function decimalText(exact: bigint | null, decimals: number): string | null {
  if (exact === null) return null;
  const digits = (exact < 0n ? -exact : exact).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const rest = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${exact < 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

export type ExactReading = { readonly exact: bigint } | { readonly fault: string };

/** "12.5" with one decimal → 125n; what is no number, too fine or too large is told in words. */
export function readDecimal(text: string, decimals: number): ExactReading {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return { fault: `“${shown(text)}” không phải là số` };
  const [, sign = '', whole = '', rest = ''] = match;
  const fine = rest.replace(/0+$/, '');
  if (fine.length > decimals)
    return {
      fault: decimals === 0 ? 'Chỉ tiêu này là số nguyên' : `Không quá ${decimals} chữ số sau dấu phẩy`,
    };
  const digits = `${whole}${fine.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  const exact = digits.length > 19 ? most + 1n : BigInt(digits);
  if (exact > most) return { fault: 'Số quá lớn' };
  return { exact: sign === '-' ? -exact : exact };
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** As tables of a Vietnamese office write it: "12.5" → "12,5", without dots between thousands. */
export function officeDecimal(decimal: string | null): string | null {
  return decimal === null ? null : decimal.replace('.', ',');
}

/** What somebody typed into a table, "1.234,5" or "1234,5", as decimal text; null where it is no number. */
export function fromOfficeDecimal(typed: string): string | null {
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(typed.replaceAll(/\s/g, ''));
  if (!match) return null;
  const [, sign = '', whole = '', rest] = match;
  return `${sign}${whole.replaceAll('.', '')}${rest === undefined ? '' : `.${rest}`}`;
}
