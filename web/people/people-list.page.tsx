import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { DayControl } from './day-control.tsx';
import { NewPersonDrawer } from './person-drawer.tsx';
import { OtherList, peopleHref } from './places.tsx';
import styles from './people.module.css';

type Row = ApiResponse<'GET /api/people'>['items'][number];

const filters = [
  {
    key: 'inOffice',
    label: 'Mọi người',
    options: [{ value: 'yes', label: 'Đang giữ chức danh' }],
  },
  { key: 'unitId', label: 'Đơn vị', options: [], chipOnly: true },
] as const;

/** Persons with the posts they held on a day. Contacts stay on the person's own page. */
export function PeopleListPage() {
  const { words } = useUrlState();
  const { today } = useSession();
  const manages = usePermission('people.manage');
  const [entering, setEntering] = useState(false);
  const table = useTableUrl();
  const day = words['ngay'];
  const query = { ...listQuery(words, ['q', 'inOffice', 'unitId'], table), ...(day && { day }) } as object;
  const list = useApiQuery('GET /api/people', { query }, { keepPrevious: true });
  const enter = <Button onClick={() => setEntering(true)}>Thêm người</Button>;
  return (
    <>
      <PageHead
        title="Con người"
        subtitle={`Ai giữ chức danh gì, ngày ${formatDay(day ?? today)}`}
        crumbs={[{ label: 'Tổ chức', href: '/to-chuc' }]}
        actions={
          <>
            <Button variant="default" component={AppLink} href={`${peopleHref}/phu-trach`}>
              Ai phụ trách
            </Button>
            <OtherList to="bodies" />
            {manages && enter}
          </>
        }
      />
      <FilterBar
        name="people"
        search="Họ tên (không cần gõ dấu)"
        filters={filters}
        extra={<DayControl label="Tại ngày" />}
      />
      <DataTable
        name="people"
        label="Danh sách người"
        unit="người"
        columns={columns}
        rows={list.data?.items}
        {...(list.data && { total: list.data.total })}
        rowId={(row) => row.id}
        rowHref={(row) => `${peopleHref}/${row.id}`}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        empty={
          words['q'] === undefined && words['inOffice'] === undefined ? (
            <EmptyState title="Chưa có ai trong danh sách" {...(manages && { action: enter })}>
              Người được thêm ở đây, hoặc khi ghi danh sách thành viên của một ban, khối, tổ.
            </EmptyState>
          ) : (
            <EmptyState title="Không tìm thấy ai">Thử ít chữ hơn, hoặc xem ở một ngày khác.</EmptyState>
          )
        }
      />
      {entering && <NewPersonDrawer onClose={() => setEntering(false)} />}
    </>
  );
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', header: 'Họ và tên', phone: 'title', width: '20rem', cell: (row) => row.name },
  {
    key: 'posts',
    header: 'Chức danh',
    cell: (row) =>
      row.posts.length === 0 ? (
        <span className="k-small">Không giữ chức danh nào</span>
      ) : (
        <ul className={styles.lines}>
          {row.posts.map((post) => (
            <li key={post.body.id}>
              {post.postName} – {post.body.name}
            </li>
          ))}
        </ul>
      ),
  },
  { key: 'unit', header: 'Đơn vị quản lý', width: '16rem', cell: (row) => row.unit.name },
];
