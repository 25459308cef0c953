import type { FileAnswer } from '#contract/endpoint.ts';
import { roleWords } from '#domain/access/permissions.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { templateAnswer } from '#server/excel/workbook-answer.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { importColumns, reachWords, type ImportKey } from './account-import-columns.ts';

/** A guide must stay readable: in a whole country the codes are looked up on the page of the organisation. */
const codesShown = 400;

/** The list to fill in, with the codes of the units where roles may be given. */
export async function accountTemplate(read: ReadContext): Promise<FileAnswer> {
  const { access } = read.caller;
  const units = read.tree.all().filter((unit) => access.can('account.manage', unit.id));
  const [first] = units;
  return templateAnswer<ImportKey>('mau-danh-sach-tai-khoan.xlsx', {
    sheetName: 'Tài khoản',
    title: 'Danh sách tài khoản cần tạo',
    columns: importColumns,
    sample: {
      username: 'huongxuan',
      displayName: 'Cán bộ phường Hương Xuân',
      role: roleWords.unit_officer,
      unitCode: first?.code ?? '',
      beginsOn: formatDay(read.today),
      endsOn: null,
      reach: reachWords.alone,
    },
    notes: [
      'Mỗi dòng là một vai trò; tên đăng nhập lặp lại là thêm vai trò cho cùng người.',
      'Tài khoản được tạo chưa có mật khẩu: mỗi người nhận một đường dẫn mời để tự đặt mật khẩu.',
      ...(units.length > codesShown
        ? [`Mã của ${units.length} đơn vị xem ở trang Tổ chức.`]
        : ['Mã đơn vị:', ...units.map((unit) => `${unit.code}: ${unit.name}`)]),
    ],
  });
}

/** Which of these names somebody has already, in lower case. */
export async function namesTaken(db: Db, usernames: readonly string[]): Promise<Set<string>> {
  const lower = usernames.map((username) => username.toLowerCase());
  const rows = await db
    .selectFrom('account')
    .select('username')
    .where(sql<boolean>`lower(username) = any(${lower}::text[])`)
    .execute();
  return new Set(rows.map((row) => row.username.toLowerCase()));
}
