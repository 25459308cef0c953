import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import type { FieldProps } from '../ui/form-context.ts';
import { RemotePicker } from '../ui/remote-picker.tsx';

interface AccountPickerProps extends FieldProps {
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** An account of my area, found by a part of its name. */
export function AccountPicker({ id, onChange, ...field }: AccountPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const found = useApiQuery(
    'GET /api/accounts',
    { query: { size: 30, ...(asked !== '' && { q: asked }) } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  const chosen = useApiQuery(
    'GET /api/accounts',
    { query: { id: id ?? '' } },
    { enabled: id !== undefined, staleTime: 60_000 },
  );
  return (
    <RemotePicker
      {...field}
      value={id === undefined ? null : (chosen.data?.items[0] ?? null)}
      onChange={(account) => onChange(account?.id)}
      text={text}
      onTextChange={setText}
      items={found.data?.items}
      loading={found.refreshing && text !== ''}
      itemId={(account) => account.id}
      itemLabel={(account) => account.displayName}
      itemDetail={(account) => account.username}
      placeholder="Gõ tên người dùng"
    />
  );
}
