import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconLogout, IconTextSize, IconUserCircle } from '@tabler/icons-react';
import { request } from '../api-client.ts';
import { useGoTo } from '../navigation.ts';
import { notifyProblem } from '../notify.ts';
import { toProblem } from '../problem-error.ts';
import { reloadSession, replaceSession, useSession } from '../session.ts';
import styles from './shell.module.css';

async function signOut(): Promise<void> {
  try {
    const { onwards, ...session } = await request('DELETE /api/session', {});
    replaceSession(session);
    // Signed in at the office's own service: signed out there as well.
    if (onwards !== null) window.location.assign(onwards);
  } catch (error) {
    notifyProblem(toProblem(error));
  }
}

async function changeTextSize(textSize: 'normal' | 'large'): Promise<void> {
  try {
    await request('PUT /api/session/preferences', { body: { textSize } });
    await reloadSession();
  } catch (error) {
    notifyProblem(toProblem(error));
  }
}

/** Who is signed in, for which unit; text size, account, sign out. */
export function AccountMenu() {
  const { account, grants, preferences } = useSession();
  const goTo = useGoTo();
  if (account === null) return null;
  const place = grants[0];
  const large = preferences.textSize === 'large';
  return (
    <Menu width={260}>
      <Menu.Target>
        <UnstyledButton className={styles.who}>
          <span className={styles.whoText}>
            <span className="k-hidden">Tài khoản: </span>
            <span>{account.displayName}</span>
            <small>{place?.unitName ?? account.username}</small>
          </span>
          <IconUserCircle className={styles.whoIcon} size={26} stroke={1.5} aria-hidden="true" />
          <IconChevronDown size={16} stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {account.displayName}
          {grants.map((grant) => (
            <span key={`${grant.role}-${grant.unitId}`} className={styles.grant}>
              {grant.roleName} · {grant.unitName}
            </span>
          ))}
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCircle size={18} />} onClick={() => goTo('/tai-khoan')}>
          Tài khoản, mật khẩu
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTextSize size={18} />}
          onClick={() => void changeTextSize(large ? 'normal' : 'large')}
        >
          {large ? 'Chữ thường (16)' : 'Chữ lớn (18)'}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
          Đăng xuất
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
