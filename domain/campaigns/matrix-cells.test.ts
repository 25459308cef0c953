import { describe, expect, it } from 'vitest';
import { assignedCell, registeredCell, reportCell, selfCheckCell } from './matrix-cells.ts';

const intake = { opensOn: '2023-03-01', closesOn: '2023-03-31' };

describe('a cell of the matrix', () => {
  it('says a shortfall as waiting while registration is open, and as missing afterwards', () => {
    const cell = (today: string) => registeredCell({ registered: 3, least: 5, intake, today });
    expect(cell('2023-02-20').state).toBe('not_due');
    expect(cell('2023-03-31').state).toBe('waiting');
    expect(cell('2023-04-02')).toEqual({
      state: 'missing',
      text: '3/5',
      words: 'Đăng ký 3 mô hình, còn thiếu 2 so với chỉ tiêu 5; đã quá hạn 2 ngày',
    });
  });
  it('is done with assignment only when every accepted one has its notice', () => {
    const given = {
      registered: 4,
      accepted: 3,
      noticed: 3,
      pending: 0,
      openOfFirst: 0,
      due: '2023-04-20',
      today: '2023-05-01',
    };
    expect(assignedCell(given).state).toBe('ok');
    const short = { ...given, noticed: 2, openOfFirst: 1 };
    expect(assignedCell(short)).toMatchObject({ state: 'late', text: '+11' });
    expect(assignedCell({ ...short, openOfFirst: 0 }).state).toBe('waiting');
    expect(assignedCell({ ...short, today: '2023-04-20' }).state).toBe('waiting');
    expect(assignedCell({ ...given, registered: 0 }).state).toBe('not_applicable');
  });
  it('tells a self-check on time from one that was late and one that is missing', () => {
    const check = { owed: 4, answered: 4, lateDays: 0, due: '2023-06-30', today: '2023-07-09' };
    expect(selfCheckCell(check).state).toBe('ok');
    expect(selfCheckCell({ ...check, lateDays: 3 })).toMatchObject({ state: 'late', text: '+3' });
    expect(selfCheckCell({ ...check, answered: 0 })).toMatchObject({ state: 'missing' });
    expect(selfCheckCell({ ...check, answered: 0, today: '2023-06-30' }).state).toBe('not_due');
    expect(selfCheckCell({ ...check, owed: 0, answered: 0 }).state).toBe('not_applicable');
  });
  it('keeps a late report late after it has come', () => {
    const report = {
      state: 'accepted' as const,
      submittedOn: '2023-07-18',
      due: '2023-07-15',
      today: '2023-09-01',
    };
    expect(reportCell(report)).toMatchObject({ state: 'late', text: '+3' });
    expect(reportCell({ ...report, submittedOn: '2023-07-15' }).state).toBe('ok');
    expect(reportCell({ ...report, state: 'not_started', submittedOn: null }).state).toBe('missing');
    expect(
      reportCell({ ...report, state: 'not_started', submittedOn: null, today: '2023-03-01' }).state,
    ).toBe('not_due');
  });
});
