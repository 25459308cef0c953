import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiCommand, useApiQuery } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { printSlip } from '../platform/print-lines.ts';
import { formatInstant, formatInstantDay } from '../platform/time.ts';
import { Remark } from '../ui/card.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

interface Person {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly disabled: boolean;
}

type SignIn = ApiResponse<'GET /api/accounts/:id/sign-in'>;

/** How somebody signs in: a link for a password, the second factor, the identity at the office's own service. */
export function SignInSection({ account }: { readonly account: Person }) {
  const read = useApiQuery('GET /api/accounts/:id/sign-in', { params: { id: account.id } });
  if (read.problem !== null)
    return <ProblemAlert problem={read.problem} onRetry={() => void read.reload()} />;
  if (read.data === undefined) return null;
  return (
    <section className="k-stack">
      <h3>Đăng nhập</h3>
      <Invitation account={account} signIn={read.data} />
      <SecondFactor account={account} since={read.data.secondFactorSince} />
      {read.data.signInService !== null && (
        <Identity
          account={account}
          subject={read.data.externalSubject ?? ''}
          service={read.data.signInService.name}
        />
      )}
    </section>
  );
}

function Invitation({ account, signIn }: { readonly account: Person; readonly signIn: SignIn }) {
  const [link, setLink] = useState<string | null>(null);
  const invite = useApiCommand('POST /api/accounts/:id/invitation', {
    onSuccess: ({ token }) => setLink(`${window.location.origin}/moi/${token}`),
    invalidates: ['GET /api/accounts/:id/sign-in'],
  });
  const revoke = useApiCommand('DELETE /api/accounts/:id/invitation', {
    onSuccess: () => {
      setLink(null);
      notify('Đã thu hồi đường dẫn mời.');
    },
    invalidates: ['GET /api/accounts/:id/sign-in'],
    problems: 'notice',
  });
  const { invitation } = signIn;
  return (
    <>
      <p>{passwordWords(signIn)}</p>
      <ProblemAlert problem={invite.problem} />
      {link !== null && invitation !== null && (
        <InvitationLink account={account} link={link} expiresAt={invitation.expiresAt} />
      )}
      <div className="k-row">
        <Button
          variant="default"
          loading={invite.pending}
          disabled={account.disabled}
          onClick={() => invite.run({ params: { id: account.id } })}
        >
          {invitation === null ? 'Tạo đường dẫn mời' : 'Tạo đường dẫn mới thay đường dẫn cũ'}
        </Button>
        {invitation !== null && (
          <Button
            variant="outline"
            loading={revoke.pending}
            onClick={() => revoke.run({ params: { id: account.id } })}
          >
            Thu hồi đường dẫn
          </Button>
        )}
      </div>
      {account.disabled && <p className="k-small">Mở khóa tài khoản trước khi tạo đường dẫn mời.</p>}
    </>
  );
}

function passwordWords({ hasPassword, invitation }: SignIn): string {
  if (invitation !== null)
    return `Có đường dẫn mời chưa dùng, hiệu lực đến ${formatInstant(invitation.expiresAt)}.`;
  return hasPassword
    ? 'Đã có mật khẩu. Quên mật khẩu thì tạo đường dẫn để người dùng tự đặt lại.'
    : 'Chưa có mật khẩu. Tạo đường dẫn mời để người dùng tự đặt.';
}

interface InvitationLinkProps {
  readonly account: Pick<Person, 'username' | 'displayName'>;
  readonly link: string;
  readonly expiresAt: string;
}

/** The link, shown this once: copied into a message or printed on a slip. */
export function InvitationLink({ account, link, expiresAt }: InvitationLinkProps) {
  const print = () =>
    printSlip({
      title: 'Khéo: mời sử dụng',
      lines: [
        `Người nhận: ${account.displayName}`,
        `Tên đăng nhập: ${account.username}`,
        'Mở đường dẫn sau trên trình duyệt để đặt mật khẩu của riêng bạn:',
        { code: link },
        `Đường dẫn dùng một lần, đến ${formatInstant(expiresAt)}. Không chuyển cho người khác.`,
      ],
    });
  return (
    <Remark>
      <div className="k-stack">
        <p>
          Đưa riêng đường dẫn này cho {account.displayName}. <b>Chỉ hiện lần này</b>, dùng một lần, đến{' '}
          {formatInstant(expiresAt)}.
        </p>
        <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{link}</code>
        <div className="k-row">
          <CopyButton text={link} label="Sao chép đường dẫn" done="Đã sao chép đường dẫn mời." />
          <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={print}>
            In giấy mời
          </Button>
        </div>
      </div>
    </Remark>
  );
}

function SecondFactor({ account, since }: { readonly account: Person; readonly since: string | null }) {
  const [asking, setAsking] = useState(false);
  const reset = useApiCommand('POST /api/accounts/:id/second-factor-reset', {
    onSuccess: () => {
      notify('Đã gỡ xác thực hai lớp; mọi phiên đăng nhập của tài khoản đã kết thúc.');
      setAsking(false);
    },
    invalidates: ['GET /api/accounts/:id/sign-in'],
  });
  if (since === null) return <p className="k-small">Chưa bật xác thực hai lớp.</p>;
  return (
    <>
      <p>Xác thực hai lớp bật từ {formatInstantDay(since)}.</p>
      <div>
        <Button variant="outline" onClick={() => setAsking(true)}>
          Gỡ xác thực hai lớp
        </Button>
      </div>
      <ReasonDialog
        opened={asking}
        title={`Gỡ xác thực hai lớp của ${account.displayName}?`}
        confirmLabel="Gỡ xác thực hai lớp"
        danger
        quickPhrases={['Mất điện thoại, hết mã dự phòng.', 'Đổi điện thoại.']}
        pending={reset.pending}
        problem={reset.problem}
        onConfirm={(reason) => reset.run({ params: { id: account.id }, body: { reason } })}
        onClose={() => setAsking(false)}
      >
        Chỉ gỡ khi chắc chắn người đề nghị là chủ tài khoản (gặp mặt hoặc gọi số đã biết). Việc này ghi vào
        nhật ký.
      </ReasonDialog>
    </>
  );
}

interface IdentityProps {
  readonly account: Person;
  readonly subject: string;
  readonly service: string;
}

function Identity({ account, subject, service }: IdentityProps) {
  const [editing, setEditing] = useState(false);
  const [value, setValue] = useState(subject);
  const save = useApiCommand('PUT /api/accounts/:id/external-subject', {
    onSuccess: () => {
      notify(value === '' ? 'Đã gỡ danh tính.' : 'Đã gắn danh tính.');
      setEditing(false);
    },
    invalidates: ['GET /api/accounts/:id/sign-in'],
  });
  return (
    <>
      <p>
        {subject === ''
          ? `Chưa gắn với danh tính nào ở ${service}.`
          : `Đăng nhập được qua ${service}, mã định danh “${subject}”.`}
      </p>
      <div>
        <Button variant="default" onClick={() => setEditing(true)}>
          {subject === '' ? 'Gắn danh tính' : 'Sửa danh tính'}
        </Button>
      </div>
      <DrawerForm
        opened={editing}
        title={`Danh tính của ${account.displayName}`}
        submitLabel="Ghi"
        onClose={() => setEditing(false)}
        pending={save.pending}
        problem={save.problem}
        onSubmit={() => save.run({ params: { id: account.id }, body: { subject: value } })}
      >
        <TextField
          name="subject"
          label={`Mã định danh ở ${service}`}
          hint="Mã không đổi mà cổng dùng để gọi người này (subject). Để trống để gỡ."
          maxLength={255}
          value={value}
          onChange={setValue}
        />
      </DrawerForm>
    </>
  );
}
