import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { CampaignSelect, NoCampaign, useChosenCampaign } from '../ui/campaign-choice.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import type { Tone } from '../ui/tone.ts';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { type RewardState, rewardStateWords, type RewardTrack } from '#domain/recognition/rewards.ts';
import { OutcomeDrawer } from './outcome-drawer.tsx';
import { RewardDrawer } from './reward-drawer.tsx';
import { RewardFileDrawer } from './reward-file-drawer.tsx';

type Rewards = ApiResponse<'GET /api/campaigns/:id/rewards'>;
export type Reward = Rewards['items'][number];

const toneOf: Record<RewardState, Tone> = { proposed: 'info', granted: 'good', refused: 'warn' };

/** Rewards on their two tracks, the party's and the state's: never in one list. */
export function RewardsPage() {
  const { chosen, list } = useChosenCampaign();
  return (
    <Loaded query={list}>
      {() =>
        chosen === null ? (
          <>
            <PageHead title="Khen thưởng" />
            <NoCampaign />
          </>
        ) : (
          <RewardsOf campaign={chosen} />
        )
      }
    </Loaded>
  );
}

function RewardsOf({ campaign }: { readonly campaign: { readonly id: string; readonly year: number } }) {
  const rewards = useApiQuery('GET /api/campaigns/:id/rewards', { params: { id: campaign.id } });
  const [proposing, setProposing] = useState(false);
  const canPropose = rewards.data?.canPropose ?? false;
  const track = (which: RewardTrack) => rewards.data?.items.filter((one) => one.track === which);
  return (
    <>
      <PageHead
        title="Khen thưởng"
        subtitle={`Năm ${campaign.year}: khen thưởng của Đảng và của Nhà nước, hai đường riêng`}
        actions={
          <>
            <CampaignSelect />
            <PrintButton />
            {canPropose && <Button onClick={() => setProposing(true)}>Đề nghị khen thưởng</Button>}
          </>
        }
      />
      <UrlTabs
        label="Hai đường khen thưởng"
        word="duong"
        tabs={(['party', 'state'] as const).map((which) => ({
          key: which,
          label: which === 'party' ? 'Của Đảng (cấp ủy)' : 'Của Nhà nước (chính quyền)',
          ...(rewards.data && { count: track(which)?.length ?? 0 }),
          content: (
            <RewardTable
              track={which}
              rows={track(which)}
              rewards={rewards}
              canPropose={canPropose}
              campaignId={campaign.id}
            />
          ),
        }))}
      />
      <RewardDrawer
        key={proposing ? 'open' : 'closed'}
        campaignId={campaign.id}
        opened={proposing}
        onClose={() => setProposing(false)}
      />
    </>
  );
}

interface RewardTableProps {
  readonly track: RewardTrack;
  readonly rows: readonly Reward[] | undefined;
  readonly rewards: ReturnType<typeof useApiQuery<'GET /api/campaigns/:id/rewards'>>;
  readonly canPropose: boolean;
  readonly campaignId: string;
}

function RewardTable({ track, rows, rewards, canPropose, campaignId }: RewardTableProps) {
  const [deciding, setDeciding] = useState<Reward | null>(null);
  const [reading, setReading] = useState<Reward | null>(null);
  return (
    <>
      <DataTable
        name={`rewards-${track}`}
        label={track === 'party' ? 'Khen thưởng của Đảng' : 'Khen thưởng của Nhà nước'}
        unit="đề nghị"
        columns={rewardColumns({ canPropose, onDecide: setDeciding, onRead: setReading })}
        rows={rows}
        rowId={(row) => row.id}
        problem={rewards.problem}
        onRetry={() => void rewards.reload()}
        empty={
          <EmptyState title="Chưa có đề nghị nào">
            {track === 'party'
              ? 'Biểu dương, giấy khen của cấp ủy cho mô hình đã được công nhận.'
              : 'Giấy khen, bằng khen của chính quyền theo Luật Thi đua, khen thưởng; hồ sơ lấy từ sổ.'}{' '}
            <AppLink href={`/mo-hinh?campaignId=${campaignId}&state=recognised`}>
              Xem mô hình được công nhận
            </AppLink>
          </EmptyState>
        }
      />
      {deciding && <OutcomeDrawer reward={deciding} onClose={() => setDeciding(null)} />}
      {reading && <RewardFileDrawer reward={reading} onClose={() => setReading(null)} />}
    </>
  );
}

interface RewardColumnsOptions {
  readonly canPropose: boolean;
  readonly onDecide: (reward: Reward) => void;
  readonly onRead: (reward: Reward) => void;
}

function rewardColumns({
  canPropose,
  onDecide,
  onRead,
}: RewardColumnsOptions): readonly TableColumn<Reward>[] {
  return [
    {
      key: 'recipient',
      header: 'Đề nghị khen',
      phone: 'title',
      cell: (row) => (
        <div>
          <b>{row.recipientName}</b>
          <div className="k-small">
            <AppLink href={`/mo-hinh/${row.practice.id}`}>{row.practice.name}</AppLink> ·{' '}
            {row.practice.unitName}
          </div>
        </div>
      ),
    },
    { key: 'form', header: 'Hình thức', width: '12rem', cell: (row) => row.formLabel },
    {
      key: 'level',
      header: 'Cấp quyết định',
      width: '8rem',
      cell: (row) => (row.level === 'own' ? 'Cấp mình' : 'Cấp trên'),
    },
    {
      key: 'state',
      header: 'Kết quả',
      width: '14rem',
      cell: (row) => (
        <div>
          <StateBadge tone={toneOf[row.state]}>{rewardStateWords[row.state]}</StateBadge>
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
      width: '13rem',
      cell: (row) => (
        <div className="k-row k-no-print">
          {row.file !== null && (
            <Button variant="default" aria-label={`Hồ sơ: ${row.recipientName}`} onClick={() => onRead(row)}>
              Hồ sơ
            </Button>
          )}
          {canPropose && row.state === 'proposed' && (
            <Button
              variant="default"
              aria-label={`Ghi kết quả: ${row.recipientName}`}
              onClick={() => onDecide(row)}
            >
              Ghi kết quả
            </Button>
          )}
        </div>
      ),
    },
  ];
}
