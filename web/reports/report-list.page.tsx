import { Button } from '@mantine/core';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { FormSelect, useChosenForm } from '../ui/report-choice.tsx';
import { ReportsNav } from '../ui/reports-nav.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { MyReports, toWrite } from './report-cards.tsx';
import styles from './reports.module.css';
import { SentPeriods } from './sent-periods.tsx';

/** What my units still owe, and what they have sent. */
export function ReportListPage() {
  const owed = useApiQuery('GET /api/reports/owed', {});
  const reviews = usePermission('unit_report.review');
  return (
    <>
      <PageHead
        title="Báo cáo của đơn vị"
        subtitle="Số liệu của sổ mô hình đã tính sẵn; đơn vị nhập phần còn lại và viết phần lời"
        actions={
          <>
            <Button variant="default" component={AppLink} href="/bao-cao/tep">
              Ra tệp, vào tệp
            </Button>
            <PrintButton />
          </>
        }
      />
      <ReportsNav here="own" />
      <div className="k-stack">
        <Loaded query={owed}>
          {(data) =>
            data.items.some(toWrite) ? (
              <MyReports rows={data.items} left={data.left} />
            ) : (
              <NothingOwed reviews={reviews} />
            )
          }
        </Loaded>
        {!reviews && <SentReports />}
      </div>
    </>
  );
}

function NothingOwed({ reviews }: { readonly reviews: boolean }) {
  return (
    <div className="k-card">
      <EmptyState
        title="Không còn báo cáo nào phải viết"
        action={
          reviews && (
            <Button variant="default" component={AppLink} href="/bao-cao/theo-doi">
              Theo dõi báo cáo của các đơn vị
            </Button>
          )
        }
      >
        Báo cáo của kỳ tới hiện ở đây, và ở “Việc của tôi”, trước hạn gửi.
      </EmptyState>
    </div>
  );
}

/** What my units sent, period by period. */
function SentReports() {
  const { list, items, chosen } = useChosenForm();
  const matrix = useApiQuery(
    'GET /api/reports/matrix',
    { query: { formId: chosen?.id ?? '' } },
    { keepPrevious: true, enabled: chosen !== null },
  );
  if (chosen === null)
    return list.data === undefined ? null : (
      <p className="k-small">Chưa cơ quan nào lập biểu báo cáo cho đơn vị.</p>
    );
  return (
    <>
      {items.length > 1 && (
        <div className={`${styles.choice} k-no-print`}>
          <FormSelect items={items} chosen={chosen} />
        </div>
      )}
      <Loaded query={matrix}>{(table) => <SentPeriods data={table} />}</Loaded>
    </>
  );
}
