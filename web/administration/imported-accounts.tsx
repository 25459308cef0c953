import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import styles from '../ui/import-list.module.css';
import { LeaveGuard } from '../ui/leave-guard.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { ImportAnswer } from './account-import.page.tsx';
import { csvOf, downloadText } from './csv-list.ts';
import { invitationHref } from './invitation-link.tsx';

interface Invited {
  readonly username: string;
  readonly displayName: string;
  readonly unitName: string;
  readonly href: string;
  readonly expiresAt: string;
}

interface ImportedAccountsProps {
  readonly answer: ImportAnswer;
  readonly onAgain: () => void;
}

/** The accounts are there; now each person gets a link, shown and downloaded this once. */
export function ImportedAccounts({ answer, onAgain }: ImportedAccountsProps) {
  const { accounts } = answer;
  const [invited, setInvited] = useState<readonly Invited[]>([]);
  const [working, setWorking] = useState(false);
  const [saved, setSaved] = useState(false);
  const invite = useApiCommand('POST /api/accounts/:id/invitation', { problems: 'notice', invalidates: [] });
  const inviteAll = async () => {
    setWorking(true);
    const links = [...invited];
    for (const account of accounts.slice(links.length)) {
      if (account.id === null) continue;
      const link = await invite.send({ params: { id: account.id } }).catch(() => null);
      if (link === null) break;
      links.push({
        username: account.username,
        displayName: account.displayName,
        unitName: account.grants[0]?.unitName ?? '',
        href: invitationHref(link.token),
        expiresAt: link.expiresAt,
      });
      setInvited([...links]);
    }
    setWorking(false);
  };
  const download = () => {
    downloadText('duong-dan-moi.csv', csvOf(headers, invited.map(rowOf)));
    setSaved(true);
    notify('Đã tải danh sách đường dẫn mời. Xóa tệp sau khi gửi cho từng người.');
  };
  const waiting = accounts.length - invited.length;
  return (
    <Card title={`Đã tạo ${formatNumber(accounts.length)} tài khoản`}>
      <LeaveGuard active={invited.length > 0 && !saved} />
      <div className="k-stack">
        {waiting > 0 && !working && (
          <p>
            {invited.length === 0
              ? 'Chưa ai có mật khẩu. Tạo đường dẫn mời cho từng người, dùng một lần trong 72 giờ.'
              : `Còn ${formatNumber(waiting)} người chưa có đường dẫn mời.`}
          </p>
        )}
        {working && (
          <ProgressBar
            label={`Đang tạo đường dẫn mời: ${formatNumber(invited.length)}/${formatNumber(accounts.length)}`}
            share={invited.length / accounts.length}
          />
        )}
        {invited.length > 0 && <Links invited={invited} />}
        <div className="k-row k-no-print">
          {waiting > 0 && (
            <Button loading={working} onClick={() => void inviteAll()}>
              Tạo đường dẫn mời
            </Button>
          )}
          {invited.length > 0 && !working && (
            <Button variant={waiting > 0 ? 'default' : 'filled'} onClick={download}>
              Tải danh sách đường dẫn
            </Button>
          )}
          <Button variant="default" component={AppLink} href="/quan-tri/tai-khoan">
            Về danh sách tài khoản
          </Button>
          <Button variant="default" onClick={onAgain}>
            Nhập tệp khác
          </Button>
        </div>
      </div>
    </Card>
  );
}

const headers = ['Tên đăng nhập', 'Họ tên/chức danh', 'Đơn vị', 'Đường dẫn mời', 'Dùng được đến'];

function rowOf(one: Invited): string[] {
  return [one.username, one.displayName, one.unitName, one.href, formatInstant(one.expiresAt)];
}

function Links({ invited }: { readonly invited: readonly Invited[] }) {
  return (
    <div>
      <p>
        <b>Các đường dẫn chỉ hiện một lần.</b> Tải danh sách hoặc in ra trước khi rời trang, rồi gửi riêng cho
        từng người.
      </p>
      <div className={styles.scroll} role="region" aria-label="Đường dẫn mời" tabIndex={0}>
        <table className={styles.table} aria-label="Đường dẫn mời">
          <thead>
            <tr>
              <th scope="col">Người dùng</th>
              <th scope="col">Đường dẫn mời</th>
            </tr>
          </thead>
          <tbody>
            {invited.map((one) => (
              <tr key={one.username}>
                <td>
                  <b>{one.displayName}</b>
                  <div className="k-small">
                    {one.username} · {one.unitName}
                  </div>
                </td>
                <td style={{ overflowWrap: 'anywhere' }}>{one.href}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
