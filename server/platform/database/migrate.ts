import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, DatabaseError, type Pool, type ClientBase } from 'pg';

/** Thrown when the database cannot be brought to the state that this version needs. The message is for people. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

export interface MigrateOptions {
  /** Folder of *.sql files; the project's own by default. */
  folder?: string;
  /** Stop after this migration (used when an older backup is read back). */
  upTo?: string;
  /** The given client is in a transaction already, which the caller ends. */
  inTransaction?: boolean;
  onProgress?: (name: string) => void;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../../db/migrations/', import.meta.url));

/** Oldest server we run on: what we use of SQL is there since 15. */
const oldestServer = 15;
/** Any number that no other program takes: two starts at once must migrate one after the other. */
const migrationLock = 7_232_019_850;

/**
 * Applies the migrations that the database has not seen, in the order of their names, each in a transaction
 * of its own. Forward only: a file that was
 * applied and changed since is refused.
 */
export async function migrate(
  target: Pool | Client | string,
  options: MigrateOptions = {},
): Promise<{ applied: string[] }> {
  const migrations = await readMigrations(options.folder ?? migrationsFolder);
  if (target instanceof Client) return migrateOn(target, migrations, options);
  if (typeof target !== 'string') {
    const client = await target.connect();
    try {
      return await migrateOn(client, migrations, options);
    } finally {
      client.release();
    }
  }
  const client = new Client({ connectionString: target, application_name: 'kheo-migrate' });
  await client.connect();
  try {
    return await migrateOn(client, migrations, options);
  } finally {
    await client.end();
  }
}

/** One checksum over all migrations: changes whenever the schema may have changed. */
export async function migrationsChecksum(folder = migrationsFolder): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of await readMigrations(folder))
    hash.update(`${migration.name}\n${migration.checksum}\n`);
  return hash.digest('hex');
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      // Line ends differ after a checkout on Windows; the checksum must not.
      const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function migrateOn(
  client: ClientBase,
  migrations: Migration[],
  options: MigrateOptions,
): Promise<{ applied: string[] }> {
  await refuseOldServer(client);
  await client.query('select pg_advisory_lock($1)', [migrationLock]);
  try {
    await client.query(`create table if not exists schema_migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const pending = await pendingMigrations(client, migrations);
    const applied: string[] = [];
    for (const migration of pending) {
      if (options.upTo !== undefined && migration.name > options.upTo) break;
      options.onProgress?.(migration.name);
      await apply(client, migration, options.inTransaction ?? false);
      applied.push(migration.name);
    }
    return { applied };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
  }
}

async function refuseOldServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: string }>('select current_setting($1) as version', [
    'server_version_num',
  ]);
  const major = Math.floor(Number(rows[0]?.version ?? 0) / 10_000);
  if (major < oldestServer) {
    throw new MigrationError(
      `Máy chủ PostgreSQL đang là bản ${major}; Khéo cần bản ${oldestServer} trở lên.`,
    );
  }
}

async function pendingMigrations(client: ClientBase, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of rows) {
    const file = known.get(row.name);
    if (!file) {
      throw new MigrationError(
        `Cơ sở dữ liệu đã ở bản mới hơn chương trình (có bước ${row.name}). Hãy dùng bản Khéo mới hơn.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `Tệp ${row.name} đã bị sửa sau khi áp dụng. Hãy trả tệp về nguyên bản và viết thay đổi vào tệp mới.`,
      );
    }
  }
  const done = new Set(rows.map((row) => row.name));
  const pending = migrations.filter((migration) => !done.has(migration.name));
  const last = rows.at(-1)?.name ?? '';
  const late = pending.find((migration) => migration.name < last);
  if (late)
    throw new MigrationError(`Tệp ${late.name} đứng trước ${last} đã áp dụng. Hãy đổi tên để nó đứng sau.`);
  return pending;
}

async function apply(client: ClientBase, migration: Migration, inTransaction: boolean): Promise<void> {
  const [begin, commit, rollback] = inTransaction
    ? ['savepoint migration', 'release migration', 'rollback to migration']
    : ['begin', 'commit', 'rollback'];
  await client.query(begin);
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query(commit);
  } catch (error) {
    await client.query(rollback);
    const where = error instanceof DatabaseError ? placeOf(error, migration.sql) : '';
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`Không áp dụng được ${migration.name}${where}: ${reason}`, { cause: error });
  }
}

function placeOf(error: DatabaseError, sql: string): string {
  if (error.position === undefined) return '';
  return `, dòng ${sql.slice(0, Number(error.position)).split('\n').length}`;
}
