import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { votesRecognise } from '#domain/recognition/votes.ts';
import { completeVotes, type Meeting, votesOf } from './votes.ts';

interface ConcludeDialogProps {
  readonly meeting: Meeting;
  readonly version: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Every candidate is recognised or not in one act; the votes say which. */
export function ConcludeDialog({ meeting, version, opened, onClose, onDone }: ConcludeDialogProps) {
  const conclude = useApiCommand('POST /api/meetings/:id/conclusion', {
    onSuccess: () => {
      onDone();
      onClose();
      notify('Đã kết luận cuộc họp. Dự thảo quyết định công nhận được lập từ trang này.');
    },
  });
  const failing = meeting.candidates.filter((candidate) => {
    const votes = completeVotes(votesOf(candidate));
    return votes === null || !votesRecognise(votes, meeting.rules);
  });
  const passing = meeting.candidates.length - failing.length;
  return (
    <ConfirmDialog
      opened={opened}
      title="Kết luận cuộc họp?"
      confirmLabel="Kết luận"
      pending={conclude.pending}
      problem={conclude.problem}
      onConfirm={() => conclude.run({ params: { id: meeting.id }, body: { version } })}
      onClose={onClose}
    >
      <div className="k-stack">
        <p>
          Theo phiếu đã nhập: công nhận <b>{formatNumber(passing)}</b>, chưa công nhận{' '}
          <b>{formatNumber(failing.length)}</b> trong {formatNumber(meeting.candidates.length)} mô hình, điển
          hình.
        </p>
        {failing.length > 0 && (
          <ul>
            {failing.slice(0, 8).map((candidate) => (
              <li key={candidate.practice.id}>{candidate.practice.name}</li>
            ))}
            {failing.length > 8 && <li>và {formatNumber(failing.length - 8)} mô hình khác</li>}
          </ul>
        )}
        <p>Sau khi kết luận, số phiếu và kết quả không sửa được.</p>
      </div>
    </ConfirmDialog>
  );
}
