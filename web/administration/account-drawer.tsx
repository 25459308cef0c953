import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { AppLink } from '../ui/app-link.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { TextField } from '../ui/fields.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { type Account, AccountState } from './account-state.tsx';
import { GrantFields, useGrantDraft } from './grant-fields.tsx';
import styles from './administration.module.css';
import { SignInSection } from './sign-in-section.tsx';

interface AccountDrawerProps {
  readonly account: Account;
  readonly onClose: () => void;
}

type Asking =
  | 'grant'
  | 'password'
  | 'disable'
  | 'enable'
  | { readonly end: Account['grants'][number] }
  | null;

/** One account: its roles, given and taken back; its password; whether it may sign in. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Drawer opened onClose={onClose} position="right" size="38rem" title={account.displayName}>
        <div className="k-stack">
          <div className="k-row">
            <AccountState account={account} />
            <span className="k-small">{account.username}</span>
          </div>
          <section>
            <h3>Quyền</h3>
            {account.grants.length === 0 && <p className="k-small">Chưa được giao quyền nào.</p>}
            <ul className={styles.grants}>
              {account.grants.map((grant) => (
                <li key={grant.id}>
                  <div>
                    <b>{grant.roleName}</b>
                    <div>{grant.unit.name}</div>
                    <div className="k-small">
                      từ {formatDay(grant.beginsOn)}
                      {grant.endsOn !== null && ` đến ${formatDay(grant.endsOn)}`}
                      {grant.coversSubtree ? ' · gồm đơn vị trực thuộc' : ' · chỉ đơn vị này'}
                    </div>
                  </div>
                  {grant.inForce ? (
                    <Button
                      variant="default"
                      aria-label={`Thu quyền ${grant.roleName} tại ${grant.unit.name}`}
                      onClick={() => setAsking({ end: grant })}
                    >
                      Thu quyền
                    </Button>
                  ) : (
                    <StateBadge tone="neutral">Không hiệu lực</StateBadge>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <div className="k-row">
            <Button onClick={() => setAsking('grant')}>Giao thêm quyền</Button>
            <Button variant="default" onClick={() => setAsking('password')}>
              Đặt lại mật khẩu
            </Button>
            {account.disabled ? (
              <Button variant="default" onClick={() => setAsking('enable')}>
                Mở khóa
              </Button>
            ) : (
              <Button variant="outline" onClick={() => setAsking('disable')}>
                Khóa tài khoản
              </Button>
            )}
          </div>
          <SignInSection account={account} />
          <AppLink href={`/quan-tri/nhat-ky?accountId=${account.id}`}>Xem nhật ký của tài khoản này</AppLink>
        </div>
      </Drawer>
      {asking === 'grant' && <GrantDrawer account={account} onClose={close} />}
      {asking === 'password' && <PasswordDrawer account={account} onClose={close} />}
      <DisableDialog account={account} opened={asking === 'disable'} onClose={close} />
      <EnableDialog account={account} opened={asking === 'enable'} onClose={close} />
      <EndGrantDialog
        grant={asking !== null && typeof asking === 'object' ? asking.end : null}
        account={account}
        onClose={close}
      />
    </>
  );
}

function GrantDrawer({ account, onClose }: AccountDrawerProps) {
  const draft = useGrantDraft();
  const give = useApiCommand('POST /api/accounts/:id/grants', {
    onSuccess: () => {
      notify('Đã giao quyền.');
      onClose();
    },
  });
  return (
    <DrawerForm
      opened
      title={`Giao quyền: ${account.displayName}`}
      submitLabel="Giao quyền"
      onClose={onClose}
      pending={give.pending}
      problem={give.problem}
      onSubmit={() => give.run({ params: { id: account.id }, body: draft.body })}
    >
      <GrantFields draft={draft} />
    </DrawerForm>
  );
}

function PasswordDrawer({ account, onClose }: AccountDrawerProps) {
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

interface DialogProps extends AccountDrawerProps {
  readonly opened: boolean;
}

function DisableDialog({ account, opened, onClose }: DialogProps) {
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
      Người dùng bị đăng xuất ngay và không đăng nhập được cho đến khi mở khóa.
    </ReasonDialog>
  );
}

function EnableDialog({ account, opened, onClose }: DialogProps) {
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

interface EndGrantDialogProps {
  readonly grant: Account['grants'][number] | null;
  readonly account: Account;
  readonly onClose: () => void;
}

function EndGrantDialog({ grant, account, onClose }: EndGrantDialogProps) {
  const end = useApiCommand('POST /api/grants/:id/end', {
    onSuccess: () => {
      notify('Đã thu quyền.');
      onClose();
    },
  });
  return (
    <ReasonDialog
      opened={grant !== null}
      title="Thu quyền"
      confirmLabel="Thu quyền"
      danger
      quickPhrases={['Đã chuyển công tác.', 'Thay đổi phân công.']}
      pending={end.pending}
      problem={end.problem}
      onConfirm={(reason) => grant !== null && end.run({ params: { id: grant.id }, body: { reason } })}
      onClose={onClose}
    >
      {grant !== null && (
        <>
          {account.displayName} thôi vai trò <b>{grant.roleName}</b> tại {grant.unit.name}; có hiệu lực ngay.
        </>
      )}
    </ReasonDialog>
  );
}
