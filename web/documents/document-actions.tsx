import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ActionBar } from '../ui/action-bar.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { DocumentState } from '#domain/documents/document.workflow.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';

type Document = ApiResponse<'GET /api/documents/:id'>;

/** Only the actions of where the paper is on its way; one that is blocked there says why. */
const shownIn: Record<DocumentState, readonly string[]> = {
  draft: ['edit', 'recompose', 'submit', 'issue', 'acknowledge'],
  awaiting_signature: ['edit', 'return', 'issue'],
  issued: ['send', 'acknowledge'],
  received: ['send', 'acknowledge'],
};
const primaryIn: Record<DocumentState, string> = {
  draft: 'submit',
  awaiting_signature: 'issue',
  issued: 'acknowledge',
  received: 'acknowledge',
};

interface DocumentActionsProps {
  readonly document: Document;
  readonly onEdit: () => void;
}

export function DocumentActions({ document, onEdit }: DocumentActionsProps) {
  const [asking, setAsking] = useState<string | null>(null);
  const close = () => setAsking(null);
  const wanted = shownIn[document.state];
  const actions = document.actions
    .filter((entry) => wanted.includes(entry.action))
    .toSorted((a, b) => wanted.indexOf(a.action) - wanted.indexOf(b.action));
  if (actions.length === 0) return null;
  return (
    <>
      <ActionBar
        actions={actions}
        primary={primaryIn[document.state]}
        danger={['return']}
        onAction={(action) => (action === 'edit' ? onEdit() : setAsking(action))}
      />
      <RecomposeDialog document={document} opened={asking === 'recompose'} onClose={close} />
      <SubmitDialog document={document} opened={asking === 'submit'} onClose={close} />
      <ReturnDialog document={document} opened={asking === 'return'} onClose={close} />
      <IssueDialog document={document} opened={asking === 'issue'} onClose={close} />
      <SendDialog document={document} opened={asking === 'send'} onClose={close} />
      <AcknowledgeDialog document={document} opened={asking === 'acknowledge'} onClose={close} />
    </>
  );
}

export interface DocumentDialogProps {
  readonly document: Document;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function RecomposeDialog({ document, opened, onClose }: DocumentDialogProps) {
  const recompose = useApiCommand('POST /api/documents/:id/recomposition', {
    onSuccess: () => {
      onClose();
      notify('Đã lập lại dự thảo theo sổ lúc này.');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title="Lập lại dự thảo từ sổ?"
      confirmLabel="Lập lại"
      danger
      pending={recompose.pending}
      problem={recompose.problem}
      onConfirm={() => recompose.run({ params: { id: document.id }, body: { version: document.version } })}
      onClose={onClose}
    >
      Số liệu và danh sách được tính lại theo sổ lúc này. Những chỗ đã sửa tay trong dự thảo sẽ mất.
    </ConfirmDialog>
  );
}

function SubmitDialog({ document, opened, onClose }: DocumentDialogProps) {
  const submit = useApiCommand('POST /api/documents/:id/submission', {
    onSuccess: () => {
      onClose();
      notify('Đã trình ký. Dự thảo hiện trong việc chờ của lãnh đạo.');
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title="Trình ký dự thảo?"
      confirmLabel="Trình ký"
      pending={submit.pending}
      problem={submit.problem}
      onConfirm={() => submit.run({ params: { id: document.id } })}
      onClose={onClose}
    >
      Khi đã trình, dự thảo không sửa được cho đến khi lãnh đạo trả lại.
    </ConfirmDialog>
  );
}

function ReturnDialog({ document, opened, onClose }: DocumentDialogProps) {
  const giveBack = useApiCommand('POST /api/documents/:id/return', {
    onSuccess: () => {
      onClose();
      notify('Đã trả lại dự thảo.');
    },
  });
  return (
    <ReasonDialog
      opened={opened}
      title="Trả lại dự thảo"
      label="Cần sửa gì"
      confirmLabel="Trả lại"
      danger
      quickPhrases={['Kiểm tra lại số liệu.', 'Bổ sung nơi nhận.', 'Sửa câu chữ phần đánh giá.']}
      pending={giveBack.pending}
      problem={giveBack.problem}
      onConfirm={(reason) => giveBack.run({ params: { id: document.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}
