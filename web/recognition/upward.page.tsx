import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useChosenCampaign } from '../ui/campaign-choice.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { listQuery, useTableUrl } from '../ui/table-url.ts';
import type { Tone } from '../ui/tone.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { type UpwardState, upwardStateWords } from '#domain/recognition/recognition.words.ts';
import { UpwardOutcomeDrawer } from './outcome-drawer.tsx';
import { UpwardDrawer } from './upward-drawer.tsx';

export type Upward = ApiResponse<'GET /api/upward-proposals'>['items'][number];

const states: readonly UpwardState[] = ['proposed', 'recognised', 'not_recognised'];
const toneOf: Record<UpwardState, Tone> = { proposed: 'info', recognised: 'good', not_recognised: 'warn' };

/** Practices put to the level above: by us, or to us. */
export function UpwardPage() {
  const { words } = useUrlState();
  const table = useTableUrl();
  const decides = usePermission('practice.decide');
  const { chosen } = useChosenCampaign();
  const [deciding, setDeciding] = useState<Upward | null>(null);
  const [proposing, setProposing] = useState(false);
  const query = listQuery(words, ['state'], table) as object;
  const list = useApiQuery('GET /api/upward-proposals', { query }, { keepPrevious: true });
  return (
    <>
      <PageHead
        title="Đề nghị cấp trên công nhận"
        subtitle="Mô hình, điển hình cấp mình đã công nhận, được đề nghị lên cấp trên"
        actions={
          <>
            <PrintButton />
            {decides && chosen !== null && (
              <Button onClick={() => setProposing(true)}>Đề nghị cấp trên</Button>
            )}
          </>
        }
      />
      <FilterBar
        name="upward"
        filters={[
          {
            key: 'state',
            label: 'Kết quả',
            options: states.map((value) => ({ value, label: upwardStateWords[value] })),
          },
        ]}
      />
      <DataTable
        name="upward"
        label="Đề nghị cấp trên công nhận"
        unit="đề nghị"
        columns={columnsWith(setDeciding)}
        rows={list.data?.items}
        {...(list.data && { total: list.data.total })}
        rowId={(row) => row.id}
        paging={table}
        problem={list.problem}
        onRetry={() => void list.reload()}
        empty={
          <EmptyState
            title={
              words['state'] === undefined ? 'Chưa có đề nghị nào' : 'Không có đề nghị nào ở trạng thái này'
            }
          >
            Mô hình đã được cấp mình công nhận thì đề nghị được lên cấp trên, mỗi mô hình một lần.
          </EmptyState>
        }
      />
      {deciding && <UpwardOutcomeDrawer row={deciding} onClose={() => setDeciding(null)} />}
      {proposing && chosen !== null && <UpwardDrawer campaign={chosen} onClose={() => setProposing(false)} />}
    </>
  );
}

function columnsWith(onDecide: (row: Upward) => void): readonly TableColumn<Upward>[] {
  return [
    {
      key: 'practice',
      header: 'Mô hình, điển hình',
      phone: 'title',
      cell: (row) => (
        <div>
          <AppLink href={`/mo-hinh/${row.practice.id}`}>{row.practice.name}</AppLink>
          {row.reason !== '' && <div className="k-small">{row.reason}</div>}
        </div>
      ),
    },
    { key: 'from', header: 'Cấp đề nghị', width: '9rem', cell: (row) => row.fromUnit.name },
    { key: 'to', header: 'Đề nghị lên', width: '9rem', cell: (row) => row.toUnit.name },
    { key: 'day', header: 'Ngày', width: '7rem', cell: (row) => formatDay(row.proposedOn) },
    {
      key: 'state',
      header: 'Kết quả',
      width: '13rem',
      cell: (row) => (
        <div>
          <StateBadge tone={toneOf[row.state]}>{upwardStateWords[row.state]}</StateBadge>
          {row.decidedOn !== null && (
            <div className="k-small">
              {[row.decisionSymbol, formatDay(row.decidedOn)].filter(Boolean).join(', ngày ')}
            </div>
          )}
        </div>
      ),
    },
    {
      key: 'act',
      header: 'Việc',
      width: '9rem',
      cell: (row) =>
        row.canDecide && (
          <Button
            className="k-no-print"
            variant="default"
            aria-label={`Ghi kết quả: ${row.practice.name}`}
            onClick={() => onDecide(row)}
          >
            Ghi kết quả
          </Button>
        ),
    },
  ];
}
