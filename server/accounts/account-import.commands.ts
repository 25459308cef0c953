import type { accountsApi } from '#contract/accounts.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { roleWords } from '#domain/access/permissions.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { openList } from '#server/excel/read-list.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { StoredFile } from '#server/platform/files/file-store.ts';
import { insertFile } from '#server/platform/files/files.store.ts';
import { insertAccount, insertGrant } from './accounts.store.ts';
import { importColumns, type ImportKey } from './account-import-columns.ts';
import { namesTaken } from './account-import.reads.ts';
import { readAccountRows, type ImportedAccount } from './account-import-rows.ts';

type Imported = ResponseOf<(typeof accountsApi)['POST /api/account-import']>;

const ROWS_AT_MOST = 1_000;
const FAULTS_NAMED = 300;

/** Reads a list of accounts: every row becomes a role of a new account, or none and every bad cell is named. */
export async function importAccounts(
  command: CommandContext,
  asked: { dryRun: boolean },
  upload: StoredFile,
): Promise<Imported> {
  const list = await openList<ImportKey>(await command.files.read(upload.sha256), {
    upload,
    columns: importColumns,
    maxRows: ROWS_AT_MOST,
  });
  const read = readAccountRows(command, list);
  const taken = await namesTaken(command.db, [...read.nameCells.keys()]);
  const faults = [
    ...read.faults,
    ...[...taken].map((name) => ({
      path: read.nameCells.get(name) ?? '',
      message: 'Tên đăng nhập đã có người dùng',
    })),
  ];
  if (faults.length > 0)
    throw new Problem(
      'import_has_errors',
      { count: faults.length, rows: read.faultyRows + taken.size },
      faults.slice(0, FAULTS_NAMED),
    );
  if (!asked.dryRun) await insertFile(command, upload);
  const accounts: Imported['accounts'] = [];
  for (const account of read.accounts)
    accounts.push({
      ...describe(command, account),
      id: asked.dryRun ? null : await insertImported(command, account, upload),
    });
  return { accounts };
}

function describe(
  command: CommandContext,
  account: ImportedAccount,
): Omit<Imported['accounts'][number], 'id'> {
  return {
    rowNumber: account.rowNumber,
    username: account.username,
    displayName: account.displayName,
    grants: account.grants.map((grant) => ({
      roleName: roleWords[grant.role],
      unitName: command.tree.unit(grant.unitId).name,
      beginsOn: grant.beginsOn,
      endsOn: grant.endsOn,
      coversSubtree: grant.coversSubtree,
    })),
  };
}

/** Without a password: each person sets one by an invitation. */
async function insertImported(
  command: CommandContext,
  account: ImportedAccount,
  upload: StoredFile,
): Promise<string> {
  const id = await insertAccount(command, {
    username: account.username,
    displayName: account.displayName,
    passwordHash: null,
    mustChangePassword: false,
  });
  for (const grant of account.grants) await insertGrant(command, id, grant);
  await command.record({
    subjectType: 'account',
    subjectId: id,
    unitId: account.grants[0]?.unitId ?? null,
    action: 'create',
    details: {
      username: account.username,
      how: 'import',
      sha256: upload.sha256,
      rowNumber: account.rowNumber,
    },
  });
  return id;
}
