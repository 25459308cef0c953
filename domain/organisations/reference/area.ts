import type { Day } from '#domain/kernel/day.ts';

/** Two levels of government, and no districts, from this day on (Nghị quyết 202/2025/QH15 and what carries it out). */
export const reformDay: Day = '2025-07-01';

/** The registry says nothing of earlier days: units before the reform are held to have stood since this day. */
export const heldSince: Day = '2000-01-01';

export type AreaLevel = 'province' | 'district' | 'commune';

export const areaLevelWords: Record<AreaLevel, string> = {
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
};

/** An administrative unit of one of the two days: the eve of the reform, or the day itself. */
export interface Area {
  readonly level: AreaLevel;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  /** Null for a province: it stands under the nation. */
  readonly parentCode: string | null;
}

/** Levels by code: codes of one day are unique over all levels, because each level has its own number of digits. */
export type AreasByCode = ReadonlyMap<string, Area>;

export function byCode(areas: readonly Area[]): AreasByCode {
  return new Map(areas.map((area) => [area.code, area]));
}

export interface Succession {
  readonly from: string;
  readonly to: string;
}
