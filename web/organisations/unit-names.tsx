import { useApiQuery } from '../platform/api-hooks.ts';
import type { ApiResponse } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from './kind-mark.tsx';
import { treeHref, unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';

type FoundName = ApiResponse<'GET /api/unit-names'>['items'][number];

/** Units found by any name they ever had, each with what it is today. */
export function UnitNames({ text, today }: { readonly text: string; readonly today: string }) {
  const found = useApiQuery('GET /api/unit-names', { query: { q: text, limit: 50 } }, { keepPrevious: true });
  if (found.problem !== null)
    return <ProblemAlert problem={found.problem} onRetry={() => void found.reload()} />;
  if (found.data === undefined) return <PageSkeleton />;
  const { items } = found.data;
  if (items.length === 0)
    return (
      <div className="k-card">
        <EmptyState title={`Không tìm thấy “${text}”`}>
          Thử ít chữ hơn; tên cũ, tên nay đều tìm được, không cần gõ dấu.
        </EmptyState>
      </div>
    );
  return (
    <Card title={`Tìm thấy “${text}”`} aside={<span role="status">{items.length} tên</span>} flush>
      {items.map((one) => (
        <CardRow
          key={`${one.unit.id} ${one.validFrom}`}
          title={
            <>
              <KindMark kind={one.unit.kind} /> <AppLink href={unitHref(one.unit.id)}>{one.name}</AppLink>
            </>
          }
          detail={<NameDetail one={one} today={today} />}
          action={
            one.now[0] !== undefined && (
              <AppLink href={treeHref(null, one.now[0].id)} className={styles.inTree}>
                Xem trên cây
              </AppLink>
            )
          }
        />
      ))}
    </Card>
  );
}

function NameDetail({ one, today }: { readonly one: FoundName; readonly today: string }) {
  const past = one.validTo !== null && one.validTo <= today;
  const until = one.validTo === null ? 'nay' : formatDay(addDays(one.validTo, -1));
  return (
    <>
      <div>
        {unitKindWords[one.unit.kind]}
        {one.parentName !== null && ` · trực thuộc ${one.parentName}`} · {formatDay(one.validFrom)} – {until}
      </div>
      {(past || !one.stands) && (
        <div className={styles.became}>
          <StateBadge tone="neutral">Tên cũ</StateBadge>{' '}
          {one.now.length === 0 ? 'Không còn đơn vị kế tục' : one.stands ? 'nay là ' : 'nay thuộc '}
          {one.now.map((heir, at) => (
            <span key={heir.id}>
              {at > 0 && ', '}
              <AppLink href={unitHref(heir.id)}>{heir.name}</AppLink>
            </span>
          ))}
        </div>
      )}
    </>
  );
}
