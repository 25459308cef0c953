import { NativeSelect } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useUrlState } from '../platform/url-state.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { MyReports } from './report-cards.tsx';
import { ReportMatrix } from './report-matrix.tsx';

/** Reports that units owe: what I must write, and how every unit stands with a form. */
export function ReportListPage() {
  const { words, change } = useUrlState();
  const owed = useApiQuery('GET /api/reports/owed', {});
  const forms = useApiQuery('GET /api/report-forms', {});
  const known = forms.data?.items ?? [];
  const formId = words['formId'] ?? known[0]?.id;
  const matrix = useApiQuery(
    'GET /api/reports/matrix',
    { query: { formId: formId ?? '' } },
    { keepPrevious: true, enabled: formId !== undefined },
  );
  return (
    <>
      <PageHead
        title="Báo cáo của đơn vị"
        subtitle="Số liệu của sổ mô hình đã tính sẵn; đơn vị nhập phần còn lại và viết phần lời"
        actions={
          <>
            {known.length > 1 && (
              <NativeSelect
                aria-label="Biểu mẫu"
                value={formId ?? ''}
                onChange={(event) => change({ formId: event.currentTarget.value })}
                data={known.map((one) => ({ value: one.id, label: one.name }))}
              />
            )}
            <PrintButton />
          </>
        }
      />
      <div className="k-stack">
        <Loaded query={owed}>{(data) => <MyReports rows={data.items} />}</Loaded>
        <Loaded query={forms}>
          {(data) =>
            data.items.length === 0 ? (
              <div className="k-card">
                <EmptyState title="Chưa có báo cáo nào phải gửi">
                  Khi cơ quan thường trực lập biểu mẫu, báo cáo của từng đơn vị hiện ở đây với hạn gửi.
                </EmptyState>
              </div>
            ) : (
              <Loaded query={matrix}>{(table) => <ReportMatrix data={table} />}</Loaded>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
