import { expect, it } from 'vitest';
import { isOverdue, isSent, shareRoundedDown, shortPeriod, type MatrixReport } from './matrix-words.ts';
import { periodsOfYear } from './report-period.ts';
import { reportStates, type ReportState } from './report.workflow.ts';

const late = (state: ReportState): MatrixReport => ({
  state,
  late: true,
  hollow: null,
  corrected: false,
  nothingToReport: false,
  extendedTo: null,
});

it('is sent while it counts above, and overdue in every other state once its day is past', () => {
  expect(reportStates.filter((state) => isSent(late(state)))).toEqual(['submitted', 'accepted']);
  expect(reportStates.filter((state) => isOverdue(late(state)))).toEqual([
    'not_started',
    'draft',
    'approved',
    'returned',
  ]);
  expect(isOverdue({ ...late('draft'), late: false })).toBe(false);
});

it('calls only all of them all', () => {
  expect(shareRoundedDown(9_999, 10_000)).toBe(0.999);
  expect(shareRoundedDown(10_000, 10_000)).toBe(1);
  expect(shareRoundedDown(0, 0)).toBeNull();
});

it('heads a narrow column with each period of a year', () => {
  const heads = (kind: 'quarter' | 'half_year') =>
    periodsOfYear(kind, 2026).map((period) => shortPeriod(kind, period));
  expect(heads('quarter')).toEqual(['Quý I/2026', 'Quý II/2026', 'Quý III/2026', 'Quý IV/2026']);
  expect(heads('half_year')).toEqual(['6T đầu 2026', '6T cuối 2026']);
});
