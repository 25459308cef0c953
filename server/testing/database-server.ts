import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { readSettings, writeSettings } from '#server/platform/database/embedded-settings.ts';
import { prepareJobQueue } from '#server/platform/jobs/jobs.ts';
import { migrate, migrationsChecksum } from '#server/platform/database/migrate.ts';
import { copyTree, enterableFolder, unprivilegedUser } from '#server/platform/database/unprivileged-user.ts';

/** A throw-away server with a migrated database to clone. */
export interface TestDatabaseServer {
  /** May create databases; names the database `postgres` or the one given by TEST_DATABASE_URL. */
  url: string;
  /** Migrated, otherwise empty; nobody connects to it. */
  template: string;
  stop(): Promise<void>;
}

const cacheFolder = fileURLToPath(new URL('../../.cache/test-database/', import.meta.url));

/**
 * Starts a server of this run's own (fsync off), from a cached copy that is migrated already: about 0.3 s.
 * TEST_DATABASE_URL names a server to use instead; its role must be allowed to create databases.
 */
export async function startTestDatabaseServer(): Promise<TestDatabaseServer> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return useGivenServer(given);
  const place = enterableFolder(unprivilegedUser(), cacheFolder);
  await removeAbandonedRuns(place);
  const base = await preparedBase(place);
  const run = join(place, `run-${process.pid}-${randomBytes(3).toString('hex')}`);
  copyTree(base, run);
  pointTo(run);
  const server = await startEmbeddedPostgres({ dataFolder: run, durable: false });
  return {
    url: onDatabase(server.url, 'kheo'),
    template: 'kheo_template',
    stop: async () => {
      await server.stop();
      rmSync(run, { recursive: true, force: true });
    },
  };
}

/** A stopped cluster whose template is migrated, made once for each state of the migrations. */
async function preparedBase(place: string): Promise<string> {
  const base = join(place, `base-jobs-${(await migrationsChecksum()).slice(0, 16)}`);
  if (existsSync(base)) return base;
  for (const name of readdirSync(place)) {
    const old = join(place, name);
    // Another run may be copying a recent one.
    if (name.startsWith('base-') && Date.now() - statSync(old).ctimeMs > 3_600_000)
      rmSync(old, { recursive: true });
  }
  const draft = join(place, `run-${process.pid}-base`);
  const server = await startEmbeddedPostgres({ dataFolder: draft, durable: false });
  try {
    await makeTemplate(server.url, 'kheo_template');
  } finally {
    await server.stop();
  }
  if (existsSync(base)) rmSync(draft, { recursive: true });
  else renameSync(draft, base);
  return base;
}

async function makeTemplate(url: string, name: string): Promise<void> {
  await query(url, `create database ${name}`);
  await migrate(onDatabase(url, name));
  await prepareJobQueue(onDatabase(url, name));
}

/** The copied settings name the folder that they were copied from. */
function pointTo(run: string): void {
  const settings = readSettings(run);
  if (settings) writeSettings(run, { ...settings, cluster: join(run, 'database') });
}

/** Runs whose process was killed: their server may still be there. */
async function removeAbandonedRuns(place: string): Promise<void> {
  mkdirSync(place, { recursive: true });
  for (const name of readdirSync(place)) {
    const pid = Number(/^run-(\d+)-/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const folder = join(place, name);
    if (existsSync(join(folder, 'database', 'postmaster.pid'))) {
      await startEmbeddedPostgres({ dataFolder: folder, durable: false })
        .then((server) => server.stop())
        .catch(() => undefined);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function useGivenServer(url: string): Promise<TestDatabaseServer> {
  const template = `kheo_template_${process.pid}_${randomBytes(3).toString('hex')}`;
  await makeTemplate(url, template);
  return { url, template, stop: () => query(url, `drop database if exists ${template}`) };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** Clones the template (about 40 ms) under the given or a fresh name. */
export async function cloneTestDatabase(
  server: { url: string; template: string },
  name = `kheo_test_${randomBytes(6).toString('hex')}`,
): Promise<TestDatabase> {
  await query(server.url, `create database ${name} template ${server.template}`);
  return {
    url: onDatabase(server.url, name),
    // An autovacuum worker may be in it, which only a superuser may end by force; without force the drop ends it.
    drop: () =>
      query(server.url, `drop database if exists ${name} with (force)`).catch(() =>
        query(server.url, `drop database if exists ${name}`),
      ),
  };
}

function onDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
