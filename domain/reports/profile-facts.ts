import { formatFigure, mostDecimals, readFigure } from './figure-text.ts';

interface Fact {
  readonly label: string;
  readonly unit: string;
  /** Digits after the comma with which papers tell it. */
  readonly decimals: 0 | 2;
  /** Shares of places cannot be added; the amounts that they are shares of can. */
  readonly aggregation: 'sum' | 'none';
}

/** What is known of a place in a year (S3, part I), in the order in which papers tell it. */
export const profileFacts = {
  area_ha: amount('Diện tích tự nhiên', 'ha', 2),
  farmland_ha: amount('Đất sản xuất nông nghiệp', 'ha', 2),
  households: amount('Số hộ', 'hộ'),
  people: amount('Nhân khẩu', 'người'),
  villages: amount('Thôn, tổ dân phố', 'thôn, tổ'),
  party_cells: amount('Chi bộ trực thuộc', 'chi bộ'),
  party_members: amount('Đảng viên', 'đảng viên'),
  poor_share: share('Tỷ lệ hộ nghèo'),
  near_poor_share: share('Tỷ lệ hộ cận nghèo'),
  cultural_share: share('Tỷ lệ gia đình văn hóa'),
  religious_households: amount('Hộ có đạo', 'hộ'),
  religious_people: amount('Người có đạo', 'người'),
} as const satisfies Record<string, Fact>;
export type ProfileFact = keyof typeof profileFacts;
export const profileFactNames = Object.keys(profileFacts) as [ProfileFact, ...ProfileFact[]];

function amount(label: string, unit: string, decimals: Fact['decimals'] = 0): Fact {
  return { label, unit, decimals, aggregation: 'sum' };
}

function share(label: string): Fact {
  return { label, unit: '%', decimals: 2, aggregation: 'none' };
}

/** The profile of a place in a year: facts as they were written, "1.800", "2,26". */
export interface ProfileYear {
  readonly year: number;
  readonly facts: Readonly<Record<string, string>>;
}

/** A fact as an indicator takes it, and of which year it is. */
export interface TakenFact {
  readonly year: number;
  /** In the indicator's smallest step; null where the fact is finer, because nothing is rounded. */
  readonly value: bigint | null;
}

/** The fact of a year, or of the nearest year before it in which it is known; null where it never was. */
export function takenFact(
  years: readonly ProfileYear[],
  wanted: { readonly fact: ProfileFact; readonly decimals: number; readonly lastYear: number },
): TakenFact | null {
  const known = years
    .filter(({ year, facts }) => year <= wanted.lastYear && factText(facts, wanted.fact) !== '')
    .toSorted((a, b) => b.year - a.year)[0];
  if (!known) return null;
  return { year: known.year, value: inSteps(factText(known.facts, wanted.fact), wanted.decimals) };
}

/** A fact in steps of so many decimals; "2,20" has one that tells, the nought is no finer step. */
function inSteps(text: string, decimals: number): bigint | null {
  const exact = readFigure(text, mostDecimals) ?? null;
  const step = 10n ** BigInt(mostDecimals - decimals);
  return exact === null || BigInt(exact) % step !== 0n ? null : BigInt(exact) / step;
}

function factText(facts: ProfileYear['facts'], fact: ProfileFact): string {
  return (facts[fact] ?? '').trim();
}

/** What is wrong with the facts of a year; those that an office keeps beside the known ones are words. */
export function profileFaults(facts: ProfileYear['facts']): { fact: ProfileFact; message: string }[] {
  return profileFactNames.flatMap((fact) => {
    const { label, unit } = profileFacts[fact];
    const text = factText(facts, fact);
    const exact = readFigure(text, mostDecimals);
    if (exact === null) return [];
    if (exact === undefined) return [{ fact, message: `“${label}” chỉ nhập số, ví dụ 1.234,5` }];
    if (exact.startsWith('-')) return [{ fact, message: `“${label}” không thể nhỏ hơn 0` }];
    if (unit === '%' && BigInt(exact) > 100n * 10n ** BigInt(mostDecimals))
      return [{ fact, message: `“${label}” vượt quá 100 %` }];
    return [];
  });
}

/** A fact as it is read: "1800" and "1.800" are the same. */
export function factWords(text: string): string {
  const exact = readFigure(text, mostDecimals);
  if (exact === null || exact === undefined) return text;
  const [whole, digits = ''] = formatFigure(exact, mostDecimals).split(',');
  const rest = digits.replace(/0+$/, '');
  return rest === '' ? (whole ?? '') : `${whole},${rest}`;
}

/** The page of a place's profile, a path in the application. */
export function profilePath(unitId: string, year?: number): string {
  return `/to-chuc/${unitId}/dac-diem-tinh-hinh${year === undefined ? '' : `?nam=${year}`}`;
}
