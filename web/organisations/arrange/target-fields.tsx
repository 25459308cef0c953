import { ChoiceField } from '../../ui/check-field.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import type { TargetDraft } from './act-draft.ts';
import { NewUnitFields } from './new-unit-fields.tsx';

interface TargetFieldsProps {
  /** `into`, or `into.0`. */
  readonly path: string;
  readonly value: TargetDraft;
  readonly onChange: (target: TargetDraft) => void;
}

/** Where units go: one that the act founds, or one that stands. */
export function TargetFields({ path, value, onChange }: TargetFieldsProps) {
  return (
    <>
      <ChoiceField
        name={path}
        label="Đơn vị nhận"
        value={value.way}
        onChange={(way) => onChange({ ...value, way })}
        options={[
          { value: 'new', label: 'Thành lập mới', hint: 'Đơn vị chưa có, thành lập từ ngày này' },
          { value: 'standing', label: 'Đơn vị đang có', hint: 'Nhập vào một đơn vị đang hoạt động' },
        ]}
      />
      {value.way === 'standing' ? (
        <UnitPicker
          name={`${path}.unitId`}
          label="Nhập vào đơn vị"
          required
          value={value.standing}
          onChange={(standing) => onChange({ ...value, standing })}
        />
      ) : (
        <NewUnitFields
          path={`${path}.found`}
          value={value.found}
          onChange={(found) => onChange({ ...value, found })}
        />
      )}
    </>
  );
}
