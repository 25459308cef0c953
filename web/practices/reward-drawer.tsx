import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import {
  type RewardTrack,
  rewardForms,
  rewardTracks,
  rewardTrackWords,
} from '#domain/recognition/rewards.ts';
import type { Practice } from './practice-shape.ts';

interface DrawerProps {
  readonly practice: Practice;
  readonly onClose: () => void;
}

/** A reward on one of the two tracks, which never mix: the party's, or the state's under the emulation law. */
export function RewardDrawer({ practice, onClose }: DrawerProps) {
  const [track, setTrack] = useState<RewardTrack>('party');
  const [form, setForm] = useState<string | null>(null);
  const [recipientName, setRecipientName] = useState(practice.ownerName);
  const [level, setLevel] = useState<'own' | 'upper'>('own');
  const [reason, setReason] = useState('');
  const propose = useApiCommand('POST /api/campaigns/:id/rewards', {
    onSuccess: () => {
      notify('Đã ghi đề nghị khen thưởng.');
      onClose();
    },
  });
  const submit = () =>
    propose.run({
      params: { id: practice.campaign?.id ?? '' },
      body: {
        practiceId: practice.id,
        track,
        form: form ?? '',
        recipientName,
        recipientSubject: practice.subject,
        level,
        reason,
      },
    });
  return (
    <DrawerForm
      opened
      title="Đề nghị khen thưởng"
      onClose={onClose}
      submitLabel="Đề nghị"
      pending={propose.pending}
      problem={propose.problem}
      onSubmit={submit}
    >
      <p>{practice.name}</p>
      <ChoiceField
        name="track"
        label="Khen thưởng theo"
        options={rewardTracks.map((one) => ({ value: one, label: rewardTrackWords[one] }))}
        value={track}
        onChange={(next) => {
          setTrack(next);
          setForm(null);
        }}
      />
      <SelectField
        name="form"
        label="Hình thức"
        options={rewardForms[track].map((one) => ({ value: one.code, label: one.label }))}
        value={form}
        onChange={setForm}
        required
      />
      <TextField
        name="recipientName"
        label="Tập thể, cá nhân, hộ được khen"
        value={recipientName}
        onChange={setRecipientName}
        maxLength={200}
        required
      />
      <ChoiceField
        name="level"
        label="Cấp quyết định"
        options={[
          { value: 'own', label: 'Cấp mình' },
          { value: 'upper', label: 'Cấp trên' },
        ]}
        value={level}
        onChange={setLevel}
      />
      <TextAreaField
        name="reason"
        label="Thành tích đề nghị khen"
        value={reason}
        onChange={setReason}
        maxLength={3000}
      />
    </DrawerForm>
  );
}

/** To the upper level, which decides by itself whether it recognises the practice too. */
export function UpwardDrawer({ practice, onClose }: DrawerProps) {
  const { today } = useSession();
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [proposedOn, setProposedOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const propose = useApiCommand('POST /api/practices/:id/upward-proposal', {
    onSuccess: () => {
      notify('Đã đề nghị cấp trên công nhận.');
      onClose();
    },
  });
  const submit = () => {
    setUnchosen(unit === null);
    if (unit === null) return;
    propose.run({
      params: { id: practice.id },
      body: { toUnitId: unit.id, proposedOn: proposedOn ?? '', reason },
    });
  };
  return (
    <DrawerForm
      opened
      title="Đề nghị cấp trên công nhận"
      onClose={onClose}
      submitLabel="Đề nghị"
      pending={propose.pending}
      problem={propose.problem}
      onSubmit={submit}
    >
      <p>{practice.name}</p>
      <UnitPicker
        name="toUnitId"
        label="Gửi đến"
        hint="Tỉnh ủy, hoặc cấp ủy trên trực tiếp."
        value={unit}
        onChange={setUnit}
        error={unchosen && unit === null ? 'Chọn đơn vị cấp trên.' : undefined}
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
