import type { FileAnswer } from '#contract/endpoint.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { workbookAnswer } from '#server/excel/workbook-answer.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';
import type { Matrix } from './matrix.reads.ts';

/** The matrix as Excel: each cell in whole words, because a sheet has no tooltip. */
export function matrixSheet(
  matrix: Matrix,
  { title, day }: { title: string; day?: Day | undefined },
): FileAnswer {
  const columns: WriteColumn[] = [
    { key: 'unit', header: 'Đơn vị', width: 36 },
    { key: 'registered', header: 'Số mô hình đăng ký', type: 'integer', width: 12 },
    { key: 'least', header: 'Chỉ tiêu ít nhất', type: 'integer', width: 12 },
    { key: 'shortfall', header: 'Còn thiếu', type: 'integer', width: 12 },
    ...matrix.columns
      .filter((column) => column.key !== 'registered')
      .map((column) => ({
        key: `cell_${column.key}`,
        header: column.due === null ? column.label : `${column.label} (hạn ${formatDay(column.due)})`,
        width: 32,
      })),
    { key: 'exempt', header: 'Lý do không phải đăng ký', width: 30 },
  ];
  const rows = matrix.rows.map((row) => ({
    unit: row.unapportioned ? `Chưa phân định: ${row.unit.name}` : row.unit.name,
    registered: row.registered,
    least: row.least,
    shortfall: row.shortfall,
    exempt: row.exemptReason,
    ...Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [`cell_${key}`, cell.words])),
  }));
  return workbookAnswer(`Theo dõi đơn vị ${matrix.asOf}.xlsx`, [
    {
      sheetName: 'Theo đơn vị',
      title: `${title} – theo đơn vị, đến ngày ${formatDay(matrix.asOf)}`,
      columns,
      rows,
      notes: [
        ...(day === undefined ? [] : [`Xem theo tổ chức ngày ${formatDay(day)}.`]),
        ...matrix.rows
          .filter((row) => row.formerNames.length > 0)
          .map((row) => `${row.unit.name} gồm: ${row.formerNames.join('; ')}.`),
        `Số liệu đếm từ sổ đăng ký đến ngày ${formatDay(matrix.asOf)}, trong phạm vi tài khoản được xem.`,
        matrix.missing.length === 0
          ? 'Các đơn vị phải đăng ký đều đã có đăng ký.'
          : `${matrix.missing.length} đơn vị chưa đăng ký: ${matrix.missing.map((unit) => unit.name).join('; ')}.`,
      ],
    },
  ]);
}
