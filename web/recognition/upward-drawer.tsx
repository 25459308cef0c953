import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField } from '../ui/fields.tsx';
import { type PickedPractice, PracticePicker } from '../ui/practices/practice-picker.tsx';

interface UpwardDrawerProps {
  readonly campaign: { readonly id: string; readonly owner: { readonly id: string } };
  readonly onClose: () => void;
}

/** Puts a recognised practice to one of the committees above. */
export function UpwardDrawer({ campaign, onClose }: UpwardDrawerProps) {
  const { today } = useSession();
  const owner = useApiQuery('GET /api/units/:id', { params: { id: campaign.owner.id } });
  const above = (owner.data?.path ?? []).filter((unit) => unit.id !== campaign.owner.id).toReversed();
  const [practice, setPractice] = useState<PickedPractice | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [proposedOn, setProposedOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const toUnitId = chosen ?? above[0]?.id ?? '';
  const [unchosen, setUnchosen] = useState(false);
  const propose = useApiCommand('POST /api/practices/:id/upward-proposal', {
    onSuccess: () => {
      notify('Đã ghi đề nghị lên cấp trên.');
      onClose();
    },
  });
  const submit = () => {
    setUnchosen(practice === null);
    if (practice === null) return;
    propose.run({
      params: { id: practice.id },
      body: { toUnitId, proposedOn: proposedOn ?? '', reason },
    });
  };
  return (
    <DrawerForm
      opened
      title="Đề nghị cấp trên công nhận"
      submitLabel="Đề nghị"
      onClose={onClose}
      pending={propose.pending}
      problem={propose.problem}
      onSubmit={submit}
    >
      <PracticePicker
        name="practiceId"
        label="Mô hình, điển hình đã được công nhận"
        required
        error={unchosen && practice === null ? 'Chọn mô hình đề nghị.' : undefined}
        campaignId={campaign.id}
        state="recognised"
        value={practice}
        onChange={setPractice}
      />
      {owner.data !== undefined && above.length === 0 ? (
        <p>Trong sổ tổ chức chưa có cấp trên của đơn vị; quản trị hệ thống bổ sung ở trang Tổ chức.</p>
      ) : (
        <SelectField
          name="toUnitId"
          label="Đề nghị lên"
          required
          none={null}
          value={toUnitId}
          onChange={setChosen}
          options={above.map((unit) => ({ value: unit.id, label: unit.name }))}
        />
      )}
      <DayField
        name="proposedOn"
        label="Ngày đề nghị"
        required
        max={today}
        value={proposedOn}
        onChange={setProposedOn}
      />
      <TextAreaField
        name="reason"
        label="Lý do đề nghị"
        maxLength={3000}
        value={reason}
        onChange={setReason}
      />
    </DrawerForm>
  );
}
