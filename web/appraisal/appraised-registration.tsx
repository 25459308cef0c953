import type { ApiResponse } from '../platform/api-client.ts';
import { type Definition, DefinitionList } from '../ui/definition-list.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './appraisal.module.css';

type Practice = ApiResponse<'GET /api/practices/:id'>;

/** The registration in the order in which an appraiser reads it. */
export function AppraisedRegistration({ practice }: { readonly practice: Practice }) {
  const { details } = practice;
  const aims = details.aims.map((aim) =>
    aim.target === null ? aim.text : `${aim.text}: ${formatNumber(aim.target)} ${aim.unit}`.trim(),
  );
  const items: Definition[] = [
    { term: 'Lĩnh vực', value: practice.fieldName },
    { term: 'Địa chỉ', value: practice.placeName },
    {
      term: 'Thời gian',
      value:
        practice.startsOn === null || practice.endsOn === null
          ? ''
          : `${formatDay(practice.startsOn)} – ${formatDay(practice.endsOn)}`,
    },
    { term: 'Chủ mô hình', value: practice.ownerName },
    {
      term: 'Người phụ trách',
      value: [practice.responsibleName, practice.responsiblePhone].filter((part) => part !== '').join(' · '),
    },
    { term: 'Nội dung', value: practice.content },
    ...optional('Mục tiêu', aims.join('\n')),
    ...optional('Thực trạng', details.presentState),
    ...optional('Cách làm', details.method),
    ...optional('Hưởng lợi', details.beneficiaries),
    ...optional('Lực lượng', details.forces),
    ...optional('Nguồn lực', details.resources),
    ...optional('Kết quả', details.outputs),
    ...optional('Duy trì', details.durability),
  ];
  return (
    <div className={styles.registration}>
      <DefinitionList items={items} />
      {practice.missing.length > 0 && (
        <p>
          <StateBadge tone="bad">Còn thiếu</StateBadge> {practice.missing.map((one) => one.label).join(', ')}
        </p>
      )}
    </div>
  );
}

function optional(term: string, value: string): Definition[] {
  return value === '' ? [] : [{ term, value }];
}
