import { describe, expect, it } from 'vitest';
import { reportBlocked, type ReportFacts } from './report.workflow.ts';

const accepted: ReportFacts = {
  state: 'accepted',
  periodBegun: true,
  formInForce: true,
  needsApproval: true,
  mayApprove: false,
  wroteItself: false,
  countedOtherwise: [],
  frozenAbove: false,
  nothingToReport: false,
  statesSomething: true,
  faults: [],
  emptySections: [],
};

describe('a report that is signed off in its unit', () => {
  it.each(['correct', 'recount'] as const)(
    'is changed after sending (%s) by who signs off only',
    (action) => {
      expect(reportBlocked(action, accepted)?.reason).toBe('biểu mẫu này phải được duyệt trong đơn vị');
      expect(reportBlocked(action, { ...accepted, mayApprove: true })).toBeNull();
      expect(reportBlocked(action, { ...accepted, needsApproval: false })).toBeNull();
    },
  );

  it('is not sent where the register counts otherwise than when it was approved', () => {
    const approved: ReportFacts = { ...accepted, state: 'approved', countedOtherwise: ['Đã đăng ký'] };
    expect(reportBlocked('submit', approved)?.reason).toContain('“Đã đăng ký” đã khác số khi duyệt');
    expect(reportBlocked('submit', { ...approved, countedOtherwise: [] })).toBeNull();
  });

  it('is signed off by another than whoever wrote it last, where its form asks that', () => {
    const written: ReportFacts = { ...accepted, state: 'draft', mayApprove: true, wroteItself: true };
    expect(reportBlocked('approve', written)?.reason).toContain('người duyệt phải khác người soạn');
    expect(reportBlocked('approve', { ...written, wroteItself: false })).toBeNull();
    expect(reportBlocked('submit', { ...written, state: 'approved' })).toBeNull();
  });

  it('is opened again also where its version of the form holds no longer', () => {
    const approved: ReportFacts = { ...accepted, state: 'approved', formInForce: false };
    expect(reportBlocked('reopen', approved)).toBeNull();
    expect(reportBlocked('submit', approved)?.mend).toContain('Mở lại');
  });
});
