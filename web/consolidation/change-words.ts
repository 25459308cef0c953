import { formatNumber } from '#domain/kernel/numbers.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';

interface Compared {
  readonly value: string | null;
  readonly decimals: number;
  readonly unit: string;
}

/** "tăng 12 (8,5 %)", "giảm 3", "bằng"; a share goes up by points, not by per cent. */
export function changeWords(figure: Compared, before: string | null): string {
  if (figure.value === null || before === null) return '–';
  const change = BigInt(figure.value) - BigInt(before);
  if (change === 0n) return 'bằng';
  const amount = formatFigure(String(change < 0n ? -change : change), figure.decimals);
  const words = `${change > 0n ? 'tăng' : 'giảm'} ${amount}`;
  if (figure.unit === '%') return `${words} điểm`;
  if (Number(before) <= 0) return words;
  const percent = Math.round((Math.abs(Number(change)) / Number(before)) * 1000) / 10;
  return `${words} (${formatNumber(percent, 1)} %)`;
}
