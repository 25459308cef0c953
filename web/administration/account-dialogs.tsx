import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { Account } from './account-state.tsx';

interface AccountProps {
  readonly account: Account;
  readonly onClose: () => void;
}

/** A first password typed by the administrator, for a person who cannot open a link. */
export function PasswordDrawer({ account, onClose }: AccountProps) {
  const [password, setPassword] = useState('');
  const reset = useApiCommand('POST /api/accounts/:id/password', {
    onSuccess: () => {
      notify('Đã đặt lại mật khẩu; mọi phiên đăng nhập của tài khoản đã kết thúc.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Đặt lại mật khẩu: ${account.displayName}`}
      submitLabel="Đặt lại mật khẩu"
      onClose={onClose}
      pending={reset.pending}
      problem={reset.problem}
      onSubmit={() => reset.run({ params: { id: account.id }, body: { password } })}
    >
      <p>Mọi phiên đăng nhập của tài khoản kết thúc ngay; người dùng đổi mật khẩu khi đăng nhập lại.</p>
      <TextField
        name="password"
        label="Mật khẩu mới"
        hint="Đưa riêng cho người dùng; ít nhất 10 ký tự."
        required
        maxLength={200}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
    </DrawerForm>
  );
}

interface DialogProps extends AccountProps {
  readonly opened: boolean;
}

export function DisableDialog({ account, opened, onClose }: DialogProps) {
  const disable = useApiCommand('POST /api/accounts/:id/disabling', {
    onSuccess: () => {
      notify('Đã khóa tài khoản.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={opened}
      title={`Khóa tài khoản ${account.displayName}?`}
      confirmLabel="Khóa tài khoản"
      danger
      quickPhrases={['Đã chuyển công tác.', 'Đã nghỉ hưu.', 'Nghi lộ mật khẩu.']}
      pending={disable.pending}
      problem={disable.problem}
      onConfirm={(reason) => disable.run({ params: { id: account.id }, body: { disabled: true, reason } })}
      onClose={onClose}
    >
      Người dùng bị đăng xuất ngay và không đăng nhập được cho đến khi mở khóa; ủy quyền của người này cũng
      dừng.
    </ReasonDialog>
  );
}

export function EnableDialog({ account, opened, onClose }: DialogProps) {
  const enable = useApiCommand('POST /api/accounts/:id/disabling', {
    onSuccess: () => {
      notify('Đã mở khóa tài khoản.');
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened={opened}
      title={`Mở khóa tài khoản ${account.displayName}?`}
      confirmLabel="Mở khóa"
      pending={enable.pending}
      problem={enable.problem}
      onConfirm={() => enable.run({ params: { id: account.id }, body: { disabled: false, reason: '' } })}
      onClose={onClose}
    >
      Người dùng đăng nhập lại được với mật khẩu cũ và các quyền còn hiệu lực.
    </ConfirmDialog>
  );
}
