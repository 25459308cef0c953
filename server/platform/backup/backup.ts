import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { create } from 'tar';
import {
  jobsSchema,
  type Manifest,
  type ManifestTable,
  quote,
  quoted,
  sha256Of,
  tableFile,
} from './manifest.ts';

export interface BackupOptions {
  databaseUrl: string;
  dataFolder: string;
  /** The archive to write (.tar.gz). */
  file: string;
  /** ISO instant, for the manifest. */
  madeAt: string;
}

export interface BackupResult {
  tables: number;
  rows: number;
  files: number;
  bytes: number;
}

/**
 * Writes database and files into one archive, also while the application runs: all tables as of one moment
 * (one repeatable-read transaction), then the files. Files are never changed once stored, and a row names its
 * file only after the file is there: every file that the rows name is in the archive.
 */
export async function backup(options: BackupOptions): Promise<BackupResult> {
  const staging = join(options.dataFolder, `.backup-${process.pid}`);
  await rm(staging, { recursive: true, force: true });
  await mkdir(join(staging, 'tables'), { recursive: true, mode: 0o700 });
  try {
    const database = await exportDatabase(options.databaseUrl, staging);
    const files = await listFiles(join(options.dataFolder, 'files'));
    const manifest: Manifest = { product: 'kheo', format: 1, madeAt: options.madeAt, ...database, files };
    await writeFile(join(staging, 'manifest.json'), JSON.stringify(manifest, null, 1));
    const bytes = await pack(options, staging, manifest);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, files: files.length, bytes };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

type DatabasePart = Pick<Manifest, 'migrations' | 'jobsVersion' | 'tables' | 'sequences'>;

async function exportDatabase(url: string, staging: string): Promise<DatabasePart> {
  const client = new Client({ connectionString: url, application_name: 'kheo-backup' });
  await client.connect();
  try {
    // The text of a value must not depend on the settings of the session that reads it back.
    await client.query("set datestyle to 'iso, ymd'; set intervalstyle to 'iso_8601'; set timezone to 'UTC'");
    await client.query('begin transaction isolation level repeatable read read only');
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from schema_migration order by name',
    );
    const tables: ManifestTable[] = [];
    for (const table of (await client.query<TableRow>(tablesQuery, [jobsSchema])).rows) {
      tables.push(await exportTable(client, table, staging));
    }
    return {
      migrations,
      jobsVersion: await readJobsVersion(client),
      tables,
      sequences: await readSequences(client),
    };
  } finally {
    await client.end();
  }
}

interface TableRow {
  schema: string;
  name: string;
  columns: string[];
}

/** Our tables and the queue's; what migrations write about themselves is made anew by migrating. */
const tablesQuery = `
  select n.nspname as schema, c.relname as name,
    array(select a.attname::text from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname in ('public', $1)
    and not (n.nspname = 'public' and c.relname = 'schema_migration')
    and not (n.nspname = $1 and c.relname = 'migrations')
    and not exists (select 1 from pg_depend e
      where e.objid = c.oid and e.classid = 'pg_class'::regclass and e.deptype = 'e')
  order by 1, 2`;

async function exportTable(client: Client, table: TableRow, staging: string): Promise<ManifestTable> {
  const file = join(staging, tableFile(table));
  const columns = table.columns.map(quote).join(', ');
  const source = client.query(copyTo(`copy ${quoted(table)} (${columns}) to stdout`));
  await pipeline(source, createWriteStream(file, { mode: 0o600 }));
  return { ...table, rows: source.rowCount, sha256: await sha256Of(file) };
}

/** Newest migration of the queue's own tables, or null where the queue was never started. */
export async function readJobsVersion(client: Client): Promise<number | null> {
  const { rows } = await client.query<{ exists: boolean }>('select to_regclass($1) is not null as exists', [
    `${jobsSchema}.migrations`,
  ]);
  if (!rows[0]?.exists) return null;
  const newest = await client.query<{ id: number | null }>(
    `select max(id) as id from ${jobsSchema}.migrations`,
  );
  return newest.rows[0]?.id ?? null;
}

async function readSequences(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'S' and n.nspname in ('public', $1) order by 1, 2`,
    [jobsSchema],
  );
  const sequences: Manifest['sequences'] = [];
  for (const row of rows) {
    const state = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(row)}`,
    );
    if (state.rows[0]) sequences.push({ ...row, ...state.rows[0] });
  }
  return sequences;
}

/** What is stored; files half received (tmp) are not yet anything. */
export async function listFiles(folder: string): Promise<Manifest['files']> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Manifest['files'] = [];
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const full = join(entry.parentPath, entry.name);
    const path = relative(folder, full).replaceAll('\\', '/');
    if (path.startsWith('tmp/')) continue;
    files.push({ path, size: (await stat(full)).size });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The archive appears under its name only when it is complete and on the disk. */
async function pack(options: BackupOptions, staging: string, manifest: Manifest): Promise<number> {
  await mkdir(dirname(options.file), { recursive: true });
  const draft = `${options.file}.part`;
  const inStaging = relative(options.dataFolder, staging);
  const entries = [
    `${inStaging}/manifest.json`,
    ...manifest.tables.map((table) => `${inStaging}/${tableFile(table)}`),
    ...manifest.files.map((file) => `files/${file.path}`),
  ];
  await create(
    {
      file: draft,
      cwd: options.dataFolder,
      gzip: true,
      portable: true,
      strict: true,
      noDirRecurse: true,
      mode: 0o600,
      onWriteEntry: (entry) => {
        entry.path = entry.path.replace(`${inStaging}/`, '');
      },
    },
    entries,
  );
  const handle = await open(draft, 'r+');
  await handle.sync();
  const { size } = await handle.stat();
  await handle.close();
  await rename(draft, options.file);
  return size;
}
