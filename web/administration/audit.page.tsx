import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { formatInstant } from '../platform/time.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { DayField } from '../ui/day-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { UnitPicker } from '../ui/unit-picker.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { AccountPicker } from './account-picker.tsx';
import { AuditVerification } from './audit-verification.tsx';
import styles from './administration.module.css';

type Entry = ApiResponse<'GET /api/audit'>['items'][number];

const filterKeys = ['accountId', 'unitId', 'outcome', 'from', 'to'] as const;

/** Who did what, newest first; what was refused is kept too. */
export function AuditPage() {
  const { words } = useUrlState();
  const table = useTableUrl();
  const query = listQuery(words, filterKeys, table) as object;
  const audit = useApiQuery('GET /api/audit', { query }, { keepPrevious: true });
  const { page: _page, size: _size, ...filter } = query as Record<string, string>;
  return (
    <>
      <PageHead
        title="Nhật ký hệ thống"
        subtitle="Mới nhất trước; không ai sửa hay xóa được"
        crumbs={[{ label: 'Quản trị', href: '/quan-tri' }]}
        actions={<PrintButton />}
      />
      <div className="k-stack">
        <AuditVerification />
        <div>
          <AuditFilters />
          <DataTable
            name="audit"
            label="Nhật ký hệ thống"
            unit="dòng"
            columns={columns}
            rows={audit.data?.items}
            {...(audit.data && { total: audit.data.total })}
            rowId={(row) => String(row.seq)}
            paging={table}
            tools={<ExportButton href={apiHref('GET /api/audit.xlsx', { query: filter })} />}
            problem={audit.problem}
            onRetry={() => void audit.reload()}
            empty={
              <EmptyState title="Không có dòng nào đúng điều kiện">Bỏ bớt điều kiện lọc ở trên.</EmptyState>
            }
          />
        </div>
      </div>
    </>
  );
}

/** By whom, about which unit, when and how it ended. */
function AuditFilters() {
  const { words, change } = useUrlState();
  const units = useApiQuery(
    'GET /api/units/:id',
    { params: { id: words['unitId'] ?? '' }, query: {} },
    { enabled: words['unitId'] !== undefined, staleTime: 60_000 },
  );
  const put = (key: (typeof filterKeys)[number], value: string | null | undefined) =>
    change({ [key]: value ?? undefined, page: undefined });
  return (
    <>
      <div className={`${styles.filters} k-no-print`}>
        {usePermission('account.manage') && (
          <AccountPicker
            name="accountId"
            label="Người làm"
            id={words['accountId']}
            onChange={(id) => put('accountId', id)}
          />
        )}
        <UnitPicker
          name="unitId"
          label="Đơn vị và trực thuộc"
          value={words['unitId'] === undefined ? null : (units.data ?? null)}
          onChange={(unit) => put('unitId', unit?.id)}
        />
        <DayField
          name="from"
          label="Từ ngày"
          value={words['from'] ?? null}
          onChange={(day) => put('from', day)}
        />
        <DayField name="to" label="Đến ngày" value={words['to'] ?? null} onChange={(day) => put('to', day)} />
      </div>
      <FilterBar
        name="audit"
        filters={[
          {
            key: 'outcome',
            label: 'Kết quả',
            options: [
              { value: 'done', label: 'Đã làm' },
              { value: 'refused', label: 'Bị từ chối' },
            ],
          },
          chip('from', 'Từ ngày', words['from']),
          chip('to', 'Đến ngày', words['to']),
        ]}
      />
    </>
  );
}

function chip(key: string, label: string, day: string | undefined) {
  const options = day === undefined ? [] : [{ value: day, label: formatDay(day) }];
  return { key, label, options, chipOnly: true as const };
}

/** The page of the record a line is about; not every kind of record has one. */
const pageOf: Readonly<Record<string, string>> = {
  practice: '/mo-hinh',
  document: '/van-ban',
  meeting: '/hop-xet',
  campaign: '/chien-dich',
  unit: '/to-chuc',
  figure_set: '/so-lieu',
  unit_report: '/bao-cao',
};

const columns: readonly TableColumn<Entry>[] = [
  { key: 'at', header: 'Lúc', width: '10.5rem', cell: (row) => formatInstant(row.at) },
  {
    key: 'who',
    header: 'Ai',
    width: '15rem',
    cell: (row) => (
      <div>
        {row.accountName ?? 'Chưa đăng nhập'}
        {row.onBehalfOf !== null && <div className="k-small">thay mặt {row.onBehalfOf}</div>}
      </div>
    ),
  },
  {
    key: 'what',
    header: 'Việc',
    phone: 'title',
    cell: (row) => (
      <div>
        <What entry={row} />
        {row.unitName !== null && <div className="k-small">{row.unitName}</div>}
      </div>
    ),
  },
  {
    key: 'outcome',
    header: 'Kết quả',
    width: '9rem',
    cell: (row) =>
      row.outcome === 'done' ? (
        <StateBadge tone="good">Đã làm</StateBadge>
      ) : (
        <StateBadge tone="warn">Bị từ chối</StateBadge>
      ),
  },
  { key: 'problem', header: 'Vì sao', width: '17rem', cell: (row) => row.problem ?? '' },
];

/** What was done, with the way to the record where it has a page. */
function What({ entry }: { readonly entry: Entry }) {
  const page = entry.subjectType === null ? undefined : pageOf[entry.subjectType];
  if (page === undefined || entry.subjectId === null || entry.outcome === 'refused') return entry.summary;
  return <AppLink href={`${page}/${entry.subjectId}`}>{entry.summary}</AppLink>;
}
