import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { formatInstantDay } from '../platform/time.ts';
import { useUrlState, writeUrlWords } from '../platform/url-state.ts';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { practiceKind } from '../ui/practices/practice-badge.tsx';
import { ExportButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { AppraisalPanel } from './appraisal-panel.tsx';
import styles from './appraisal.module.css';
import { BulkDecisions } from './bulk-decisions.tsx';
import { DraftNotice } from './draft-notice.tsx';
import { type Queue, queues, type QueueKey } from './queues.ts';

export type QueueRow = ApiResponse<'GET /api/practices'>['items'][number];

/** What waits for the standing agency: taken up, looked at beside last year and its likes, decided, noticed. */
export function AppraisalPage() {
  const { words, change } = useUrlState();
  const { currentCampaign } = useSession();
  const campaigns = useApiQuery('GET /api/campaigns', {}, { staleTime: 300_000 });
  const campaignId = words['campaignId'] ?? currentCampaign?.id ?? campaigns.data?.items[0]?.id;
  const open = (campaigns.data?.items ?? []).filter((one) => one.state === 'open');
  const campaign = campaigns.data?.items.find((one) => one.id === campaignId);
  const counts = useQueueCounts(campaignId);
  const opened = words['xem'];
  return (
    <>
      <PageHead
        title="Thẩm định, giao nhiệm vụ"
        subtitle={campaign?.title ?? currentCampaign?.title ?? 'Đăng ký của các đơn vị'}
        actions={
          open.length > 1 && (
            <NativeSelect
              aria-label="Chiến dịch"
              value={campaignId ?? ''}
              onChange={(event) => change({ campaignId: event.currentTarget.value, xem: undefined })}
              data={open.map((one) => ({ value: one.id, label: one.title }))}
            />
          )
        }
      />
      <UrlTabs
        label="Hàng chờ thẩm định"
        tabs={queues.map((queue) => ({
          key: queue.key,
          label: queue.label,
          ...(counts[queue.key] !== undefined && { count: counts[queue.key] as number }),
          content: <QueueList key={queue.key} queue={queue} campaignId={campaignId} />,
        }))}
      />
      {opened !== undefined && <AppraisalPanel id={opened} onClose={() => change({ xem: undefined })} />}
    </>
  );
}

function useQueueCounts(campaignId: string | undefined): Partial<Record<QueueKey, number>> {
  const scope = campaignId === undefined ? {} : { campaignId };
  const one = (queue: Queue) => ({ query: { ...scope, ...queue.filter, size: 1 } });
  const submitted = useApiQuery('GET /api/practices', one(queues[0]), { keepPrevious: true });
  const appraising = useApiQuery('GET /api/practices', one(queues[1]), { keepPrevious: true });
  const unnoticed = useApiQuery('GET /api/practices', one(queues[2]), { keepPrevious: true });
  const returned = useApiQuery('GET /api/practices', one(queues[3]), { keepPrevious: true });
  return Object.fromEntries(
    [submitted, appraising, unnoticed, returned].flatMap((query, index) =>
      query.data === undefined ? [] : [[queues[index]?.key ?? '', query.data.total]],
    ),
  );
}

const SIZE = 200;

function QueueList({
  queue,
  campaignId,
}: {
  readonly queue: Queue;
  readonly campaignId: string | undefined;
}) {
  const { words, change } = useUrlState();
  const table = useTableUrl({ sort: 'unit', size: SIZE });
  const scope = campaignId === undefined ? {} : { campaignId };
  const unit = words['unitId'];
  const filter = { ...scope, ...queue.filter, ...(unit !== undefined && { unitId: unit }) };
  const sort =
    table.sort === null ? {} : { sort: table.sort.key, order: table.sort.descending ? 'desc' : 'asc' };
  const list = useApiQuery(
    'GET /api/practices',
    { query: { ...filter, ...sort, page: table.page, size: SIZE } as object },
    { keepPrevious: true },
  );
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const rows = list.data?.items;
  const chosen = (rows ?? []).filter((row) => ids.has(row.id));
  return (
    <div className="k-stack">
      <p className={`${styles.hint} k-small`}>{queue.hint}</p>
      {queue.key === 'chua-thong-bao' &&
        rows !== undefined &&
        rows.length > 0 &&
        campaignId !== undefined && <DraftNotice campaignId={campaignId} rows={rows} />}
      <DataTable
        name="appraisal"
        label={queue.label}
        unit="đăng ký"
        columns={columns}
        rows={rows}
        total={list.data?.total}
        rowId={(row) => row.id}
        rowHref={(row) => `/tham-dinh${writeUrlWords({ ...words, xem: row.id })}`}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        selection={{
          ids,
          onChange: setIds,
          actions: <BulkDecisions rows={chosen} onDone={() => setIds(new Set())} />,
        }}
        tools={
          <>
            <UnitFilter rows={rows ?? []} value={unit} onChange={(unitId) => change({ unitId })} />
            <ExportButton
              href={apiHref('GET /api/practices.xlsx', { query: { ...filter, ...sort } as object })}
            />
          </>
        }
        empty={<EmptyState title={queue.emptyTitle}>{queue.emptyText}</EmptyState>}
      />
    </div>
  );
}

interface UnitFilterProps {
  readonly rows: readonly QueueRow[];
  readonly value: string | undefined;
  readonly onChange: (unitId: string | undefined) => void;
}

/** The units of this queue, each with how many wait. */
function UnitFilter({ rows, value, onChange }: UnitFilterProps) {
  const counts = new Map<string, { name: string; count: number }>();
  for (const row of rows) {
    const before = counts.get(row.unit.id);
    counts.set(row.unit.id, { name: row.unit.shortName, count: (before?.count ?? 0) + 1 });
  }
  if (counts.size < 2 && value === undefined) return null;
  return (
    <NativeSelect
      aria-label="Đơn vị"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: '', label: 'Mọi đơn vị' },
        ...[...counts].map(([id, one]) => ({ value: id, label: `${one.name} (${formatNumber(one.count)})` })),
      ]}
    />
  );
}

const columns: readonly TableColumn<QueueRow>[] = [
  { key: 'name', header: 'Tên mô hình, điển hình', cell: (row) => row.name, sortable: true, width: '36%' },
  { key: 'unit', header: 'Đơn vị', cell: (row) => row.unit.shortName, sortable: true },
  { key: 'field', header: 'Lĩnh vực', cell: (row) => row.fieldName || '–', sortable: true },
  { key: 'kind', header: 'Loại', cell: practiceKind, phone: 'off' },
  {
    key: 'intake',
    header: 'Đợt',
    cell: (row) => (row.intake === 2 ? <StateBadge tone="info">Bổ sung</StateBadge> : row.intake),
  },
  {
    key: 'submitted',
    header: 'Ngày gửi',
    cell: (row) => (row.submittedAt === null ? '–' : formatInstantDay(row.submittedAt)),
    sortable: true,
  },
  { key: 'place', header: 'Địa chỉ', cell: (row) => row.placeName || '–', hidden: true },
  { key: 'owner', header: 'Chủ mô hình', cell: (row) => row.ownerName || '–', hidden: true },
];
