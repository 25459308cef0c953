import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField } from '../ui/fields.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { isSent, type MatrixPeriod } from './cell-words.ts';
import type { OwedRow } from './period-card.tsx';

interface ExtendDrawerProps {
  readonly form: FormRow;
  readonly period: MatrixPeriod;
  readonly rows: readonly OwedRow[];
  /** The unit that was ticked alone. */
  readonly first: string | null;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A later day for one unit or for all, with the reason; who gave it is kept. */
export function ExtendDrawer(props: ExtendDrawerProps) {
  return props.opened && <OpenDrawer {...props} />;
}

function OpenDrawer({ form, period, rows, first, opened, onClose }: ExtendDrawerProps) {
  const [unitId, setUnitId] = useState<string | null>(first);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [pressed, setPressed] = useState(false);
  const extend = useApiCommand('POST /api/report-extensions', {
    onSuccess: () => {
      notify('Đã gia hạn; hạn mới và lý do hiện ở báo cáo của đơn vị.');
      onClose();
    },
  });
  const submit = () => {
    setPressed(true);
    if (dueOn === null || reason.trim() === '') return;
    extend.run({
      body: { formId: form.id, periodFrom: period.from, unitId, dueOn, reason: reason.trim() },
    });
  };
  return (
    <DrawerForm
      opened={opened}
      title={`Gia hạn báo cáo ${period.words}`}
      submitLabel="Gia hạn"
      pending={extend.pending}
      problem={extend.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        name="unitId"
        label="Cho đơn vị"
        none="Tất cả đơn vị phải gửi"
        value={unitId}
        onChange={setUnitId}
        options={rows
          .filter(({ cell }) => !isSent(cell))
          .map(({ unit }) => ({ value: unit.id, label: unit.name }))}
      />
      <DayField
        name="dueOn"
        label="Hạn mới"
        hint={`Hạn đang có: ${formatDay(period.due)}.`}
        required
        value={dueOn}
        onChange={setDueOn}
        error={pressed && dueOn === null ? 'Nhập hạn mới' : undefined}
      />
      <TextAreaField
        name="reason"
        label="Lý do"
        required
        maxLength={500}
        value={reason}
        onChange={setReason}
        error={pressed && reason.trim() === '' ? 'Nêu lý do gia hạn' : undefined}
      />
    </DrawerForm>
  );
}
