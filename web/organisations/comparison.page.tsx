import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '@mantine/core';
import type { ApiResponse } from '../platform/api-client.ts';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { UnitPicker } from '../ui/unit-picker.tsx';
import { addDays, formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { KindMark } from './kind-mark.tsx';
import { unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';

type Comparison = ApiResponse<'GET /api/unit-comparison'>;
type Ref = Comparison['founded'][number];

/** The organisation of two days side by side; both days are in the address. */
export function ComparisonPage() {
  const days = useTwoDays();
  const { words, change } = useUrlState();
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
                value={within === undefined ? null : (place.data ?? null)}
                onChange={(unit) => change({ trong: unit?.id })}
              />
            </div>
          </div>
        </section>
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

function Differences({ found }: { readonly found: Comparison }) {
  const same = [found.founded, found.ended, found.renamed, found.moved].every((list) => list.length === 0);
  return (
    <>
      <Counts found={found} />
      {same && (
        <div className="k-card">
          <EmptyState title="Hai ngày này tổ chức như nhau">
            Không đơn vị nào thành lập, kết thúc, đổi tên hay chuyển trực thuộc. Chọn hai ngày xa nhau hơn.
          </EmptyState>
        </div>
      )}
      <Part
        title="Kết thúc hoạt động"
        heads={['Đơn vị', 'Từ ngày', 'Nay thuộc']}
        rows={found.ended.map((one) => ({
          key: one.id,
          cells: [
            <Name key="n" unit={one} day={found.from} />,
            formatDay(one.on),
            one.intoNames.join('; ') || 'Không có đơn vị kế tục',
          ],
        }))}
      />
      <Part
        title="Thành lập"
        heads={['Đơn vị', 'Hình thành từ']}
        rows={found.founded.map((one) => ({
          key: one.id,
          cells: [<Name key="n" unit={one} day={found.to} />, one.fromNames.join('; ') || 'Thành lập mới'],
        }))}
      />
      <Part
        title="Đổi tên"
        heads={['Tên nay', 'Tên trước đó']}
        rows={found.renamed.map((one) => ({
          key: one.unit.id,
          cells: [<Name key="n" unit={one.unit} day={found.to} />, one.before],
        }))}
      />
      <Part
        title="Chuyển trực thuộc"
        heads={['Đơn vị', 'Trước thuộc', 'Nay thuộc']}
        rows={found.moved.map((one) => ({
          key: one.unit.id,
          cells: [
            <Name key="n" unit={one.unit} day={found.to} />,
            one.fromName || 'Không có',
            one.toName || 'Không có',
          ],
        }))}
      />
    </>
  );
}

function Name({
  unit,
  day,
}: {
  readonly unit: Ref | Comparison['ended'][number] | Comparison['renamed'][number]['unit'];
  readonly day: string;
}) {
  return (
    <>
      <KindMark kind={unit.kind} worded /> <AppLink href={unitHref(unit.id, day)}>{unit.name}</AppLink>
    </>
  );
}

function Counts({ found }: { readonly found: Comparison }) {
  return (
    <Card title="Số đơn vị theo loại" flush>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label="Số đơn vị theo loại">
          <thead>
            <tr>
              <th scope="col">Loại đơn vị</th>
              <th scope="col" className={styles.figure}>
                {formatDay(found.from)}
              </th>
              <th scope="col" className={styles.figure}>
                {formatDay(found.to)}
              </th>
              <th scope="col" className={styles.figure}>
                Tăng, giảm
              </th>
            </tr>
          </thead>
          <tbody>
            {found.counts.map((one) => (
              <tr key={one.kind}>
                <th scope="row">
                  <KindMark kind={one.kind} /> {unitKindWords[one.kind]}
                </th>
                <td className={styles.figure}>{formatNumber(one.before)}</td>
                <td className={styles.figure}>{formatNumber(one.after)}</td>
                <td className={styles.figure}>{difference(one.after - one.before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function difference(value: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${formatNumber(value)}` : `−${formatNumber(-value)}`;
}

interface PartProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

const FEW = 50;

function Part({ title, heads, rows }: PartProps) {
  const [whole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  const shown = whole ? rows : rows.slice(0, FEW);
  return (
    <Card title={title} aside={`${formatNumber(rows.length)} đơn vị`} flush>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, at) => (
                  <td key={heads[at]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <div className={`${styles.choices} k-no-print`}>
          <div>
            <Button variant="default" onClick={() => setWhole(true)}>
              Xem đủ {formatNumber(rows.length)} đơn vị
            </Button>
          </div>
        </div>
      )}
    </Card>
  );
}
