import { useState } from 'react';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { SelectField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { areaRoles } from '#domain/access/granting.ts';
import { type Role, roles, roleWords } from '#domain/access/permissions.ts';
import { RoleDuties } from './role-duties.tsx';

/** A role at a unit for a span of days, as it is typed and as it is sent. */
export function useGrantDraft() {
  const { today } = useSession();
  const [role, setRole] = useState<Role | null>(null);
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [beginsOn, setBeginsOn] = useState<string | null>(today);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [coversSubtree, setCoversSubtree] = useState(true);
  return {
    role,
    setRole: (next: Role | null) => {
      setRole(next);
      if (next !== null) setCoversSubtree(areaRoles.includes(next));
    },
    unit,
    setUnit,
    beginsOn,
    setBeginsOn,
    endsOn,
    setEndsOn,
    coversSubtree,
    setCoversSubtree,
    body: {
      role: role ?? ('' as Role),
      unitId: unit?.id ?? '',
      beginsOn: beginsOn ?? '',
      endsOn,
      coversSubtree,
    },
  };
}

interface GrantFieldsProps {
  readonly draft: ReturnType<typeof useGrantDraft>;
  /** `grant.` where the grant is a part of what is sent. */
  readonly prefix?: string;
}

export function GrantFields({ draft, prefix = '' }: GrantFieldsProps) {
  return (
    <>
      <SelectField
        name={`${prefix}role`}
        label="Vai trò"
        required
        value={draft.role}
        onChange={draft.setRole}
        options={roles.map((value) => ({ value, label: roleWords[value] }))}
      />
      {draft.role !== null && <RoleDuties role={draft.role} />}
      <UnitPicker
        name={`${prefix}unitId`}
        label="Tại đơn vị"
        required
        value={draft.unit}
        onChange={draft.setUnit}
      />
      <CheckField
        name={`${prefix}coversSubtree`}
        label="Gồm cả các đơn vị trực thuộc"
        hint="Bỏ chọn thì chỉ làm việc trong đúng đơn vị này."
        value={draft.coversSubtree}
        onChange={draft.setCoversSubtree}
      />
      <FieldRow>
        <DayField
          name={`${prefix}beginsOn`}
          label="Từ ngày"
          required
          value={draft.beginsOn}
          onChange={draft.setBeginsOn}
        />
        <DayField
          name={`${prefix}endsOn`}
          label="Đến hết ngày"
          hint="Để trống: đến khi thu lại"
          value={draft.endsOn}
          onChange={draft.setEndsOn}
        />
      </FieldRow>
    </>
  );
}
