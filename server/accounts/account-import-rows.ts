import { usernameSchema } from '#contract/session.ts';
import { areaRoles, beyondOwn } from '#domain/access/granting.ts';
import { roleWords, type Role } from '#domain/access/permissions.ts';
import { yearOf, type Day } from '#domain/kernel/day.ts';
import type { FieldProblem } from '#domain/kernel/problem.ts';
import { normaliseText, shortText } from '#domain/kernel/text.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import { readDay, readWord, type OpenedList, type Reading } from '#server/excel/read-list.ts';
import { cellFault, cellOf, type TableRow } from '#server/excel/table.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { beyondField } from './accounts.commands.ts';
import type { NewGrant } from './accounts.store.ts';
import { reachWords, type ImportKey } from './account-import-columns.ts';

/** One person of the list, with the roles of all rows that name him or her. */
export interface ImportedAccount {
  readonly rowNumber: number;
  readonly username: string;
  readonly displayName: string;
  readonly grants: NewGrant[];
}

export interface ReadAccounts {
  readonly accounts: ImportedAccount[];
  readonly faults: FieldProblem[];
  readonly faultyRows: number;
  /** The cell in which an account is named, by its name in lower case. */
  readonly nameCells: ReadonlyMap<string, string>;
}

interface Basis {
  readonly command: CommandContext;
  readonly columns: OpenedList<ImportKey>['columns'];
  readonly unitsByCode: ReadonlyMap<string, UnitOnDay>;
}

/** Reads every row into an account with a role; whatever is wrong is named by its cell. */
export function readAccountRows(
  command: CommandContext,
  { columns, rows }: OpenedList<ImportKey>,
): ReadAccounts {
  const unitsByCode = new Map(command.tree.all().map((unit) => [codeKey(unit.code), unit]));
  const accounts = new Map<string, ImportedAccount>();
  const nameCells = new Map<string, string>();
  const faults: FieldProblem[] = [];
  let faultyRows = 0;
  for (const row of rows) {
    const read = readRow(row, { command, columns, unitsByCode });
    const own = [...read.faults, ...joinAccount(accounts, read)];
    if (own.length > 0) faultyRows += 1;
    else if (!nameCells.has(read.username.toLowerCase()))
      nameCells.set(read.username.toLowerCase(), read.cell('username'));
    faults.push(...own);
  }
  return { accounts: [...accounts.values()], faults, faultyRows, nameCells };
}

interface ReadRow {
  readonly rowNumber: number;
  readonly username: string;
  readonly displayName: string;
  readonly grant: NewGrant | null;
  readonly faults: FieldProblem[];
  cell(key: ImportKey): string;
}

/** A name that comes again is the same person with one more role. */
function joinAccount(accounts: Map<string, ImportedAccount>, row: ReadRow): FieldProblem[] {
  const { grant } = row;
  if (grant === null) return [];
  const known = accounts.get(row.username.toLowerCase());
  if (!known) {
    accounts.set(row.username.toLowerCase(), { ...row, grants: [grant] });
    return [];
  }
  if (known.displayName !== row.displayName)
    return [
      {
        path: row.cell('displayName'),
        message: `Tên đăng nhập này ở dòng ${known.rowNumber} là của “${known.displayName}”`,
      },
    ];
  if (known.grants.some((one) => one.role === grant.role && one.unitId === grant.unitId))
    return [{ path: row.cell('role'), message: 'Vai trò này tại đơn vị này đã có ở một dòng trên' }];
  known.grants.push(grant);
  return [];
}

function readRow(row: TableRow, basis: Basis): ReadRow {
  const { command, columns } = basis;
  const faults: FieldProblem[] = [];
  const cell = (key: ImportKey): string => `${columns[key] ?? columns.username ?? 'A'}${row.rowNumber}`;
  const take = <T>(key: ImportKey, read: (found: ReturnType<typeof cellOf>) => Reading<T>): T | null => {
    const found = cellOf(row, columns[key]);
    const broken = found ? cellFault(found) : null;
    const reading = broken ? null : read(found);
    if (broken) faults.push(broken);
    else if (reading?.fault !== undefined) faults.push({ path: cell(key), message: reading.fault });
    return reading !== null && reading.fault === undefined ? reading.value : null;
  };
  const username = take('username', (found) => checked(usernameSchema, found?.text ?? ''));
  const displayName = take('displayName', (found) => checked(shortText(120), found?.text ?? ''));
  const role = take('role', (found) =>
    found ? readWord<Role, null>(found, roleWords, null) : { value: null, fault: 'Chưa chọn vai trò' },
  );
  const unit = take('unitCode', (found) => unitOf(found?.text ?? '', basis));
  const year = yearOf(command.today);
  const beginsOn = take('beginsOn', (found) => readDay(found, year));
  const endsOn = take('endsOn', (found) => readDay(found, year));
  const reach = take('reach', (found) => readWord(found, reachWords, null));
  const parts = { role, unit, beginsOn, endsOn, reach };
  const grant = faults.length === 0 ? grantOf(parts, command.today) : null;
  if (grant) faults.push(...faultsOfGrant(grant, { command, cell }));
  return {
    rowNumber: row.rowNumber,
    username: username ?? '',
    displayName: displayName ?? '',
    grant: faults.length === 0 ? grant : null,
    faults,
    cell,
  };
}

/** As an administrator types it in the form: the same schema, the same words. */
function checked(
  schema: typeof usernameSchema | ReturnType<typeof shortText>,
  text: string,
): Reading<string> {
  const parsed = schema.safeParse(normaliseText(text));
  if (parsed.success) return { value: parsed.data };
  return { value: '', fault: parsed.error.issues[0]?.message ?? 'Chưa đúng' };
}

/** Codes are told apart without case and spaces around. */
function codeKey(code: string): string {
  return normaliseText(code).toLowerCase();
}

function unitOf(text: string, { command, unitsByCode }: Basis): Reading<UnitOnDay | null> {
  if (text === '') return { value: null, fault: 'Chưa nhập mã đơn vị' };
  const unit = unitsByCode.get(codeKey(text));
  if (unit && command.caller.access.can('account.manage', unit.id)) return { value: unit };
  return { value: null, fault: `Không có đơn vị mang mã “${text}” trong phạm vi quản trị của bạn` };
}

interface GrantParts {
  readonly role: Role | null;
  readonly unit: UnitOnDay | null;
  readonly beginsOn: Day | null;
  readonly endsOn: Day | null;
  readonly reach: keyof typeof reachWords | null;
}

function grantOf({ role, unit, beginsOn, endsOn, reach }: GrantParts, today: Day): NewGrant | null {
  if (role === null || unit === null) return null;
  return {
    role,
    unitId: unit.id,
    beginsOn: beginsOn ?? today,
    endsOn,
    coversSubtree: reach === null ? areaRoles.includes(role) : reach === 'subtree',
  };
}

const keysOfFields: Readonly<Record<string, ImportKey>> = {
  unitId: 'unitCode',
  role: 'role',
  endsOn: 'endsOn',
};

function faultsOfGrant(
  grant: NewGrant,
  at: { command: CommandContext; cell: (key: ImportKey) => string },
): FieldProblem[] {
  const { command, cell } = at;
  if (grant.endsOn !== null && grant.endsOn < grant.beginsOn)
    return [{ path: cell('endsOn'), message: 'Ngày kết thúc phải sau hoặc trùng ngày bắt đầu' }];
  const beyond = beyondOwn(grant, command.caller.access.grants, command.tree);
  if (beyond === null) return [];
  const { path, message } = beyondField(beyond, grant, { command, path: '' });
  return [{ path: cell(keysOfFields[path] ?? 'role'), message }];
}
