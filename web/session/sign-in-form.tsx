import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { TextField } from '../ui/fields.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

/** Name and password; the office's own sign-in service and the demo's accounts, where there are any. */
export function SignInForm() {
  const { demoAccounts, demoPassword, signInService } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.run({ body: { username, password } });
  };
  return (
    <>
      <form onSubmit={submit} className="k-stack">
        <ProblemAlert problem={signIn.problem} />
        <TextField
          name="username"
          label="Tên đăng nhập"
          value={username}
          onChange={setUsername}
          autoComplete="username"
          autoFocus
        />
        <PasswordField
          name="password"
          label="Mật khẩu"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button type="submit" size="md" loading={signIn.pending}>
          Đăng nhập
        </Button>
        {signInService !== null && <ServiceButton name={signInService.name} />}
        <p className="k-small">
          Quên mật khẩu: báo quản trị hệ thống của cơ quan gửi đường dẫn đặt lại. Người dân xem triển lãm mô
          hình được công nhận bằng tài khoản do xã, phường cấp.
        </p>
      </form>
      {demoAccounts !== null && demoAccounts.length > 0 && (
        <DemoAccounts
          accounts={demoAccounts}
          busy={signIn.pending}
          onPick={(name) => {
            setUsername(name);
            setPassword(demoPassword ?? '');
            if (demoPassword !== null) signIn.run({ body: { username: name, password: demoPassword } });
          }}
        />
      )}
    </>
  );
}

/** To the office's own sign-in service, and back to the page one came for. */
function ServiceButton({ name }: { readonly name: string }) {
  const depart = useApiCommand('POST /api/sign-in-service/departure', {
    onSuccess: ({ address }) => window.location.assign(address),
    invalidates: [],
  });
  return (
    <>
      <p className={styles.or}>hoặc</p>
      <ProblemAlert problem={depart.problem} />
      <Button
        variant="default"
        size="md"
        loading={depart.pending}
        onClick={() => depart.run({ body: { returnTo: window.location.pathname + window.location.search } })}
      >
        Đăng nhập qua {name}
      </Button>
    </>
  );
}
