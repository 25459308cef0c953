import { type Day, formatDay, yearOf } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { periodWords, quarterNumeral, type PeriodKind } from './report-period.ts';
import { countedStates, reportStateWords, type ReportState } from './report.workflow.ts';

/** A report that is owed, begun or not, as the matrix of units and periods shows it. */
export interface MatrixReport {
  readonly state: ReportState;
  readonly late: boolean;
  readonly hollow: 'copied' | 'empty' | null;
  readonly corrected: boolean;
  readonly nothingToReport: boolean;
  /** Its own later day, where it was given one. */
  readonly extendedTo: Day | null;
}

export const isSent = (report: MatrixReport): boolean => countedStates.includes(report.state);

/** Overdue: its day is past and it is not there. */
export const isOverdue = (report: MatrixReport): boolean => report.late && !isSent(report);

export interface MatrixFlag {
  readonly words: string;
  /** Something to look into; the others only explain. */
  readonly warns: boolean;
}

/** What is remarkable about a report beside its state. */
export function flagsOf(report: MatrixReport): MatrixFlag[] {
  const warning = (words: string): MatrixFlag => ({ words, warns: true });
  const note = (words: string): MatrixFlag => ({ words, warns: false });
  return [
    report.late ? warning(isSent(report) ? 'gửi muộn' : 'quá hạn') : null,
    report.extendedTo !== null && !isSent(report)
      ? note(`gia hạn đến ${formatDay(report.extendedTo)}`)
      : null,
    report.hollow === 'copied' ? warning('chép kỳ trước') : null,
    report.hollow === 'empty' ? warning('không có nội dung') : null,
    report.corrected ? warning('đã sửa sau khi nhận') : null,
    report.nothingToReport ? note('không phát sinh') : null,
  ].filter((flag) => flag !== null);
}

/** "Đã gửi, gửi muộn". */
export function matrixWords(report: MatrixReport): string {
  return [reportStateWords[report.state], ...flagsOf(report).map(({ words }) => words)].join(', ');
}

/** A share of one, rounded down to tenths of a percent, so that only all is 100 %; null where nothing is owed. */
export function shareRoundedDown(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part / whole) * 1000) / 1000;
}

/** "T3/2026", "Quý I/2026", "6T đầu 2026": a period at the head of a narrow column. */
export function shortPeriod(kind: PeriodKind, period: Period): string {
  const year = yearOf(period.to);
  const month = Number(period.from.slice(5, 7));
  switch (kind) {
    case 'month':
      return `T${month}/${year}`;
    case 'quarter':
      return `Quý ${quarterNumeral(period)}/${year}`;
    case 'half_year':
      return `6T ${month === 1 ? 'đầu' : 'cuối'} ${year}`;
    case 'year':
      return `Năm ${year}`;
    case 'custom':
      return periodWords(kind, period);
  }
}
