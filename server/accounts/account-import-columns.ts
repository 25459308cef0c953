import { roleWords } from '#domain/access/permissions.ts';
import type { ColumnSpec } from '#server/excel/match-columns.ts';
import type { WriteColumn } from '#server/excel/write-table.ts';

export const reachWords = { subtree: 'Gồm đơn vị trực thuộc', alone: 'Chỉ đơn vị này' } as const;

const columns = {
  username: {
    header: 'Tên đăng nhập',
    width: 22,
    required: true,
    aliases: ['Tài khoản', 'Username'],
    note: 'Chữ không dấu, số và các dấu . _ -',
  },
  displayName: {
    header: 'Họ tên/chức danh',
    width: 40,
    required: true,
    aliases: ['Họ tên', 'Họ và tên', 'Chức danh', 'Tên hiển thị', 'Họ tên, chức danh'],
    note: 'Ví dụ: Cán bộ phường Hương Xuân. Tên lặp lại ở nhiều dòng là một người có nhiều vai trò.',
  },
  role: { header: 'Vai trò', width: 32, required: true, options: Object.values(roleWords) },
  unitCode: {
    header: 'Mã đơn vị',
    width: 18,
    required: true,
    aliases: ['Mã', 'Đơn vị'],
    note: 'Mã trong trang Tổ chức; danh sách mã ở trang “Hướng dẫn”.',
  },
  beginsOn: { header: 'Từ ngày', width: 14, type: 'day', note: 'Để trống là từ hôm nay.' },
  endsOn: { header: 'Đến ngày', width: 14, type: 'day', note: 'Để trống là đến khi thu lại.' },
  reach: {
    header: 'Phạm vi',
    width: 26,
    options: Object.values(reachWords),
    note: 'Để trống: vai trò điều hành gồm đơn vị trực thuộc, cán bộ đơn vị chỉ đơn vị này.',
  },
} as const satisfies Record<string, Omit<WriteColumn, 'key'> & { aliases?: readonly string[] }>;

export type ImportKey = keyof typeof columns;
export const importKeys = Object.keys(columns) as ImportKey[];

export const importColumns: readonly (WriteColumn<ImportKey> & ColumnSpec<ImportKey>)[] = importKeys.map(
  (key) => ({ key, label: columns[key].header, ...columns[key] }),
);
