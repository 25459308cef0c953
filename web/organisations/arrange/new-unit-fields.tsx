import { SelectField, TextField } from '../../ui/fields.tsx';
import { FieldRow } from '../../ui/form-page.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { NewUnitDraft } from './act-draft.ts';

interface NewUnitFieldsProps {
  /** Where the unit stands in what is sent: `into.found`. */
  readonly path: string;
  readonly value: NewUnitDraft;
  readonly onChange: (unit: NewUnitDraft) => void;
  /** A unit that stands keeps its kind. */
  readonly withKind?: boolean;
  readonly isRoot?: boolean;
}

const kindOptions = unitKinds.map((value) => ({ value, label: unitKindWords[value] }));

/** What a unit is called and where it stands. */
export function NewUnitFields({
  path,
  value,
  onChange,
  withKind = true,
  isRoot = false,
}: NewUnitFieldsProps) {
  const set = (patch: Partial<NewUnitDraft>) => onChange({ ...value, ...patch });
  const at = (field: string) => (path === '' ? field : `${path}.${field}`);
  return (
    <>
      <TextField
        name={at('name')}
        label="Tên đơn vị"
        hint="Ví dụ: Đảng bộ phường Hương Xuân"
        required
        maxLength={200}
        value={value.name}
        onChange={(name) => set({ name })}
      />
      <FieldRow>
        <TextField
          name={at('shortName')}
          label="Tên ngắn"
          hint="Để trống thì lấy tên đầy đủ"
          maxLength={80}
          value={value.shortName}
          onChange={(shortName) => set({ shortName })}
        />
        <TextField
          name={at('code')}
          label="Mã"
          hint="Không trùng đơn vị khác"
          required
          maxLength={40}
          value={value.code}
          onChange={(code) => set({ code })}
        />
      </FieldRow>
      <FieldRow>
        {withKind && (
          <SelectField
            name={at('kind')}
            label="Loại đơn vị"
            required
            value={value.kind}
            onChange={(kind) => set({ kind })}
            options={kindOptions}
          />
        )}
        {!isRoot && (
          <UnitPicker
            name={at('parentId')}
            label="Trực thuộc"
            required
            value={value.parent}
            onChange={(parent) => set({ parent })}
          />
        )}
      </FieldRow>
    </>
  );
}
