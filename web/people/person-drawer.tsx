import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { FieldRow } from '../ui/form-page.tsx';
import { useFormState } from '../ui/form-state.ts';
import { RemotePicker } from '../ui/remote-picker.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { peopleHref } from './places.tsx';

type Person = ApiResponse<'GET /api/people/:id'>;
type Account = NonNullable<Person['account']>;

interface PersonDraft {
  readonly name: string;
  readonly account: Account | null;
  readonly phone: string;
  readonly email: string;
}

/** Enters somebody at a unit. */
export function NewPersonDrawer({ onClose }: { readonly onClose: () => void }) {
  const goTo = useGoTo();
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const form = useFormState<PersonDraft>({ name: '', account: null, phone: '', email: '' });
  const enter = useApiCommand('POST /api/people', {
    onSuccess: (done) => {
      notify('Đã thêm người.');
      onClose();
      goTo(`${peopleHref}/${done.id}`);
    },
  });
  return (
    <DrawerForm
      opened
      title="Thêm người"
      submitLabel="Thêm người"
      onClose={onClose}
      pending={enter.pending}
      problem={enter.problem}
      onSubmit={() => enter.run({ body: { unitId: unit?.id ?? '', ...sent(form.value) } })}
    >
      <UnitPicker
        name="unitId"
        label="Đơn vị quản lý"
        hint="Cán bộ của đơn vị này sửa được thông tin."
        required
        value={unit}
        onChange={setUnit}
      />
      <PersonFields form={form} />
    </DrawerForm>
  );
}

interface MendPersonProps {
  readonly person: Person;
  readonly onClose: () => void;
}

export function MendPersonDrawer({ person, onClose }: MendPersonProps) {
  const form = useFormState<PersonDraft>({
    name: person.name,
    account: person.account,
    phone: person.contact?.phone ?? '',
    email: person.contact?.email ?? '',
  });
  const mend = useApiCommand('PUT /api/people/:id', {
    onSuccess: () => {
      notify('Đã ghi.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title="Sửa thông tin"
      submitLabel="Ghi"
      onClose={onClose}
      pending={mend.pending}
      problem={mend.problem}
      onSubmit={() =>
        mend.run({ params: { id: person.id }, body: { version: person.version, ...sent(form.value) } })
      }
    >
      <PersonFields form={form} />
    </DrawerForm>
  );
}

function sent({ account, ...rest }: PersonDraft) {
  return { ...rest, accountId: account?.id ?? null };
}

function PersonFields({ form }: { readonly form: ReturnType<typeof useFormState<PersonDraft>> }) {
  return (
    <>
      <TextField label="Họ và tên" required maxLength={120} {...form.bind('name')} />
      <AccountField {...form.bind('account')} />
      <FieldRow>
        <TextField label="Điện thoại" maxLength={40} {...form.bind('phone')} />
        <TextField label="Thư điện tử" maxLength={120} {...form.bind('email')} />
      </FieldRow>
      <p className="k-small">
        Điện thoại, thư điện tử chỉ hiện cho cán bộ quản lý danh sách này; không có trong tệp Excel, bản in
        danh sách hay nhật ký.
      </p>
    </>
  );
}

interface AccountFieldProps {
  readonly value: Account | null;
  readonly onChange: (account: Account | null) => void;
}

function AccountField({ value, onChange }: AccountFieldProps) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 200);
  const found = useApiQuery(
    'GET /api/people/accounts',
    { query: asked === '' ? {} : { q: asked } },
    { keepPrevious: true, staleTime: 30_000 },
  );
  return (
    <RemotePicker<Account>
      name="accountId"
      label="Tài khoản trên hệ thống (không bắt buộc)"
      hint="Gắn tài khoản để thấy và bàn giao được việc đang giữ."
      value={value}
      onChange={onChange}
      text={text}
      onTextChange={setText}
      items={found.data?.items}
      loading={found.refreshing && text !== ''}
      itemId={(account) => account.id}
      itemLabel={(account) => account.displayName}
      placeholder="Gõ tên tài khoản"
    />
  );
}
