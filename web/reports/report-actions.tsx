import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { clearNotices, notify } from '../platform/notify.ts';
import { ActionBar, type RecordAction } from '../ui/action-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { approvedByAnother, type ReportState } from '#domain/reports/report.workflow.ts';
import { CorrectDrawer } from './correct-drawer.tsx';
import { type Draft, isAboutContent } from './report-draft.ts';
import type { Report } from './report-words.tsx';
import type { NewPins } from './report-pins.ts';
import { ReturnDrawer } from './return-drawer.tsx';
import { WhatIsSent } from './what-is-sent.tsx';

type Asking = 'approve' | 'reopen' | 'submit' | 'withdraw' | 'return' | 'accept' | 'correct';

interface ReportActionsProps {
  readonly report: Report;
  /** What is typed, where it is still written. */
  readonly draft?: Draft;
  /** Saves what is typed and says whether it may go. */
  readonly ready?: () => Promise<boolean>;
  /** Something was typed here: whoever did has written last. */
  readonly wrote?: boolean;
  readonly pins?: NewPins;
  readonly children?: ReactNode;
}

/** Only what belongs to where the report is; what is blocked there says why. */
const shownIn: Record<ReportState, readonly Asking[]> = {
  not_started: [],
  draft: ['approve', 'submit'],
  returned: ['approve', 'submit'],
  approved: ['submit', 'reopen'],
  submitted: ['accept', 'return', 'withdraw', 'correct'],
  accepted: ['correct'],
};

/** What takes a report on its way; red is for one of these only. */
const leadsOn: readonly Asking[] = ['approve', 'submit', 'accept'];

export function ReportActions({ report, draft, ready, wrote = false, pins, children }: ReportActionsProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const writes = ready !== undefined;
  const actions = shownIn[report.state].flatMap((wanted) => {
    const known = report.actions.find((entry) => entry.action === wanted);
    if (!known) return [];
    const own = wanted === 'approve' && wrote && report.formContent.approvedByAnother;
    // What is only unfinished is said beside its field when one presses, not as a button that is off.
    const open = writes && !own && isAboutContent(report, known.reason);
    const entry: RecordAction<Asking> = {
      ...known,
      action: wanted,
      ...(own && { allowed: false, ...approvedByAnother }),
    };
    return [open ? { ...entry, allowed: true } : entry];
  });
  const act = (action: Asking) => {
    if (ready !== undefined && (action === 'submit' || action === 'approve'))
      void ready().then((mayGo) => mayGo && setAsking(action));
    else setAsking(action);
  };
  useHotkeys(
    [
      [
        'mod+Enter',
        () => {
          const next = actions.find(
            (one) => one.allowed && (one.action === 'submit' || one.action === 'approve'),
          );
          if (writes && asking === null && next !== undefined) act(next.action);
        },
      ],
    ],
    [],
  );
  const dialog = (kind: Asking) => ({ report, opened: asking === kind, onClose: close });
  return (
    <>
      <ActionBar
        actions={actions}
        onAction={act}
        primary={actions.find((entry) => entry.allowed && leadsOn.includes(entry.action))?.action ?? null}
        danger={['return']}
      >
        {children}
        <PrintButton />
      </ActionBar>
      <PlainDialog
        {...dialog('approve')}
        title="Duyệt báo cáo trong đơn vị?"
        endpoint="POST /api/reports/:id/approval"
        done="Đã duyệt; báo cáo có thể gửi."
      >
        Sau khi duyệt, nội dung chỉ sửa được khi mở lại.
      </PlainDialog>
      <PlainDialog
        {...dialog('reopen')}
        title="Mở lại để sửa?"
        endpoint="POST /api/reports/:id/reopening"
        done="Đã mở lại để sửa."
      >
        Báo cáo cần được duyệt lại trước khi gửi.
      </PlainDialog>
      <SubmitDialog {...dialog('submit')} draft={draft} />
      <WithdrawDialog {...dialog('withdraw')} />
      <AcceptDialog {...dialog('accept')} />
      {asking === 'return' && pins !== undefined && (
        <ReturnDrawer report={report} pins={pins} onClose={close} />
      )}
      {asking === 'correct' && <CorrectDrawer report={report} onClose={close} />}
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

function SubmitDialog({
  report,
  draft,
  opened,
  onClose,
}: DialogProps & { readonly draft: Draft | undefined }) {
  const submit = useApiCommand('POST /api/reports/:id/submission', {
    onSuccess: () => {
      onClose();
      clearNotices();
      // How it stands now is said at the top.
      window.scrollTo({ top: 0 });
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
      {opened && <WhatIsSent report={report} draft={draft} />}
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
      hint="Nơi nhận đọc được; được lưu trong diễn biến."
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
