import { DataTable, type TableColumn } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { formatFigure } from '#domain/reports/figure-text.ts';
import { changeWords } from './change-words.ts';
import { type Consolidated, type ConsolidatedFigure, totalsOf } from './consolidated-words.ts';
import styles from './consolidation.module.css';

/** The figures of the paper, traced, beside those of last year; what they amount to now where it differs. */
export function ConsolidatedFigures({ report }: { readonly report: Consolidated }) {
  return (
    <DataTable<ConsolidatedFigure>
      name="consolidated-figures"
      label="Số liệu của báo cáo tổng hợp"
      unit="chỉ tiêu"
      columns={columnsFor(report)}
      rows={report.figures}
      rowId={(figure) => figure.code}
      empty={<EmptyState title="Báo cáo này không có chỉ tiêu số" />}
    />
  );
}

function columnsFor(report: Consolidated): readonly TableColumn<ConsolidatedFigure>[] {
  return [
    {
      key: 'label',
      header: 'Chỉ tiêu',
      cell: (figure) => (
        <span>
          {figure.label} <span className="k-small">({figure.unit})</span>
        </span>
      ),
    },
    {
      key: 'value',
      header: 'Trong báo cáo',
      align: 'end',
      cell: (figure) => <Traced report={report} figure={figure} />,
    },
    {
      key: 'lastYear',
      header: 'Cùng kỳ năm trước',
      align: 'end',
      cell: (figure) => <Plain figure={figure} exact={figure.lastYear} />,
    },
    {
      key: 'change',
      header: 'So với năm trước',
      align: 'end',
      cell: (figure) => <span className={styles.number}>{changeWords(figure, figure.lastYear)}</span>,
    },
    {
      key: 'previous',
      header: 'Kỳ trước',
      align: 'end',
      hidden: true,
      cell: (figure) => <Plain figure={figure} exact={figure.previous} />,
    },
    {
      key: 'now',
      header: 'Hiện nay',
      align: 'end',
      cell: (figure) =>
        figure.now === null ? (
          'không đổi'
        ) : (
          <StateBadge tone="warn">{formatFigure(figure.now, figure.decimals)}</StateBadge>
        ),
    },
  ];
}

interface FigureProps {
  readonly figure: ConsolidatedFigure;
}

function Plain({ figure, exact }: FigureProps & { readonly exact: string | null }) {
  return <span className={styles.number}>{exact === null ? '–' : formatFigure(exact, figure.decimals)}</span>;
}

function Traced({ report, figure }: FigureProps & { readonly report: Consolidated }) {
  if (figure.value === null) return <span title="Không cộng được từ các đơn vị">không cộng</span>;
  return (
    <TracedNumber
      text={formatFigure(figure.value, figure.decimals)}
      linkText="Mở từng phần đã cộng"
      figure={{
        value: Number(figure.value),
        label: figure.label,
        definition: figure.definition,
        scope: `${report.unit.name} và các đơn vị dưới, ${report.period.words}`,
        asOf: report.treeDay,
        link: totalsOf(report, figure.code),
      }}
    />
  );
}
