import { useEffect } from 'react';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { DayField } from '../ui/day-field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { type PickedUnit, UnitPicker } from '../ui/unit-picker.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { Differences } from './differences.tsx';
import styles from './organisations.module.css';

/** The organisation of two days side by side; both days are in the address. */
export function ComparisonPage() {
  const days = useTwoDays();
  const { words } = useUrlState();
  const within = words['trong'];
  const query =
    days === null ? null : { from: days.from, to: days.to, ...(within !== undefined && { within }) };
  const found = useApiQuery(
    'GET /api/unit-comparison',
    { query: query ?? { from: '', to: '' } },
    { enabled: query !== null, keepPrevious: true },
  );
  const place = useApiQuery(
    'GET /api/units/:id',
    { params: { id: within ?? '' }, query: {} },
    { enabled: within !== undefined },
  );
  return (
    <>
      <PageHead
        title="So sánh tổ chức hai ngày"
        subtitle={
          days !== null &&
          `Ngày ${formatDay(days.from)} và ngày ${formatDay(days.to)}${place.data ? ` · ${place.data.name}` : ''}`
        }
        crumbs={[{ label: 'Tổ chức', href: '/to-chuc' }]}
        actions={
          <>
            <PrintButton />
            {query !== null && <ExportButton href={apiHref('GET /api/unit-comparison.xlsx', { query })} />}
          </>
        }
      />
      <div className="k-stack">
        <Choices days={days} place={within === undefined ? null : (place.data ?? null)} />
        {found.problem !== null ? (
          <ProblemAlert problem={found.problem} onRetry={() => void found.reload()} />
        ) : found.data === undefined ? (
          <PageSkeleton />
        ) : (
          <Differences found={found.data} />
        )}
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly place: PickedUnit | null;
}

function Choices({ days, place }: ChoicesProps) {
  const { change } = useUrlState();
  return (
    <section className={`k-card ${styles.choices} k-no-print`} aria-label="Chọn hai ngày">
      <div className={styles.tools}>
        <div className={styles.day}>
          <DayField
            name="tu"
            label="Ngày trước"
            value={days?.from ?? null}
            onChange={(tu) => tu !== null && change({ tu })}
          />
        </div>
        <div className={styles.day}>
          <DayField
            name="den"
            label="Ngày sau"
            value={days?.to ?? null}
            onChange={(den) => den !== null && change({ den })}
          />
        </div>
        <div className={styles.search}>
          <UnitPicker
            name="trong"
            label="Trong phạm vi (để trống: mọi đơn vị)"
            value={place}
            onChange={(unit) => change({ trong: unit?.id })}
          />
        </div>
      </div>
    </section>
  );
}

/** Without days in the address: the day before the newest change, and today. */
function useTwoDays(): { from: string; to: string } | null {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const { tu, den } = words;
  const known = useApiQuery('GET /api/unit-days', {}, { enabled: tu === undefined, staleTime: 60_000 });
  const newest = known.data?.items.findLast((one) => one.day <= today)?.day ?? today;
  const from = tu ?? (known.data === undefined ? null : addDays(newest, -1));
  const to = den ?? today;
  useEffect(() => {
    if (from !== null && (tu === undefined || den === undefined)) change({ tu: from, den: to });
  }, [from, to, tu, den, change]);
  return from === null ? null : { from, to };
}
