import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField } from '../ui/fields.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { DocumentDialogProps } from './document-actions.tsx';

/** My unit has got it and made it known; with a notice of assignment the work may begin in the same act. */
export function AcknowledgeDialog({ document, opened, onClose }: DocumentDialogProps) {
  const { grants } = useSession();
  const implementing = usePermission('practice.implement');
  const assigns = document.purpose === 'notice_of_assignment' || document.purpose === 'supplementary_notice';
  const mine = document.dispatches.filter(
    (one) => one.acknowledgedAt === null && grants.some((grant) => grant.unitId === one.unit.id),
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [start, setStart] = useState(true);
  const unitId = chosen ?? mine[0]?.unit.id ?? '';
  const startPractices = assigns && implementing && start;
  const acknowledge = useApiCommand('POST /api/documents/:id/acknowledgement', {
    onSuccess: (done) => {
      onClose();
      notify(
        done.started > 0
          ? `Đã xác nhận; ${formatNumber(done.started)} mô hình chuyển sang đang thực hiện.`
          : 'Đã xác nhận đã nhận, quán triệt.',
      );
    },
  });
  return (
    <DrawerForm
      opened={opened}
      title="Xác nhận đã nhận, quán triệt"
      submitLabel="Xác nhận"
      onClose={onClose}
      pending={acknowledge.pending}
      problem={acknowledge.problem}
      onSubmit={() => acknowledge.run({ params: { id: document.id }, body: { unitId, startPractices } })}
    >
      {mine.length > 1 ? (
        <SelectField
          name="unitId"
          label="Đơn vị"
          none={null}
          value={unitId}
          onChange={setChosen}
          options={mine.map((one) => ({ value: one.unit.id, label: one.unit.name }))}
        />
      ) : (
        <p>
          Thay mặt <b>{mine[0]?.unit.name}</b>, xác nhận đã nhận {document.typeName.toLocaleLowerCase('vi')}{' '}
          {document.symbol} và đã phổ biến, quán triệt trong đơn vị.
        </p>
      )}
      {assigns && implementing && (
        <CheckField
          name="startPractices"
          label="Bắt đầu thực hiện các mô hình được giao"
          hint={`Các mô hình của đơn vị trong văn bản này chuyển sang “Đang thực hiện”.`}
          value={start}
          onChange={setStart}
        />
      )}
    </DrawerForm>
  );
}
