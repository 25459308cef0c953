import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePathParam } from '../platform/navigation.ts';
import { AppLink } from '../ui/app-link.tsx';
import { AskedDayField, AskedDayLine, useAskedDay } from '../ui/asked-day.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Loaded, RecordPage } from '../ui/record-page.tsx';
import { StepStrip } from '../ui/step-strip.tsx';
import { whatPlanLacks } from '#domain/campaigns/campaign.workflow.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { FieldsCard, FunnelCard } from './campaign-figures.tsx';
import { CampaignMatrix } from './campaign-matrix.tsx';
import { NextCard } from './campaign-next.tsx';
import { CampaignStateBadge } from './campaign-state.tsx';
import styles from './campaigns.module.css';

type Campaign = ApiResponse<'GET /api/campaigns/:id'>;

/** A year's campaign: six steps, what is next and who is late, the funnel, units × steps. */
export function CampaignPage() {
  const id = usePathParam('id');
  const campaign = useApiQuery('GET /api/campaigns/:id', { params: { id } });
  return <Loaded query={campaign}>{(data) => <CampaignRecord campaign={data} />}</Loaded>;
}

function CampaignRecord({ campaign }: { readonly campaign: Campaign }) {
  return (
    <RecordPage
      title={campaign.title}
      crumbs={[{ label: 'Chiến dịch', href: '/chien-dich' }, { label: `Năm ${campaign.year}` }]}
      subtitle={<Subtitle campaign={campaign} />}
      badges={<CampaignStateBadge state={campaign.state} />}
      actions={<CampaignActions campaign={campaign} />}
      notice={draftNotice(campaign)}
    >
      <Standing campaign={campaign} />
    </RecordPage>
  );
}

function Subtitle({ campaign }: { readonly campaign: Campaign }) {
  const { planDocument } = campaign;
  return (
    <>
      {campaign.owner.name}
      {campaign.stage !== null && ` · ${campaign.stage.name}`}
      {' · '}
      <AppLink href={`/chien-dich/${campaign.id}/ke-hoach`}>
        {planDocument?.symbol == null ? 'Xem kế hoạch' : `Kế hoạch ${planDocument.symbol}`}
      </AppLink>
      {' · '}
      <AppLink href={`/mo-hinh?campaignId=${campaign.id}`}>Danh sách mô hình</AppLink>
      {campaign.nextCampaignId !== null && (
        <>
          {' · '}
          <AppLink href={`/chien-dich/${campaign.nextCampaignId}`}>Chiến dịch năm sau</AppLink>
        </>
      )}
      {campaign.previousCampaignId !== null && (
        <>
          {' · '}
          <AppLink href={`/chien-dich/${campaign.previousCampaignId}`}>Chiến dịch năm trước</AppLink>
        </>
      )}
    </>
  );
}

/** What a draft still lacks before it can be opened. */
function draftNotice(campaign: Campaign): ReactNode {
  if (campaign.state !== 'draft') return null;
  const lacks = whatPlanLacks(campaign.plan);
  return lacks.length > 0 ? (
    <>
      Kế hoạch đang soạn, còn thiếu: <b>{lacks.join(', ')}</b>. Bổ sung rồi phát động để các đơn vị đăng ký.
    </>
  ) : (
    <>Kế hoạch đã đủ các mục. Bấm “Phát động” để các đơn vị bắt đầu đăng ký.</>
  );
}

function Standing({ campaign }: { readonly campaign: Campaign }) {
  const day = useAskedDay();
  const overview = useApiQuery('GET /api/campaigns/:id/overview', {
    params: { id: campaign.id },
    query: day === null ? {} : { day },
  });
  const head = (
    <>
      <AskedDayLine />
      {campaign.state !== 'draft' && (
        <div className={`${styles.askedDay} k-no-print`}>
          <AskedDayField />
        </div>
      )}
    </>
  );
  if (overview.problem !== null)
    return (
      <>
        {head}
        <ProblemAlert problem={overview.problem} onRetry={() => void overview.reload()} />
      </>
    );
  if (overview.data === undefined)
    return (
      <>
        {head}
        <StandingSkeleton />
      </>
    );
  const data = overview.data;
  return (
    <>
      {head}
      <Card title="Sáu bước của năm" aside={`${data.scope}, tính đến ${formatDay(data.asOf)}`} flush>
        <div style={{ borderTop: '1px solid var(--k-line)' }}>
          <StepStrip steps={data.steps} />
        </div>
      </Card>
      <CampaignMatrix campaign={campaign} overview={data} />
      <div className="k-two">
        <NextCard next={data.next} asOf={data.asOf} />
        <div className="k-stack">
          <FunnelCard stages={data.funnel} withinDays={campaign.plan.effective.evidenceWithinDays} />
          <FieldsCard fields={data.byField} />
        </div>
      </div>
    </>
  );
}

function StandingSkeleton() {
  return (
    <div className="k-stack" aria-busy="true" role="status" aria-label="Đang tính số liệu">
      <Skeleton height={170} />
      <div className="k-two">
        <Skeleton height={420} />
        <Skeleton height={420} />
      </div>
    </div>
  );
}
