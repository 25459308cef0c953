import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { declinePhrases, returnPhrases } from '../ui/practices/decision-words.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { Practice } from './practice-shape.ts';

type Refusal = 'withdraw' | 'return' | 'decline' | 'stop';

interface RefuseDialogProps {
  readonly practice: Practice;
  readonly action: Refusal;
  readonly onClose: () => void;
}

interface RefuseWords {
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly done: string;
  readonly phrases: readonly string[];
}

const refuseWords: Record<Refusal, RefuseWords> = {
  withdraw: {
    title: 'Rút đăng ký',
    text: 'Đăng ký không còn tính vào chỉ tiêu của đơn vị. Không hoàn tác được; muốn làm lại thì đăng ký mới.',
    button: 'Rút đăng ký',
    done: 'Đã rút đăng ký.',
    phrases: ['Gộp vào mô hình khác của đơn vị.', 'Đơn vị chưa đủ điều kiện thực hiện trong năm.'],
  },
  return: {
    title: 'Trả lại để bổ sung',
    text: 'Đơn vị thấy lý do ở đầu bản đăng ký, sửa rồi gửi lại.',
    button: 'Trả lại',
    done: 'Đã trả lại để đơn vị bổ sung.',
    phrases: returnPhrases,
  },
  decline: {
    title: 'Không giao thực hiện',
    text: 'Kết thúc đăng ký này. Không hoàn tác được.',
    button: 'Không giao',
    done: 'Đã ghi: không giao.',
    phrases: declinePhrases,
  },
  stop: {
    title: 'Dừng thực hiện',
    text: 'Mô hình không được xét công nhận trong năm. Không hoàn tác được; tiến độ và minh chứng đã ghi vẫn còn.',
    button: 'Dừng thực hiện',
    done: 'Đã dừng thực hiện.',
    phrases: ['Không còn nguồn lực để tiếp tục.', 'Nội dung đã chuyển vào chương trình khác.'],
  },
};

/** What ends or sends back a practice says why. */
export function RefuseDialog({ practice, action, onClose }: RefuseDialogProps) {
  const words = refuseWords[action];
  const onSuccess = () => {
    notify(words.done);
    onClose();
  };
  const withdraw = useApiCommand('POST /api/practices/:id/withdrawal', { onSuccess });
  const stop = useApiCommand('POST /api/practices/:id/stop', { onSuccess });
  const decide = useApiCommand('POST /api/practices/decisions', { onSuccess });
  const run = (reason: string) => {
    if (action === 'withdraw') withdraw.run({ params: { id: practice.id }, body: { reason } });
    else if (action === 'stop') stop.run({ params: { id: practice.id }, body: { reason } });
    else decide.run({ body: { action, practiceIds: [practice.id], reason } });
  };
  const used = action === 'withdraw' ? withdraw : action === 'stop' ? stop : decide;
  return (
    <ReasonDialog
      opened
      title={words.title}
      confirmLabel={words.button}
      danger={action !== 'return'}
      quickPhrases={words.phrases}
      pending={used.pending}
      problem={used.problem}
      onConfirm={run}
      onClose={onClose}
    >
      <b>{practice.name}</b>
      <p>{words.text}</p>
    </ReasonDialog>
  );
}
