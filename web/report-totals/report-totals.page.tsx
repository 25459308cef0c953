import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useUrlState } from '../platform/url-state.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { type FormRow, useChosenForm } from '../ui/report-choice.tsx';
import { ReportsNav } from '../ui/reports-nav.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { UrlTabs } from '../ui/url-tabs.tsx';
import { ConsolidatedList } from '../consolidation/consolidated-list.tsx';
import { FigureParts } from './figure-parts.tsx';
import { FigureTable } from './figure-table.tsx';
import { MissingUnits } from './missing-units.tsx';
import { PartsTable } from './parts-table.tsx';
import { type AskedTotals, type Totals, useAskedTotals } from './totals-address.ts';
import { TotalsChoices } from './totals-choices.tsx';
import { TotalsHead } from './totals-head.tsx';

/** A unit's total of a form and period: each figure with its parts, down to the reports and their records. */
export function ReportTotalsPage() {
  const { list, items, chosen } = useChosenForm();
  return (
    <Loaded query={list}>
      {() =>
        chosen === null ? (
          <>
            <TotalsPageHead />
            <div className="k-card">
              <EmptyState title="Chưa có biểu báo cáo nào">
                Khi có biểu và đơn vị đã gửi báo cáo, số tổng hợp hiện ở đây.
              </EmptyState>
            </div>
          </>
        ) : (
          <FormTotals items={items} form={chosen} />
        )
      }
    </Loaded>
  );
}

function TotalsPageHead({ asked }: { readonly asked?: AskedTotals }) {
  return (
    <>
      <PageHead
        title="Tổng hợp báo cáo"
        subtitle="Số của mỗi cấp là số của chính đơn vị cộng các đơn vị dưới; mỗi số mở được đến từng báo cáo"
        actions={
          <>
            {asked?.period && (
              <ExportButton
                href={apiHref('GET /api/report-files', {
                  query: {
                    formId: asked.form.id,
                    from: asked.period.from,
                    to: asked.period.to,
                    within: asked.unitId,
                    format: 'xlsx',
                  },
                })}
              />
            )}
            <PrintButton />
          </>
        }
      />
      <ReportsNav here="totals" />
    </>
  );
}

function FormTotals({ items, form }: { readonly items: readonly FormRow[]; readonly form: FormRow }) {
  const asked = useAskedTotals(form);
  const { period, unitId, day } = asked;
  const totals = useApiQuery(
    'GET /api/report-totals',
    { query: { formId: form.id, periodFrom: period?.from ?? '', unitId, ...(day !== null && { day }) } },
    { enabled: period !== null, keepPrevious: true },
  );
  return (
    <>
      <TotalsPageHead asked={asked} />
      <div className="k-stack">
        <TotalsChoices items={items} asked={asked} unit={totals.data?.unit ?? null} />
        {period === null ? (
          <div className="k-card">
            <EmptyState title="Chưa có kỳ nào bắt đầu">Kỳ báo cáo đầu tiên của biểu này chưa đến.</EmptyState>
          </div>
        ) : totals.problem !== null ? (
          <ProblemAlert problem={totals.problem} onRetry={() => void totals.reload()} />
        ) : totals.data === undefined ? (
          <PageSkeleton />
        ) : (
          <TotalsBody asked={asked} totals={totals.data} />
        )}
      </div>
    </>
  );
}

function TotalsBody({ asked, totals }: { readonly asked: AskedTotals; readonly totals: Totals }) {
  const { words } = useUrlState();
  const opened = totals.figures.findIndex((figure) => figure.code === words['so']);
  return (
    <>
      <TotalsHead asked={asked} totals={totals} />
      <UrlTabs
        label="Các phần của tổng hợp"
        tabs={[
          {
            key: 'so-lieu',
            label: 'Số liệu',
            content: (
              <div className="k-stack">
                {opened >= 0 && <FigureParts asked={asked} totals={totals} at={opened} />}
                <FigureTable asked={asked} totals={totals} />
              </div>
            ),
          },
          {
            key: 'don-vi',
            label: 'Theo đơn vị',
            count: totals.parts.length,
            content: <PartsTable asked={asked} totals={totals} />,
          },
          {
            key: 'con-thieu',
            label: 'Còn thiếu',
            count: totals.missing.length,
            content: <MissingUnits asked={asked} totals={totals} />,
          },
          {
            key: 'van-ban',
            label: 'Báo cáo tổng hợp',
            content: (
              <ConsolidatedList
                form={asked.form}
                unit={totals.unit}
                period={totals.period}
                missing={totals.missing.length}
              />
            ),
          },
        ]}
      />
    </>
  );
}
