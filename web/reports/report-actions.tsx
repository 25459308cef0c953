import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import type { ReportState } from '#domain/reports/report.workflow.ts';
import type { Report } from './report-words.tsx';

type Asking = 'approve' | 'reopen' | 'submit' | 'withdraw' | 'return' | 'accept' | null;

interface ReportActionsProps {
  readonly report: Report;
  /** Saves what is typed before the report is sent. */
  readonly beforeSubmit: (() => Promise<boolean>) | null;
}

const kinds: Record<string, Asking> = {
  approve: 'approve',
  reopen: 'reopen',
  submit: 'submit',
  withdraw: 'withdraw',
  return: 'return',
  accept: 'accept',
};

/** Only what belongs to where the report is; what is blocked there says why. */
const shownIn: Record<ReportState, readonly string[]> = {
  not_started: [],
  draft: ['approve', 'submit'],
  returned: ['approve', 'submit'],
  approved: ['submit', 'reopen'],
  submitted: ['accept', 'return', 'withdraw'],
  accepted: [],
};

const quickPhrases = [
  'Chưa nêu kết quả cụ thể của từng mô hình.',
  'Chưa nêu khó khăn, nguyên nhân.',
  'Chưa nêu đề xuất, kiến nghị.',
  'Phần lời chưa khớp với số liệu đã đếm.',
];

export function ReportActions({ report, beforeSubmit }: ReportActionsProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  const act = (action: string) => {
    const kind = kinds[action] ?? null;
    if ((kind === 'submit' || kind === 'approve') && beforeSubmit !== null) {
      void beforeSubmit().then((kept) => {
        if (kept) setAsking(kind);
        else
          notify('Chưa lưu được phần vừa viết nên chưa gửi; xem thông báo ở cuối trang.', { tone: 'warn' });
      });
    } else setAsking(kind);
  };
  const wanted = shownIn[report.state];
  const actions = report.actions.filter((entry) => wanted.includes(entry.action));
  return (
    <>
      <ActionBar
        actions={actions}
        onAction={act}
        primary={actions.find((entry) => entry.allowed && entry.action !== 'return')?.action ?? null}
        danger={['return']}
      >
        <PrintButton />
      </ActionBar>
      <PlainDialog
        report={report}
        opened={asking === 'approve'}
        onClose={close}
        title="Duyệt báo cáo trong đơn vị?"
        endpoint="POST /api/reports/:id/approval"
        done="Đã duyệt; báo cáo có thể gửi."
      >
        Sau khi duyệt, nội dung chỉ sửa được khi mở lại.
      </PlainDialog>
      <PlainDialog
        report={report}
        opened={asking === 'reopen'}
        onClose={close}
        title="Mở lại để sửa?"
        endpoint="POST /api/reports/:id/reopening"
        done="Đã mở lại để sửa."
      >
        Báo cáo cần được duyệt lại trước khi gửi.
      </PlainDialog>
      <WithdrawDialog report={report} opened={asking === 'withdraw'} onClose={close} />
      <SubmitDialog report={report} opened={asking === 'submit'} onClose={close} />
      <AcceptDialog report={report} opened={asking === 'accept'} onClose={close} />
      <ReturnDialog report={report} opened={asking === 'return'} onClose={close} />
    </>
  );
}

interface DialogProps {
  readonly report: Report;
  readonly opened: boolean;
  readonly onClose: () => void;
}

interface PlainDialogProps extends DialogProps {
  readonly title: string;
  readonly endpoint: 'POST /api/reports/:id/approval' | 'POST /api/reports/:id/reopening';
  readonly done: string;
  readonly children: string;
}

function PlainDialog({ report, opened, onClose, title, endpoint, done, children }: PlainDialogProps) {
  const command = useApiCommand(endpoint, {
    onSuccess: () => {
      onClose();
      notify(done);
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={title}
      confirmLabel="Đồng ý"
      pending={command.pending}
      problem={command.problem}
      onConfirm={() => command.run({ params: { id: report.id } })}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  );
}

function SubmitDialog({ report, opened, onClose }: DialogProps) {
  const submit = useApiCommand('POST /api/reports/:id/submission', {
    onSuccess: () => {
      onClose();
      notify('Đã gửi báo cáo. Số liệu được chốt tại thời điểm gửi.');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title="Gửi báo cáo?"
      confirmLabel="Gửi báo cáo"
      pending={submit.pending}
      problem={submit.problem}
      onConfirm={() => submit.run({ params: { id: report.id } })}
      onClose={onClose}
    >
      Số liệu được đếm lại và chốt ngay lúc gửi. Sau khi gửi, số chỉ đổi bằng đính chính có lý do.
    </ConfirmDialog>
  );
}

function WithdrawDialog({ report, opened, onClose }: DialogProps) {
  const withdraw = useApiCommand('POST /api/reports/:id/withdrawal', {
    onSuccess: () => {
      onClose();
      notify('Đã rút lại báo cáo để sửa.');
    },
  });
  return (
    <ReasonDialog
      opened={opened}
      title="Rút lại báo cáo"
      confirmLabel="Rút lại"
      label="Vì sao rút lại"
      quickPhrases={['Còn bổ sung nội dung.', 'Số liệu nhập nhầm.']}
      pending={withdraw.pending}
      problem={withdraw.problem}
      onConfirm={(reason) => withdraw.run({ params: { id: report.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}

function AcceptDialog({ report, opened, onClose }: DialogProps) {
  const accept = useApiCommand('POST /api/reports/acceptances', {
    onSuccess: () => {
      onClose();
      notify('Đã tiếp nhận báo cáo.');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title="Tiếp nhận báo cáo?"
      confirmLabel="Tiếp nhận"
      pending={accept.pending}
      problem={accept.problem}
      onConfirm={() => accept.run({ body: { reportIds: [report.id] } })}
      onClose={onClose}
    >
      Báo cáo của {report.unit.name} được tính là hoàn thành và đưa vào báo cáo chung.
    </ConfirmDialog>
  );
}

function ReturnDialog({ report, opened, onClose }: DialogProps) {
  const giveBack = useApiCommand('POST /api/reports/:id/return', {
    onSuccess: () => {
      onClose();
      notify('Đã trả lại báo cáo; đơn vị thấy lý do ngay.');
    },
  });
  return (
    <ReasonDialog
      opened={opened}
      title={`Trả lại báo cáo của ${report.unit.shortName}`}
      confirmLabel="Trả lại"
      label="Cần bổ sung gì"
      quickPhrases={quickPhrases}
      danger
      pending={giveBack.pending}
      problem={giveBack.problem}
      onConfirm={(reason) => giveBack.run({ params: { id: report.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}
