import { formatNumber } from '#domain/kernel/numbers.ts';
import type { CriteriaContent, Criterion, ScoreLine } from './criteria.ts';

export const scoreColumns = ['self', 'team', 'final'] as const;
export type ScoreColumn = (typeof scoreColumns)[number];
export const scoreColumnWords: Record<ScoreColumn, string> = {
  self: 'Tự chấm',
  team: 'Đoàn kiểm tra',
  final: 'Điểm cuối',
};

export interface ScoreResult {
  readonly total: number;
  readonly grade: string | null;
  /** Reaches a passing threshold and fails no required criterion. */
  readonly passed: boolean;
}

/** A line that a sheet refuses, with its criterion. */
export interface ScoreFault {
  readonly criterion: Criterion;
  readonly message: string;
}

/** Lines that do not fit their criteria: unscored, out of range, or of the wrong kind. */
export function scoreFaults(content: CriteriaContent, lines: readonly ScoreLine[]): ScoreFault[] {
  const faults: ScoreFault[] = [];
  for (const criterion of content.criteria) {
    const line = lines.find((one) => one.criterionId === criterion.id);
    if (criterion.kind === 'points') {
      if (line?.points === null || line?.points === undefined)
        faults.push({ criterion, message: 'chưa chấm điểm' });
      else if (line.points > criterion.max)
        faults.push({ criterion, message: `điểm phải từ 0 đến ${criterion.max}` });
    } else if (line?.passed === null || line?.passed === undefined)
      faults.push({ criterion, message: 'chưa chọn đạt hay không đạt' });
  }
  return faults;
}

/** Adds up a sheet. Points are added exactly in hundredths so that 0.1 + 0.2 is 0.3. */
export function scoreOf(content: CriteriaContent, lines: readonly ScoreLine[]): ScoreResult {
  const lineOf = new Map(lines.map((line) => [line.criterionId, line]));
  let hundredths = 0;
  let requiredMet = true;
  for (const criterion of content.criteria) {
    const line = lineOf.get(criterion.id);
    if (criterion.kind === 'points') {
      hundredths += Math.round((line?.points ?? 0) * 100);
      if (criterion.required && (line?.points ?? 0) <= 0) requiredMet = false;
    } else if (criterion.required && line?.passed !== true) requiredMet = false;
  }
  const total = hundredths / 100;
  const grade = content.thresholds
    .toSorted((a, b) => b.least - a.least)
    .find((threshold) => total >= threshold.least);
  const passed = requiredMet && (content.thresholds.length === 0 || (grade?.passes ?? false));
  return { total, grade: grade?.name ?? null, passed };
}

/** Warnings on a criteria set; they never block (domain.md §2). */
export function criteriaWarnings(content: CriteriaContent): string[] {
  const points = content.criteria.filter((criterion) => criterion.kind === 'points');
  const hundredths = points.reduce((total, criterion) => total + Math.round(criterion.max * 100), 0);
  return points.length > 0 && hundredths !== 10_000
    ? [`Tổng điểm tối đa là ${formatNumber(hundredths / 100)}, khác 100.`]
    : [];
}
