import { reorganisationWords } from './reorganisation.ts';

/** What may be done with a unit, and what its history says was done. All need `organisation.manage` at the unit. */
export const unitActions = [
  'found_child',
  'change',
  'merge',
  'split',
  'remove_level',
  'declare_term',
  'dissolve',
] as const;
export type UnitAction = (typeof unitActions)[number];

export const unitActionWords: Record<UnitAction, string> = {
  found_child: 'Thêm đơn vị trực thuộc',
  change: 'Đổi tên, chuyển trực thuộc',
  merge: 'Sáp nhập, hợp nhất',
  split: 'Chia, tách',
  remove_level: 'Bỏ một cấp tổ chức',
  declare_term: 'Khai báo nhiệm kỳ',
  dissolve: 'Kết thúc hoạt động',
};

/** Labels of history lines. */
export const unitHistoryWords: Readonly<Record<string, string>> = {
  ...reorganisationWords,
  declare_term: 'Khai báo nhiệm kỳ',
  set_membership: 'Đặt vào hệ thống khác',
  generate: 'Thành lập hàng loạt theo đơn vị hành chính',
  load_reference: 'Nạp danh mục đơn vị hành chính',
  undo: 'Hoàn tác sắp xếp tổ chức',
};

/** What the rules look at when a unit is to be dissolved. */
export interface DissolutionFacts {
  readonly isRoot: boolean;
  readonly childCount: number;
  /** Practices of the unit that are not concluded. */
  readonly openPractices: number;
}

/** Why a unit cannot be dissolved, and what would make it possible; null when it can. */
export function dissolutionBlocked(facts: DissolutionFacts): { reason: string; mend: string } | null {
  if (facts.isRoot)
    return {
      reason: 'đây là đơn vị gốc của cả hệ thống',
      mend: 'Đổi tên đơn vị gốc nếu tổ chức đổi tên; đơn vị gốc không kết thúc được.',
    };
  if (facts.childCount > 0)
    return {
      reason: `còn ${facts.childCount} đơn vị trực thuộc`,
      mend: 'Chuyển hoặc kết thúc các đơn vị trực thuộc trước.',
    };
  if (facts.openPractices > 0)
    return {
      reason: `còn ${facts.openPractices} mô hình, điển hình chưa có kết luận`,
      mend: 'Kết luận, dừng hoặc rút các mô hình của đơn vị trước.',
    };
  return null;
}
