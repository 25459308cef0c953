import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { MoneyField, NumberField } from '../ui/typed-field.tsx';
import {
  type ContributionKind,
  contributionKinds,
  contributionKindWords,
  type ContributionSource,
  contributionSources,
  contributionSourceWords,
  contributionUnits,
} from '#domain/practices/progress.ts';
import type { Practice } from './practice-shape.ts';

interface ContributionDrawerProps {
  readonly practice: Practice;
  readonly onClose: () => void;
}

const amountLabels: Record<ContributionKind, string> = {
  money: 'Số tiền',
  land: 'Diện tích (m²)',
  labour: 'Số ngày công',
  in_kind: 'Số lượng',
};

/** What was given, in the unit of its kind, by whom. */
export function ContributionDrawer({ practice, onClose }: ContributionDrawerProps) {
  const { today } = useSession();
  const [kind, setKind] = useState<ContributionKind>('money');
  const [source, setSource] = useState<ContributionSource | null>('people');
  const [amount, setAmount] = useState<number | null>(null);
  const [unit, setUnit] = useState('');
  const [worth, setWorth] = useState<number | null>(null);
  const [onDate, setOnDate] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const save = useApiCommand('POST /api/practices/:id/contributions', {
    onSuccess: () => {
      notify('Đã ghi nguồn lực huy động.');
      onClose();
    },
  });
  const submit = () =>
    save.run({
      params: { id: practice.id },
      body: {
        kind,
        source: source ?? 'other',
        amount: amount ?? 0,
        unit: contributionUnits[kind] ?? unit,
        worth: kind === 'money' ? null : worth,
        onDate: onDate ?? '',
        note,
      },
    });
  const AmountField = kind === 'money' ? MoneyField : NumberField;
  return (
    <DrawerForm
      opened
      title="Ghi nguồn lực huy động"
      onClose={onClose}
      submitLabel="Ghi"
      pending={save.pending}
      problem={save.problem}
      onSubmit={submit}
    >
      <ChoiceField
        name="kind"
        label="Loại"
        options={contributionKinds.map((one) => ({ value: one, label: contributionKindWords[one] }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setAmount(null);
        }}
      />
      <SelectField
        name="source"
        label="Nguồn"
        none={null}
        options={contributionSources.map((one) => ({ value: one, label: contributionSourceWords[one] }))}
        value={source}
        onChange={setSource}
      />
      <FieldRow>
        <AmountField
          key={kind}
          name="amount"
          label={amountLabels[kind]}
          value={amount}
          onChange={setAmount}
          required
        />
        {kind === 'in_kind' && (
          <TextField
            name="unit"
            label="Đơn vị tính"
            hint="bao, cây, tấn, suất…"
            value={unit}
            onChange={setUnit}
            maxLength={40}
            required
          />
        )}
        {kind !== 'money' && (
          <MoneyField name="worth" label="Trị giá (nếu biết)" value={worth} onChange={setWorth} />
        )}
      </FieldRow>
      <DayField name="onDate" label="Ngày" value={onDate} onChange={setOnDate} max={today} required />
      <TextField
        name="note"
        label="Ghi chú"
        hint="Ví dụ: 12 hộ hiến đất mở đường."
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </DrawerForm>
  );
}
