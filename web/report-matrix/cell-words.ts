import type { ApiResponse } from '../platform/api-client.ts';
import type { CellState } from '../ui/matrix.tsx';
import type { Tone } from '../ui/tone.ts';
import { yearOf } from '#domain/kernel/day.ts';
import type { Period } from '#domain/kernel/period.ts';
import { periodWords, type PeriodKind } from '#domain/reports/report-period.ts';
import { reportStateWords, type ReportState } from '#domain/reports/report.workflow.ts';

export type MatrixAnswer = ApiResponse<'GET /api/reports/matrix'>;
export type MatrixPeriod = MatrixAnswer['periods'][number];
export type MatrixUnit = MatrixAnswer['units'][number];
/** One report that is owed: begun or not. */
export type OwedCell = NonNullable<MatrixUnit['cells'][number]>;

/** One word a state, short enough for twelve months side by side. */
export const shortStateWords: Record<ReportState, string> = {
  not_started: 'Chưa',
  draft: 'Nháp',
  approved: 'Duyệt',
  submitted: 'Gửi',
  returned: 'Trả',
  accepted: 'Nhận',
};

const unsent: readonly ReportState[] = ['not_started', 'draft', 'approved', 'returned'];

export const isSent = (cell: OwedCell): boolean => !unsent.includes(cell.state);

/** Overdue: its day is past and it is not there. */
export const isOverdue = (cell: OwedCell): boolean => cell.late && !isSent(cell);

/** The colour of a report as it stands; the shape and the word stand beside it. */
export function toneOf(cell: OwedCell): Tone {
  if (cell.state === 'accepted') return 'good';
  if (cell.state === 'returned' || isOverdue(cell)) return 'bad';
  return cell.state === 'not_started' || cell.state === 'draft' ? 'neutral' : 'info';
}

const cellStates: Record<Tone, CellState> = {
  good: 'ok',
  info: 'waiting',
  warn: 'late',
  bad: 'missing',
  neutral: 'not_due',
};

export const cellStateOf = (cell: OwedCell): CellState => cellStates[toneOf(cell)];

/** What is remarkable about a report beside its state, in words. */
export function flagsOf(cell: OwedCell): string[] {
  return [
    cell.late ? (isSent(cell) ? 'gửi muộn' : 'quá hạn') : null,
    cell.hollow === 'copied' ? 'chép kỳ trước' : null,
    cell.hollow === 'empty' ? 'không có nội dung' : null,
    cell.corrected ? 'đã sửa sau khi nhận' : null,
    cell.nothingToReport ? 'không phát sinh' : null,
  ].filter((flag) => flag !== null);
}

/** The same, as short as a cell needs it; the most telling one. */
export function shortFlag(cell: OwedCell): string {
  if (cell.hollow === 'copied') return 'chép';
  if (cell.hollow === 'empty') return 'rỗng';
  if (cell.corrected) return 'đã sửa';
  if (cell.late) return isSent(cell) ? 'muộn' : 'quá hạn';
  return cell.nothingToReport ? 'không có' : '';
}

/** "Đã gửi, gửi muộn". */
export function cellWords(cell: OwedCell): string {
  return [reportStateWords[cell.state], ...flagsOf(cell)].join(', ');
}

/** "T3/2026", "Quý I/2026", "6T đầu 2026": a period at the head of a narrow column. */
export function shortPeriod(kind: PeriodKind, period: Period): string {
  const year = yearOf(period.to);
  const month = Number(period.from.slice(5, 7));
  switch (kind) {
    case 'month':
      return `T${month}/${year}`;
    case 'quarter':
      return `Quý ${['I', 'II', 'III', 'IV'][(month - 1) / 3] ?? ''}/${year}`;
    case 'half_year':
      return `6T ${month === 1 ? 'đầu' : 'cuối'} ${year}`;
    case 'year':
      return `Năm ${year}`;
    case 'custom':
      return periodWords(kind, period);
  }
}
