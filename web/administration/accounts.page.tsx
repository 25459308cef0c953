import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatInstantDay } from '../platform/time.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { type Account, AccountState } from './account-state.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { NewAccountDrawer } from './new-account-drawer.tsx';
import styles from './administration.module.css';

/** Accounts of my area: who they are, what they may do where, until when. */
export function AccountsPage() {
  const { words, change } = useUrlState();
  const table = useTableUrl();
  const [creating, setCreating] = useState(false);
  const query = listQuery(words, ['q'], table) as object;
  const list = useApiQuery('GET /api/accounts', { query }, { keepPrevious: true });
  const open = useOpenAccount(words['xem'], list.data?.items);
  const create = (
    <>
      <Button variant="default" component={AppLink} href="/quan-tri/tai-khoan/nhap-danh-sach">
        Nhập danh sách Excel
      </Button>
      <Button onClick={() => setCreating(true)}>Tạo tài khoản</Button>
    </>
  );
  return (
    <>
      <PageHead
        title="Tài khoản và phân quyền"
        subtitle="Quyền được giao tại một đơn vị, cho một khoảng ngày"
        crumbs={[{ label: 'Quản trị', href: '/quan-tri' }]}
        actions={create}
      />
      <FilterBar name="accounts" search="Họ tên, tên đăng nhập" />
      <DataTable
        name="accounts"
        label="Tài khoản"
        unit="tài khoản"
        columns={accountColumns((id) => change({ xem: id }, 'push'))}
        rows={list.data?.items}
        {...(list.data && { total: list.data.total })}
        rowId={(row) => row.id}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        empty={
          <EmptyState
            title={words['q'] === undefined ? 'Chưa có tài khoản nào' : `Không tìm thấy “${words['q']}”`}
            {...(words['q'] === undefined && { action: create })}
          />
        }
      />
      {open && <AccountDrawer key={open.id} account={open} onClose={() => change({ xem: undefined })} />}
      {creating && (
        <NewAccountDrawer onClose={() => setCreating(false)} onInvite={(id) => change({ xem: id }, 'push')} />
      )}
    </>
  );
}

/** The account named in the address; it need not stand on the page of the list that is seen. */
function useOpenAccount(id: string | undefined, seen: readonly Account[] | undefined): Account | null {
  const inList = seen?.find((one) => one.id === id);
  const alone = useApiQuery(
    'GET /api/accounts',
    { query: { id: id ?? '' } },
    { enabled: id !== undefined && seen !== undefined && inList === undefined },
  );
  if (id === undefined) return null;
  return inList ?? alone.data?.items[0] ?? null;
}

function accountColumns(onOpen: (id: string) => void): readonly TableColumn<Account>[] {
  return [
    {
      key: 'name',
      header: 'Người dùng',
      phone: 'title',
      width: '18rem',
      cell: (row) => (
        <div>
          <b>{row.displayName}</b>
          <div className="k-small">{row.username}</div>
        </div>
      ),
    },
    { key: 'grants', header: 'Quyền', cell: (row) => <GrantLines account={row} /> },
    { key: 'state', header: 'Trạng thái', width: '13rem', cell: (row) => <AccountState account={row} /> },
    { key: 'created', header: 'Tạo ngày', width: '7rem', cell: (row) => formatInstantDay(row.createdAt) },
    {
      key: 'act',
      header: 'Việc',
      width: '7rem',
      cell: (row) => (
        <Button
          className="k-no-print"
          variant="default"
          aria-label={`Quản lý ${row.displayName}`}
          onClick={() => onOpen(row.id)}
        >
          Quản lý
        </Button>
      ),
    },
  ];
}

function GrantLines({ account }: { readonly account: Account }) {
  const working = account.grants.filter((grant) => grant.inForce);
  const standsIn = account.delegations.filter(
    (one) => one.direction === 'received' && one.standing === 'now',
  );
  if (working.length === 0 && standsIn.length === 0)
    return <span className="k-small">Không có quyền nào hiệu lực</span>;
  return (
    <ul className={styles.lines}>
      {working.map((grant) => (
        <li key={grant.id}>
          {grant.roleName} · {grant.unit.name}
          {grant.endsOn !== null && <span className="k-small"> đến {formatDay(grant.endsOn)}</span>}
        </li>
      ))}
      {standsIn.map((one) => (
        <li key={one.id} className="k-small">
          Thay mặt {one.otherName} đến {formatDay(one.endsOn)}
        </li>
      ))}
    </ul>
  );
}
