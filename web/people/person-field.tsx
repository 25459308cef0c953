import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { RemotePicker } from '../ui/remote-picker.tsx';
import type { FieldProps } from '../ui/form-context.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';

/** Somebody chosen; without an id somebody who is to be entered under this name. */
export interface PickedPerson {
  readonly id: string | null;
  readonly name: string;
  readonly detail?: string;
}

interface PersonFieldProps extends FieldProps {
  readonly value: PickedPerson | null;
  readonly onChange: (person: PickedPerson | null) => void;
  /** Offers to enter the typed name as somebody new. */
  readonly mayBeNew?: boolean;
}

/** A person, found by a part of the name, without accents. */
export function PersonField({ value, onChange, mayBeNew = false, ...field }: PersonFieldProps) {
  const [text, setText] = useState('');
  const typed = text.replaceAll(/\s+/g, ' ').trim();
  const [asked] = useDebouncedValue(typed, 200);
  const found = useApiQuery(
    'GET /api/people',
    { query: { size: 20, ...(asked !== '' && { q: asked }) } },
    { keepPrevious: true, staleTime: 10_000 },
  );
  const known: PickedPerson[] = (found.data?.items ?? []).map((person) => ({
    id: person.id,
    name: person.name,
    detail: person.posts[0]
      ? `${person.posts[0].postName} – ${person.posts[0].body.name}`
      : person.unit.shortName,
  }));
  const isKnown = known.some((person) => foldVietnamese(person.name) === foldVietnamese(typed));
  const items =
    mayBeNew && typed !== '' && !isKnown
      ? [...known, { id: null, name: typed, detail: 'Người mới, chưa có trong danh sách' }]
      : known;
  return (
    <RemotePicker<PickedPerson>
      {...field}
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={found.data === undefined ? undefined : items}
      loading={found.refreshing && text !== ''}
      itemId={(person) => person.id ?? 'new'}
      itemLabel={(person) => person.name}
      itemDetail={(person) => person.detail ?? ''}
      placeholder="Gõ một phần họ tên (không cần dấu)"
    />
  );
}
