import { StateBadge } from '../ui/state-badge.tsx';
import { unitReportStateWords } from '#domain/reports/unit-report.workflow.ts';
import type { Tone } from '../ui/tone.ts';
import type { ApiResponse } from '../platform/api-client.ts';

export type ReportRow = ApiResponse<'GET /api/unit-reports'>['items'][number];
export type ReportState = ReportRow['state'];

const toneOf: Record<ReportState, Tone> = {
  not_started: 'neutral',
  draft: 'neutral',
  submitted: 'info',
  returned: 'bad',
  accepted: 'good',
};

/** How a report stands; late is a fact beside its state. */
export function ReportStateBadge({ state, late }: { readonly state: ReportState; readonly late: boolean }) {
  return (
    <>
      <StateBadge tone={toneOf[state]}>{unitReportStateWords[state]}</StateBadge>
      {late && <StateBadge tone="warn">Muộn</StateBadge>}
    </>
  );
}
