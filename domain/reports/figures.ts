import { isFilledIn, type Indicator } from './form.ts';

/**
 * The figures of one report in the order of the form's indicators, each a whole number of its smallest step (12,5 with
 * one decimal is 125n), so that whatever is added stays exact. Null: nothing stated.
 */
export type Figures = readonly (bigint | null)[];

/** What the register counted or the place’s profile says, and what the unit states; where the unit states another it says why, and both stay. */
export interface ReportFigures {
  readonly counted: Figures;
  readonly stated: Figures;
}

/** What a report says: the unit's own figure where it states one, else the one filled in; formulas last. */
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
        given.stated[index] ?? (isFilledIn(indicator.source.kind) ? (given.counted[index] ?? null) : null),
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

/**
 * The figures of an upper unit, from the sums of what those below contributed. A share whose part or whole cannot be
 * added up is none above.
 */
export function aggregatedFigures(indicators: readonly Indicator[], sums: readonly bigint[]): Figures {
  const at = new Map(indicators.map((indicator, index) => [indicator.code, index]));
  return indicators.map((indicator, index) => {
    if (indicator.aggregation === 'none') return null;
    const { source } = indicator;
    if (source.kind !== 'share') return sums[index] ?? 0n;
    const summed = (code: string) => {
      const of = at.get(code) ?? -1;
      return indicators[of]?.aggregation === 'none' ? null : (sums[of] ?? 0n);
    };
    return shareOf(summed(source.part), summed(source.whole), indicator);
  });
}

/** Larger figures are a slip of the hand, and sums over a whole country must still fit. In smallest steps. */
export const largestFigure = 10n ** 15n;

/** What a figure of a report is checked for: refusals keep it from being sent, warnings are shown. */
export interface FigureFault {
  readonly code: string;
  /** `missing` and `reason` are what is still to come while somebody writes; the others are wrong already. */
  readonly kind: 'missing' | 'reason' | 'negative' | 'large' | 'part' | 'share';
  readonly message: string;
  readonly refuses: boolean;
}

export function figureFaults(
  indicators: readonly Indicator[],
  given: ReportFigures & { readonly reasons: Readonly<Record<string, string>> },
): FigureFault[] {
  const figures = figuresOf(indicators, given);
  const at = new Map(indicators.map((indicator, index) => [indicator.code, index]));
  const byRow = indicators.flatMap((indicator, index) => {
    const value = figures[index] ?? null;
    const stated = given.stated[index] ?? null;
    const counted = given.counted[index] ?? null;
    const faults: FigureFault[] = [];
    const fault = (kind: FigureFault['kind'], message: string) =>
      faults.push({ code: indicator.code, kind, message, refuses: true });
    if (indicator.source.kind === 'entered' && indicator.source.required && value === null)
      fault('missing', `Chưa nhập “${indicator.label}”`);
    if (value !== null && value < 0n) fault('negative', `“${indicator.label}” không thể nhỏ hơn 0`);
    if (value !== null && value > largestFigure)
      fault('large', `“${indicator.label}” quá lớn; xem lại đơn vị tính`);
    const from = isFilledIn(indicator.source.kind) && counted !== null ? filledFrom(indicator) : null;
    if (
      from !== null &&
      stated !== null &&
      stated !== counted &&
      (given.reasons[indicator.code] ?? '').trim() === ''
    )
      fault('reason', `“${indicator.label}” khác ${from}; ghi lý do`);
    const whole = indicator.partOf === null ? null : (figures[at.get(indicator.partOf) ?? -1] ?? null);
    if (value !== null && whole !== null && value > whole)
      fault('part', `“${indicator.label}” lớn hơn tổng của nó (“${labelOf(indicators, indicator.partOf)}”)`);
    const tooMuch = 100n * 10n ** BigInt(indicator.decimals);
    if (indicator.unit === '%' && value !== null && value > tooMuch)
      fault('share', `“${indicator.label}” vượt quá 100 %`);
    return faults;
  });
  return [...byRow, ...unmatchedShares(indicators, figures).filter(({ code }) => !isMissing(byRow, code))];
}

/** In a sentence: what the figure differs from. */
export function filledFrom({ source }: Pick<Indicator, 'source'>): string {
  return source.kind === 'profile' ? 'hồ sơ địa phương' : 'số đếm từ sổ đăng ký';
}

function isMissing(faults: readonly FigureFault[], code: string): boolean {
  return faults.some((fault) => fault.code === code && fault.kind === 'missing');
}

/**
 * Above, a share is the sum of the parts over the sum of the wholes: a part without its whole, or a whole without its
 * part, would make it too large or too small.
 */
function unmatchedShares(indicators: readonly Indicator[], figures: Figures): FigureFault[] {
  const valueOf = (code: string) => figures[indicators.findIndex((one) => one.code === code)] ?? null;
  return indicators.flatMap(({ source, label }): FigureFault[] => {
    if (source.kind !== 'share') return [];
    const [part, whole] = [valueOf(source.part), valueOf(source.whole)];
    if ((part === null) !== (whole === null)) {
      const code = part === null ? source.part : source.whole;
      const message = `“${labelOf(indicators, code)}” còn trống, cần có để tính “${label}”`;
      return [{ code, kind: 'missing', message, refuses: true }];
    }
    if (part === null || part <= 0n || whole !== 0n) return [];
    const [partLabel, wholeLabel] = [labelOf(indicators, source.part), labelOf(indicators, source.whole)];
    const message = `“${wholeLabel}” bằng 0 mà “${partLabel}” lớn hơn 0`;
    return [{ code: source.whole, kind: 'share', message, refuses: true }];
  });
}

function labelOf(indicators: readonly Indicator[], code: string | null): string {
  return indicators.find((indicator) => indicator.code === code)?.label ?? '';
}
