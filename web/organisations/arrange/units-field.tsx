import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type PickedUnit, UnitPicker } from '../../ui/unit-picker.tsx';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from '../kind-mark.tsx';
import styles from './arrange.module.css';

interface UnitsFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly PickedUnit[];
  readonly onChange: (units: readonly PickedUnit[]) => void;
}

/** Several units, found one after the other by a part of their names. */
export function UnitsField({ name, label, hint, value, onChange }: UnitsFieldProps) {
  const add = (unit: PickedUnit | null) => {
    if (unit === null || value.some((one) => one.id === unit.id)) return;
    onChange([...value, { id: unit.id, name: unit.name, shortName: unit.shortName, kind: unit.kind }]);
  };
  return (
    <div className={styles.units}>
      <UnitPicker
        name={name}
        label={label}
        required
        value={null}
        onChange={add}
        {...(hint !== undefined && { hint })}
      />
      {value.length > 0 && (
        <ul className={styles.chosen} aria-label={`Đã chọn: ${label}`}>
          {value.map((unit) => (
            <li key={unit.id}>
              <KindMark kind={unit.kind} />
              <span>
                <b>{unit.name}</b>
                <span className="k-small"> {unitKindWords[unit.kind]}</span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Bỏ ${unit.name}`}
                onClick={() => onChange(value.filter((one) => one.id !== unit.id))}
              >
                <IconX size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
