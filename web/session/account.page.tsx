import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { usePageTitle } from '../platform/page-title.ts';
import { reloadSession, useSession } from '../platform/session.ts';
import { Brand } from '../platform/shell/brand.tsx';
import { Card } from '../ui/card.tsx';
import { ChoiceField } from '../ui/check-field.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { FormContext } from '../ui/form-context.ts';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useFieldErrors } from '../ui/form-errors.ts';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';

/** My account: who I am here, how large the text is, my password. */
export function AccountPage() {
  const { account, grants, preferences } = useSession();
  const save = useApiCommand('PUT /api/session/preferences', {
    onSuccess: reloadSession,
    invalidates: [],
    problems: 'notice',
  });
  if (account === null) return null;
  return (
    <>
      <PageHead title="Tài khoản" subtitle="Chỉ bạn thấy trang này" />
      <div className="k-two">
        <div className="k-stack">
          <Card title={account.displayName}>
            <DefinitionList
              items={[
                { term: 'Tên đăng nhập', value: account.username },
                {
                  term: 'Được giao',
                  value: grants.map((grant) => (
                    <div key={`${grant.role}-${grant.unitId}`}>
                      {grant.roleName} · {grant.unitName}
                    </div>
                  )),
                },
              ]}
            />
          </Card>
          <Card title="Hiển thị">
            <ChoiceField
              name="textSize"
              label="Cỡ chữ"
              value={preferences.textSize}
              onChange={(textSize) => save.run({ body: { textSize } })}
              options={[
                { value: 'normal', label: 'Thường', hint: 'cỡ 16' },
                { value: 'large', label: 'Lớn', hint: 'cỡ 18, dễ đọc hơn' },
              ]}
            />
          </Card>
        </div>
        <Card title="Đổi mật khẩu">
          <ChangePasswordForm />
        </Card>
      </div>
    </>
  );
}

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

function ChangePasswordForm() {
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const [repeated, setRepeated] = useState('');
  const [mismatch, setMismatch] = useState(false);
  const change = useApiCommand('POST /api/session/password', {
    onSuccess: async () => {
      setCurrent('');
      setNew('');
      setRepeated('');
      notify('Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.');
      await reloadSession();
    },
    invalidates: [],
  });
  const labels = useFieldErrors(change.problem?.fields ?? []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMismatch(newPassword !== repeated);
    if (newPassword === repeated) change.run({ body: { currentPassword, newPassword } });
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
        <PasswordField
          name="newPassword"
          label="Mật khẩu mới"
          hint="Ít nhất 10 ký tự; một câu dễ nhớ là tốt nhất."
          value={newPassword}
          onChange={setNew}
          autoComplete="new-password"
        />
        <PasswordField
          name="repeated"
          label="Nhập lại mật khẩu mới"
          value={repeated}
          onChange={setRepeated}
          error={
            mismatch && newPassword !== repeated ? 'Hai lần nhập mật khẩu mới chưa giống nhau.' : undefined
          }
          autoComplete="new-password"
        />
        <div>
          <Button type="submit" loading={change.pending}>
            Đổi mật khẩu
          </Button>
        </div>
      </form>
    </FormContext>
  );
}
