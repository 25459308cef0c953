import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import type { Filter } from '../ui/filter-words.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { DOCUMENT_TYPE_NAMES } from '#domain/documents/document-types.ts';
import {
  documentPurposes,
  documentPurposeWords,
  documentStates,
  documentStateWords,
} from '#domain/documents/document.workflow.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { DocumentStateBadge } from './document-state.tsx';

type Row = ApiResponse<'GET /api/documents'>['items'][number];

/** The register of papers: what waits for me first, then own and received. */
export function DocumentListPage() {
  const mayReceive = usePermission('document.receive');
  return (
    <>
      <PageHead
        title="Văn bản"
        subtitle="Sổ văn bản đi, đến; số và ký hiệu chạy theo cơ quan, loại và nhiệm kỳ"
        actions={
          <>
            <PrintButton />
            {mayReceive && (
              <Button component={AppLink} href="/van-ban/moi">
                Vào sổ văn bản đến
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <WaitingPapers />
        <UrlTabs
          label="Sổ văn bản"
          word="direction"
          tabs={[
            { key: 'all', label: 'Tất cả', content: <Register /> },
            { key: 'own', label: 'Văn bản đi', content: <Register /> },
            { key: 'received', label: 'Văn bản đến', content: <Register /> },
          ]}
        />
      </div>
    </>
  );
}

function WaitingPapers() {
  const signs = usePermission('document.issue');
  const recent = useApiQuery('GET /api/documents', { query: { size: 200 } });
  const waiting = (recent.data?.items ?? []).filter(
    (row) => row.waitsForMe || (signs && row.state === 'awaiting_signature'),
  );
  if (waiting.length === 0) return null;
  return (
    <Card title="Chờ tôi" aside={`${formatNumber(waiting.length)} văn bản`} flush className="k-no-print">
      {waiting.slice(0, 6).map((row) => (
        <CardRow
          key={row.id}
          badge={<StateBadge tone="warn">{row.waitsForMe ? 'Chờ xác nhận' : 'Chờ ký'}</StateBadge>}
          title={[row.typeName, row.symbol].filter(Boolean).join(' ')}
          detail={row.subject}
          action={
            <Button variant="default" component={AppLink} href={`/van-ban/${row.id}`}>
              {row.waitsForMe ? 'Mở, xác nhận' : 'Mở, ký'}
            </Button>
          }
        />
      ))}
    </Card>
  );
}

const filters: readonly Filter[] = [
  {
    key: 'type',
    label: 'Loại văn bản',
    options: Object.entries(DOCUMENT_TYPE_NAMES).map(([value, label]) => ({ value, label })),
  },
  {
    key: 'state',
    label: 'Trạng thái',
    options: documentStates.map((value) => ({ value, label: documentStateWords[value] })),
  },
  {
    key: 'purpose',
    label: 'Dùng để',
    options: documentPurposes.map((value) => ({ value, label: documentPurposeWords[value] })),
  },
  // These come with links from other pages.
  { key: 'campaignId', label: 'Chiến dịch', options: [], chipOnly: true },
  { key: 'ownerUnitId', label: 'Sổ của đơn vị', options: [], chipOnly: true },
];

const columns: readonly TableColumn<Row>[] = [
  {
    key: 'symbol',
    header: 'Số, ký hiệu',
    width: '9.5rem',
    cell: (row) => <span style={{ whiteSpace: 'nowrap' }}>{row.symbol ?? 'chưa có số'}</span>,
  },
  {
    key: 'day',
    header: 'Ngày',
    width: '7rem',
    cell: (row) => {
      const day = row.issuedOn ?? row.receivedOn;
      return day === null ? '–' : formatDay(day);
    },
  },
  {
    key: 'subject',
    header: 'Trích yếu',
    phone: 'title',
    cell: (row) => `${row.typeName} ${row.subject}`,
  },
  { key: 'issuer', header: 'Cơ quan ban hành', width: '13rem', cell: (row) => row.issuerName },
  {
    key: 'state',
    header: 'Trạng thái',
    width: '9rem',
    cell: (row) => <DocumentStateBadge state={row.state} />,
  },
  {
    key: 'sent',
    header: 'Đã nhận / đã gửi',
    width: '7rem',
    align: 'end',
    cell: (row) => (row.sent === 0 ? '–' : `${formatNumber(row.acknowledged)}/${formatNumber(row.sent)}`),
  },
];

/** The campaign and the unit that came with a link, by name. */
function useNamedFilters(): readonly Filter[] {
  const { words } = useUrlState();
  const campaigns = useApiQuery('GET /api/campaigns', {}, { enabled: words['campaignId'] !== undefined });
  const unitId = words['ownerUnitId'] ?? '';
  const unit = useApiQuery('GET /api/units/:id', { params: { id: unitId } }, { enabled: unitId !== '' });
  return filters.map((filter) => {
    if (filter.key === 'campaignId')
      return {
        ...filter,
        options: (campaigns.data?.items ?? []).map((one) => ({ value: one.id, label: one.title })),
      };
    if (filter.key === 'ownerUnitId' && unit.data)
      return { ...filter, options: [{ value: unitId, label: unit.data.shortName }] };
    return filter;
  });
}

function Register() {
  const { words } = useUrlState();
  const named = useNamedFilters();
  const table = useTableUrl();
  const names = ['q', 'direction', 'state', 'type', 'purpose', 'campaignId', 'ownerUnitId', 'from', 'to'];
  const query = listQuery(words, names, table) as object;
  const list = useApiQuery('GET /api/documents', { query }, { keepPrevious: true });
  return (
    <>
      <FilterBar name="documents" search="Số, ký hiệu, trích yếu" filters={named} />
      <DataTable
        name="documents"
        label="Sổ văn bản"
        unit="văn bản"
        columns={columns}
        rows={list.data?.items}
        {...(list.data && { total: list.data.total })}
        rowId={(row) => row.id}
        rowHref={(row) => `/van-ban/${row.id}`}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        empty={<NoPapers filtered={names.some((name) => words[name] !== undefined)} />}
      />
    </>
  );
}

function NoPapers({ filtered }: { readonly filtered: boolean }) {
  const { change } = useUrlState();
  const mayReceive = usePermission('document.receive');
  if (filtered)
    return (
      <EmptyState
        title="Không có văn bản nào đúng điều kiện đang lọc"
        action={
          <Button
            variant="default"
            onClick={() =>
              change({
                q: undefined,
                state: undefined,
                type: undefined,
                purpose: undefined,
                direction: undefined,
              })
            }
          >
            Bỏ hết lọc
          </Button>
        }
      >
        Thử ít chữ hơn; gõ không dấu cũng được.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Sổ chưa có văn bản nào"
      action={
        mayReceive && (
          <Button component={AppLink} href="/van-ban/moi">
            Vào sổ văn bản đến
          </Button>
        )
      }
    >
      Văn bản của mình được lập từ trang Chiến dịch (nút “Lập văn bản”); văn bản nhận được thì vào sổ ở đây.
    </EmptyState>
  );
}
