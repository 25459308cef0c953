import { describe, expect, it } from 'vitest';
import {
  flagsOf,
  isOverdue,
  isSent,
  matrixWords,
  shareRoundedDown,
  shortPeriod,
  type MatrixReport,
} from './matrix-words.ts';
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

const inTime: MatrixReport = { ...late('submitted'), late: false };

const warnings = (change: Partial<MatrixReport>): [string, boolean][] =>
  flagsOf({ ...inTime, ...change }).map(({ words, warns }) => [words, warns]);

describe('what is remarkable about a report', () => {
  it('is nothing where it is sent in time with something in it', () => {
    expect(warnings({})).toEqual([]);
  });

  it('warns where it is late, hollow or was corrected afterwards', () => {
    expect(warnings({ late: true })).toEqual([['gửi muộn', true]]);
    expect(warnings({ late: true, state: 'draft' })).toEqual([['quá hạn', true]]);
    expect(warnings({ hollow: 'copied' })).toEqual([['chép kỳ trước', true]]);
    expect(warnings({ hollow: 'empty' })).toEqual([['không có nội dung', true]]);
    expect(warnings({ corrected: true })).toEqual([['đã sửa sau khi nhận', true]]);
  });

  it('only explains a later day that was given, and that there is nothing to report', () => {
    expect(warnings({ state: 'draft', extendedTo: '2026-04-20' })).toEqual([
      ['gia hạn đến 20/04/2026', false],
    ]);
    expect(warnings({ nothingToReport: true })).toEqual([['không phát sinh', false]]);
  });

  it('says nothing of a later day once it is sent', () => {
    expect(warnings({ extendedTo: '2026-04-20' })).toEqual([]);
  });

  it('stands after the state in words', () => {
    expect(matrixWords({ ...inTime, late: true, hollow: 'copied' })).toBe('Đã gửi, gửi muộn, chép kỳ trước');
  });
});
