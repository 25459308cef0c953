import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { invalidateApi, queryClient, useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { usePermission } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { uploadTo } from '../platform/upload.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { ImportDrop } from '../ui/import-drop.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ReadingStateBadge, readingStateWords } from './reading-state.tsx';
import styles from './reading.module.css';

type Row = ApiResponse<'GET /api/readings'>['items'][number];

const states = (['open', 'registered', 'discarded'] as const).map((value) => ({
  value,
  label: readingStateWords[value],
}));

/** Papers of earlier years: dropped here, read at once, confirmed on their own page. */
export function ReadingListPage() {
  const { words } = useUrlState();
  const mayRegister = usePermission('practice.register');
  const table = useTableUrl();
  const list = useApiQuery(
    'GET /api/readings',
    { query: listQuery(words, ['state'], table) },
    { keepPrevious: true },
  );
  return (
    <>
      <PageHead
        title="Đọc tài liệu"
        subtitle="Thả báo cáo, kế hoạch cũ vào đây: máy đọc, người xác nhận, rồi mới vào sổ"
      />
      <div className="k-stack">
        <TakeIn />
        {mayRegister && (
          <p className="k-small">
            Có danh sách đăng ký dạng bảng (Excel, Word)?{' '}
            <AppLink href="/mo-hinh/nhap-danh-sach/bat-ky">Nhập danh sách bất kỳ</AppLink>
          </p>
        )}
        <div>
          <FilterBar name="readings" filters={[{ key: 'state', label: 'Trạng thái', options: states }]} />
          <DataTable
            name="readings"
            label="Tài liệu đã đọc"
            unit="tài liệu"
            columns={columns}
            rows={list.data?.items}
            {...(list.data !== undefined && { total: list.data.total })}
            rowId={(row) => row.id}
            rowHref={(row) => `/doc-tai-lieu/${row.id}`}
            paging={table}
            problem={list.problem}
            onRetry={() => void list.reload()}
            empty={
              <EmptyState
                title={
                  words['state'] === undefined ? 'Chưa đọc tài liệu nào' : 'Không có tài liệu nào như vậy'
                }
              >
                Thả báo cáo tổng kết, kế hoạch, danh sách những năm trước vào khung trên. Chưa xác nhận thì
                chưa có gì vào sổ.
              </EmptyState>
            }
          />
        </div>
      </div>
    </>
  );
}

interface Sending {
  readonly name: string;
  readonly share: number | undefined;
  readonly stop: () => void;
}

/** The drop zone: one file, read while one waits; what is refused says why, and nothing was kept. */
function TakeIn() {
  const goTo = useGoTo();
  const sets = useApiQuery('GET /api/figure-sets', { query: {} }, { staleTime: 60_000 });
  const units = sets.data?.canReportFor ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const unitId = chosen ?? units[0]?.id ?? null;

  const take = async (file: File) => {
    if (unitId === null) return;
    const control = new AbortController();
    const stop = () => control.abort();
    setProblem(null);
    setSending({ name: file.name, share: 0, stop });
    try {
      const done = (await uploadTo(file, {
        url: apiHref('POST /api/readings', { query: { unitId } }),
        signal: control.signal,
        onProgress: (share) => setSending({ name: file.name, share: share < 1 ? share : undefined, stop }),
      })) as ApiResponse<'POST /api/readings'>;
      await invalidateApi(queryClient, ['GET /api/readings']);
      goTo(`/doc-tai-lieu/${done.id}${done.already ? '?da-co=1' : ''}`);
    } catch (error) {
      const refusal = toProblem(error);
      if (refusal.code !== 'cancelled') setProblem(refusal);
    } finally {
      setSending(null);
    }
  };
  return (
    <Card title="Đọc một tài liệu" aside="Chưa xác nhận thì chưa vào sổ">
      <div className="k-stack">
        {units.length > 1 && (
          <NativeSelect
            className={styles.unit ?? ''}
            label="Tài liệu của đơn vị"
            value={unitId ?? ''}
            disabled={sending !== null}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          />
        )}
        <div className={styles.take}>
          <ImportDrop
            label="Tệp tài liệu"
            title="Thả tệp tài liệu vào đây"
            hint="Word (.docx, .doc), PDF có chữ, Excel, .csv hoặc .txt, đến 25 MB. Không nhận tài liệu mật."
            accept=".docx,.doc,.pdf,.txt,.xlsx,.csv"
            file={null}
            disabled={sending !== null || unitId === null}
            onFile={(file) => void take(file)}
          />
        </div>
        {sending !== null && (
          <ProgressBar
            label={sending.share === undefined ? `Đang đọc ${sending.name}` : `Đang gửi ${sending.name}`}
            {...(sending.share !== undefined && { share: sending.share })}
            onCancel={sending.stop}
          />
        )}
        {problem !== null && (
          <div>
            <ProblemAlert problem={problem} />
            <p className={styles.kept}>Chưa lưu gì của tệp này.</p>
          </div>
        )}
      </div>
    </Card>
  );
}

const columns: readonly TableColumn<Row>[] = [
  {
    key: 'title',
    header: 'Tài liệu',
    phone: 'title',
    cell: (row) => (
      <>
        {row.title}
        <div className="k-small">{row.file.name}</div>
      </>
    ),
  },
  { key: 'unit', header: 'Đơn vị', width: '12rem', cell: (row) => row.unit.name },
  {
    key: 'day',
    header: 'Ngày văn bản',
    width: '8rem',
    cell: (row) => (row.paperDay === null ? '–' : formatDay(row.paperDay)),
  },
  {
    key: 'counts',
    header: 'Nhận ra',
    width: '11rem',
    cell: ({ counts }) =>
      `${formatNumber(counts.documents)} văn bản, ${formatNumber(counts.practices)} mô hình, ${formatNumber(counts.figures)} số liệu`,
  },
  {
    key: 'state',
    header: 'Trạng thái',
    width: '11rem',
    cell: (row) => (
      <>
        <ReadingStateBadge state={row.state} />
        {row.state === 'open' && row.counts.undecided > 0 && (
          <div className="k-small">{`${formatNumber(row.counts.undecided)} mục chưa duyệt`}</div>
        )}
        {row.counts.failedSums > 0 && (
          <div>
            <StateBadge tone="bad">{`${formatNumber(row.counts.failedSums)} tổng không khớp`}</StateBadge>
          </div>
        )}
      </>
    ),
  },
  {
    key: 'created',
    header: 'Đọc lúc',
    width: '9rem',
    hidden: true,
    cell: (row) => `${formatInstant(row.createdAt)}, ${row.createdByName}`,
  },
];
