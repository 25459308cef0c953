import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField } from '../ui/fields.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { isSent } from '#domain/reports/matrix-words.ts';
import type { MatrixPeriod } from './cell-words.ts';
import type { OwedRow } from './period-card.tsx';

interface ExtendDrawerProps {
  readonly form: FormRow;
  readonly period: MatrixPeriod;
  readonly rows: readonly OwedRow[];
  /** The units that were ticked. */
  readonly chosen: readonly OwedRow[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The choice of those that were ticked, where they are several. */
const ticked = 'ticked';

/** A later day for one unit, those ticked or all, with the reason; who gave it is kept. */
export function ExtendDrawer(props: ExtendDrawerProps) {
  return props.opened && <OpenDrawer {...props} />;
}

function OpenDrawer({ form, period, rows, chosen, opened, onClose }: ExtendDrawerProps) {
  const waiting = chosen.filter(({ cell }) => !isSent(cell)).map(({ unit }) => unit.id);
  const [chosenFor, setChosenFor] = useState<string | null>(
    waiting.length > 1 ? ticked : (waiting[0] ?? null),
  );
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
    const unitIds = chosenFor === null ? null : chosenFor === ticked ? waiting : [chosenFor];
    extend.run({
      body: { formId: form.id, periodFrom: period.from, unitIds, dueOn, reason: reason.trim() },
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
        name="unitIds"
        label="Cho đơn vị"
        none="Tất cả đơn vị phải gửi"
        value={chosenFor}
        onChange={setChosenFor}
        options={[
          ...(waiting.length > 1
            ? [{ value: ticked, label: `${formatNumber(waiting.length)} đơn vị đã chọn, chưa gửi` }]
            : []),
          ...rows
            .filter(({ cell }) => !isSent(cell))
            .map(({ unit }) => ({ value: unit.id, label: unit.name })),
        ]}
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
