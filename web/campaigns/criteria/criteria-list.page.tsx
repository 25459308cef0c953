import { Button } from '@mantine/core';
import type { ApiResponse } from '../../platform/api-client.ts';
import { useApiQuery } from '../../platform/api-hooks.ts';
import { usePermission } from '../../platform/session.ts';
import { AppLink } from '../../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { criteriaFor, sumOfPoints } from './criteria-words.ts';

type CriteriaSet = ApiResponse<'GET /api/criteria-sets'>['items'][number];

const columns: readonly TableColumn<CriteriaSet>[] = [
  { key: 'name', header: 'Bộ tiêu chí', cell: (row) => row.name },
  { key: 'for', header: 'Dùng cho', cell: criteriaFor },
  { key: 'revision', header: 'Phiên bản', cell: (row) => row.revision, align: 'end' },
  { key: 'criteria', header: 'Tiêu chí', cell: (row) => row.content.criteria.length, align: 'end' },
  { key: 'sum', header: 'Tổng điểm', cell: (row) => formatNumber(sumOfPoints(row.content)), align: 'end' },
  { key: 'owner', header: 'Đơn vị', cell: (row) => row.owner.shortName },
  {
    key: 'use',
    header: 'Tình trạng',
    cell: (row) =>
      row.inUse ? (
        <StateBadge tone="good">Đang dùng</StateBadge>
      ) : (
        <StateBadge tone="neutral">Chưa dùng</StateBadge>
      ),
  },
];

/** Criteria sets: what practices are scored by, as data, in revisions. */
export function CriteriaListPage() {
  const sets = useApiQuery('GET /api/criteria-sets', {});
  const manages = usePermission('criteria.manage');
  const add = manages && (
    <Button component={AppLink} href="/tieu-chi/moi">
      Soạn bộ tiêu chí
    </Button>
  );
  return (
    <>
      <PageHead
        title="Bộ tiêu chí"
        crumbs={[{ label: 'Chiến dịch', href: '/chien-dich' }, { label: 'Bộ tiêu chí' }]}
        subtitle="Căn cứ để tự chấm, chấm điểm kiểm tra và họp xét công nhận"
        actions={sets.data?.items.length !== 0 && add}
      />
      <DataTable
        name="criteria-sets"
        label="Danh sách bộ tiêu chí"
        unit="bộ tiêu chí"
        columns={columns}
        rows={sets.data?.items}
        rowId={(row) => row.id}
        rowHref={(row) => `/tieu-chi/${row.id}`}
        problem={sets.problem}
        onRetry={() => void sets.reload()}
        empty={
          <EmptyState title="Chưa có bộ tiêu chí nào" action={add}>
            Cần ít nhất một bộ tiêu chí để phát động chiến dịch: chấm điểm hoặc đạt, không đạt, theo hướng dẫn
            của cấp trên.
          </EmptyState>
        }
      />
    </>
  );
}
