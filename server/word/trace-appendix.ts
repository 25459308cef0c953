import { formatDay } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { appendix, table } from '#domain/documents/paper-parts.ts';
import { figuresOf, type Block, type Paper, type Trace } from '#domain/documents/paper.ts';

/** Where each figure comes from, as a last appendix; in the order in which the paper uses them. */
export function traceAppendix(paper: Paper): Block[] {
  const traces = tracesInOrder(paper);
  if (traces.length === 0) return [];
  return [
    appendix('Phụ lục: nguồn của số liệu', { note: 'Số liệu do hệ thống tính từ hồ sơ đã đăng ký' }),
    table(
      [
        { title: 'STT', width: 7, align: 'center' },
        { title: 'Số liệu', width: 23 },
        { title: 'Giá trị', width: 13, align: 'right' },
        { title: 'Định nghĩa', width: 30 },
        { title: 'Phạm vi', width: 18 },
        { title: 'Ngày tính', width: 15, align: 'center' },
      ],
      traces.map((trace, index) => [
        String(index + 1),
        trace.label,
        [formatNumber(trace.value), trace.unit].filter(Boolean).join(' '),
        trace.definition,
        trace.scope,
        formatDay(trace.asOf),
      ]),
    ),
  ];
}

function tracesInOrder(paper: Paper): Trace[] {
  const ids = new Set([...figuresOf(paper).map((run) => run.traceId), ...Object.keys(paper.traces)]);
  return [...ids].flatMap((id) => paper.traces[id] ?? []);
}
