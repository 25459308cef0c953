import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { formatInstant } from '../platform/time.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card, CardRow } from '../ui/card.tsx';
import { TablePager } from '../ui/data-table-parts.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import type { FormRow } from '../ui/report-choice.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { ComposeDialog, type ComposeKind } from './compose-dialog.tsx';

type Totals = ApiResponse<'GET /api/report-totals'>;
type Listed = ApiResponse<'GET /api/consolidated-reports'>['items'][number];

interface ConsolidatedListProps {
  readonly form: FormRow;
  readonly unit: Totals['unit'];
  readonly period: Totals['period'];
  readonly missing: number;
}

const composeWords: Record<ComposeKind, string> = {
  first: 'Soạn báo cáo tổng hợp',
  anew: 'Soạn lại dự thảo',
  correct: 'Soạn bản đính chính',
};

/** An open draft is made again; an issued one stays, and the next says why it is there. */
function nextKind(ofPeriod: readonly Listed[]): ComposeKind {
  if (ofPeriod.length === 0) return 'first';
  return ofPeriod.some((one) => one.issuedAt === null) ? 'anew' : 'correct';
}

/** The consolidated reports of a unit for a form: drafts, issued ones, corrections; and the next one. */
export function ConsolidatedList({ form, unit, period, missing }: ConsolidatedListProps) {
  const drafts = usePermission('document.draft');
  const [composing, setComposing] = useState(false);
  const list = useApiQuery('GET /api/consolidated-reports', {
    query: { formId: form.id, unitId: unit.id, periodFrom: period.from, size: 200 },
  });
  if (list.problem !== null)
    return <ProblemAlert problem={list.problem} onRetry={() => void list.reload()} />;
  if (list.data === undefined) return <PageSkeleton />;
  const ofPeriod = list.data.items;
  const kind = nextKind(ofPeriod);
  const compose = drafts && (
    <Button variant={kind === 'anew' ? 'default' : 'filled'} onClick={() => setComposing(true)}>
      {composeWords[kind]}
    </Button>
  );
  return (
    <div className="k-stack">
      <Card title={`Báo cáo tổng hợp ${period.words}`} flush>
        {ofPeriod.length === 0 ? (
          <EmptyState title="Chưa soạn báo cáo tổng hợp của kỳ này" action={compose}>
            Bản dự thảo lấy phần lời và số liệu từ báo cáo của các đơn vị; mọi số truy được về báo cáo gốc.
          </EmptyState>
        ) : (
          <>
            {ofPeriod.map((one) => (
              <ConsolidatedRow key={one.id} one={one} />
            ))}
            {compose && <CardRow title="" action={compose} />}
          </>
        )}
      </Card>
      <OtherPeriods formId={form.id} unitId={unit.id} except={period.from} />
      {composing && (
        <ComposeDialog
          at={{ form, unit, period }}
          kind={kind}
          missing={missing}
          draftVersion={ofPeriod.find((one) => one.issuedAt === null)?.documentVersion}
          onClose={() => setComposing(false)}
        />
      )}
    </div>
  );
}

interface OtherPeriodsProps {
  readonly formId: string;
  readonly unitId: string;
  readonly except: string;
}

/** What the unit put together for other periods, page by page, the newest first. */
function OtherPeriods({ formId, unitId, except }: OtherPeriodsProps) {
  const table = useTableUrl({ size: 20 });
  const list = useApiQuery(
    'GET /api/consolidated-reports',
    { query: { formId, unitId, otherThan: except, page: table.page, size: table.size } },
    { keepPrevious: true },
  );
  if (list.problem !== null)
    return <ProblemAlert problem={list.problem} onRetry={() => void list.reload()} />;
  if (list.data === undefined || list.data.total === 0) return null;
  return (
    <Card title="Các kỳ khác" aside={formatNumber(list.data.total)} flush>
      {list.data.items.map((one) => (
        <ConsolidatedRow key={one.id} one={one} />
      ))}
      {list.data.total > table.size && <TablePager paging={table} total={list.data.total} exact />}
    </Card>
  );
}

function ConsolidatedRow({ one }: { readonly one: Listed }) {
  const details = [
    one.issuedAt === null ? null : `ban hành ${formatInstant(one.issuedAt)}`,
    one.missing === 0 ? 'đủ các đơn vị' : `thiếu ${formatNumber(one.missing)} đơn vị`,
    one.correctionReason === null || one.correctionReason === ''
      ? null
      : `đính chính: ${one.correctionReason}`,
  ];
  return (
    <CardRow
      badge={
        one.issuedAt === null ? (
          <StateBadge tone="neutral">Dự thảo</StateBadge>
        ) : (
          <StateBadge tone="good">Đã ban hành</StateBadge>
        )
      }
      title={`${one.symbol ?? `Báo cáo ${one.period.words}`}${one.edition > 1 ? `, lần ${one.edition}` : ''}`}
      detail={details.filter(Boolean).join(' · ')}
      action={
        <Button variant="default" component={AppLink} href={`/bao-cao/tong-hop/${one.id}`}>
          Mở
        </Button>
      }
    />
  );
}
