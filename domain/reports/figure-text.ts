/** Exact figures as people read and type them: 1.234,5 with a comma before the decimals. */

/** The finest step of an indicator, and so of a fact about a place: in it figures of any of them are compared. */
export const mostDecimals = 3;
/** How many digits after the comma an indicator may have. */
export const decimalChoices = [0, 1, 2, mostDecimals] as const;

/** "12345" with one decimal → "1.234,5". Exact text in, so that nothing is rounded on the way. */
export function formatFigure(exact: string | null, decimals: number): string {
  if (exact === null) return '';
  const negative = exact.startsWith('-');
  const digits = (negative ? exact.slice(1) : exact).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals).replaceAll(/\B(?=(\d{3})+$)/g, '.');
  const rest = decimals === 0 ? '' : `,${digits.slice(-decimals)}`;
  return `${negative ? '-' : ''}${whole}${rest}`;
}

/** What was typed as an exact figure; null for nothing, undefined for what is no number of so many decimals. */
export function readFigure(text: string, decimals: number): string | null | undefined {
  const typed = text.replaceAll(/\s/g, '');
  if (typed === '') return null;
  const match = /^(-?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?$/.exec(typed);
  if (!match) return undefined;
  const [, sign = '', whole = '', rest = ''] = match;
  if (rest.length > decimals) return undefined;
  const exact = `${whole.replaceAll('.', '')}${rest.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  return exact.length > 18 ? undefined : `${exact === '0' ? '' : sign}${exact}`;
}
