import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePageTitle } from '../platform/page-title.ts';
import { reloadSession, useSession } from '../platform/session.ts';
import { Brand } from '../platform/shell/brand.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';

/** Before anything else for a person whose password was set by somebody else. */
export function MustChangePasswordPage() {
  const heading = usePageTitle('Đặt mật khẩu mới');
  const { account } = useSession();
  return (
    <main className={styles.narrow}>
      <Brand />
      <h1 ref={heading} tabIndex={-1} style={{ marginTop: '1.5rem' }}>
        Đặt mật khẩu mới
      </h1>
      <p className="k-small" style={{ marginBottom: '1.25rem' }}>
        Mật khẩu hiện tại của {account?.displayName} do quản trị hệ thống đặt. Hãy đặt mật khẩu của riêng bạn
        rồi tiếp tục.
      </p>
      <ChangePasswordForm />
    </main>
  );
}

export function ChangePasswordForm() {
  const [currentPassword, setCurrent] = useState('');
  const draft = useNewPassword();
  const change = useApiCommand('POST /api/session/password', {
    onSuccess: async () => {
      setCurrent('');
      draft.clear();
      notify('Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.');
      await reloadSession();
    },
    invalidates: ['GET /api/session/sessions'],
  });
  const labels = useFieldErrors(change.problem?.fields ?? []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.agrees()) change.run({ body: { currentPassword, newPassword: draft.password } });
  };
  return (
    <FormContext value={labels}>
      <form onSubmit={submit} className="k-stack">
        <ProblemAlert problem={change.problem} />
        <PasswordField
          name="currentPassword"
          label="Mật khẩu hiện tại"
          value={currentPassword}
          onChange={setCurrent}
          autoComplete="current-password"
        />
        <NewPasswordFields draft={draft} name="newPassword" />
        <div>
          <Button type="submit" loading={change.pending}>
            Đổi mật khẩu
          </Button>
        </div>
      </form>
    </FormContext>
  );
}
