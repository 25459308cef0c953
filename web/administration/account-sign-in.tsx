import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import type { Account } from './account-state.tsx';
import styles from './administration.module.css';
import { InvitationLink, invitationHref } from './invitation-link.tsx';

interface AccountProps {
  readonly account: Account;
}

type Asking = 'second_factor' | 'service' | null;

/** How an account signs in: its invitation, its second factor, its identity at the office's sign-in service. */
export function AccountSignIn({ account }: AccountProps) {
  const params = { id: account.id };
  const how = useApiQuery('GET /api/accounts/:id/sign-in', { params });
  const [asking, setAsking] = useState<Asking>(null);
  const [link, setLink] = useState<{ href: string; expiresAt: string } | null>(null);
  const invite = useApiCommand('POST /api/accounts/:id/invitation', {
    onSuccess: ({ token, expiresAt }) => setLink({ href: invitationHref(token), expiresAt }),
    problems: 'notice',
  });
  const revoke = useApiCommand('DELETE /api/accounts/:id/invitation', {
    onSuccess: () => {
      setLink(null);
      notify('Đã thu hồi lời mời; đường dẫn cũ không dùng được nữa.');
    },
    problems: 'notice',
  });
  if (how.problem) return <ProblemAlert problem={how.problem} onRetry={() => void how.reload()} />;
  if (how.data === undefined) return null;
  const { invitation, secondFactorSince, externalSubject, signInService, hasPassword } = how.data;
  return (
    <section className={styles.section}>
      <h3>Đăng nhập</h3>
      <ul className={styles.facts}>
        <li>{hasPassword ? 'Đã có mật khẩu' : 'Chưa có mật khẩu: cần đường dẫn mời'}</li>
        {invitation !== null && (
          <li>Đã mời, đường dẫn dùng được đến {formatInstant(invitation.expiresAt)}</li>
        )}
        <li>
          {secondFactorSince === null
            ? 'Chưa bật xác thực hai lớp'
            : `Bật xác thực hai lớp từ ${formatInstant(secondFactorSince)}`}
        </li>
        {signInService !== null && (
          <li>
            {externalSubject === null
              ? `Chưa gắn danh tính ở ${signInService.name}`
              : `Danh tính ở ${signInService.name}: ${externalSubject}`}
          </li>
        )}
      </ul>
      {link !== null && <InvitationLink {...link} displayName={account.displayName} />}
      <div className="k-row">
        <Button variant="default" loading={invite.pending} onClick={() => invite.run({ params })}>
          {invitation === null ? 'Tạo đường dẫn mời' : 'Tạo đường dẫn mời mới'}
        </Button>
        {invitation !== null && (
          <Button variant="default" loading={revoke.pending} onClick={() => revoke.run({ params })}>
            Thu hồi lời mời
          </Button>
        )}
        {secondFactorSince !== null && (
          <Button variant="default" onClick={() => setAsking('second_factor')}>
            Gỡ xác thực hai lớp
          </Button>
        )}
        {signInService !== null && (
          <Button variant="default" onClick={() => setAsking('service')}>
            Gắn danh tính
          </Button>
        )}
      </div>
      <ResetSecondFactor
        account={account}
        opened={asking === 'second_factor'}
        onClose={() => setAsking(null)}
      />
      {asking === 'service' && (
        <LinkIdentity account={account} subject={externalSubject ?? ''} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

interface DialogProps extends AccountProps {
  readonly onClose: () => void;
}

function ResetSecondFactor({ account, opened, onClose }: DialogProps & { readonly opened: boolean }) {
  const reset = useApiCommand('POST /api/accounts/:id/second-factor-reset', {
    onSuccess: () => {
      notify('Đã gỡ xác thực hai lớp; mọi phiên đăng nhập của tài khoản đã kết thúc.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={opened}
      title={`Gỡ xác thực hai lớp của ${account.displayName}?`}
      confirmLabel="Gỡ xác thực hai lớp"
      danger
      quickPhrases={['Mất điện thoại và mã dự phòng.', 'Đổi điện thoại.']}
      pending={reset.pending}
      problem={reset.problem}
      onConfirm={(reason) => reset.run({ params: { id: account.id }, body: { reason } })}
      onClose={onClose}
    >
      Chỉ làm khi đã gặp hoặc gọi trực tiếp người dùng: từ đây mật khẩu là đủ để đăng nhập.
    </ReasonDialog>
  );
}

function LinkIdentity({ account, subject, onClose }: DialogProps & { readonly subject: string }) {
  const [value, setValue] = useState(subject);
  const save = useApiCommand('PUT /api/accounts/:id/external-subject', {
    onSuccess: () => {
      notify(value.trim() === '' ? 'Đã gỡ danh tính.' : 'Đã gắn danh tính.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Danh tính ở cổng đăng nhập: ${account.displayName}`}
      submitLabel="Ghi"
      onClose={onClose}
      pending={save.pending}
      problem={save.problem}
      onSubmit={() => save.run({ params: { id: account.id }, body: { subject: value } })}
    >
      <TextField
        name="subject"
        label="Mã danh tính"
        hint="Mã người dùng ở cổng đăng nhập của cơ quan; để trống là gỡ."
        maxLength={255}
        value={value}
        onChange={setValue}
      />
    </DrawerForm>
  );
}
