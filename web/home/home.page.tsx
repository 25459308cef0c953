import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useGoTo } from '../platform/navigation.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { formatDay, weekdayName } from '#domain/kernel/day.ts';
import { AreaCard } from './area-card.tsx';
import { StandInNotice } from './stand-in-notice.tsx';
import { NothingDueCard, OwedCard, RecentCard, WaitingCard } from './work-cards.tsx';

/** "Việc của tôi": what I owe, what waits for my answer, my area. Nothing to choose first. */
export function HomePage() {
  const { permissions } = useSession();
  const works = permissions.some((permission) => permission !== 'gallery.read');
  return works ? <Work /> : <ToGallery />;
}

/** Citizens owe nothing: their first page is the gallery. */
function ToGallery() {
  const goTo = useGoTo();
  useEffect(() => goTo('/trien-lam', { replace: true }), [goTo]);
  return <PageSkeleton />;
}

function Work() {
  const { today, currentCampaign } = useSession();
  const home = useApiQuery('GET /api/home', {});
  const date = `${weekdayName(today)}, ${formatDay(today)}`;
  return (
    <>
      <PageHead
        title="Việc của tôi"
        subtitle={currentCampaign === null ? date : `${date} · ${currentCampaign.title}`}
        actions={<HomeActions />}
      />
      <Loaded query={home}>
        {(data) => (
          <div className="k-stack">
            <StandInNotice standIns={data.standIns} />
            <div className="k-two">
              {answersFirst(data) ? (
                <WaitingCard items={data.waiting} />
              ) : (
                <OwedCard tasks={data.owed} today={data.today} />
              )}
              <div className="k-stack">
                {answersFirst(data) ? <NothingDueCard /> : <WaitingCard items={data.waiting} />}
                {data.recent.length > 0 && <RecentCard items={data.recent} />}
              </div>
            </div>
            {data.area !== null && <AreaCard area={data.area} />}
          </div>
        )}
      </Loaded>
    </>
  );
}

/** Somebody who owes nothing but has something to answer finds that in the first place. */
function answersFirst(home: ApiResponse<'GET /api/home'>): boolean {
  return home.owed.length === 0 && home.waiting.length > 0;
}

function HomeActions() {
  const { currentCampaign } = useSession();
  const registers = usePermission('practice.register');
  const plans = usePermission('campaign.manage');
  if (registers && currentCampaign !== null) {
    return (
      <>
        <Button variant="default" component={AppLink} href="/mo-hinh/nhap-danh-sach">
          Nhập danh sách Excel
        </Button>
        <Button component={AppLink} href="/mo-hinh/moi">
          Đăng ký mô hình
        </Button>
      </>
    );
  }
  if (!plans) return null;
  return currentCampaign === null ? (
    <Button component={AppLink} href="/chien-dich/moi">
      Lập kế hoạch năm
    </Button>
  ) : (
    <Button variant="default" component={AppLink} href={`/chien-dich/${currentCampaign.id}`}>
      Mở chiến dịch năm {currentCampaign.year}
    </Button>
  );
}
