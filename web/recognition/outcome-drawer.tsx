import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { rewardStateWords } from '#domain/recognition/rewards.ts';
import { upwardStateWords } from '#domain/recognition/recognition.words.ts';
import type { Reward } from './rewards.page.tsx';
import type { Upward } from './upward.page.tsx';

/** What became of a reward proposal. */
export function OutcomeDrawer({
  reward,
  onClose,
}: {
  readonly reward: Reward;
  readonly onClose: () => void;
}) {
  const [state, setState] = useState<'granted' | 'refused'>('granted');
  const decision = useDecision();
  const record = useApiCommand('POST /api/rewards/:id/outcome', {
    onSuccess: () => {
      notify('Đã ghi kết quả khen thưởng.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Ghi kết quả khen thưởng"
      submitLabel="Ghi kết quả"
      onClose={onClose}
      pending={record.pending}
      problem={record.problem}
      onSubmit={() =>
        record.run({ params: { id: reward.id }, body: { version: reward.version, state, ...decision.body } })
      }
    >
      <p>
        <b>{reward.recipientName}</b>: {reward.formLabel}
      </p>
      <ChoiceField
        name="state"
        label="Kết quả"
        value={state}
        onChange={setState}
        options={[
          { value: 'granted', label: rewardStateWords.granted },
          { value: 'refused', label: rewardStateWords.refused },
        ]}
      />
      {decision.fields}
    </DrawerForm>
  );
}

/** What the upper level decided about a practice put to it. */
export function UpwardOutcomeDrawer({
  row,
  onClose,
}: {
  readonly row: Upward;
  readonly onClose: () => void;
}) {
  const [state, setState] = useState<'recognised' | 'not_recognised'>('recognised');
  const decision = useDecision();
  const record = useApiCommand('POST /api/upward-proposals/:id/outcome', {
    onSuccess: () => {
      notify('Đã ghi kết quả của cấp trên.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Ghi kết quả của cấp trên"
      submitLabel="Ghi kết quả"
      onClose={onClose}
      pending={record.pending}
      problem={record.problem}
      onSubmit={() =>
        record.run({ params: { id: row.id }, body: { version: row.version, state, ...decision.body } })
      }
    >
      <p>
        <b>{row.practice.name}</b>
        <br />
        {row.fromUnit.name} đề nghị {row.toUnit.name}
      </p>
      <ChoiceField
        name="state"
        label="Kết quả"
        value={state}
        onChange={setState}
        options={[
          { value: 'recognised', label: upwardStateWords.recognised },
          { value: 'not_recognised', label: upwardStateWords.not_recognised },
        ]}
      />
      {decision.fields}
    </DrawerForm>
  );
}

/** The day and the symbol of the decision that says so. */
function useDecision() {
  const { today } = useSession();
  const [decidedOn, setDecidedOn] = useState<string | null>(today);
  const [decisionSymbol, setDecisionSymbol] = useState('');
  return {
    body: { decidedOn: decidedOn ?? '', decisionSymbol },
    fields: (
      <>
        <DayField
          name="decidedOn"
          label="Ngày quyết định"
          required
          max={today}
          value={decidedOn}
          onChange={setDecidedOn}
        />
        <TextField
          name="decisionSymbol"
          label="Số quyết định"
          hint="Ví dụ 125-QĐ/TU; để trống nếu chưa có văn bản."
          maxLength={60}
          value={decisionSymbol}
          onChange={setDecisionSymbol}
        />
      </>
    ),
  };
}
