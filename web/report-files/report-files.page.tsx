import { NativeSelect } from '@mantine/core';
import { apiHref } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { ChoicesCard } from '../ui/choices-card.tsx';
import { TablePager } from '../ui/data-table-parts.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Loaded } from '../ui/record-page.tsx';
import { type FormRow, FormSelect, useChosenForm, usePeriods } from '../ui/report-choice.tsx';
import { ReportsNav } from '../ui/reports-nav.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { rowsOfPage, useTableUrl } from '../ui/table-url.ts';
import { upperFirst } from '../ui/words.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import styles from './report-files.module.css';
import { TakeFile } from './take-file.tsx';

/** Reports out to files and back into drafts: for work without a network, and for other systems. */
export function ReportFilesPage() {
  const { list, items, chosen } = useChosenForm();
  return (
    <>
      <PageHead
        title="Báo cáo ra tệp, vào tệp"
        subtitle="Tải báo cáo để làm ở nơi không có mạng hoặc chuyển sang hệ thống khác, rồi nhận lại vào bản đang soạn"
        crumbs={[{ label: 'Báo cáo', href: '/bao-cao' }, { label: 'Tệp báo cáo' }]}
      />
      <ReportsNav here="own" />
      <Loaded query={list}>
        {() =>
          chosen === null ? (
            <div className="k-card">
              <EmptyState title="Chưa có biểu báo cáo nào">
                Khi cơ quan thường trực lập biểu cho đơn vị, báo cáo được tải và nhận tại đây.
              </EmptyState>
            </div>
          ) : (
            <FormFiles key={chosen.id} items={items} form={chosen} />
          )
        }
      </Loaded>
    </>
  );
}

function FormFiles({ items, form }: { readonly items: readonly FormRow[]; readonly form: FormRow }) {
  const writes = usePermission('unit_report.write');
  return (
    <div className="k-stack">
      <ChoicesCard label="Chọn biểu báo cáo">
        <FormSelect items={items} chosen={form} />
      </ChoicesCard>
      <Downloads form={form} />
      {writes && <EntrySheets form={form} />}
      {writes && <TakeFile formId={form.id} />}
    </div>
  );
}

function Downloads({ form }: { readonly form: FormRow }) {
  const periods = usePeriods(form);
  const { words, change } = useUrlState();
  const [newest] = periods;
  const from = periods.find((one) => one.from === words['tu']) ?? newest;
  const to = periods.find((one) => one.from === words['den']) ?? newest;
  if (!from || !to)
    return (
      <Card title="Tải báo cáo">
        <p className="k-small">Kỳ báo cáo đầu tiên của biểu này chưa đến.</p>
      </Card>
    );
  const options = periods.map((one) => ({
    value: one.from,
    label: upperFirst(periodWords(form.periodKind, one)),
  }));
  const href = (format: 'json' | 'csv' | 'xlsx') =>
    apiHref('GET /api/report-files', { query: { formId: form.id, from: from.from, to: to.to, format } });
  return (
    <Card title="Tải báo cáo">
      <div className={styles.choices}>
        <NativeSelect
          label="Từ kỳ"
          value={from.from}
          onChange={(event) => change({ tu: event.currentTarget.value })}
          data={options}
        />
        <NativeSelect
          label="Đến kỳ"
          value={to.from}
          onChange={(event) => change({ den: event.currentTarget.value })}
          data={options}
        />
      </div>
      {from.from > to.from ? (
        <p className="k-small" role="alert">
          Kỳ đầu đứng sau kỳ cuối; chọn lại.
        </p>
      ) : (
        <div className={styles.buttons}>
          <DownloadButton href={href('xlsx')}>Tải Excel</DownloadButton>
          <DownloadButton href={href('csv')}>Tải CSV</DownloadButton>
          <DownloadButton href={href('json')}>Tải JSON</DownloadButton>
        </div>
      )}
      <p className="k-small">
        Có đủ số liệu, lý do và lời của các đơn vị bạn được xem; nhận lại không sai một chữ.
      </p>
    </Card>
  );
}

/** What is still owed, as a sheet to fill in at a desk without a network. */
function EntrySheets({ form }: { readonly form: FormRow }) {
  const table = useTableUrl();
  const owed = useApiQuery('GET /api/reports/owed', {});
  return (
    <Loaded query={owed}>
      {({ items, left }) => {
        const mine = items.filter((one) => one.form.id === form.id && one.canWrite);
        const more = left.find((one) => one.form.id === form.id)?.count ?? 0;
        return (
          <Card title="Bảng nhập của báo cáo phải gửi">
            {mine.length === 0 ? (
              <p className="k-small">Không còn báo cáo nào phải gửi theo biểu này.</p>
            ) : (
              <ul className={styles.sheets}>
                {rowsOfPage(mine, table).map((one) => (
                  <li key={`${one.unit.id} ${one.period.from}`}>
                    <a
                      download
                      href={apiHref('GET /api/report-entry-sheet', {
                        query: { formId: form.id, unitId: one.unit.id, periodFrom: one.period.from },
                      })}
                    >
                      {upperFirst(one.period.words)}, {one.unit.name}
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {mine.length > table.size && <TablePager paging={table} total={mine.length} exact />}
            {more > 0 && (
              <p className="k-small">
                Còn {formatNumber(more)} báo cáo nữa của các kỳ trước không nêu ở đây; xem ở{' '}
                <AppLink href={`/bao-cao/theo-doi?formId=${form.id}`}>Theo dõi báo cáo</AppLink>.
              </p>
            )}
            <p className="k-small">
              Chỉ điền ba cột “Số của đơn vị”, “Lý do”, “Lời văn”; các cột khác để nguyên.
            </p>
          </Card>
        );
      }}
    </Loaded>
  );
}
