import { Skeleton } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StepStrip } from '../ui/step-strip.tsx';
import { formatDay } from '#domain/kernel/day.ts';

type Area = NonNullable<ApiResponse<'GET /api/home'>['area']>;

/** My area in the campaign: the strip of six steps with its own numbers. */
export function AreaCard({ area }: { readonly area: Area }) {
  const overview = useApiQuery('GET /api/campaigns/:id/overview', {
    params: { id: area.campaignId },
    query: area.unitId === null ? {} : { unitId: area.unitId },
  });
  const asOf = overview.data === undefined ? '' : `tính đến ${formatDay(overview.data.asOf)} · `;
  return (
    <Card
      title={`${area.unitName} trong chiến dịch`}
      aside={
        <>
          {asOf}
          <AppLink href={`/chien-dich/${area.campaignId}`}>{area.campaignTitle}</AppLink>
        </>
      }
      flush
    >
      {overview.problem !== null ? (
        <ProblemAlert problem={overview.problem} onRetry={() => void overview.reload()} />
      ) : overview.data === undefined ? (
        <Skeleton height={150} m="0 1.125rem 1.125rem" aria-label="Đang tính số liệu" />
      ) : (
        <div style={{ borderTop: '1px solid var(--k-line)' }}>
          <StepStrip steps={overview.data.steps} />
        </div>
      )}
    </Card>
  );
}
