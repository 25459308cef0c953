import { spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { databaseTimeZone } from './connect.ts';
import { socketFolder } from './embedded-settings.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import type { UnprivilegedUser } from './unprivileged-user.ts';

/** One cluster and who runs it. */
export interface ClusterContext {
  user: UnprivilegedUser | null;
  binaries: PostgresBinaries;
  cluster: string;
  durable: boolean;
}

/**
 * Vietnamese order by default (ICU `vi`): a ă â … d đ. The character classes must know Vietnamese letters too
 * (pg_trgm splits words by them), so a UTF-8 type is tried before C.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

export async function initCluster(context: ClusterContext, adminPassword: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kheo-'));
  const passwordFile = join(folder, 'password');
  try {
    writeFileSync(passwordFile, `${adminPassword}\n`, { mode: 0o600 });
    if (context.user) {
      for (const path of [folder, passwordFile]) chownSync(path, context.user.uid, context.user.gid);
    }
    await firstThatWorks(characterTypes, (type) =>
      run(context, context.binaries.initdb, [
        `--pgdata=${context.cluster}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=vi',
        '--locale=C',
        `--lc-ctype=${type}`,
        '--no-instructions',
        ...(context.durable ? [] : ['--no-sync']),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstThatWorks(options: string[], attempt: (option: string) => Promise<void>): Promise<void> {
  let failure: unknown;
  for (const option of options) {
    try {
      await attempt(option);
      return;
    } catch (error) {
      failure = error;
      if (!String(error).includes('locale')) break;
    }
  }
  throw failure;
}

/**
 * Starts the server in the background, detached from us: Ctrl-C reaches only the application, which stops it last. No
 * other runs in this cluster by then.
 */
export async function startServer(
  context: ClusterContext,
  { port, socket }: { port: number; socket: boolean },
): Promise<void> {
  // One that was killed leaves its socket's lock, and with it a number that another program may have by now.
  for (const name of readdirSync(context.cluster))
    if (name.startsWith('.s.PGSQL.')) rmSync(join(context.cluster, name), { force: true });
  const settings = {
    ...commonSettings,
    ...(context.durable ? durableSettings() : throwAwaySettings),
    unix_socket_directories: (socket && socketFolder(context.cluster)) || '',
    port,
  };
  const options = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
  const log = join(context.cluster, 'start.log');
  await runPgCtl(context, ['start', '-W', '-l', log, '-o', options.join(' ')]);
}

const commonSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_permissions: '0700',
  max_connections: 60,
  // Matrices of the whole country sort and join tens of thousands of rows: on disk that takes twice as long.
  work_mem: '24MB',
  timezone: databaseTimeZone,
  log_timezone: databaseTimeZone,
  // What is asked for mostly lies in the system's cache, and both cores are busy when thousands send their reports: a
  // worker that reads a page for us is one more to wait for.
  io_method: 'sync',
  // Compiling queries costs more than our queries take.
  jit: 'off',
  // Statements and their values hold personal data: they stay out of the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

const durableSettings = () => ({
  shared_buffers: `${sharedMegabytes(usableMemory())}MB`,
  fsync: 'on',
  synchronous_commit: 'on',
  // One file for each day of the week, written over a week later.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
});

/** An eighth of the memory, as much as a country's busiest tables need at most: the rest is the system's, to keep files in. */
export function sharedMegabytes(memoryBytes: number): number {
  return Math.min(1024, Math.max(128, Math.floor(memoryBytes / 8 / 2 ** 20)));
}

/** A container may have less than its machine. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

const throwAwaySettings = {
  shared_buffers: '128MB',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
};

export function runPgCtl(context: ClusterContext, args: string[]): Promise<void> {
  return run(context, context.binaries.pgCtl, [...args, '-s', '-D', context.cluster]);
}

function run(context: ClusterContext, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...(context.user ? { uid: context.user.uid, gid: context.user.gid } : {}),
      // The user may not be able to enter our own folder.
      cwd: context.binaries.folder,
      env: cleanEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe'],
      windowsHide: true,
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    // Not 'close': the server inherits the pipe and keeps it open.
    child.on('exit', (code) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} (mã ${code}): ${errors.trim() || startLog(context)}`));
    });
  });
}

function startLog(context: ClusterContext): string {
  try {
    return readFileSync(join(context.cluster, 'start.log'), 'utf8').slice(-2000);
  } catch {
    return '';
  }
}

/** PGDATA, PGPORT and the like of the user's shell must not reach our server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([key]) => !key.startsWith('PG') && !key.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', LANG: 'C' };
}

/** The process id in the cluster's postmaster.pid, when that process is alive and a PostgreSQL server. */
export function readPostmaster(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid');
  let pid: number;
  try {
    pid = Number.parseInt(readFileSync(file, 'utf8').split('\n')[0] ?? '', 10);
  } catch {
    return null;
  }
  if (!Number.isInteger(pid) || pid <= 0) return null;
  if (isPostgresProcess(pid)) return pid;
  // After a reboot the number may belong to another program; PostgreSQL would then refuse to start.
  rmSync(file, { force: true });
  return null;
}

function isPostgresProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres');
  } catch {
    return true; // No /proc: macOS, Windows.
  }
}
