import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { type PickedPractice, PracticePicker } from '../ui/practices/practice-picker.tsx';
import { type Subject, subjects } from '#domain/practices/practice.states.ts';
import { subjectWords } from '#domain/practices/practice.words.ts';
import {
  type RewardTrack,
  rewardForms,
  rewardTracks,
  rewardTrackWords,
} from '#domain/recognition/rewards.ts';

interface RewardDrawerProps {
  readonly campaignId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A reward for a recognised practice; the form belongs to its track. */
export function RewardDrawer({ campaignId, opened, onClose }: RewardDrawerProps) {
  const [practice, setPractice] = useState<PickedPractice | null>(null);
  const [track, setTrack] = useState<RewardTrack>('party');
  const [form, setForm] = useState<string | null>(null);
  const [recipientName, setRecipientName] = useState('');
  const [recipientSubject, setRecipientSubject] = useState<Subject>('collective');
  const [level, setLevel] = useState<'own' | 'upper'>('own');
  const [reason, setReason] = useState('');
  const propose = useApiCommand('POST /api/campaigns/:id/rewards', {
    onSuccess: () => {
      notify('Đã ghi đề nghị khen thưởng.');
      onClose();
    },
  });
  const choose = (next: PickedPractice | null) => {
    if (recipientName === '' || recipientName === practice?.ownerName)
      setRecipientName(next?.ownerName ?? '');
    setPractice(next);
  };
  return (
    <DrawerForm
      opened={opened}
      title="Đề nghị khen thưởng"
      submitLabel="Đề nghị"
      onClose={onClose}
      pending={propose.pending}
      problem={propose.problem}
      onSubmit={() =>
        propose.run({
          params: { id: campaignId },
          body: {
            practiceId: practice?.id ?? '',
            track,
            form: form ?? '',
            recipientName,
            recipientSubject,
            level,
            reason,
          },
        })
      }
    >
      <PracticePicker
        name="practiceId"
        label="Mô hình, điển hình đã được công nhận"
        required
        campaignId={campaignId}
        state="recognised"
        value={practice}
        onChange={choose}
      />
      <ChoiceField
        name="track"
        label="Khen thưởng theo"
        value={track}
        onChange={(next) => {
          setTrack(next);
          setForm(null);
        }}
        options={rewardTracks.map((value) => ({ value, label: rewardTrackWords[value] }))}
      />
      <SelectField
        name="form"
        label="Hình thức"
        required
        value={form}
        onChange={setForm}
        options={rewardForms[track].map((one) => ({ value: one.code, label: one.label }))}
      />
      <TextField
        name="recipientName"
        label="Tập thể, cá nhân, hộ được khen"
        required
        maxLength={200}
        value={recipientName}
        onChange={setRecipientName}
      />
      <ChoiceField
        name="recipientSubject"
        label="Là"
        value={recipientSubject}
        onChange={setRecipientSubject}
        options={subjects.map((value) => ({ value, label: subjectWords[value] }))}
      />
      <ChoiceField
        name="level"
        label="Cấp quyết định"
        value={level}
        onChange={setLevel}
        options={[
          { value: 'own', label: 'Cấp mình' },
          { value: 'upper', label: 'Cấp trên' },
        ]}
      />
      <TextAreaField
        name="reason"
        label="Tóm tắt thành tích"
        required={track === 'state'}
        maxLength={3000}
        value={reason}
        onChange={setReason}
      />
    </DrawerForm>
  );
}
