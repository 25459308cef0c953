import { formatNumber } from '#domain/kernel/numbers.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { FactRow, FigureContent, SumContent } from './reading-facts.reads.ts';

interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** What one of a written unit is in the smallest one of its kind; 1 where nothing is scaled. */
export function scaleOfUnit(unit: string): number {
  const folded = foldVietnamese(unit);
  const found = scales.find(([pattern]) => pattern.test(folded));
  return found?.[1] ?? 1;
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:ty|ti)\b/, 1e9],
  [/^trieu\b/, 1e6],
  [/^(?:nghin|ngan)\b/, 1e3],
  [/^(?:ha|hec ta)\b/, 1e4],
  [/^km\b/, 1e3],
];

/** Whether a total is the sum of its parts, in the total's unit, and by how much it is not. */
function addUp(total: Amount, parts: readonly Amount[]): { ok: boolean; off: number; sum: number } {
  const scale = scaleOfUnit(total.unit);
  const sum = parts.reduce(
    (all, part) => all + (part.value * (part.unit === '' ? scale : scaleOfUnit(part.unit))) / scale,
    0,
  );
  const off = Math.abs(sum - total.value);
  return { ok: off <= 1e-6 * Math.max(1, Math.abs(total.value)), off, sum };
}

/** "386 ≠ 53 + 242 + 77 + 13: lệch 1". */
function sumMessage(total: Amount, parts: readonly Amount[]): string {
  const { ok, off } = addUp(total, parts);
  const mixed = parts.some((part) => part.unit !== '' && scaleOfUnit(part.unit) !== scaleOfUnit(total.unit));
  const written = parts
    .map((part) => (mixed ? `${formatNumber(part.value)} ${part.unit}` : formatNumber(part.value)))
    .join(' + ');
  const whole = mixed ? `${formatNumber(total.value)} ${total.unit}` : formatNumber(total.value);
  return ok ? `${whole} = ${written}` : `${whole} ≠ ${written}: lệch ${formatNumber(off)}`;
}

interface SumFigures {
  readonly total: FactRow<FigureContent> | null;
  readonly parts: readonly FactRow<FigureContent>[];
}

/** The figures that a sum is of. */
export function figuresOfSum(
  sum: SumContent,
  byPosition: ReadonlyMap<number, FactRow<FigureContent>>,
): SumFigures {
  return {
    total: byPosition.get(sum.totalFigure) ?? null,
    parts: sum.partFigures.flatMap((position) => byPosition.get(position) ?? []),
  };
}

/** What a sum says by its figures as they stand now. */
export function sumNow(
  sum: SumContent,
  figures: SumFigures,
): Pick<SumContent, 'total' | 'parts' | 'ok'> & { message: string } {
  const total = figures.total?.content ?? { value: sum.total, unit: '' };
  const parts =
    figures.parts.length === sum.parts.length
      ? figures.parts.map((part) => part.content)
      : sum.parts.map((value) => ({ value, unit: total.unit }));
  return {
    total: total.value,
    parts: parts.map((part) => part.value),
    ok: addUp(total, parts).ok,
    message: sumMessage(total, parts),
  };
}
