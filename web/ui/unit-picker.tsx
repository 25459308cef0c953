import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import type { ApiResponse } from '../platform/api-client.ts';
import { type UnitKind, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { FieldProps } from './form-context.ts';
import { RemotePicker } from './remote-picker.tsx';

type FoundUnit = ApiResponse<'GET /api/units'>['items'][number];
export type PickedUnit = Pick<FoundUnit, 'id' | 'name' | 'shortName' | 'kind'>;

interface UnitPickerProps extends FieldProps {
  readonly value: PickedUnit | null;
  readonly onChange: (unit: PickedUnit | null) => void;
  /** The organisation as it stood on this day; today when left out. */
  readonly day?: string;
  /** Only below this unit. */
  readonly within?: string;
  readonly kind?: UnitKind;
}

/** A unit, found by a part of its name. */
export function UnitPicker({ value, onChange, day, within, kind, ...field }: UnitPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const query = {
    limit: 30,
    ...(asked !== '' && { q: asked }),
    ...(day !== undefined && { day }),
    ...(within !== undefined && { within }),
    ...(kind !== undefined && { kind }),
  };
  const units = useApiQuery('GET /api/units', { query }, { keepPrevious: true, staleTime: 60_000 });
  return (
    <RemotePicker
      {...field}
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={units.data?.items}
      loading={units.refreshing && text !== ''}
      itemId={(unit) => unit.id}
      itemLabel={(unit) => unit.name}
      itemDetail={(unit) => unitKindWords[unit.kind]}
      placeholder="Gõ một phần tên đơn vị"
    />
  );
}
