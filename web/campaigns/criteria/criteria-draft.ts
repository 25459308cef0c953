import type { CriteriaContent } from '#domain/scoring/criteria.ts';
import type { Nature, Subject } from '#domain/practices/practice.states.ts';
import type { RefusedField } from '../../platform/problem-error.ts';

/** A criterion while it is written. */
export interface CriterionDraft {
  readonly id: string;
  readonly group: string;
  readonly text: string;
  readonly kind: 'points' | 'pass_fail';
  readonly max: number | null;
  readonly required: boolean;
}

export interface ThresholdDraft {
  readonly name: string;
  readonly least: number | null;
  readonly passes: boolean;
}

export interface CriteriaDraft {
  readonly ownerUnitId: string | null;
  readonly name: string;
  readonly nature: Nature | null;
  readonly subject: Subject | null;
  readonly legalBasis: string;
  readonly criteria: readonly CriterionDraft[];
  readonly thresholds: readonly ThresholdDraft[];
}

/** The questions that guidance on the movement asks (domain.md §2), in points that make 100; a start to be revised. */
export const usualCriteria: readonly CriterionDraft[] = [
  points('tc_1', 'Có tên, địa chỉ, lĩnh vực, thời gian cụ thể; được cấp ủy đồng ý, lãnh đạo', 10, true),
  points('tc_2', 'Tập trung việc khó, việc cấp bách, việc nhân dân quan tâm', 20, false),
  points('tc_3', 'Nhân dân đồng thuận, tham gia và được hưởng lợi', 25, true),
  points('tc_4', 'Kết quả rõ ràng, có số liệu và minh chứng', 25, true),
  points('tc_5', 'Bền vững, duy trì được sau khi kết thúc', 10, false),
  points('tc_6', 'Có sức lan tỏa, nhân rộng được', 10, false),
];

export const usualThresholds: readonly ThresholdDraft[] = [
  { name: 'Xuất sắc', least: 90, passes: true },
  { name: 'Tốt', least: 75, passes: true },
  { name: 'Đạt', least: 60, passes: true },
  { name: 'Chưa đạt', least: 0, passes: false },
];

function points(id: string, text: string, max: number, required: boolean): CriterionDraft {
  return { id, group: '', text, kind: 'points', max, required };
}

export function freeCriterionId(criteria: readonly CriterionDraft[]): string {
  for (let number = criteria.length + 1; ; number += 1) {
    const id = `tc_${number}`;
    if (!criteria.some((criterion) => criterion.id === id)) return id;
  }
}

type Packed =
  | { readonly ok: true; readonly content: CriteriaContent }
  | { readonly ok: false; readonly faults: readonly RefusedField[] };

/** Ready to send, or what is still missing in which row. */
export function packCriteria(draft: CriteriaDraft): Packed {
  const faults: RefusedField[] = [];
  const criteria = draft.criteria.map((criterion, index) => {
    if (criterion.text.trim() === '')
      faults.push({ path: `content.criteria.${index}.text`, message: 'Chưa nhập nội dung tiêu chí.' });
    if (criterion.kind === 'points' && criterion.max === null)
      faults.push({ path: `content.criteria.${index}.max`, message: 'Chưa nhập điểm tối đa.' });
    return { ...criterion, max: criterion.kind === 'points' ? (criterion.max ?? 0) : 0 };
  });
  const thresholds = draft.thresholds.map((threshold, index) => {
    if (threshold.name.trim() === '')
      faults.push({ path: `content.thresholds.${index}.name`, message: 'Chưa nhập tên loại.' });
    if (threshold.least === null)
      faults.push({ path: `content.thresholds.${index}.least`, message: 'Chưa nhập điểm ít nhất.' });
    return { ...threshold, least: threshold.least ?? 0 };
  });
  if (criteria.length === 0) faults.push({ path: 'content.criteria', message: 'Cần ít nhất một tiêu chí.' });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, content: { criteria, thresholds } };
}
