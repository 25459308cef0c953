import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { DisableDialog, EnableDialog, PasswordDrawer } from './account-dialogs.tsx';
import { AccountGrants, GrantDrawer } from './account-grants.tsx';
import { AccountSignIn } from './account-sign-in.tsx';
import { type Account, AccountState } from './account-state.tsx';

interface AccountDrawerProps {
  readonly account: Account;
  readonly onClose: () => void;
}

type Asking = 'grant' | 'password' | 'disable' | 'enable' | null;

/** One account: its roles, given and taken back; how it signs in; whether it may. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  const [asking, setAsking] = useState<Asking>(null);
  const close = () => setAsking(null);
  return (
    <>
      <Drawer opened onClose={onClose} position="right" size="42rem" title={account.displayName}>
        <div className="k-stack">
          <div className="k-row">
            <AccountState account={account} />
            <span className="k-small">{account.username}</span>
          </div>
          <AccountGrants account={account} />
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
          <AccountSignIn account={account} />
          <AppLink href={`/quan-tri/nhat-ky?accountId=${account.id}`}>Xem nhật ký của tài khoản này</AppLink>
        </div>
      </Drawer>
      {asking === 'grant' && <GrantDrawer account={account} onClose={close} />}
      {asking === 'password' && <PasswordDrawer account={account} onClose={close} />}
      <DisableDialog account={account} opened={asking === 'disable'} onClose={close} />
      <EnableDialog account={account} opened={asking === 'enable'} onClose={close} />
    </>
  );
}
