import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar';
import { auditMarksFile, noteRestore } from '#server/platform/audit-marks.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { backup, listFiles, readJobsVersion } from './backup.ts';
import {
  BackupError,
  jobsSchema,
  type Manifest,
  manifestSchema,
  type ManifestTable,
  quote,
  quoted,
  sha256Of,
  tableFile,
} from './manifest.ts';

export interface RestoreOptions {
  databaseUrl: string;
  dataFolder: string;
  /** The archive to read. */
  file: string;
  /** Present data gives way; they are backed up to `keepPresentIn` first. Without it, only an empty place is filled. */
  keepPresentIn: string | null;
  /** ISO instant of now. */
  now: string;
}

export interface RestoreResult {
  madeAt: string;
  rows: number;
  files: number;
  /** Archive of the data that gave way, if any. */
  kept: string | null;
}

/**
 * Puts an archive back. Everything is read and checked first; then the database changes in one transaction and
 * the files by renaming folders, so that a failure leaves what was there. The application must not be running.
 */
export async function restore(options: RestoreOptions): Promise<RestoreResult> {
  const staging = join(options.dataFolder, `.restore-${process.pid}`);
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  try {
    const manifest = await unpack(options.file, staging);
    const kept = await makeRoom(options);
    await replaceAll(options, manifest, staging);
    await noteRestore(join(options.dataFolder, auditMarksFile), options.now);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { madeAt: manifest.madeAt, rows, files: manifest.files.length, kept };
  } finally {
    // A broken archive ends the reading while earlier files are still being written.
    await rm(staging, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function unpack(file: string, staging: string): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupError(`Không thấy tệp sao lưu ${file}.`);
  const expected = /^(manifest\.json|tables\/[\w.]+\.copy|files\/[\w./-]+)$/;
  try {
    await extract({ file, cwd: staging, strict: true, filter: (path) => expected.test(path) });
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(staging, 'manifest.json'), 'utf8')));
    await verify(manifest, staging);
    return manifest;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    throw new BackupError(
      `Tệp ${file} không phải bản sao lưu của Khéo, hoặc đã hỏng. Dữ liệu hiện có giữ nguyên.`,
      {
        cause: error,
      },
    );
  }
}

async function verify(manifest: Manifest, staging: string): Promise<void> {
  for (const table of manifest.tables) {
    if ((await sha256Of(join(staging, tableFile(table)))) !== table.sha256) {
      throw new BackupError(`Bản sao lưu hỏng ở bảng ${table.name}. Dữ liệu hiện có giữ nguyên.`);
    }
  }
  const present = new Map((await listFiles(join(staging, 'files'))).map((file) => [file.path, file.size]));
  for (const file of manifest.files) {
    const hash = /^([0-9a-f]{2})\/([0-9a-f]{62})$/.exec(file.path);
    const content = hash ? await sha256Of(join(staging, 'files', file.path)).catch(() => '') : null;
    if (present.get(file.path) !== file.size || (hash && content !== `${hash[1]}${hash[2]}`)) {
      throw new BackupError(`Bản sao lưu hỏng ở tệp ${file.path}. Dữ liệu hiện có giữ nguyên.`);
    }
  }
}

/** Refuses to write over data, or keeps them in an archive of their own first. */
async function makeRoom(options: RestoreOptions): Promise<string | null> {
  if (await isEmpty(options)) return null;
  if (options.keepPresentIn === null) {
    throw new BackupError(
      'Nơi khôi phục đang có dữ liệu. Thêm --replace để thay thế; dữ liệu hiện có sẽ được sao lưu riêng trước.',
    );
  }
  await backup({ ...options, file: options.keepPresentIn, madeAt: options.now });
  return options.keepPresentIn;
}

async function isEmpty(options: RestoreOptions): Promise<boolean> {
  if ((await listFiles(join(options.dataFolder, 'files'))).length > 0) return false;
  return withClient(options.databaseUrl, async (client) => {
    const { rows } = await client.query<{ exists: boolean }>(
      "select to_regclass('account') is not null as exists",
    );
    if (!rows[0]?.exists) return true;
    return (await client.query('select 1 from account union all select 1 from unit limit 1')).rowCount === 0;
  });
}

async function replaceAll(options: RestoreOptions, manifest: Manifest, staging: string): Promise<void> {
  const files = join(options.dataFolder, 'files');
  const old = join(staging, 'files-before');
  // The queue migrates its own tables, outside of our transaction.
  if (manifest.jobsVersion !== null)
    await runMigrations({ connectionString: options.databaseUrl, schema: jobsSchema });
  await mkdir(join(staging, 'files'), { recursive: true });
  if (existsSync(files)) await rename(files, old);
  await rename(join(staging, 'files'), files);
  try {
    await withClient(options.databaseUrl, (client) => loadDatabase(client, manifest, staging));
  } catch (error) {
    await rename(files, join(staging, 'files'));
    if (existsSync(old)) await rename(old, files);
    throw error;
  }
}

async function loadDatabase(client: Client, manifest: Manifest, staging: string): Promise<void> {
  await client.query("set datestyle to 'iso, ymd'; set timezone to 'UTC'");
  await client.query('begin');
  await client.query('drop schema if exists public cascade; create schema public');
  await migrateAsThen(client, manifest);
  const sameJobs = (await readJobsVersion(client)) === manifest.jobsVersion;
  const tables = manifest.tables.filter((table) => table.schema !== jobsSchema || sameJobs);
  const names = tables.map(quoted);
  const constraints = await foreignKeys(client, tables);
  // Every rule held when the rows were written; foreign keys are checked again when they come back below.
  for (const key of constraints)
    await client.query(`alter table ${key.table} drop constraint ${quote(key.name)}`);
  for (const name of names) await client.query(`alter table ${name} disable trigger user`);
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
  for (const table of tables) await loadTable(client, table, staging);
  for (const key of constraints) {
    await client.query(`alter table ${key.table} add constraint ${quote(key.name)} ${key.definition}`);
  }
  for (const name of names) await client.query(`alter table ${name} enable trigger user`);
  for (const { lastValue, isCalled, ...sequence } of manifest.sequences) {
    if (sequence.schema === jobsSchema && !sameJobs) continue;
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      quoted(sequence),
      lastValue,
      isCalled,
    ]);
  }
  if (sameJobs && manifest.jobsVersion !== null) await releaseJobs(client);
  await client.query('commit');
}

/** Brings the empty schema to the state that the archive was taken in. */
async function migrateAsThen(client: Client, manifest: Manifest): Promise<void> {
  const last = manifest.migrations.at(-1);
  if (!last) throw new BackupError('Bản sao lưu không ghi cấu trúc dữ liệu.');
  await migrate(client, { upTo: last.name, inTransaction: true });
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  );
  const text = (list: { name: string; checksum: string }[]): string =>
    list.map((row) => `${row.name} ${row.checksum}`).join('\n');
  if (text(rows) !== text(manifest.migrations)) {
    throw new BackupError(
      `Bản sao lưu thuộc bản Khéo khác (cấu trúc ${last.name}). Hãy khôi phục bằng bản Khéo đã tạo ra nó hoặc bản mới hơn.`,
    );
  }
}

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

async function foreignKeys(client: Client, tables: ManifestTable[]): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select format('%I.%I', n.nspname, c.relname) as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any($1) order by 1, 2`,
    [[...new Set(tables.map((table) => table.schema))]],
  );
  return rows;
}

async function loadTable(client: Client, table: ManifestTable, staging: string): Promise<void> {
  const columns = table.columns.map(quote).join(', ');
  const target = client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`));
  await pipeline(createReadStream(join(staging, tableFile(table))), target);
  if (target.rowCount !== table.rows) {
    throw new BackupError(
      `Bảng ${table.name}: đọc lại ${target.rowCount} dòng, bản sao lưu ghi ${table.rows}.`,
    );
  }
}

/** Jobs that were being worked on when the archive was taken are free again. */
async function releaseJobs(client: Client): Promise<void> {
  for (const table of ['_private_jobs', '_private_job_queues']) {
    await client.query(
      `update ${jobsSchema}.${table} set locked_at = null, locked_by = null where locked_at is not null`,
    );
  }
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'kheo-restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
