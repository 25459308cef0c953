import type { Indicator } from './form.ts';

/**
 * The figures of one report in the order of the form's indicators, each a whole number of its smallest step (12,5 with
 * one decimal is 125n), so that whatever is added stays exact. Null: nothing stated.
 */
export type Figures = readonly (bigint | null)[];

/** What the register counted and what the unit states; where the unit states another it says why, and both stay. */
export interface ReportFigures {
  readonly counted: Figures;
  readonly stated: Figures;
}

/** What a report says: the unit's own figure where it states one, else the register's; formulas last. */
export function figuresOf(indicators: readonly Indicator[], given: ReportFigures): Figures {
  const values: (bigint | null)[] = [];
  const at = new Map(indicators.map((indicator, index) => [indicator.code, index]));
  for (const [index, indicator] of indicators.entries()) {
    const { source } = indicator;
    if (source.kind === 'sum')
      values.push(sumOf(source.of.map((code) => values[at.get(code) ?? -1] ?? null)));
    else if (source.kind === 'share')
      values.push(
        shareOf(
          values[at.get(source.part) ?? -1] ?? null,
          values[at.get(source.whole) ?? -1] ?? null,
          indicator,
        ),
      );
    else
      values.push(
        given.stated[index] ?? (source.kind === 'register' ? (given.counted[index] ?? null) : null),
      );
  }
  return values;
}

function sumOf(values: Figures): bigint | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0n);
}

/** Per cent with the indicator's decimals, rounded half up; null without a denominator. */
export function shareOf(
  part: bigint | null,
  whole: bigint | null,
  indicator: Pick<Indicator, 'decimals'>,
): bigint | null {
  if (part === null || whole === null || whole === 0n) return null;
  const scaled = part * 100n * 10n ** BigInt(indicator.decimals);
  return (scaled * 2n + whole) / (whole * 2n);
}

/**
 * What a report adds to every unit above it, in the order of the indicators. Shares add nothing (they are made anew
 * from the sums above), nor does what cannot be added; a distinct count adds one.
 */
export function contributionOf(indicators: readonly Indicator[], figures: Figures): bigint[] {
  return indicators.map((indicator, index) => {
    const value = figures[index] ?? null;
    if (value === null) return 0n;
    if (indicator.aggregation === 'sum') return value;
    return indicator.aggregation === 'units' && value > 0n ? 1n : 0n;
  });
}

/** The figures of an upper unit, from the sums of what those below contributed. */
export function aggregatedFigures(indicators: readonly Indicator[], sums: readonly bigint[]): Figures {
  const at = new Map(indicators.map((indicator, index) => [indicator.code, index]));
  return indicators.map((indicator, index) => {
    if (indicator.aggregation === 'none') return null;
    const { source } = indicator;
    if (source.kind !== 'share') return sums[index] ?? 0n;
    return shareOf(sums[at.get(source.part) ?? -1] ?? 0n, sums[at.get(source.whole) ?? -1] ?? 0n, indicator);
  });
}

/** What a figure of a report is checked for: refusals keep it from being sent, warnings are shown. */
export interface FigureFault {
  readonly code: string;
  /** `missing` and `reason` are what is still to come while somebody writes; the others are wrong already. */
  readonly kind: 'missing' | 'reason' | 'negative' | 'part' | 'share';
  readonly message: string;
  readonly refuses: boolean;
}

export function figureFaults(
  indicators: readonly Indicator[],
  given: ReportFigures & { readonly reasons: Readonly<Record<string, string>> },
): FigureFault[] {
  const figures = figuresOf(indicators, given);
  const at = new Map(indicators.map((indicator, index) => [indicator.code, index]));
  return indicators.flatMap((indicator, index) => {
    const value = figures[index] ?? null;
    const stated = given.stated[index] ?? null;
    const counted = given.counted[index] ?? null;
    const faults: FigureFault[] = [];
    const fault = (kind: FigureFault['kind'], message: string) =>
      faults.push({ code: indicator.code, kind, message, refuses: true });
    if (indicator.source.kind === 'entered' && indicator.source.required && value === null)
      fault('missing', `Chưa nhập “${indicator.label}”`);
    if (value !== null && value < 0n) fault('negative', `“${indicator.label}” không thể nhỏ hơn 0`);
    if (
      indicator.source.kind === 'register' &&
      stated !== null &&
      stated !== counted &&
      (given.reasons[indicator.code] ?? '').trim() === ''
    )
      fault('reason', `“${indicator.label}” khác số đếm từ sổ đăng ký; ghi lý do`);
    const whole = indicator.partOf === null ? null : (figures[at.get(indicator.partOf) ?? -1] ?? null);
    if (value !== null && whole !== null && value > whole)
      fault('part', `“${indicator.label}” lớn hơn tổng của nó (“${labelOf(indicators, indicator.partOf)}”)`);
    const tooMuch = 100n * 10n ** BigInt(indicator.decimals);
    if (indicator.unit === '%' && value !== null && value > tooMuch)
      fault('share', `“${indicator.label}” vượt quá 100 %`);
    return faults;
  });
}

function labelOf(indicators: readonly Indicator[], code: string | null): string {
  return indicators.find((indicator) => indicator.code === code)?.label ?? '';
}
