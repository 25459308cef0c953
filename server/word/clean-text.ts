/** What XML 1.0 cannot hold, and what hides or turns text: control characters, lone surrogates, bidi overrides. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/gu;

/** Text as it may stand in a paper: composed accents, one line, nothing that XML or the eye stumbles on. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\t\r\n\v\f\u0085\u2028\u2029]+/gu, ' ')
    .replace(UNPRINTABLE, '');
}

/** Cleans every string inside a plain value; the shape stays. */
export function cleanDeep<T>(value: T): T {
  return cleanUnknown(value) as T;
}

function cleanUnknown(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanUnknown);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleanUnknown(inner)]));
}
