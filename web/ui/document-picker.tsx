import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatDay } from '#domain/kernel/day.ts';
import type { FieldProps } from './form-context.ts';
import { RemotePicker } from './remote-picker.tsx';

export interface PickedDocument {
  readonly id: string;
  readonly symbol: string | null;
  readonly subject: string;
  readonly issuerName?: string;
  readonly issuedOn?: string | null;
}

/** "05-TB/ThU – giao nhiệm vụ …"; a draft has no symbol yet. */
export function documentLabel(paper: Pick<PickedDocument, 'symbol' | 'subject'>): string {
  return paper.symbol === null ? paper.subject : `${paper.symbol} – ${paper.subject}`;
}

interface DocumentPickerProps extends FieldProps {
  readonly value: PickedDocument | null;
  readonly onChange: (paper: PickedDocument | null) => void;
}

/** A paper of the register, found by its symbol or a part of its subject. */
export function DocumentPicker({ value, onChange, ...field }: DocumentPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const found = useApiQuery(
    'GET /api/documents',
    { query: { size: 20, ...(asked !== '' && { q: asked }) } },
    { keepPrevious: true, staleTime: 30_000 },
  );
  return (
    <RemotePicker<PickedDocument>
      {...field}
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={found.data?.items}
      loading={found.refreshing && text !== ''}
      itemId={(paper) => paper.id}
      itemLabel={documentLabel}
      itemDetail={(paper) =>
        [paper.issuerName, paper.issuedOn ? formatDay(paper.issuedOn) : null].filter(Boolean).join(' · ')
      }
      placeholder="Gõ số, ký hiệu hoặc trích yếu"
    />
  );
}
