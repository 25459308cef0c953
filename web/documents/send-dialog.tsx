import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { UnitSetField } from '../ui/unit-set-field.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { DocumentDialogProps } from './document-actions.tsx';

/** Passes a paper on to units below, which acknowledge it. */
export function SendDialog({ document, opened, onClose }: DocumentDialogProps) {
  const [units, setUnits] = useState<readonly string[]>([]);
  const send = useApiCommand('POST /api/documents/:id/dispatches', {
    onSuccess: () => {
      notify(`Đã gửi ${formatNumber(units.length)} đơn vị.`);
      setUnits([]);
      onClose();
    },
  });
  return (
    <DrawerForm
      opened={opened}
      title="Gửi đơn vị"
      submitLabel="Gửi"
      wide
      onClose={onClose}
      pending={send.pending}
      problem={send.problem}
      onSubmit={() => send.run({ params: { id: document.id }, body: { unitIds: [...units] } })}
    >
      <UnitSetField
        name="unitIds"
        label="Đơn vị nhận"
        hint="Đơn vị nhận được sẽ xác nhận đã nhận, quán triệt."
        required
        within={document.owner.id}
        taken={new Set(document.dispatches.map((one) => one.unit.id))}
        value={units}
        onChange={setUnits}
      />
    </DrawerForm>
  );
}
