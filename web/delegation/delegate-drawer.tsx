import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { RemotePicker } from '../ui/remote-picker.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import type { Delegations } from './delegation.page.tsx';
import styles from './delegation.module.css';

type Receiver = ApiResponse<'GET /api/delegation-receivers'>['items'][number];

interface DelegateDrawerProps {
  readonly own: Delegations['own'];
  readonly onClose: () => void;
}

/** Which roles, to whom, from when until when, and why. */
export function DelegateDrawer({ own, onClose }: DelegateDrawerProps) {
  const { today } = useSession();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(own.length === 1 ? own.map((grant) => grant.id) : []),
  );
  const [receiver, setReceiver] = useState<Receiver | null>(null);
  const [beginsOn, setBeginsOn] = useState<string | null>(today);
  const [endsOn, setEndsOn] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const give = useApiCommand('POST /api/delegations', {
    onSuccess: () => {
      notify(`Đã ủy quyền cho ${receiver?.displayName ?? 'người nhận'}.`);
      onClose();
    },
  });
  const toggle = (id: string) => (value: boolean) => {
    const next = new Set(chosen);
    if (value) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <DrawerForm
      opened
      title="Ủy quyền khi vắng mặt"
      submitLabel="Ủy quyền"
      onClose={onClose}
      pending={give.pending}
      problem={give.problem}
      onSubmit={() =>
        give.run({
          body: {
            grantIds: [...chosen],
            toAccountId: receiver?.id ?? '',
            beginsOn: beginsOn ?? '',
            endsOn: endsOn ?? '',
            reason,
          },
        })
      }
    >
      <fieldset className={styles.roles}>
        <legend>Vai trò được làm thay</legend>
        {own.map((grant, index) => (
          <CheckField
            key={grant.id}
            name={index === 0 ? 'grantIds' : `grantIds.${grant.id}`}
            label={`${grant.roleName} · ${grant.unitName}`}
            hint={grant.endsOn === null ? undefined : `Bạn giữ đến ${formatDay(grant.endsOn)}`}
            value={chosen.has(grant.id)}
            onChange={toggle(grant.id)}
          />
        ))}
      </fieldset>
      <ReceiverPicker value={receiver} onChange={setReceiver} />
      <FieldRow>
        <DayField
          name="beginsOn"
          label="Từ ngày"
          required
          min={today}
          value={beginsOn}
          onChange={setBeginsOn}
        />
        <DayField
          name="endsOn"
          label="Đến hết ngày"
          required
          min={today}
          value={endsOn}
          onChange={setEndsOn}
        />
      </FieldRow>
      <TextField
        name="reason"
        label="Lý do vắng mặt"
        hint="Ví dụ: đi học tại Trường Chính trị tỉnh"
        required
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </DrawerForm>
  );
}

interface ReceiverPickerProps {
  readonly value: Receiver | null;
  readonly onChange: (receiver: Receiver | null) => void;
}

function ReceiverPicker({ value, onChange }: ReceiverPickerProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const found = useApiQuery(
    'GET /api/delegation-receivers',
    { query: asked === '' ? {} : { q: asked } },
    { keepPrevious: true, staleTime: 60_000 },
  );
  return (
    <RemotePicker
      name="toAccountId"
      label="Người làm thay"
      hint="Người làm việc cùng đơn vị, cấp trên hoặc cấp dưới"
      required
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={found.data?.items}
      loading={found.refreshing && text !== ''}
      itemId={(one) => one.id}
      itemLabel={(one) => one.displayName}
      itemDetail={(one) => one.detail}
      placeholder="Gõ tên người nhận"
    />
  );
}
