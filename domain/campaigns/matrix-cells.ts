import type { ReportState } from '#domain/reports/report.workflow.ts';
import { daysBetween, formatDay, type Day } from '#domain/kernel/day.ts';

/** How a unit stands at one column of the matrix: short text for the cell, whole words for tooltips and readers. */
export interface MatrixCell {
  readonly state: 'ok' | 'late' | 'missing' | 'waiting' | 'not_due' | 'not_applicable';
  readonly text: string;
  readonly words: string;
}

/** A report is spoken of as coming only this long before it is due. */
const REPORT_COMES_WITHIN_DAYS = 45;

const done = '✓';
const none = '–';
const absent = '✕';

export function exemptCell(reason: string): MatrixCell {
  return { state: 'not_applicable', text: none, words: `Không phải đăng ký: ${reason}` };
}

/** For a unit that the plan asks nothing of. */
export const notAskedCell: MatrixCell = {
  state: 'not_applicable',
  text: none,
  words: 'Kế hoạch không yêu cầu đơn vị này',
};

export function registeredCell(given: {
  registered: number;
  least: number;
  intake: { opensOn: Day; closesOn: Day } | null;
  today: Day;
}): MatrixCell {
  const { registered, least, intake, today } = given;
  const text = `${registered}/${least}`;
  if (registered >= least)
    return { state: 'ok', text, words: `Đã đăng ký ${registered} mô hình, chỉ tiêu ít nhất ${least}` };
  const lacks = `Đăng ký ${registered} mô hình, còn thiếu ${least - registered} so với chỉ tiêu ${least}`;
  if (intake === null) return { state: 'not_due', text, words: lacks };
  if (today < intake.opensOn)
    return { state: 'not_due', text, words: `Bắt đầu nhận đăng ký từ ${formatDay(intake.opensOn)}` };
  if (today <= intake.closesOn)
    return { state: 'waiting', text, words: `${lacks}; hạn ${formatDay(intake.closesOn)}` };
  return {
    state: 'missing',
    text,
    words: `${lacks}; đã quá hạn ${daysBetween(intake.closesOn, today)} ngày`,
  };
}

export function assignedCell(given: {
  registered: number;
  accepted: number;
  /** Accepted ones whose notice has been issued. */
  noticed: number;
  /** Sent and not yet decided. */
  pending: number;
  /** Of all that is open, the first intake's: additions of the second half-year have no day of their own in step 2. */
  openOfFirst: number;
  due: Day | null;
  today: Day;
}): MatrixCell {
  const { accepted, noticed, pending, due, today } = given;
  if (given.registered === 0)
    return { state: 'not_applicable', text: none, words: 'Chưa có đăng ký để giao nhiệm vụ' };
  const open = pending + (accepted - noticed);
  if (open === 0)
    return accepted === 0
      ? { state: 'not_applicable', text: none, words: 'Không có mô hình nào được nhận' }
      : { state: 'ok', text: done, words: `Đã giao ${noticed} mô hình theo thông báo` };
  const waits = [
    pending > 0 ? `${pending} đăng ký chưa có kết luận thẩm định` : '',
    accepted > noticed ? `${accepted - noticed} mô hình đã nhận, chưa có thông báo giao` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
  if (due !== null && due < today && given.openOfFirst > 0)
    return {
      state: 'late',
      text: `+${daysBetween(due, today)}`,
      words: `${waits}; quá hạn ${daysBetween(due, today)} ngày`,
    };
  return { state: 'waiting', text: `${noticed}/${noticed + open}`, words: waits };
}

export interface CheckStanding {
  readonly owed: number;
  readonly answered: number;
  /** Of the answers, the most days after the due day; 0 when all were on time. */
  readonly lateDays: number;
}

export function selfCheckCell(check: CheckStanding & { due: Day; today: Day }): MatrixCell {
  const { owed, answered, due, today } = check;
  const text = `${answered}/${owed}`;
  if (owed === 0) return { state: 'not_applicable', text: none, words: 'Không có mô hình phải tự kiểm tra' };
  if (today <= due)
    return answered === owed
      ? { state: 'ok', text: done, words: `Đã tự kiểm tra cả ${owed} mô hình` }
      : {
          state: answered > 0 ? 'waiting' : 'not_due',
          text,
          words: `Đã tự kiểm tra ${answered}/${owed} mô hình; hạn ${formatDay(due)}`,
        };
  if (answered === owed)
    return check.lateDays > 0
      ? {
          state: 'late',
          text: `+${check.lateDays}`,
          words: `Đã tự kiểm tra cả ${owed} mô hình, chậm ${check.lateDays} ngày`,
        }
      : { state: 'ok', text: done, words: `Đã tự kiểm tra cả ${owed} mô hình, đúng hạn` };
  const overdue = `còn ${owed - answered} mô hình chưa làm, quá hạn ${daysBetween(due, today)} ngày`;
  return answered === 0
    ? { state: 'missing', text: absent, words: `Chưa tự kiểm tra: ${overdue}` }
    : { state: 'late', text, words: `Đã tự kiểm tra ${answered}/${owed}; ${overdue}` };
}

/** Additions for the second half-year are welcome, not owed ("nếu có", S2 step 4). */
export function secondIntakeCell(registered: number): MatrixCell {
  return registered > 0
    ? { state: 'ok', text: String(registered), words: `Đăng ký bổ sung ${registered} mô hình` }
    : { state: 'not_applicable', text: none, words: 'Không đăng ký bổ sung' };
}

export function reportCell(given: {
  state: ReportState;
  submittedOn: Day | null;
  due: Day;
  today: Day;
}): MatrixCell {
  const { state, submittedOn, due, today } = given;
  const late = Math.max(0, daysBetween(due, submittedOn ?? today));
  if (state === 'submitted' || state === 'accepted') {
    const words = `Đã gửi ${submittedOn === null ? '' : formatDay(submittedOn)}`.trim();
    return late > 0
      ? { state: 'late', text: `+${late}`, words: `${words}, chậm ${late} ngày` }
      : { state: 'ok', text: done, words: `${words}, đúng hạn` };
  }
  const stands = {
    not_started: 'Chưa làm báo cáo',
    draft: 'Đang soạn báo cáo',
    approved: 'Đã duyệt trong đơn vị, chưa gửi',
    returned: 'Báo cáo bị trả lại',
  }[state];
  const overdue = daysBetween(due, today);
  if (overdue > 0)
    return state === 'returned'
      ? { state: 'late', text: `+${overdue}`, words: `${stands}, quá hạn ${overdue} ngày` }
      : { state: 'missing', text: absent, words: `${stands}, quá hạn ${overdue} ngày` };
  const near = -overdue <= REPORT_COMES_WITHIN_DAYS || state !== 'not_started';
  return {
    state: near ? 'waiting' : 'not_due',
    text: state === 'not_started' ? none : '…',
    words: `${stands}; hạn ${formatDay(due)}`,
  };
}
