import type { Nature, Origin, PracticeState, Subject } from './practice.states.ts';
import type { PracticeAction } from './practice.workflow.ts';

export const practiceStateWords: Record<PracticeState, string> = {
  draft: 'Đang soạn',
  submitted: 'Đã gửi đăng ký',
  appraising: 'Đang thẩm định',
  returned: 'Bị trả lại',
  declined: 'Không giao',
  withdrawn: 'Đã rút',
  assigned: 'Đã nhận, chờ thực hiện',
  implementing: 'Đang thực hiện',
  stopped: 'Dừng thực hiện',
  proposed: 'Đề nghị công nhận',
  recognised: 'Được công nhận',
  not_recognised: 'Chưa công nhận',
  documented: 'Ghi theo tài liệu cũ',
};

export const natureWords: Record<Nature, string> = { model: 'Mô hình', exemplar: 'Điển hình' };
export const subjectWords: Record<Subject, string> = {
  collective: 'Tập thể',
  individual: 'Cá nhân',
  household: 'Hộ gia đình',
};
export const originWords: Record<Origin, string> = {
  new: 'Mới',
  continued: 'Tiếp tục',
  replicated: 'Nhân rộng',
};

/** Labels of buttons, and of lines in the history. */
export const practiceActionWords: Record<PracticeAction, { button: string; done: string }> = {
  edit: { button: 'Sửa đăng ký', done: 'Sửa đăng ký' },
  submit: { button: 'Gửi đăng ký', done: 'Gửi đăng ký' },
  withdraw: { button: 'Rút đăng ký', done: 'Rút đăng ký' },
  take_up: { button: 'Nhận thẩm định', done: 'Nhận thẩm định' },
  accept: { button: 'Nhận, giao thực hiện', done: 'Thẩm định: nhận' },
  return: { button: 'Trả lại', done: 'Trả lại để bổ sung' },
  decline: { button: 'Không giao', done: 'Thẩm định: không giao' },
  start: { button: 'Bắt đầu thực hiện', done: 'Bắt đầu thực hiện' },
  stop: { button: 'Dừng thực hiện', done: 'Dừng thực hiện' },
  propose: { button: 'Đề nghị công nhận', done: 'Đề nghị công nhận' },
  recognise: { button: 'Công nhận', done: 'Công nhận' },
  not_meet: { button: 'Chưa công nhận', done: 'Họp xét: chưa công nhận' },
};
