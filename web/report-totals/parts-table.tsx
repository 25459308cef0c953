import { apiHref } from '../platform/api-client.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Matrix } from '../ui/matrix.tsx';
import { DownloadButton } from '../ui/small-actions.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { formatFigure } from '#domain/reports/figure-text.ts';
import { partHref, partName } from './part-words.ts';
import type { AskedTotals, Totals } from './totals-address.ts';
import styles from './report-totals.module.css';

/** The whole table: parts down, figures across, the total on top. */
export function PartsTable({ asked, totals }: { readonly asked: AskedTotals; readonly totals: Totals }) {
  if (totals.parts.length === 0) {
    return (
      <div className="k-card">
        <EmptyState title="Chưa có phần nào">
          Chưa đơn vị nào trong phạm vi này phải gửi báo cáo của kỳ.
        </EmptyState>
      </div>
    );
  }
  const numbers = (values: readonly (string | null)[]) =>
    totals.figures.map((figure, at) => {
      const exact = values[at] ?? null;
      return exact === null ? '–' : formatFigure(exact, figure.decimals);
    });
  return (
    <Card
      className={`k-breaks ${styles.wide}`}
      title="Đơn vị và chỉ tiêu"
      aside={<LevelsFile asked={asked} />}
      flush
    >
      <p className={styles.hint}>Bấm vào tên đơn vị để mở báo cáo hoặc các phần dưới.</p>
      <Matrix
        label="Đơn vị và chỉ tiêu"
        headLabel="Đơn vị"
        figureLabels={['Báo cáo', ...totals.figures.map((figure) => `${figure.label} (${figure.unit})`)]}
        columns={[]}
        rows={[
          {
            id: 'total',
            head: <b>Tổng</b>,
            figures: [
              `${formatNumber(totals.reports)}/${formatNumber(totals.expected)}`,
              ...numbers(totals.figures.map((figure) => figure.value)).map((text, at) => (
                <b key={totals.figures[at]?.code}>{text}</b>
              )),
            ],
            cells: [],
          },
          ...totals.parts.map((part) => ({
            id: `${part.unit?.id ?? ''} ${part.part}`,
            head: <AppLink href={partHref(asked, part)}>{partName(part, totals)}</AppLink>,
            figures: [
              `${formatNumber(part.reports)}/${formatNumber(part.expected)}`,
              ...numbers(part.values),
            ],
            cells: [],
          })),
        ]}
      />
    </Card>
  );
}

/** The same table with two levels below the unit, for offices that work on in Excel. */
function LevelsFile({ asked }: { readonly asked: AskedTotals }) {
  if (asked.period === null) return null;
  const query = {
    formId: asked.form.id,
    periodFrom: asked.period.from,
    unitId: asked.unitId,
    ...(asked.day !== null && { day: asked.day }),
  };
  return (
    <DownloadButton href={apiHref('GET /api/report-totals/levels.xlsx', { query })}>
      Tải bảng các cấp
    </DownloadButton>
  );
}
