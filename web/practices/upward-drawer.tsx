import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField } from '../ui/fields.tsx';
import type { Practice } from './practice-shape.ts';

interface UpwardDrawerProps {
  readonly practice: Practice;
  readonly onClose: () => void;
}

/** The committees above the one that runs the campaign, nearest first. */
function useCommitteesAbove(campaignId: string) {
  const campaign = useApiQuery(
    'GET /api/campaigns/:id',
    { params: { id: campaignId } },
    { enabled: campaignId !== '' },
  );
  const ownerId = campaign.data?.owner.id ?? '';
  const owner = useApiQuery('GET /api/units/:id', { params: { id: ownerId } }, { enabled: ownerId !== '' });
  const above = owner.data?.path.filter((unit) => unit.id !== ownerId).toReversed();
  return { above, problem: campaign.problem ?? owner.problem };
}

/** To the upper level, which decides by itself whether it recognises the practice too. */
export function UpwardDrawer({ practice, onClose }: UpwardDrawerProps) {
  const { today } = useSession();
  const { above, problem } = useCommitteesAbove(practice.campaignId ?? '');
  const [chosen, setChosen] = useState<string | null>(null);
  const [proposedOn, setProposedOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const toUnitId = chosen ?? above?.[0]?.id ?? null;
  const propose = useApiCommand('POST /api/practices/:id/upward-proposal', {
    onSuccess: () => {
      notify('Đã đề nghị cấp trên công nhận.');
      onClose();
    },
  });
  const submit = () => {
    if (toUnitId === null) return;
    propose.run({ params: { id: practice.id }, body: { toUnitId, proposedOn: proposedOn ?? '', reason } });
  };
  return (
    <DrawerForm
      opened
      title="Đề nghị cấp trên công nhận"
      onClose={onClose}
      submitLabel="Đề nghị"
      pending={propose.pending}
      problem={propose.problem ?? problem}
      onSubmit={submit}
    >
      <p>{practice.name}</p>
      {above?.length === 0 && (
        <p>Danh mục tổ chức chưa có cấp ủy nào ở trên; bổ sung ở trang Tổ chức trước.</p>
      )}
      <SelectField
        name="toUnitId"
        label="Gửi đến"
        options={(above ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
        value={toUnitId}
        onChange={setChosen}
        none={null}
        required
      />
      <DayField name="proposedOn" label="Ngày đề nghị" value={proposedOn} onChange={setProposedOn} required />
      <TextAreaField
        name="reason"
        label="Lý do đề nghị"
        value={reason}
        onChange={setReason}
        maxLength={3000}
      />
    </DrawerForm>
  );
}
