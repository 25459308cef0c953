import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextAreaField } from '../ui/fields.tsx';
import { type PickedPractice, PracticePicker } from '../ui/practices/practice-picker.tsx';
import { UnitSetField } from '../ui/unit-set-field.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';

interface OfferDrawerProps {
  readonly campaign: { readonly id: string; readonly owner: { readonly id: string } };
  readonly onClose: () => void;
}

type Kind = 'recognised' | 'effective';

/** One effective practice, put to many units at once. */
export function OfferDrawer({ campaign, onClose }: OfferDrawerProps) {
  const [kind, setKind] = useState<Kind>('recognised');
  const [practice, setPractice] = useState<PickedPractice | null>(null);
  const [units, setUnits] = useState<readonly string[]>([]);
  const [message, setMessage] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const offer = useApiCommand('POST /api/practices/:id/replication-offers', {
    onSuccess: (done) => {
      notify(`Đã giới thiệu đến ${formatNumber(done.ids.length)} đơn vị.`);
      onClose();
    },
  });
  const submit = () => {
    setUnchosen(practice === null);
    if (practice === null) return;
    offer.run({
      params: { id: practice.id },
      body: { campaignId: campaign.id, unitIds: [...units], message },
    });
  };
  return (
    <DrawerForm
      opened
      title="Giới thiệu mô hình để nhân rộng"
      submitLabel="Giới thiệu"
      wide
      onClose={onClose}
      pending={offer.pending}
      problem={offer.problem}
      onSubmit={submit}
    >
      <ChoiceField
        name="kind"
        label="Chọn trong"
        value={kind}
        onChange={(next) => {
          setKind(next);
          setPractice(null);
        }}
        options={[
          {
            value: 'recognised',
            label: 'Mô hình đã được công nhận',
            hint: 'Mọi năm, kể cả ghi theo tài liệu cũ.',
          },
          {
            value: 'effective',
            label: 'Mô hình đang có hiệu quả',
            hint: 'Đang thực hiện trong năm, đúng tiến độ.',
          },
        ]}
      />
      <PracticePicker
        key={kind}
        name="practiceId"
        label="Mô hình giới thiệu"
        required
        error={unchosen && practice === null ? 'Chọn mô hình giới thiệu.' : undefined}
        {...(kind === 'recognised'
          ? { state: 'recognised,documented' }
          : { funnel: 'effective', campaignId: campaign.id })}
        value={practice}
        onChange={setPractice}
      />
      <UnitSetField
        name="unitIds"
        label="Đơn vị được giới thiệu"
        required
        within={campaign.owner.id}
        value={units}
        onChange={setUnits}
      />
      <TextAreaField
        name="message"
        label="Lời nhắn"
        hint="Vì sao nên áp dụng, hỏi kinh nghiệm ở đâu."
        maxLength={3000}
        value={message}
        onChange={setMessage}
      />
    </DrawerForm>
  );
}
