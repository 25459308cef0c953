import type { ReactNode } from 'react';
import { formatInstantDay } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { type Definition, DefinitionList } from '../ui/definition-list.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import type { Practice } from './practice-shape.ts';
import styles from './practice.module.css';

export function periodOf(practice: Pick<Practice, 'startsOn' | 'endsOn'>): string {
  const { startsOn, endsOn } = practice;
  if (startsOn === null && endsOn === null) return '';
  return `${startsOn === null ? 'chưa ghi' : formatDay(startsOn)} – ${endsOn === null ? 'chưa ghi' : formatDay(endsOn)}`;
}

/** The registration as it was sent. */
export function RegistrationCard({ practice }: { readonly practice: Practice }) {
  const notice = practice.documents.find(
    (one) => one.purpose === 'notice_of_assignment' || one.purpose === 'supplementary_notice',
  );
  const aside = (
    <>
      {practice.submittedAt === null ? 'chưa gửi' : `gửi ${formatInstantDay(practice.submittedAt)}`}
      {notice !== undefined && (
        <>
          {' '}
          · giao theo{' '}
          <AppLink href={`/van-ban/${notice.id}`}>{notice.symbol ?? 'thông báo đang dự thảo'}</AppLink>
        </>
      )}
    </>
  );
  const items: Definition[] = [
    { term: 'Đơn vị đăng ký', value: practice.unit.name },
    { term: 'Địa chỉ', value: practice.placeName },
    { term: 'Thời gian', value: periodOf(practice) },
    { term: practice.nature === 'model' ? 'Chủ mô hình' : 'Chủ điển hình', value: practice.ownerName },
    {
      term: 'Người phụ trách',
      value: [practice.responsibleName, practice.responsiblePhone].filter((part) => part !== '').join(' · '),
    },
    { term: 'Nội dung', value: practice.content },
    ...(practice.details.aims.length > 0 ? [{ term: 'Mục tiêu', value: <Aims practice={practice} /> }] : []),
  ];
  return (
    <Card title="Đăng ký" aside={aside}>
      <DefinitionList items={items} />
      {practice.missing.length > 0 && (
        <p className={styles.missing}>
          <StateBadge tone="warn">Còn thiếu</StateBadge>{' '}
          {practice.missing.map((item) => item.label).join(', ')}
        </p>
      )}
      <MoreDetails practice={practice} />
      {practice.sourcePassage !== null && (
        <blockquote className={styles.passage}>
          {practice.sourcePassage}
          <footer className="k-small">Đoạn trong tài liệu cũ mà mô hình này được ghi theo</footer>
        </blockquote>
      )}
    </Card>
  );
}

function Aims({ practice }: { readonly practice: Practice }): ReactNode {
  return (
    <ul className={styles.aims}>
      {practice.details.aims.map((aim) => (
        <li key={aim.text}>
          {aim.text}
          {aim.target !== null && (
            <b>
              {' '}
              {formatNumber(aim.target)} {aim.unit}
            </b>
          )}
        </li>
      ))}
    </ul>
  );
}

function MoreDetails({ practice }: { readonly practice: Practice }) {
  const { details } = practice;
  const items: Definition[] = [
    { term: 'Thực trạng, lý do', value: details.presentState },
    { term: 'Cách làm', value: details.method },
    { term: 'Người hưởng lợi', value: details.beneficiaries },
    { term: 'Lực lượng', value: details.forces },
    { term: 'Nguồn lực', value: details.resources },
    { term: 'Kết quả kiểm chứng', value: details.outputs },
    { term: 'Duy trì, nhân rộng', value: details.durability },
  ].filter((item) => item.value !== '');
  if (items.length === 0) return null;
  return (
    <details className={styles.more}>
      <summary>Xem đầy đủ đăng ký ({items.length} mục nữa)</summary>
      <DefinitionList items={items} />
    </details>
  );
}
