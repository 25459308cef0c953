import { useSession } from '../platform/session.ts';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Matrix, MatrixLegend } from '../ui/matrix.tsx';
import type { ApiResponse } from '../platform/api-client.ts';
import { reportCell } from '#domain/campaigns/matrix-cells.ts';
import { formatDay } from '#domain/kernel/day.ts';

type MatrixAnswer = ApiResponse<'GET /api/reports/matrix'>;
type Cell = MatrixAnswer['units'][number]['cells'][number];

/** What the caller's own units sent and owe, period by period; following many units has a page of its own. */
export function SentPeriods({ data }: { readonly data: MatrixAnswer }) {
  const { today } = useSession();
  const cellOf = (cell: Cell, due: string) => {
    if (cell === null)
      return { state: 'not_applicable' as const, text: '–', words: 'Không phải gửi', link: null };
    const plain = reportCell({ state: cell.state, submittedOn: null, due: cell.late ? due : today, today });
    // Not begun and not late yet: the sign of what is not due.
    if (cell.state === 'not_started' && plain.state === 'waiting')
      return { ...plain, state: 'not_due' as const, link: null };
    const hollow = cell.hollow === 'copied' ? ', giống kỳ trước' : ', không có nội dung';
    return {
      ...plain,
      words: cell.hollow === null ? plain.words : `${plain.words}${hollow}`,
      link: cell.reportId === null ? null : `/bao-cao/${cell.reportId}`,
    };
  };
  const last = data.periods.at(-1);
  return (
    <Card
      title={data.form.name}
      aside={
        last && last.expected > 1
          ? `${last.words}: ${last.received} trên ${last.expected} đơn vị đã gửi, ${last.onTime} đúng hạn`
          : undefined
      }
      flush
    >
      {data.units.length === 0 ? (
        <EmptyState title="Chưa đơn vị nào phải gửi">Biểu chưa hỏi kỳ nào đã bắt đầu.</EmptyState>
      ) : (
        <>
          <Matrix
            label="Báo cáo của các đơn vị"
            headLabel="Đơn vị"
            columns={data.periods.map((period) => ({
              label: period.words,
              detail: `hạn ${formatDay(period.due).slice(0, 5)}`,
            }))}
            rows={data.units.map(({ unit, cells }) => ({
              id: unit.id,
              head: unit.shortName,
              cells: cells.map((cell, at) => cellOf(cell, data.periods[at]?.due ?? today)),
            }))}
          />
          <MatrixLegend />
        </>
      )}
    </Card>
  );
}
