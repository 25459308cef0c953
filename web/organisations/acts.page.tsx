import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { reorganisationKinds, reorganisationWords } from '#domain/organisations/reorganisation.ts';
import { type ActRow, actTitle } from './act-words.ts';
import { actsPath, arrangePath } from './organisation-links.ts';

const columns: readonly TableColumn<ActRow>[] = [
  { key: 'what', header: 'Đơn vị', cell: actTitle, phone: 'title' },
  { key: 'on', header: 'Có hiệu lực từ', cell: (act) => formatDay(act.on), width: '9rem' },
  { key: 'kind', header: 'Việc', cell: (act) => act.kindName, width: '13rem' },
  {
    key: 'paper',
    header: 'Văn bản, lý do',
    cell: (act) => act.document?.symbol || act.documentText || act.reason,
  },
  {
    key: 'by',
    header: 'Người ghi',
    cell: (act) => act.byName ?? 'Nạp từ dữ liệu tham chiếu',
    hidden: true,
  },
  {
    key: 'state',
    header: 'Tình trạng',
    cell: (act) =>
      act.undone === null ? (
        <StateBadge tone="good">Đang có hiệu lực</StateBadge>
      ) : (
        <StateBadge tone="warn">Đã hoàn tác</StateBadge>
      ),
    width: '11rem',
  },
];

/** Everything that ever changed the organisation, newest first. */
export function ActsPage() {
  const { words } = useUrlState();
  const table = useTableUrl();
  const manages = usePermission('organisation.manage');
  const { sort: _sort, ...query } = listQuery(words, ['kind', 'unitId', 'from', 'to'], table);
  const acts = useApiQuery('GET /api/reorganisations', { query }, { keepPrevious: true });
  const arrange = manages && (
    <Button component={AppLink} href={arrangePath}>
      Sắp xếp tổ chức
    </Button>
  );
  return (
    <>
      <PageHead
        title="Các lần sắp xếp tổ chức"
        subtitle="Thành lập, đổi tên, chuyển, sáp nhập, chia tách, kết thúc: theo ngày có hiệu lực"
        crumbs={[{ label: 'Tổ chức', href: '/to-chuc' }]}
        actions={arrange}
      />
      <FilterBar
        name="acts"
        filters={[
          {
            key: 'kind',
            label: 'Việc',
            options: reorganisationKinds.map((value) => ({ value, label: reorganisationWords[value] })),
          },
        ]}
      />
      <DataTable
        name="acts"
        label="Các lần sắp xếp tổ chức"
        unit="lần"
        columns={columns}
        rows={acts.data?.items}
        {...(acts.data !== undefined && { total: acts.data.total })}
        rowId={(act) => act.id}
        rowHref={(act) => `${actsPath}/${act.id}`}
        paging={table}
        problem={acts.problem}
        onRetry={() => void acts.reload()}
        tools={<PrintButton />}
        empty={
          <EmptyState title="Chưa có lần sắp xếp nào" action={arrange}>
            Thành lập, đổi tên, sáp nhập hay chia tách đơn vị sẽ được ghi ở đây, kèm ngày và quyết định.
          </EmptyState>
        }
      />
    </>
  );
}
