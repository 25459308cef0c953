import { AppLink } from '../ui/app-link.tsx';
import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { formatFigure } from '#domain/reports/figure-text.ts';
import { type AskedTotals, partsHref, type TotalFigure, type Totals } from './totals-address.ts';
import styles from './report-totals.module.css';

interface FigureTableProps {
  readonly asked: AskedTotals;
  readonly totals: Totals;
}

/** Every figure of the total, traced, with the period before and the same one last year beside it. */
export function FigureTable({ asked, totals }: FigureTableProps) {
  return (
    <DataTable<TotalFigure>
      name="report-totals"
      label={`Số liệu ${totals.period.words}`}
      unit="chỉ tiêu"
      columns={columnsFor(asked, totals)}
      rows={totals.figures}
      rowId={(figure) => figure.code}
      empty={<EmptyState title="Biểu này không có chỉ tiêu số">Biểu chỉ hỏi phần lời.</EmptyState>}
    />
  );
}

function columnsFor(asked: AskedTotals, totals: Totals): readonly TableColumn<TotalFigure>[] {
  return [
    {
      key: 'label',
      header: 'Chỉ tiêu',
      cell: (figure) => (
        <div>
          {figure.label}
          {figure.group !== '' && <div className="k-small">{figure.group}</div>}
        </div>
      ),
    },
    {
      key: 'value',
      header: 'Tổng',
      align: 'end',
      cell: (figure) => <TracedTotal asked={asked} totals={totals} figure={figure} />,
    },
    { key: 'unit', header: 'Đơn vị tính', cell: (figure) => figure.unit },
    {
      key: 'previous',
      header: 'Kỳ trước',
      align: 'end',
      cell: (figure) => <Beside exact={figure.previous} figure={figure} />,
    },
    {
      key: 'lastYear',
      header: 'Cùng kỳ năm trước',
      align: 'end',
      cell: (figure) => <Beside exact={figure.lastYear} figure={figure} />,
    },
    {
      key: 'parts',
      screenOnly: true,
      header: 'Từng phần',
      align: 'end',
      cell: (figure) => (
        <AppLink
          href={partsHref(asked, figure.code)}
          aria-label={`Mở từng phần của ${figure.label}`}
          data-row-link
        >
          Mở từng phần
        </AppLink>
      ),
    },
  ];
}

function Beside({ exact, figure }: { readonly exact: string | null; readonly figure: TotalFigure }) {
  return <span className={styles.number}>{exact === null ? '–' : formatFigure(exact, figure.decimals)}</span>;
}

interface TracedTotalProps extends FigureTableProps {
  readonly figure: TotalFigure;
}

/** The traced number of a total: its definition, whose it is, and the way to its parts. */
function TracedTotal({ asked, totals, figure }: TracedTotalProps) {
  if (figure.value === null) return <span title="Không cộng được từ các đơn vị">không cộng</span>;
  return (
    <TracedNumber
      text={formatFigure(figure.value, figure.decimals)}
      linkText="Mở từng phần đã cộng"
      figure={{
        value: Number(figure.value),
        label: figure.label,
        definition: figure.definition,
        scope: `${totals.unit.name} và các đơn vị dưới, ${totals.period.words}: ${totals.reports}/${totals.expected} báo cáo`,
        asOf: totals.day,
        link: partsHref(asked, figure.code),
      }}
    />
  );
}
