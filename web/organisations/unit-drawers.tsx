import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { Remark } from '../ui/card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { SelectField, TextAreaField, TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { yearOf } from '#domain/kernel/day.ts';
import { type UnitKind, unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { UnitRecord } from './unit.page.tsx';

interface FoundUnitDrawerProps {
  readonly parent: PickedUnit | null;
  readonly onClose: () => void;
}

/** Founds a unit on a day. */
export function FoundUnitDrawer({ parent, onClose }: FoundUnitDrawerProps) {
  const { today } = useSession();
  const goTo = useGoTo();
  const [above, setAbove] = useState<PickedUnit | null>(parent);
  const [unchosen, setUnchosen] = useState(false);
  const form = useFormState({
    name: '',
    shortName: '',
    kind: null as UnitKind | null,
    code: '',
    foundedOn: today as string | null,
  });
  const found = useApiCommand('POST /api/units', {
    onSuccess: (done) => {
      notify('Đã thêm đơn vị.');
      onClose();
      goTo(`/to-chuc/${done.id}`);
    },
  });
  const submit = () => {
    setUnchosen(above === null);
    if (above === null) return;
    const { name, shortName, kind, code, foundedOn } = form.value;
    found.run({
      body: {
        parentId: above.id,
        name,
        shortName: shortName.trim() === '' ? name.slice(0, 80) : shortName,
        kind: kind ?? ('' as UnitKind),
        code,
        foundedOn: foundedOn ?? '',
      },
    });
  };
  return (
    <DrawerForm
      opened
      title="Thêm đơn vị"
      submitLabel="Thêm đơn vị"
      onClose={onClose}
      pending={found.pending}
      problem={found.problem}
      onSubmit={submit}
    >
      <UnitPicker
        name="parentId"
        label="Trực thuộc"
        required
        error={unchosen && above === null ? 'Chọn đơn vị cấp trên.' : undefined}
        value={above}
        onChange={setAbove}
      />
      <TextField
        label="Tên đơn vị"
        hint="Ví dụ: Đảng ủy phường Hương Xuân"
        required
        maxLength={200}
        {...form.bind('name')}
      />
      <FieldRow>
        <TextField
          label="Tên ngắn"
          hint="Để trống thì lấy tên đầy đủ"
          maxLength={80}
          {...form.bind('shortName')}
        />
        <TextField label="Mã" hint="Không trùng đơn vị khác" required maxLength={40} {...form.bind('code')} />
      </FieldRow>
      <SelectField
        label="Loại đơn vị"
        required
        options={unitKinds.map((value) => ({ value, label: unitKindWords[value] }))}
        {...form.bind('kind')}
      />
      <DayField label="Ngày thành lập" required {...form.bind('foundedOn')} />
    </DrawerForm>
  );
}

interface UnitDrawerProps {
  readonly unit: UnitRecord;
  readonly onClose: () => void;
}

/** Renames or moves a unit from a day on; what it was before stays true for its days. */
export function ChangeUnitDrawer({ unit, onClose }: UnitDrawerProps) {
  const { today } = useSession();
  const current = unit.path.at(-2) ?? null;
  const [above, setAbove] = useState<PickedUnit | null>(current);
  const form = useFormState({
    from: today as string | null,
    name: unit.name,
    shortName: unit.shortName,
    code: unit.code,
    reason: '',
  });
  const change = useApiCommand('POST /api/units/:id/changes', {
    onSuccess: () => {
      notify('Đã ghi thay đổi; tên và cấp trên cũ vẫn đúng cho những ngày trước.');
      onClose();
    },
  });
  const isRoot = unit.parentId === null;
  return (
    <DrawerForm
      opened
      title="Đổi tên, chuyển trực thuộc"
      submitLabel="Ghi thay đổi"
      onClose={onClose}
      pending={change.pending}
      problem={change.problem}
      onSubmit={() => {
        const { from, ...rest } = form.value;
        change.run({
          params: { id: unit.id },
          body: { ...rest, from: from ?? '', parentId: isRoot ? null : (above?.id ?? null) },
        });
      }}
    >
      <Remark>
        Trước ngày này đơn vị vẫn mang tên và cấp trên cũ; mô hình, văn bản cũ vẫn tìm được theo tên cũ.
      </Remark>
      <DayField label="Từ ngày" required {...form.bind('from')} />
      <TextField label="Tên đơn vị" required maxLength={200} {...form.bind('name')} />
      <FieldRow>
        <TextField label="Tên ngắn" required maxLength={80} {...form.bind('shortName')} />
        <TextField label="Mã" required maxLength={40} {...form.bind('code')} />
      </FieldRow>
      {!isRoot && (
        <UnitPicker name="parentId" label="Trực thuộc" required value={above} onChange={setAbove} />
      )}
      <TextAreaField
        label="Lý do, văn bản"
        hint="Ví dụ: Nghị quyết sắp xếp đơn vị hành chính số …"
        required
        rows={2}
        maxLength={500}
        {...form.bind('reason')}
      />
    </DrawerForm>
  );
}

export function DissolveUnitDrawer({ unit, onClose }: UnitDrawerProps) {
  const { today } = useSession();
  const form = useFormState({ on: today as string | null, reason: '' });
  const dissolve = useApiCommand('POST /api/units/:id/dissolution', {
    onSuccess: () => {
      notify('Đã ghi kết thúc hoạt động.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Kết thúc hoạt động: ${unit.shortName}`}
      submitLabel="Kết thúc hoạt động"
      onClose={onClose}
      pending={dissolve.pending}
      problem={dissolve.problem}
      onSubmit={() =>
        dissolve.run({
          params: { id: unit.id },
          body: { on: form.value.on ?? '', reason: form.value.reason },
        })
      }
    >
      <p>Từ ngày này đơn vị không còn trong cây tổ chức; mô hình, văn bản và số liệu cũ vẫn giữ nguyên.</p>
      <DayField label="Ngày kết thúc" required {...form.bind('on')} />
      <TextAreaField label="Lý do, văn bản" required rows={2} maxLength={500} {...form.bind('reason')} />
    </DrawerForm>
  );
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
