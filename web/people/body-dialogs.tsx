import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { useState } from 'react';
import { formatDay } from '#domain/kernel/day.ts';
import type { BodyRecord } from './body.page.tsx';
import { DecisionFields, emptyDecision, sentDecision } from './decision-fields.tsx';

interface DissolveProps {
  readonly body: BodyRecord;
  readonly onClose: () => void;
}

/** Ends a body on a day by a document: all its posts end with it. */
export function DissolveBodyDrawer({ body, onClose }: DissolveProps) {
  const [decision, setDecision] = useState(() => emptyDecision(body.nextDay));
  const dissolve = useApiCommand('POST /api/bodies/:id/dissolution', {
    onSuccess: () => {
      notify('Đã ghi kết thúc hoạt động.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Kết thúc hoạt động: ${body.name}`}
      submitLabel="Kết thúc hoạt động"
      onClose={onClose}
      pending={dissolve.pending}
      problem={dissolve.problem}
      onSubmit={() => dissolve.run({ params: { id: body.id }, body: sentDecision(decision) })}
    >
      <p>
        Từ ngày này {body.members.length} thành viên thôi giữ chức danh; danh sách của những ngày trước vẫn
        giữ nguyên.
      </p>
      <DecisionFields value={decision} onChange={setDecision} />
    </DrawerForm>
  );
}

interface ReverseProps {
  readonly body: BodyRecord;
  readonly act: BodyRecord['acts'][number];
  readonly onClose: () => void;
}

/** Takes the newest act back; it stays in the line with the reason. */
export function ReverseActDialog({ body, act, onClose }: ReverseProps) {
  const reverse = useApiCommand('POST /api/consolidations/:id/reversal', {
    onSuccess: () => {
      notify('Đã rút lại; mọi người trở về chức danh trước đó.');
      onClose();
    },
  });
  const first = body.acts.filter((one) => one.reversed === null).length === 1;
  return (
    <ReasonDialog
      opened
      danger
      title={`Rút lại: ${act.kindName} ngày ${formatDay(act.on)}`}
      confirmLabel="Rút lại quyết định"
      quickPhrases={['Ghi nhầm danh sách.', 'Ghi nhầm ngày hiệu lực.', 'Quyết định đã bị hủy.']}
      pending={reverse.pending}
      problem={reverse.problem}
      onClose={onClose}
      onConfirm={(reason) => reverse.run({ params: { id: act.id }, body: { reason } })}
    >
      {first
        ? 'Đây là quyết định đầu tiên: rút lại thì ban, khối, tổ này không còn trong danh sách.'
        : 'Người mới vào thôi giữ chức danh, người ra được giữ lại như trước quyết định này. Dòng quyết định vẫn còn trong diễn biến.'}
    </ReasonDialog>
  );
}
