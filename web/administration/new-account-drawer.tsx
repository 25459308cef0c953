import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { useFormState } from '../ui/form-state.ts';
import { GrantFields, useGrantDraft } from './grant-fields.tsx';

/** A new account with its first role; the first password is changed at the first sign-in. */
export function NewAccountDrawer({ onClose }: { readonly onClose: () => void }) {
  const form = useFormState({ username: '', displayName: '', password: '' });
  const grant = useGrantDraft();
  const create = useApiCommand('POST /api/accounts', {
    onSuccess: () => {
      notify(`Đã tạo tài khoản ${form.value.username}. Người dùng đổi mật khẩu khi đăng nhập lần đầu.`);
      onClose();
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
      onSubmit={() => create.run({ body: { ...form.value, grant: grant.body } })}
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
      <TextField
        label="Mật khẩu đầu tiên"
        hint="Đưa riêng cho người dùng; ít nhất 10 ký tự."
        required
        maxLength={200}
        autoComplete="new-password"
        {...form.bind('password')}
      />
      <GrantFields draft={grant} prefix="grant." />
    </DrawerForm>
  );
}
