import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { CampaignSelect, NoCampaign, useChosenCampaign } from '../ui/campaign-choice.tsx';
import { Remark } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { meetingStateWords } from '#domain/recognition/meeting.workflow.ts';

type Meetings = ApiResponse<'GET /api/campaigns/:id/meetings'>;
type Meeting = Meetings['items'][number];

/** The meetings that decide who is recognised, and who still waits for one. */
export function MeetingListPage() {
  const { chosen, list } = useChosenCampaign();
  return (
    <Loaded query={list}>
      {() =>
        chosen === null ? (
          <>
            <PageHead title="Họp xét công nhận" />
            <NoCampaign />
          </>
        ) : (
          <MeetingsOf campaignId={chosen.id} year={chosen.year} />
        )
      }
    </Loaded>
  );
}

const columns: readonly TableColumn<Meeting>[] = [
  { key: 'title', header: 'Cuộc họp', cell: (row) => row.title },
  { key: 'held', header: 'Ngày họp', width: '8rem', cell: (row) => formatDay(row.heldOn) },
  {
    key: 'state',
    header: 'Trạng thái',
    width: '10rem',
    cell: (row) => <MeetingStateBadge state={row.state} />,
  },
  {
    key: 'candidates',
    header: 'Mô hình xét',
    align: 'end',
    width: '8rem',
    cell: (row) => formatNumber(row.candidates),
  },
  {
    key: 'recognised',
    header: 'Được công nhận',
    align: 'end',
    width: '9rem',
    cell: (row) => (row.state === 'concluded' ? formatNumber(row.recognised) : '–'),
  },
];

export function MeetingStateBadge({ state }: { readonly state: Meeting['state'] }) {
  return <StateBadge tone={state === 'concluded' ? 'good' : 'info'}>{meetingStateWords[state]}</StateBadge>;
}

function MeetingsOf({ campaignId, year }: { readonly campaignId: string; readonly year: number }) {
  const meetings = useApiQuery('GET /api/campaigns/:id/meetings', { params: { id: campaignId } });
  const { waiting = 0, canManage = false, items } = meetings.data ?? {};
  const newHref = `/hop-xet/moi?campaignId=${campaignId}`;
  return (
    <>
      <PageHead
        title="Họp xét công nhận"
        subtitle={`Năm ${year}: xét điểm, bỏ phiếu, kết luận công nhận`}
        actions={
          <>
            <CampaignSelect />
            {canManage && waiting > 0 && (
              <Button component={AppLink} href={newHref}>
                Chuẩn bị cuộc họp
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        {waiting > 0 && (
          <Remark>
            {formatNumber(waiting)} mô hình đã được đề nghị công nhận, chưa đưa vào cuộc họp nào.{' '}
            <AppLink href={`/mo-hinh?campaignId=${campaignId}&state=proposed`}>Mở danh sách</AppLink>
          </Remark>
        )}
        <DataTable
          name="meetings"
          label="Các cuộc họp xét"
          unit="cuộc họp"
          columns={columns}
          rows={items}
          rowId={(row) => row.id}
          rowHref={(row) => `/hop-xet/${row.id}`}
          problem={meetings.problem}
          onRetry={() => void meetings.reload()}
          empty={<NoMeetings waiting={waiting} canManage={canManage} newHref={newHref} />}
        />
      </div>
    </>
  );
}

interface NoMeetingsProps {
  readonly waiting: number;
  readonly canManage: boolean;
  readonly newHref: string;
}

function NoMeetings({ waiting, canManage, newHref }: NoMeetingsProps) {
  if (waiting === 0)
    return (
      <EmptyState title="Chưa có mô hình nào được đề nghị công nhận">
        Đơn vị đề nghị công nhận từ trang mô hình đang thực hiện; khi có đề nghị, cuộc họp được chuẩn bị ở
        đây.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Chưa có cuộc họp xét nào"
      action={
        canManage && (
          <Button component={AppLink} href={newHref}>
            Chuẩn bị cuộc họp
          </Button>
        )
      }
    >
      {formatNumber(waiting)} mô hình đang chờ được xét.
    </EmptyState>
  );
}
