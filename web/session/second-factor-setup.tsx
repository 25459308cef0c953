import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePageTitle } from '../platform/page-title.ts';
import { reloadSession, useSession } from '../platform/session.ts';
import { AccountMenu } from '../platform/shell/account-menu.tsx';
import { Brand } from '../platform/shell/brand.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { QrCode } from '../ui/qr-code.tsx';
import { CodeField } from './code-field.tsx';
import { PasswordField } from './password-field.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import styles from './sign-in.module.css';

/** Before anything else for a person whose role needs a second factor here. */
export function MustSetSecondFactorPage() {
  const heading = usePageTitle('Thiết lập xác thực hai lớp');
  return (
    <main className={styles.narrow}>
      <div className="k-row" style={{ justifyContent: 'space-between' }}>
        <Brand />
        <AccountMenu />
      </div>
      <h1 ref={heading} tabIndex={-1} style={{ marginTop: '1.5rem' }}>
        Thiết lập xác thực hai lớp
      </h1>
      <p className="k-small" style={{ marginBottom: '1.25rem' }}>
        Cơ quan yêu cầu vai trò của bạn dùng thêm mã trên điện thoại khi đăng nhập. Chỉ làm một lần, khoảng
        hai phút.
      </p>
      <SecondFactorSetup askPassword={false} onDone={() => void reloadSession()} />
    </main>
  );
}

interface SecondFactorSetupProps {
  /** Signed in a while ago: the password is asked again. */
  readonly askPassword: boolean;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

/** A password, a picture for the telephone, a first code, ten codes for paper. */
export function SecondFactorSetup({ askPassword, onDone, onCancel }: SecondFactorSetupProps) {
  const [pending, setPending] = useState<{ secret: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} onDone={onDone} />;
  return pending === null ? (
    <BeginForm askPassword={askPassword} onBegun={setPending} {...(onCancel && { onCancel })} />
  ) : (
    <ConfirmForm pending={pending} onCodes={setCodes} {...(onCancel && { onCancel })} />
  );
}

interface BeginFormProps {
  readonly askPassword: boolean;
  readonly onBegun: (pending: { secret: string; uri: string }) => void;
  readonly onCancel?: () => void;
}

function BeginForm({ askPassword, onBegun, onCancel }: BeginFormProps) {
  const [password, setPassword] = useState('');
  const begin = useApiCommand('POST /api/session/second-factor', { onSuccess: onBegun, invalidates: [] });
  // A page left open too long: the server asks for the password after all.
  const asked = askPassword || begin.problem?.fields.some((field) => field.path === 'currentPassword');
  const labels = useFieldErrors(begin.problem?.fields ?? []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    begin.run({ body: asked ? { currentPassword: password } : {} });
  };
  return (
    <FormContext value={labels}>
      <form onSubmit={submit} className="k-stack">
        <ProblemAlert problem={begin.problem} />
        <p>
          Cài một ứng dụng xác thực trên điện thoại (Google Authenticator, Microsoft Authenticator hoặc ứng
          dụng tương tự). Ứng dụng chạy được khi không có mạng.
        </p>
        {asked && (
          <PasswordField
            name="currentPassword"
            label="Mật khẩu hiện tại"
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
          />
        )}
        <div className="k-row">
          <Button type="submit" loading={begin.pending}>
            Tiếp tục
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              Thôi
            </Button>
          )}
        </div>
      </form>
    </FormContext>
  );
}

interface ConfirmFormProps {
  readonly pending: { readonly secret: string; readonly uri: string };
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onCancel?: () => void;
}

function ConfirmForm({ pending, onCodes, onCancel }: ConfirmFormProps) {
  const { account } = useSession();
  const [code, setCode] = useState('');
  const confirm = useApiCommand('POST /api/session/second-factor/confirmation', {
    onSuccess: ({ recoveryCodes }) => {
      notify('Đã bật xác thực hai lớp. Các phiên đăng nhập khác của bạn đã kết thúc.');
      onCodes(recoveryCodes);
    },
    invalidates: ['GET /api/session/sessions'],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.run({ body: { code } });
  };
  return (
    <form onSubmit={submit} className="k-stack" noValidate>
      <ProblemAlert problem={confirm.problem} />
      <div className={styles.scan}>
        <QrCode text={pending.uri} label={`Mã QR để thêm tài khoản ${account?.username ?? ''}`} />
        <div className="k-stack">
          <p>
            Mở ứng dụng xác thực, chọn thêm tài khoản rồi quét mã này. Nếu không quét được, chọn nhập khóa và
            gõ:
          </p>
          <code className={styles.secret}>{pending.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </div>
      </div>
      <CodeField
        name="code"
        label="Mã sáu số đang hiện trong ứng dụng"
        value={code}
        onChange={setCode}
        autoFocus
      />
      <div className="k-row">
        <Button type="submit" loading={confirm.pending}>
          Bật xác thực hai lớp
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            Thôi
          </Button>
        )}
      </div>
    </form>
  );
}
