import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FormPage, FormSection } from '../ui/form-page.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { type BodyKind, bodyKinds, bodyKindWords } from '#domain/people/bodies.ts';
import { DecisionFields, emptyDecision, sentDecision } from './decision-fields.tsx';
import { bodiesCrumbs, bodiesHref } from './places.tsx';
import { type SeatDraft, sentSeats } from './seat-draft.ts';
import { SeatList } from './seat-list.tsx';

/** Founds a body; or enters one whose founding no paper tells of, with the newest list that is known. */
export function FoundBodyPage() {
  const goTo = useGoTo();
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [kind, setKind] = useState<BodyKind | null>(null);
  const [name, setName] = useState('');
  const [known, setKnown] = useState<'founding' | 'later'>('founding');
  const [decision, setDecision] = useState(() => emptyDecision(null));
  const [seats, setSeats] = useState<readonly SeatDraft[]>([]);
  const found = useApiCommand('POST /api/bodies', {
    onSuccess: (done) => {
      notify('Đã ghi ban, khối, tổ và danh sách thành viên.');
      goTo(`${bodiesHref}/${done.id}`);
    },
  });
  const submit = () =>
    found.run({
      body: {
        unitId: unit?.id ?? '',
        kind: kind ?? ('' as BodyKind),
        name,
        foundingKnown: known === 'founding',
        ...sentDecision(decision),
        members: sentSeats(seats),
      },
    });
  return (
    <FormPage
      title="Lập ban, khối, tổ"
      crumbs={bodiesCrumbs}
      submitLabel={`Ghi ${seats.length > 0 ? `${seats.length} thành viên` : 'quyết định'}`}
      onSubmit={submit}
      submitting={found.pending}
      problem={found.problem}
      dirty={name !== '' || seats.length > 0}
      onCancel={() => goTo(bodiesHref)}
    >
      <FormSection title="1. Ban, khối, tổ">
        <UnitPicker name="unitId" label="Thuộc đơn vị" required value={unit} onChange={setUnit} />
        <SelectField
          name="kind"
          label="Loại"
          required
          value={kind}
          onChange={setKind}
          options={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
        />
        <TextField
          name="name"
          label="Tên đầy đủ"
          hint="Ví dụ: Khối Dân vận Đảng ủy phường Hương Xuân"
          required
          maxLength={200}
          value={name}
          onChange={setName}
        />
        <ChoiceField
          name="foundingKnown"
          label="Quyết định dưới đây là"
          value={known}
          onChange={setKnown}
          options={[
            { value: 'founding', label: 'Quyết định thành lập' },
            {
              value: 'later',
              label: 'Quyết định kiện toàn',
              hint: 'Đã có từ trước, không còn quyết định thành lập',
            },
          ]}
        />
      </FormSection>
      <FormSection title="2. Quyết định">
        <DecisionFields value={decision} onChange={setDecision} />
      </FormSection>
      {kind !== null && (
        <SeatList
          title="3. Thành viên"
          hint="Ghi theo thứ tự trong quyết định; chức danh và địa bàn phụ trách sửa được ngay trên từng dòng."
          kind={kind}
          unitId={unit?.id ?? null}
          seats={seats}
          onChange={setSeats}
        />
      )}
    </FormPage>
  );
}
