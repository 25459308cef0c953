import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
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
