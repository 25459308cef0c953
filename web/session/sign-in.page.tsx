import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { usePageTitle } from '../platform/page-title.ts';
import { useSession } from '../platform/session.ts';
import { Brand } from '../platform/shell/brand.tsx';
import { OfflineBanner } from '../platform/shell/offline-banner.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

const steps = [
  'Lựa chọn, đăng ký',
  'Thẩm định, giao nhiệm vụ',
  'Thực hiện',
  'Sơ kết, bổ sung',
  'Công nhận, khen thưởng',
  'Học tập, nhân rộng',
];

/** Stands at the address one came for; that page appears as soon as one is signed in. */
export function SignInPage() {
  const heading = usePageTitle('Đăng nhập');
  const { demoAccounts, demoPassword } = useSession();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.run({ body: { username, password } });
  };
  return (
    <div className={styles.page}>
      <aside className={styles.poster} aria-label="Về Khéo">
        <Brand size={36} light />
        <div>
          <p className={styles.motto}>
            “Dân vận khéo thì
            <br />
            việc gì cũng thành công.”
          </p>
          <p className={styles.author}>Hồ Chí Minh, “Dân vận”, 15/10/1949</p>
        </div>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </aside>
      <main className={styles.form}>
        <OfflineBanner />
        <form onSubmit={submit} className="k-stack">
          <div>
            <h1 ref={heading} tabIndex={-1}>
              Đăng nhập
            </h1>
            <p className="k-small">Theo dõi phong trào thi đua “Dân vận khéo” từ kế hoạch đến tổng kết.</p>
          </div>
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
          <p className="k-small">
            Quên mật khẩu: báo quản trị hệ thống của cơ quan đặt lại. Người dân xem triển lãm mô hình được
            công nhận bằng tài khoản do xã, phường cấp.
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
      </main>
    </div>
  );
}
