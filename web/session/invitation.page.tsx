import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { MessagePage } from '../platform/message-page.tsx';
import { useGoTo, usePathParam } from '../platform/navigation.ts';
import { usePageTitle } from '../platform/page-title.ts';
import { replaceSession, useSession } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { Card, Remark } from '../ui/card.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx';
import styles from './sign-in.module.css';

/** Where an invitation leads: for whom it is, and a first password. */
export function InvitationPage() {
  const token = usePathParam('token');
  const heading = usePageTitle('Đặt mật khẩu');
  const { account } = useSession();
  // Read once: after it was used it is over, and this page must not say so while one goes on.
  const { data, problem, reload } = useApiQuery(
    'GET /api/invitations/:token',
    { params: { token } },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  if (problem !== null)
    return (
      <MessagePage
        title={problem.title}
        home="Đến trang đăng nhập"
        actions={
          problem.code === 'invitation_over' ? undefined : (
            <Button onClick={() => void reload()}>Thử lại</Button>
          )
        }
      >
        <p>{problem.detail}</p>
        <p>Đã đặt mật khẩu rồi thì đăng nhập bằng mật khẩu đó.</p>
      </MessagePage>
    );
  if (data === undefined) return <PageSkeleton />;
  return (
    <div className={styles.narrow}>
      <h1 ref={heading} tabIndex={-1}>
        Đặt mật khẩu
      </h1>
      <p className="k-small" style={{ marginBottom: '1.25rem' }}>
        Quản trị hệ thống mời bạn dùng Khéo. Kiểm tra đúng là bạn, rồi đặt mật khẩu của riêng mình.
      </p>
      <div className="k-stack">
        {account !== null && account.username !== data.username && (
          <Remark>
            Trình duyệt này đang đăng nhập tài khoản {account.displayName}. Đặt mật khẩu ở đây sẽ đăng xuất
            tài khoản đó.
          </Remark>
        )}
        <Card title={data.displayName}>
          <div className="k-stack">
            <DefinitionList
              items={[
                { term: 'Tên đăng nhập', value: <b>{data.username}</b> },
                ...(data.unitName === null ? [] : [{ term: 'Đơn vị', value: data.unitName }]),
                { term: 'Đường dẫn dùng đến', value: formatInstant(data.expiresAt) },
              ]}
            />
            <FirstPasswordForm token={token} username={data.username} />
          </div>
        </Card>
      </div>
    </div>
  );
}

function FirstPasswordForm({ token, username }: { readonly token: string; readonly username: string }) {
  const draft = useNewPassword();
  const goTo = useGoTo();
  const take = useApiCommand('POST /api/invitations/:token', {
    onSuccess: (session) => {
      goTo('/', { replace: true });
      replaceSession(session);
    },
    invalidates: [],
  });
  const labels = useFieldErrors(take.problem?.fields ?? []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (draft.agrees()) take.run({ params: { token }, body: { password: draft.password } });
  };
  return (
    <FormContext value={labels}>
      <form onSubmit={submit} className="k-stack">
        <ProblemAlert problem={take.problem} />
        {/* Password managers keep the password with this name. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={username}
          readOnly
          hidden
          aria-hidden="true"
        />
        <NewPasswordFields draft={draft} name="password" />
        <div>
          <Button type="submit" size="md" loading={take.pending}>
            Đặt mật khẩu và đăng nhập
          </Button>
        </div>
      </form>
    </FormContext>
  );
}
