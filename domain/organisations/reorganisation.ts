import type { Day } from '#domain/kernel/day.ts';
import type { UnitKind } from './unit-kinds.ts';

/** Acts that change the organisation, each on a day and by a document. */
export const reorganisationKinds = ['found', 'change', 'merge', 'split', 'dissolve', 'remove_level'] as const;
export type ReorganisationKind = (typeof reorganisationKinds)[number];

export const reorganisationWords: Record<ReorganisationKind, string> = {
  found: 'Thành lập',
  change: 'Đổi tên, chuyển trực thuộc',
  merge: 'Sáp nhập, hợp nhất',
  split: 'Chia, tách',
  dissolve: 'Kết thúc hoạt động',
  remove_level: 'Bỏ một cấp tổ chức',
};

/** What goes where when one unit becomes several. */
export const splitRules = ['village', 'share', 'hand'] as const;
export type SplitRule = (typeof splitRules)[number];

export const splitRuleWords: Record<SplitRule, { name: string; help: string }> = {
  village: {
    name: 'Theo thôn, tổ dân phố',
    help: 'Mô hình ở thôn nào theo thôn ấy về đơn vị mới; phần không gắn với thôn nào thì để chưa phân định.',
  },
  share: {
    name: 'Theo tỷ lệ',
    help: 'Số liệu báo cáo cũ chia theo tỷ lệ ghi trong quyết định và được ghi rõ là số ước tính; mô hình không chia được, để chưa phân định.',
  },
  hand: {
    name: 'Chọn từng mô hình',
    help: 'Cán bộ chỉ rõ từng mô hình về đơn vị nào; mô hình chưa chọn để chưa phân định.',
  },
};

/** What a unit is for a span of days. */
export interface UnitFacts {
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly code: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly areaUnitId: string | null;
}

/** `validTo` is the first day on which it is no longer so; null while it is. */
export interface UnitVersion extends UnitFacts {
  readonly unitId: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** Where the records of a gone unit stand from a day on (see GoneUnit). */
export interface Heir {
  readonly unitId: string;
  readonly heirId: string | null;
  readonly validFrom: Day;
  readonly apportioned: boolean;
}

export interface Succession {
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly rule: 'whole' | SplitRule;
  /** Of the whole, where the rule is by share: a fraction between 0 and 1. */
  readonly share: number | null;
}

/** A unit to be founded by the act itself; its id was made before. */
export interface NewUnit extends Omit<UnitFacts, 'position'> {
  readonly unitId: string;
}

/** Where the units of an act go: to one that stands, or to one that the act founds. */
export type Target = { readonly unitId: string } | { readonly found: NewUnit };

export interface Merge {
  readonly kind: 'merge';
  readonly on: Day;
  readonly fromUnitIds: readonly string[];
  readonly into: Target;
}

export interface Split {
  readonly kind: 'split';
  readonly on: Day;
  readonly unitId: string;
  readonly into: readonly Target[];
  readonly rule: SplitRule;
  /** Where each direct child goes: its place in `into`. */
  readonly children: ReadonlyMap<string, number>;
  /** One for each of `into` where the rule is by share; they add up to 1. */
  readonly shares: readonly number[];
}

export interface Dissolution {
  readonly kind: 'dissolve';
  readonly on: Day;
  readonly unitId: string;
}

/** All units of a kind below one end; what was below them goes to what was above them (districts, 1 July 2025). */
export interface LevelRemoval {
  readonly kind: 'remove_level';
  readonly on: Day;
  readonly withinId: string;
  readonly unitKind: UnitKind;
}

export interface Founding {
  readonly kind: 'found';
  readonly on: Day;
  readonly unit: NewUnit;
}

export interface UnitChange {
  readonly kind: 'change';
  readonly on: Day;
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly code: string;
  readonly parentId: string | null;
}

export type Reorganisation = Founding | UnitChange | Merge | Split | Dissolution | LevelRemoval;

/** What an act does to the organisation. Whoever keeps it (the database, or memory) carries it out in this order. */
export interface OrganisationChanges {
  readonly on: Day;
  readonly founded: readonly (UnitFacts & { readonly unitId: string })[];
  /** Units whose last day is the day before. */
  readonly ended: readonly string[];
  /** What units are from the day on; what they were before ends there. */
  readonly changed: readonly (UnitFacts & { readonly unitId: string })[];
  readonly heirs: readonly Heir[];
  readonly successions: readonly Succession[];
}

/** Why an act cannot be, where in the form, and how to mend it. */
export interface Refusal {
  readonly path: string;
  readonly message: string;
}
