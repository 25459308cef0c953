import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useGoTo } from '../platform/navigation.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { Practice } from './practice-shape.ts';

export type ConfirmedMove = 'submit' | 'take_up' | 'accept' | 'start' | 'propose';

interface MoveDialogProps {
  readonly practice: Practice;
  readonly action: ConfirmedMove;
  readonly onClose: () => void;
}

interface MoveWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
}

const moveWords: Record<ConfirmedMove, MoveWords> = {
  submit: {
    title: 'Gửi đăng ký?',
    text: 'Cơ quan thường trực sẽ nhận được và thẩm định. Sau khi gửi chỉ sửa được nếu bị trả lại.',
    button: 'Gửi đăng ký',
    done: 'Đã gửi đăng ký.',
  },
  take_up: {
    title: 'Nhận thẩm định?',
    text: 'Đơn vị sẽ thấy đăng ký đang được thẩm định và không rút được nữa.',
    button: 'Nhận thẩm định',
    done: 'Đã nhận thẩm định.',
  },
  accept: {
    title: 'Nhận, giao thực hiện?',
    text: 'Mô hình vào danh sách giao nhiệm vụ; đơn vị bắt đầu khi thông báo được ban hành.',
    button: 'Nhận, giao thực hiện',
    done: 'Đã nhận. Mô hình chờ thông báo giao nhiệm vụ.',
  },
  start: {
    title: 'Bắt đầu thực hiện?',
    text: 'Từ nay đơn vị ghi tiến độ, minh chứng và tự kiểm tra theo kế hoạch.',
    button: 'Bắt đầu thực hiện',
    done: 'Đã bắt đầu thực hiện.',
  },
  propose: {
    title: 'Đề nghị công nhận?',
    text: 'Đoàn kiểm tra chấm điểm và cuộc họp xét quyết định. Vẫn ghi thêm được tiến độ trong khi chờ.',
    button: 'Đề nghị công nhận',
    done: 'Đã gửi đề nghị công nhận.',
  },
};

/** The question before a step that the others see at once. */
export function MoveDialog({ practice, action, onClose }: MoveDialogProps) {
  const words = moveWords[action];
  const goTo = useGoTo();
  const onSuccess = () => {
    onClose();
    if (action === 'submit') goTo(`/mo-hinh/${practice.id}?vua-gui=1`);
    else notify(words.done);
  };
  const submit = useApiCommand('POST /api/practices/:id/submission', { onSuccess });
  const start = useApiCommand('POST /api/practices/:id/start', { onSuccess });
  const propose = useApiCommand('POST /api/practices/:id/proposal', { onSuccess });
  const decide = useApiCommand('POST /api/practices/decisions', { onSuccess });
  const own = { submit, start, propose };
  const run = () => {
    if (action === 'take_up' || action === 'accept')
      decide.run({ body: { action, practiceIds: [practice.id], reason: '' } });
    else own[action].run({ params: { id: practice.id } });
  };
  const used = action === 'take_up' || action === 'accept' ? decide : own[action];
  return (
    <ConfirmDialog
      opened
      title={words.title}
      confirmLabel={words.button}
      pending={used.pending}
      problem={used.problem}
      onConfirm={run}
      onClose={onClose}
    >
      <b>{practice.name}</b>
      <p>{words.text}</p>
    </ConfirmDialog>
  );
}
