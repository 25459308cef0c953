import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../../platform/api-hooks.ts';
import type { FieldProps } from '../form-context.ts';
import { RemotePicker } from '../remote-picker.tsx';

export interface PickedPractice {
  readonly id: string;
  readonly name: string;
  readonly unit: { readonly name: string };
  readonly fieldName: string;
  readonly ownerName: string;
  readonly year: number | null;
}

interface PracticePickerProps extends FieldProps {
  readonly value: PickedPractice | null;
  readonly onChange: (practice: PickedPractice | null) => void;
  readonly campaignId?: string;
  /** One state or several, separated by commas. */
  readonly state?: string;
  /** A stage of the funnel instead of states. */
  readonly funnel?: string;
}

/** A practice, found by a part of its name. */
export function PracticePicker({
  value,
  onChange,
  campaignId,
  state,
  funnel,
  ...field
}: PracticePickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const query = {
    size: 30,
    sort: 'name' as const,
    ...(asked !== '' && { q: asked }),
    ...(campaignId !== undefined && { campaignId }),
    ...(state !== undefined && { state }),
    ...(funnel !== undefined && { funnel }),
  };
  const found = useApiQuery('GET /api/practices', { query }, { keepPrevious: true, staleTime: 30_000 });
  return (
    <RemotePicker<PickedPractice>
      {...field}
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={found.data?.items}
      loading={found.refreshing && text !== ''}
      itemId={(practice) => practice.id}
      itemLabel={(practice) => practice.name}
      itemDetail={(practice) =>
        [practice.unit.name, practice.fieldName, practice.year].filter(Boolean).join(' · ')
      }
      placeholder="Gõ một phần tên mô hình"
    />
  );
}
