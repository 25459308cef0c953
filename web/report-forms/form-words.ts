import type { ApiResponse } from '../platform/api-client.ts';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { unitKindWords, type UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { Aggregation, FormContent, Indicator } from '#domain/reports/form.ts';
import { profileFacts } from '#domain/reports/profile-facts.ts';
import { registerMeasureWords } from '#domain/reports/register-measures.ts';

export type Form = ApiResponse<'GET /api/report-forms/:id'>;
export type ReadyForm = ApiResponse<'GET /api/ready-report-forms'>['items'][number];

/** What may be done with a figure above the unit that gave it. */
export const aggregationWords: Record<Aggregation, string> = {
  sum: 'Cộng được qua các đơn vị',
  units: 'Đếm số đơn vị có phát sinh, không cộng số lượng',
  share: 'Tính lại từ tổng tử số và tổng mẫu số',
  none: 'Không cộng; chỉ xem ở từng đơn vị',
};

export const sourceKindWords: Record<Indicator['source']['kind'], string> = {
  register: 'Đếm từ sổ đăng ký',
  profile: 'Lấy từ hồ sơ địa phương',
  entered: 'Đơn vị nhập',
  sum: 'Tổng của các chỉ tiêu khác',
  share: 'Tỷ lệ giữa hai chỉ tiêu',
};

/** "Đếm từ sổ đăng ký: Được công nhận (Kinh tế)". */
export function sourceWords({ source }: Indicator, content: Pick<FormContent, 'indicators'>): string {
  const named = (code: string) => content.indicators.find((one) => one.code === code)?.label ?? code;
  const kind = sourceKindWords[source.kind];
  switch (source.kind) {
    case 'register': {
      const field = source.baseField === null ? '' : ` (lĩnh vực ${baseFieldWords[source.baseField]})`;
      return `${kind}: ${registerMeasureWords[source.measure].label}${field}`;
    }
    case 'profile':
      return `${kind}: ${profileFacts[source.fact].label}`;
    case 'entered':
      return source.required ? `${kind}, bắt buộc` : kind;
    case 'sum':
      return `Tổng của: ${source.of.map(named).join(' + ')}`;
    case 'share':
      return `Tỷ lệ: ${named(source.part)} trên ${named(source.whole)}`;
  }
}

export function unitKindsWords(kinds: readonly UnitKind[]): string {
  return kinds.map((kind) => unitKindWords[kind]).join('; ');
}
