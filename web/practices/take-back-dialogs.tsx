import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { Evidence, Practice } from './practice-shape.ts';

interface WithdrawEvidenceDialogProps {
  readonly practice: Practice;
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

/** A file attached by mistake leaves the record; the history keeps that it was there. */
export function WithdrawEvidenceDialog({ practice, evidence, onClose }: WithdrawEvidenceDialogProps) {
  const withdraw = useApiCommand('POST /api/practices/:id/evidence/:evidenceId/withdrawal', {
    onSuccess: () => {
      notify('Đã thu hồi minh chứng.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened
      title="Thu hồi minh chứng"
      confirmLabel="Thu hồi"
      danger
      quickPhrases={['Gắn nhầm ảnh của mô hình khác.', 'Ảnh lộ thông tin cá nhân.']}
      pending={withdraw.pending}
      problem={withdraw.problem}
      onConfirm={(reason) =>
        withdraw.run({ params: { id: practice.id, evidenceId: evidence.id }, body: { reason } })
      }
      onClose={onClose}
    >
      <b>{evidence.caption || evidence.file.name}</b>
      <p>Tệp không còn hiện và không được tính; diễn biến vẫn ghi lại việc thu hồi.</p>
    </ReasonDialog>
  );
}

interface CancelContributionDialogProps {
  readonly id: string;
  readonly words: string;
  readonly onClose: () => void;
}

/** A contribution entered by mistake leaves the sums; it stays in the list, struck through. */
export function CancelContributionDialog({ id, words, onClose }: CancelContributionDialogProps) {
  const cancel = useApiCommand('POST /api/contributions/:id/cancellation', {
    onSuccess: () => {
      notify('Đã hủy khoản ghi nhầm.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened
      title="Hủy khoản ghi nhầm"
      confirmLabel="Hủy khoản này"
      danger
      quickPhrases={['Ghi nhầm số.', 'Ghi hai lần.', 'Thuộc mô hình khác.']}
      pending={cancel.pending}
      problem={cancel.problem}
      onConfirm={(reason) => cancel.run({ params: { id }, body: { reason } })}
      onClose={onClose}
    >
      <b>{words}</b>
      <p>Khoản này không còn tính vào tổng, nhưng vẫn hiện (gạch ngang) kèm lý do.</p>
    </ReasonDialog>
  );
}
