import { Checkbox } from '@mantine/core';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AskedDayField, useAskedDay } from '../ui/asked-day.tsx';
import { ChoicesCard } from '../ui/choices-card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { type FormRow, FormSelect, useChosenForm } from '../ui/report-choice.tsx';
import { ReportsNav } from '../ui/reports-nav.tsx';
import { ExportButton, PrintButton } from '../ui/small-actions.tsx';
import { TablePager } from '../ui/data-table-parts.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { UnitPicker } from '../ui/unit-picker.tsx';
import { isOverdue } from '#domain/reports/matrix-words.ts';
import type { MatrixAnswer } from './cell-words.ts';
import { MatrixCard } from './matrix-card.tsx';
import { PeriodCard } from './period-card.tsx';
import styles from './report-matrix.module.css';

/** Who has reported and who has not: units × periods of a form, and one period with what may be done about it. */
export function ReportMatrixPage() {
  const { list, items, chosen } = useChosenForm();
  const asked = useAskedMatrix(chosen?.id ?? '');
  return (
    <>
      <PageHead
        title="Theo dõi báo cáo"
        subtitle="Đơn vị nào đã gửi, đơn vị nào chậm; mẫu số là các đơn vị phải gửi vào ngày cuối của từng kỳ"
        actions={
          <>
            {chosen !== null && (
              <ExportButton href={apiHref('GET /api/reports/matrix.xlsx', { query: asked })} />
            )}
            <PrintButton />
          </>
        }
      />
      <ReportsNav here="matrix" />
      <Loaded query={list}>
        {() =>
          chosen === null ? (
            <div className="k-card">
              <EmptyState title="Chưa có biểu báo cáo nào">
                Lấy một biểu có sẵn ở trang “Biểu báo cáo”; các đơn vị phải gửi hiện ở đây theo từng kỳ.
              </EmptyState>
            </div>
          ) : (
            <FormMatrix items={items} form={chosen} />
          )
        }
      </Loaded>
    </>
  );
}

/** The units, periods and day that the address asks for: the page and its Excel file are about the same. */
function useAskedMatrix(formId: string) {
  const { words } = useUrlState();
  const day = useAskedDay();
  const { within, ky } = words;
  return {
    formId,
    ...(within !== undefined && { within }),
    ...(day !== null && { day }),
    ...(ky !== undefined && yearsAround(ky)),
  };
}

const SIZE = 200;

function FormMatrix({ items, form }: { readonly items: readonly FormRow[]; readonly form: FormRow }) {
  const asked = useAskedMatrix(form.id);
  const table = useTableUrl({ size: SIZE });
  const matrix = useApiQuery(
    'GET /api/reports/matrix',
    { query: { ...asked, page: table.page, size: SIZE } },
    { keepPrevious: true },
  );
  return (
    <div className="k-stack">
      <Choices items={items} form={form} within={asked.within} />
      {matrix.problem !== null ? (
        <ProblemAlert problem={matrix.problem} onRetry={() => void matrix.reload()} />
      ) : matrix.data === undefined || matrix.data.form.id !== form.id ? (
        <PageSkeleton />
      ) : (
        <>
          <MatrixBody form={form} data={matrix.data} />
          {matrix.data.unitCount > SIZE && <TablePager paging={table} total={matrix.data.unitCount} exact />}
        </>
      )}
    </div>
  );
}

/** A period gone by is asked for with those of its year. */
function yearsAround(periodFrom: string): { from?: string; to?: string } {
  const year = periodFrom.slice(0, 4);
  return /^\d{4}-\d\d-\d\d$/.test(periodFrom) ? { from: `${year}-01-01`, to: `${year}-12-31` } : {};
}

interface ChoicesProps {
  readonly items: readonly FormRow[];
  readonly form: FormRow;
  readonly within: string | undefined;
}

function Choices({ items, form, within }: ChoicesProps) {
  const { words, change } = useUrlState();
  const day = useAskedDay();
  const unit = useApiQuery(
    'GET /api/units/:id',
    { params: { id: within ?? '' }, query: day === null ? {} : { day } },
    { enabled: within !== undefined, staleTime: 300_000 },
  );
  return (
    <ChoicesCard
      label="Chọn biểu và phạm vi"
      more={
        <>
          <UnitPicker
            name="within"
            label="Trong phạm vi"
            value={within === undefined ? null : (unit.data ?? null)}
            onChange={(picked) => change({ within: picked?.id, page: undefined })}
          />
          <AskedDayField />
          <Checkbox
            className={styles.check ?? ''}
            label="Chỉ đơn vị quá hạn, bị trả lại"
            checked={words['cham'] === '1'}
            onChange={(event) => change({ cham: event.currentTarget.checked ? '1' : undefined })}
          />
        </>
      }
    >
      <FormSelect items={items} chosen={form} />
    </ChoicesCard>
  );
}

function MatrixBody({ form, data }: { readonly form: FormRow; readonly data: MatrixAnswer }) {
  const { words } = useUrlState();
  if (data.periods.length === 0 || data.unitCount === 0) {
    return (
      <div className="k-card">
        <EmptyState
          title={data.periods.length === 0 ? 'Chưa có kỳ nào bắt đầu' : 'Không có đơn vị nào phải gửi'}
        >
          {data.periods.length === 0
            ? 'Kỳ báo cáo đầu tiên của biểu này chưa đến.'
            : 'Trong phạm vi và ngày đã chọn, không đơn vị nào thuộc loại phải gửi biểu này.'}
        </EmptyState>
      </div>
    );
  }
  const onlyLate = words['cham'] === '1';
  const units = onlyLate
    ? data.units.filter(({ cells }) =>
        cells.some((cell) => cell !== null && (isOverdue(cell) || cell.state === 'returned')),
      )
    : data.units;
  const asked = data.periods.findIndex((period) => period.from === words['ky']);
  // The phone has no room for twelve months side by side: it shows one, the newest that has units.
  const at = asked < 0 ? data.periods.length - 1 : asked;
  return (
    <>
      {asked < 0 && (
        <div className="k-office-only">
          <MatrixCard form={form} data={{ ...data, units }} />
        </div>
      )}
      <div className={asked < 0 ? 'k-phone-only' : undefined}>
        <PeriodCard
          key={`${form.id} ${data.periods[at]?.from}`}
          form={form}
          data={data}
          at={at}
          units={units}
        />
      </div>
    </>
  );
}
