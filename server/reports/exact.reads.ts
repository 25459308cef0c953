import { largestFigure, type Figures } from '#domain/reports/figures.ts';
import { sql, type RawBuilder } from 'kysely';

/** A bigint[] column as text: figures are exact, and a JavaScript number is not beyond 2^53. */
export function exactColumn(column: string): RawBuilder<(string | null)[]> {
  return sql<(string | null)[]>`${sql.ref(column)}::text[]`;
}

export function figuresFrom(texts: readonly (string | null)[]): Figures {
  return texts.map((text) => (text === null ? null : BigInt(text)));
}

export function sumsFrom(texts: readonly (string | null)[]): bigint[] {
  return texts.map((text) => BigInt(text ?? 0));
}

/** Figures as a value of a bigint[] column. */
export function exactArray(values: Figures): RawBuilder<number[]> {
  return exactTexts(values.map(exactText));
}

export function exactTexts(texts: readonly (string | null)[]): RawBuilder<number[]> {
  return sql<number[]>`${texts}::bigint[]`;
}

export function exactText(value: bigint | null): string | null {
  return value === null ? null : value.toString();
}

/** Whether a figure may be kept: sums of many such fit the column. */
export function fitsExact(value: bigint): boolean {
  return value <= largestFigure && value >= -largestFigure;
}
