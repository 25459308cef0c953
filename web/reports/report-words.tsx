import { StateBadge } from '../ui/state-badge.tsx';
import { reportStateWords, type ReportState } from '#domain/reports/report.workflow.ts';
import type { Tone } from '../ui/tone.ts';
import type { ApiResponse } from '../platform/api-client.ts';

export type ReportRow = ApiResponse<'GET /api/reports/owed'>['items'][number];
export type Report = ApiResponse<'GET /api/reports/:id'>;

const toneOf: Record<ReportState, Tone> = {
  not_started: 'neutral',
  draft: 'neutral',
  approved: 'info',
  submitted: 'info',
  returned: 'bad',
  accepted: 'good',
};

/** How a report stands; late is a fact beside its state. */
export function ReportStateBadge({ state, late }: { readonly state: ReportState; readonly late: boolean }) {
  return (
    <>
      <StateBadge tone={toneOf[state]}>{reportStateWords[state]}</StateBadge>
      {late && <StateBadge tone="warn">Muộn</StateBadge>}
    </>
  );
}
