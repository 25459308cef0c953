import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';

type FigureSet = ApiResponse<'GET /api/figure-sets'>['items'][number];

/** What old papers report of a stage; kept beside the register, never added to it. */
export function FigureSetListPage() {
  const { words } = useUrlState();
  const stageId = words['stageId'];
  const stages = useApiQuery('GET /api/stages', {}, { staleTime: 60_000 });
  const sets = useApiQuery('GET /api/figure-sets', { query: stageId === undefined ? {} : { stageId } });
  const mayReport = (sets.data?.canReportFor.length ?? 0) > 0;
  const enter = mayReport && (
    <Button component={AppLink} href={`/so-lieu/moi${stageId === undefined ? '' : `?stageId=${stageId}`}`}>
      Nhập số liệu theo văn bản
    </Button>
  );
  return (
    <>
      <PageHead
        title="Số liệu giai đoạn"
        subtitle="Số liệu các báo cáo giấy đã nêu, kèm nguồn, phạm vi và ngày"
        actions={
          <>
            <PrintButton />
            {enter}
          </>
        }
      />
      <div className="k-stack">
        <Remark>
          Số ở đây là số văn bản nêu. Số do hệ thống đếm từ sổ mô hình đứng riêng; hai loại số không bao giờ
          cộng với nhau.
        </Remark>
        <div>
          <FilterBar
            name="figure-sets"
            filters={[
              {
                key: 'stageId',
                label: 'Giai đoạn',
                options: (stages.data?.items ?? []).map((stage) => ({ value: stage.id, label: stage.name })),
              },
            ]}
          />
          <DataTable
            name="figure-sets"
            label="Các bộ số liệu"
            unit="bộ số liệu"
            columns={columns}
            rows={sets.data?.items}
            rowId={(row) => row.id}
            rowHref={(row) => `/so-lieu/${row.id}`}
            problem={sets.problem}
            onRetry={() => void sets.reload()}
            empty={
              <EmptyState
                title={stageId === undefined ? 'Chưa nhập bộ số liệu nào' : 'Giai đoạn này chưa có số liệu'}
                action={enter}
              >
                Giai đoạn chỉ còn trên giấy thì nhập số liệu như báo cáo đã nêu, kèm tên các mô hình báo cáo
                nhắc đến.
              </EmptyState>
            }
          />
        </div>
      </div>
    </>
  );
}

const columns: readonly TableColumn<FigureSet>[] = [
  { key: 'title', header: 'Bộ số liệu', phone: 'title', cell: (row) => row.title },
  { key: 'headline', header: 'Số chính', width: '15rem', cell: (row) => row.headline },
  { key: 'scope', header: 'Phạm vi', width: '11rem', cell: (row) => row.scope },
  {
    key: 'period',
    header: 'Kỳ',
    width: '7.5rem',
    cell: (row) => `${formatDay(row.periodFrom)} – ${formatDay(row.periodTo)}`,
  },
  { key: 'stage', header: 'Giai đoạn', width: '9rem', hidden: true, cell: (row) => row.stageName ?? '–' },
  {
    key: 'counts',
    header: 'Số liệu · mô hình',
    width: '6rem',
    align: 'end',
    cell: (row) => `${formatNumber(row.figureCount)} · ${formatNumber(row.practiceCount)}`,
  },
  {
    key: 'checks',
    header: 'Kiểm tra',
    width: '9rem',
    cell: (row) =>
      row.failedChecks === 0 ? (
        <StateBadge tone="good">Khớp</StateBadge>
      ) : (
        <StateBadge tone="bad">{formatNumber(row.failedChecks)} chỗ không khớp</StateBadge>
      ),
  },
];
