import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { type BaseField, baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { type Nature, natures, type Subject, subjects } from '#domain/practices/practice.states.ts';
import { natureWords, subjectWords } from '#domain/practices/practice.words.ts';
import type { FigureSet } from './figure-set.page.tsx';

interface NamedPracticesDrawerProps {
  readonly set: FigureSet;
  readonly onClose: () => void;
}

const fresh = {
  name: '',
  nature: 'model' as Nature,
  subject: 'collective' as Subject,
  baseField: null as BaseField | null,
  placeText: '',
  ownerName: '',
  passage: '',
};

/** One practice after the other, as the paper names them; the drawer stays open for the next one. */
export function NamedPracticesDrawer({ set, onClose }: NamedPracticesDrawerProps) {
  const form = useFormState(fresh);
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [unchosen, setUnchosen] = useState(false);
  const [entered, setEntered] = useState(0);
  const enter = useApiCommand('POST /api/figure-sets/:id/practices', {
    onSuccess: () => {
      notify(`Đã ghi “${form.value.name}”.`);
      setEntered((count) => count + 1);
      // The unit and the field usually stay the same from one name to the next.
      form.replace((before) => ({ ...before, name: '', placeText: '', ownerName: '', passage: '' }));
    },
  });
  const submit = () => {
    setUnchosen(unit === null);
    if (unit === null) return;
    enter.run({ params: { id: set.id }, body: { practices: [{ ...form.value, unitId: unit.id }] } });
  };
  const problem = enter.problem && {
    ...enter.problem,
    fields: enter.problem.fields.map((field) => ({
      ...field,
      path: field.path.replace(/^practices\.0\./, ''),
    })),
  };
  return (
    <DrawerForm
      opened
      title="Ghi mô hình nêu trong văn bản"
      submitLabel="Ghi, nhập tiếp"
      onClose={onClose}
      pending={enter.pending}
      problem={problem}
      onSubmit={submit}
      foot={entered > 0 ? <span className="k-small">Đã ghi {formatNumber(entered)} mô hình</span> : undefined}
    >
      <TextField label="Tên mô hình, điển hình" required maxLength={300} {...form.bind('name')} />
      <UnitPicker
        name="unitId"
        label="Đơn vị"
        hint="Theo tổ chức trong kỳ của bộ số liệu."
        required
        day={set.periodTo}
        error={unchosen && unit === null ? 'Chọn đơn vị.' : undefined}
        value={unit}
        onChange={setUnit}
      />
      <TextField label="Địa bàn, nơi thực hiện" maxLength={300} {...form.bind('placeText')} />
      <FieldRow>
        <ChoiceField
          label="Loại"
          options={natures.map((value) => ({ value, label: natureWords[value] }))}
          {...form.bind('nature')}
        />
        <ChoiceField
          label="Chủ thể"
          options={subjects.map((value) => ({ value, label: subjectWords[value] }))}
          {...form.bind('subject')}
        />
      </FieldRow>
      <SelectField
        label="Lĩnh vực"
        none="Văn bản không nêu"
        options={baseFields.map((value) => ({ value, label: baseFieldWords[value] }))}
        {...form.bind('baseField')}
      />
      <TextField
        label="Chủ mô hình"
        hint="Tập thể, cơ quan được nêu tên."
        maxLength={200}
        {...form.bind('ownerName')}
      />
      <TextAreaField label="Đoạn văn bản nhắc đến" rows={3} maxLength={3000} {...form.bind('passage')} />
    </DrawerForm>
  );
}
