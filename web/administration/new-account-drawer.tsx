import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ChoiceField } from '../ui/check-field.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { GrantFields, useGrantDraft } from './grant-fields.tsx';

interface NewAccountDrawerProps {
  readonly onClose: () => void;
  /** An account that is to be invited: its drawer is opened next. */
  readonly onInvite: (accountId: string) => void;
}

/** A new account with its first role: its person is invited, or gets a first password to be changed at once. */
export function NewAccountDrawer({ onClose, onInvite }: NewAccountDrawerProps) {
  const form = useFormState({ username: '', displayName: '' });
  const [way, setWay] = useState<'invitation' | 'password'>('invitation');
  const [password, setPassword] = useState('');
  const grant = useGrantDraft();
  const create = useApiCommand('POST /api/accounts', {
    onSuccess: ({ id }) => {
      onClose();
      if (way === 'invitation') {
        notify(`Đã tạo tài khoản ${form.value.username}. Tạo đường dẫn mời để người dùng đặt mật khẩu.`);
        onInvite(id);
      } else
        notify(`Đã tạo tài khoản ${form.value.username}. Người dùng đổi mật khẩu khi đăng nhập lần đầu.`);
    },
  });
  return (
    <DrawerForm
      opened
      title="Tạo tài khoản"
      submitLabel="Tạo tài khoản"
      onClose={onClose}
      pending={create.pending}
      problem={create.problem}
      onSubmit={() =>
        create.run({
          body: { ...form.value, password: way === 'password' ? password : null, grant: grant.body },
        })
      }
    >
      <TextField
        label="Tên hiển thị"
        hint="Ví dụ: Cán bộ phường Hương Xuân"
        required
        maxLength={120}
        {...form.bind('displayName')}
      />
      <TextField
        label="Tên đăng nhập"
        hint="Chữ không dấu, số, dấu . _ -"
        required
        maxLength={60}
        {...form.bind('username')}
      />
      <ChoiceField
        name="way"
        label="Mật khẩu lần đầu"
        value={way}
        onChange={setWay}
        options={[
          { value: 'invitation', label: 'Gửi đường dẫn mời', hint: 'người dùng tự đặt' },
          { value: 'password', label: 'Đặt ngay', hint: 'đổi khi đăng nhập lần đầu' },
        ]}
      />
      {way === 'password' && (
        <TextField
          name="password"
          label="Mật khẩu đầu tiên"
          hint="Đưa riêng cho người dùng; ít nhất 10 ký tự."
          required
          maxLength={200}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <GrantFields draft={grant} prefix="grant." />
    </DrawerForm>
  );
}
