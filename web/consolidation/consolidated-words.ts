import type { ApiResponse } from '../platform/api-client.ts';
import { writeUrlWords } from '../platform/url-state.ts';

export type Consolidated = ApiResponse<'GET /api/consolidated-reports/:id'>;
export type ConsolidatedFigure = Consolidated['figures'][number];
export type Template = ApiResponse<'GET /api/paper-templates'>['items'][number];
export type Candidate = Consolidated['candidates'][number];

/** The total that the figures of a consolidated report were taken from. */
export function totalsOf(report: Pick<Consolidated, 'form' | 'unit' | 'period'>, figure?: string): string {
  return `/bao-cao/tong-hop${writeUrlWords({
    formId: report.form.id,
    ky: report.period.from,
    unitId: report.unit.id,
    so: figure,
  })}`;
}
