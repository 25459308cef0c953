/** What a test paper holds, written short enough to be read beside its text. */
import type { PaperReading, ReadFigure } from '../types.ts';

export interface ExpectedPaper {
  readonly what: string;
  readonly text: string;
  /** "symbol day", in the order of the text. */
  readonly documents: readonly string[];
  /** "name | places | field", in the order of the text. */
  readonly practices: readonly string[];
  /** Values in the order of the text; > over, < nearly, ~ about, ≥ at least, ≤ at most, % for rates. */
  readonly figures: string;
  /** "total = part + part", "≠" where they do not add up. */
  readonly sums: readonly string[];
}

const HEDGES = { exact: '', over: '>', nearly: '<', about: '~', at_least: '≥', at_most: '≤' };
const SPANS_OF_TIME = new Set(['năm', 'tháng', 'ngày', 'tuần']);

export function documentsOf(reading: PaperReading): string[] {
  return reading.documents.map((one) =>
    one.issuedOn === null ? one.symbol : `${one.symbol} ${one.issuedOn}`,
  );
}

export function practicesOf(reading: PaperReading): string[] {
  return reading.practices.map((one) => {
    const places = one.places.join('; ');
    return `${one.name} | ${places}${places === '' ? '' : ' '}| ${one.field ?? '-'}`;
  });
}

/** Durations are left out: giving them is neither right nor wrong. */
export function figuresOf(reading: PaperReading): string {
  const counted = reading.figures.filter((one) => !SPANS_OF_TIME.has(one.unit));
  return counted.map(figureInShort).join(' ');
}

function figureInShort(figure: ReadFigure): string {
  return `${HEDGES[figure.approx]}${figure.value}${figure.unit === '%' ? '%' : ''}`;
}

export function sumsOf(reading: PaperReading): string[] {
  return reading.checks.map((one) => `${one.total} ${one.ok ? '=' : '≠'} ${one.parts.join(' + ')}`);
}
