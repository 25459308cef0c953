import type { ApiResponse } from '../platform/api-client.ts';
import type { CellState } from '../ui/matrix.tsx';
import type { Tone } from '../ui/tone.ts';
import { isOverdue, isSent } from '#domain/reports/matrix-words.ts';
import type { ReportState } from '#domain/reports/report.workflow.ts';

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

/** What is remarkable about a report, as short as a cell needs it; the most telling one. */
export function shortFlag(cell: OwedCell): string {
  if (cell.hollow === 'copied') return 'chép';
  if (cell.hollow === 'empty') return 'rỗng';
  if (cell.corrected) return 'đã sửa';
  if (cell.late) return isSent(cell) ? 'muộn' : 'quá hạn';
  if (cell.extendedTo !== null && !isSent(cell)) return 'gia hạn';
  return cell.nothingToReport ? 'không có' : '';
}
