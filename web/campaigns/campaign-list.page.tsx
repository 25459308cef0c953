import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './campaigns.module.css';
import { CampaignStateBadge } from './campaign-state.tsx';

type List = ApiResponse<'GET /api/campaigns'>;
type Campaign = List['items'][number];

/** The campaigns of my area: the current one large, the others below it. */
export function CampaignListPage() {
  const list = useApiQuery('GET /api/campaigns', {});
  const { currentCampaign } = useSession();
  const hasCurrent = list.data?.items.some((one) => one.id === currentCampaign?.id) ?? false;
  const mayCreate = (list.data?.canCreate.length ?? 0) > 0;
  return (
    <>
      <PageHead
        title="Chiến dịch"
        subtitle="Mỗi năm một chiến dịch: từ kế hoạch đến tổng kết"
        actions={
          <>
            <Button variant="default" component={AppLink} href="/giai-doan">
              Giai đoạn
            </Button>
            <Button variant="default" component={AppLink} href="/tieu-chi">
              Bộ tiêu chí
            </Button>
            {mayCreate && (
              <Button variant={hasCurrent ? 'default' : 'filled'} component={AppLink} href="/chien-dich/moi">
                Lập chiến dịch mới
              </Button>
            )}
          </>
        }
      />
      <Loaded query={list}>{(data) => <Campaigns list={data} mayCreate={mayCreate} />}</Loaded>
    </>
  );
}

function Campaigns({ list, mayCreate }: { readonly list: List; readonly mayCreate: boolean }) {
  const { currentCampaign } = useSession();
  const current = list.items.find((one) => one.id === currentCampaign?.id);
  const others = list.items.filter((one) => one !== current);
  return (
    <div className="k-stack">
      {current !== undefined && <CurrentCampaign campaign={current} />}
      {(others.length > 0 || current === undefined) && (
        <DataTable
          name="campaigns"
          label={current === undefined ? 'Danh sách chiến dịch' : 'Các chiến dịch khác'}
          unit={current === undefined ? 'chiến dịch' : 'chiến dịch khác'}
          columns={columns}
          rows={others}
          rowId={(row) => row.id}
          rowHref={(row) => `/chien-dich/${row.id}`}
          empty={
            <EmptyState
              title="Chưa có chiến dịch nào"
              action={
                mayCreate && (
                  <Button component={AppLink} href="/chien-dich/moi">
                    Lập chiến dịch đầu tiên
                  </Button>
                )
              }
            >
              {mayCreate
                ? 'Kế hoạch được soạn sẵn theo sáu bước, chỉ cần xem lại ngày và chỉ tiêu.'
                : 'Khi cơ quan thường trực phát động, chiến dịch năm sẽ hiện ở đây.'}
            </EmptyState>
          }
        />
      )}
    </div>
  );
}

function CurrentCampaign({ campaign }: { readonly campaign: Campaign }) {
  return (
    <Card className={styles.current ?? ''}>
      <div className={styles.currentRow}>
        <div className={styles.currentWords}>
          <div className="k-row">
            <CampaignStateBadge state={campaign.state} />
            <span className="k-small">Năm {campaign.year}</span>
          </div>
          <h2 className={styles.currentTitle}>
            <AppLink href={`/chien-dich/${campaign.id}`}>{campaign.title}</AppLink>
          </h2>
          <div className="k-small">
            {campaign.owner.name}
            {campaign.stage !== null && ` · ${campaign.stage.name}`}
          </div>
        </div>
        <dl className={styles.figures}>
          <div>
            <dt>Đăng ký</dt>
            <dd>{formatNumber(campaign.registered)}</dd>
          </div>
          <div>
            <dt>Được công nhận</dt>
            <dd>{formatNumber(campaign.recognised)}</dd>
          </div>
        </dl>
        <Button component={AppLink} href={`/chien-dich/${campaign.id}`}>
          Mở chiến dịch
        </Button>
      </div>
    </Card>
  );
}

const columns: readonly TableColumn<Campaign>[] = [
  { key: 'title', header: 'Chiến dịch', cell: (row) => row.title },
  { key: 'year', header: 'Năm', cell: (row) => row.year, align: 'end' },
  { key: 'state', header: 'Trạng thái', cell: (row) => <CampaignStateBadge state={row.state} /> },
  { key: 'owner', header: 'Đơn vị chủ trì', cell: (row) => row.owner.shortName },
  { key: 'stage', header: 'Giai đoạn', cell: (row) => row.stage?.name ?? '–' },
  { key: 'registered', header: 'Đăng ký', cell: (row) => formatNumber(row.registered), align: 'end' },
  { key: 'recognised', header: 'Công nhận', cell: (row) => formatNumber(row.recognised), align: 'end' },
];
