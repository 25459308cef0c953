import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { bodyKinds, bodyKindWords } from '#domain/people/bodies.ts';
import { DayControl, daySuffix } from './day-control.tsx';
import { bodiesHref, OtherList } from './places.tsx';

type Row = ApiResponse<'GET /api/bodies'>['items'][number];

const filters = [
  {
    key: 'kind',
    label: 'Loại',
    options: bodyKinds.map((value) => ({ value, label: bodyKindWords[value] })),
  },
  { key: 'unitId', label: 'Đơn vị', options: [], chipOnly: true },
] as const;

/** Committees, blocs and teams as they stood on a day. */
export function BodyListPage() {
  const { words } = useUrlState();
  const { today } = useSession();
  const manages = usePermission('people.manage');
  const table = useTableUrl();
  const day = words['ngay'];
  const query = { ...listQuery(words, ['q', 'kind', 'unitId'], table), ...(day && { day }) } as object;
  const list = useApiQuery('GET /api/bodies', { query }, { keepPrevious: true });
  const found = (
    <Button component={AppLink} href={`${bodiesHref}/moi`}>
      Lập ban, khối, tổ
    </Button>
  );
  const filtered = ['q', 'kind', 'unitId'].some((key) => words[key] !== undefined);
  return (
    <>
      <PageHead
        title="Ban, khối, tổ"
        subtitle={`Ban Chỉ đạo, Khối dân vận, tổ dân vận, đoàn kiểm tra · ngày ${formatDay(day ?? today)}`}
        crumbs={[{ label: 'Tổ chức', href: '/to-chuc' }]}
        actions={
          <>
            <OtherList to="people" />
            {manages && found}
          </>
        }
      />
      <FilterBar
        name="bodies"
        search="Tên ban, đơn vị, tên người (không cần gõ dấu)"
        filters={filters}
        extra={<DayControl label="Tại ngày" />}
      />
      {day !== undefined && day !== today && (
        <Remark>
          Đang xem như ngày {formatDay(day)}: các ban, khối, tổ và thành viên đúng theo ngày đó.
        </Remark>
      )}
      <DataTable
        name="bodies"
        label="Danh sách ban, khối, tổ"
        unit="ban, khối, tổ"
        columns={columns}
        rows={list.data?.items}
        {...(list.data && { total: list.data.total })}
        rowId={(row) => row.id}
        rowHref={(row) => `${bodiesHref}/${row.id}${daySuffix(day)}`}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        tools={<PrintButton />}
        empty={
          filtered ? (
            <EmptyState title="Không tìm thấy ban, khối, tổ nào">
              Bớt điều kiện lọc, hoặc xem ở một ngày khác.
            </EmptyState>
          ) : (
            <EmptyState title="Ngày này chưa có ban, khối, tổ nào" {...(manages && { action: found })}>
              {manages
                ? 'Ghi quyết định thành lập hoặc kiện toàn gần nhất cùng danh sách thành viên.'
                : 'Cơ quan thường trực ghi ban, khối, tổ của đơn vị vào đây.'}
            </EmptyState>
          )
        }
      />
    </>
  );
}

const columns: readonly TableColumn<Row>[] = [
  { key: 'name', header: 'Tên', phone: 'title', cell: (row) => row.name },
  { key: 'kind', header: 'Loại', width: '9rem', hidden: true, cell: (row) => row.kindName },
  { key: 'unit', header: 'Thuộc', width: '13rem', cell: (row) => row.unit.name },
  {
    key: 'head',
    header: 'Người đứng đầu',
    width: '16rem',
    cell: (row) => (row.head === null ? <span className="k-small">Chưa có</span> : row.head.name),
  },
  { key: 'members', header: 'Thành viên', align: 'end', width: '6.5rem', cell: (row) => row.memberCount },
  { key: 'last', header: 'Quyết định cuối', width: '8.5rem', cell: (row) => formatDay(row.lastActOn) },
];
