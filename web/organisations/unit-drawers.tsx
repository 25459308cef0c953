import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { yearOf } from '#domain/kernel/day.ts';
import { treeWords } from '#domain/organisations/trees.ts';
import type { UnitRecord } from './unit-record.ts';

interface UnitDrawerProps {
  readonly unit: UnitRecord;
  readonly onClose: () => void;
}

/** A party term: with it the number series begin anew at 01. */
export function TermDrawer({ unit, onClose }: UnitDrawerProps) {
  const { today } = useSession();
  const year = yearOf(today);
  const form = useFormState({ name: '', beginsOn: null as string | null, endsOn: null as string | null });
  const declare = useApiCommand('POST /api/units/:id/terms', {
    onSuccess: () => {
      notify('Đã khai báo nhiệm kỳ.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Khai báo nhiệm kỳ"
      submitLabel="Khai báo"
      onClose={onClose}
      pending={declare.pending}
      problem={declare.problem}
      onSubmit={() =>
        declare.run({ params: { id: unit.id }, body: { ...form.value, beginsOn: form.value.beginsOn ?? '' } })
      }
    >
      <TextField
        label="Nhiệm kỳ"
        hint={`Ví dụ: ${year - (year % 5)}–${year - (year % 5) + 5}`}
        required
        maxLength={40}
        {...form.bind('name')}
      />
      <FieldRow>
        <DayField label="Từ ngày" required {...form.bind('beginsOn')} />
        <DayField label="Đến ngày" hint="Để trống nếu chưa biết" {...form.bind('endsOn')} />
      </FieldRow>
    </DrawerForm>
  );
}

const otherTrees = ['government', 'front', 'mass_organisations'] as const;

/** Puts the unit under another in a tree beside the party's, or takes it out. */
export function PlaceDrawer({ unit, onClose }: UnitDrawerProps) {
  const { today } = useSession();
  const [above, setAbove] = useState<PickedUnit | null>(null);
  const form = useFormState({
    tree: 'front' as (typeof otherTrees)[number],
    on: today as string | null,
    leaves: false,
    reason: '',
  });
  const place = useApiCommand('POST /api/units/:id/memberships', {
    onSuccess: () => {
      notify(form.value.leaves ? 'Đã đưa đơn vị ra khỏi hệ thống.' : 'Đã xếp đơn vị vào hệ thống.');
      onClose();
    },
  });
  const { tree, on, leaves, reason } = form.value;
  return (
    <DrawerForm
      opened
      title="Xếp vào hệ thống khác"
      submitLabel={leaves ? 'Đưa ra khỏi hệ thống' : 'Xếp vào hệ thống'}
      onClose={onClose}
      pending={place.pending}
      problem={place.problem}
      onSubmit={() =>
        place.run({
          params: { id: unit.id },
          body: { tree, on: on ?? '', leaves, reason, parentId: leaves ? null : (above?.id ?? null) },
        })
      }
    >
      <SelectField
        label="Hệ thống"
        required
        none={null}
        options={otherTrees.map((value) => ({ value, label: treeWords[value] }))}
        {...form.bind('tree')}
        onChange={(next) => next !== null && form.set('tree', next)}
      />
      {!leaves && (
        <UnitPicker
          name="parentId"
          label="Dưới đơn vị"
          hint="Để trống nếu đơn vị đứng đầu hệ thống này"
          value={above}
          onChange={setAbove}
        />
      )}
      <DayField label="Từ ngày" required {...form.bind('on')} />
      <TextField label="Lý do, văn bản" maxLength={500} {...form.bind('reason')} />
      <CheckField label="Đưa đơn vị ra khỏi hệ thống này từ ngày trên" {...form.bind('leaves')} />
    </DrawerForm>
  );
}
