import { NativeSelect } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { MyReports, ReportsToReview } from './report-cards.tsx';
import { ReportMatrix } from './report-matrix.tsx';

/** Reports that units owe: what I must write, what waits for me to look at, every unit named. */
export function ReportListPage() {
  const { currentCampaign } = useSession();
  const { words, change } = useUrlState();
  const campaigns = useApiQuery('GET /api/campaigns', {});
  const known = campaigns.data?.items.filter((one) => one.state !== 'draft') ?? [];
  const campaignId = words['campaignId'] ?? currentCampaign?.id ?? known[0]?.id;
  const reports = useApiQuery(
    'GET /api/unit-reports',
    { query: campaignId === undefined ? {} : { campaignId } },
    { keepPrevious: true, enabled: campaignId !== undefined || campaigns.data !== undefined },
  );
  return (
    <>
      <PageHead
        title="Báo cáo của đơn vị"
        subtitle="Số liệu đã tính sẵn từ sổ mô hình; đơn vị chỉ viết phần lời"
        actions={
          <>
            {known.length > 1 && (
              <NativeSelect
                aria-label="Chiến dịch"
                value={campaignId ?? ''}
                onChange={(event) => change({ campaignId: event.currentTarget.value })}
                data={known.map((one) => ({ value: one.id, label: one.title }))}
              />
            )}
            <PrintButton />
          </>
        }
      />
      <Loaded query={reports}>
        {(data) =>
          data.items.length === 0 ? (
            <div className="k-card">
              <EmptyState title="Chưa có báo cáo nào phải gửi">
                Khi chiến dịch được phát động, báo cáo sơ kết và tổng kết của từng đơn vị hiện ở đây với hạn
                gửi.
              </EmptyState>
            </div>
          ) : (
            <div className="k-stack">
              <MyReports rows={data.items} />
              <ReportsToReview rows={data.items} />
              <ReportMatrix rows={data.items} />
            </div>
          )
        }
      </Loaded>
    </>
  );
}
