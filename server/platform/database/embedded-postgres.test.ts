import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedMegabytes } from './embedded-cluster.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { readSettings, socketFolder } from './embedded-settings.ts';
import { canEnter, enterableFolder, unprivilegedUser } from './unprivileged-user.ts';

let dataFolder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  // Not mkdtemp: its folders are closed to others, and the cluster would be put elsewhere (tested below).
  dataFolder = join(tmpdir(), `kheo-test-data-${process.pid}`);
  server = await startEmbeddedPostgres({ dataFolder });
});

afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

async function query<T extends object>(sql: string, url = server.url): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

function databaseProcess(): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'database', 'postmaster.pid'), 'utf8'), 10);
}

describe('the server', () => {
  test('never runs as root, and gives the application a role of its own without special rights', async () => {
    expect(unprivilegedUser()?.uid).not.toBe(0);
    const [role] = await query(
      'select rolname, rolsuper, rolcreatedb from pg_roles where rolname = current_user',
    );
    expect(role).toEqual({ rolname: 'kheo', rolsuper: false, rolcreatedb: false });
  });

  test('listens on this machine only, asks for a password, and keeps it where others cannot read it', async () => {
    const [row] = await query("select current_setting('listen_addresses') as address");
    expect(row).toEqual({ address: '127.0.0.1' });
    await expect(query('select 1', server.url.replace(/:[^:@]+@/, ':wrong@'))).rejects.toThrow('password');
    expect(statSync(join(dataFolder, 'database.json')).mode & 0o077).toBe(0);
  });

  test('is spoken to over a socket that only its user may open, and over TCP by other programs', async () => {
    const over = async (url: string) =>
      (await query<{ address: string | null }>('select inet_server_addr() as address', url))[0]?.address;
    expect(await over(server.url)).toBe(null);
    const { port, cluster } = readSettings(dataFolder) ?? { port: 0, cluster: '' };
    expect(await over(server.url.replace(/@.*\//, `@127.0.0.1:${port}/`))).toBe('127.0.0.1');
    expect(socketFolder(cluster)).toBe(cluster);
    expect(statSync(join(cluster, `.s.PGSQL.${port}`)).mode & 0o077).toBe(0);
  });

  test('has no socket where the system could not name it', () => {
    expect(socketFolder('/srv/kheo/database')).toBe('/srv/kheo/database');
    expect(socketFolder(`/srv/${'sâu/'.repeat(3)}database`)).toBe(null);
    expect(socketFolder('/srv/của tôi/database')).toBe(null);
    expect(socketFolder(`/srv/${'deep/'.repeat(20)}database`)).toBe(null);
  });

  test.each([
    [1, 128],
    [4, 512],
    [8, 1024],
    [64, 1024],
  ])('keeps in memory, of %i GB, %i MB', (gigabytes, megabytes) => {
    expect(sharedMegabytes(gigabytes * 2 ** 30)).toBe(megabytes);
  });

  test('orders Vietnamese names, knows Vietnamese letters and offers what the migrations ask for', async () => {
    const rows = await query<{ name: string }>(
      "select name from unnest(array['đa', 'dê', 'ăn', 'an', 'ân', 'Đá']) as name order by name",
    );
    expect(rows.map((row) => row.name)).toEqual(['an', 'ăn', 'ân', 'dê', 'đa', 'Đá']);
    for (const name of ['unaccent', 'pg_trgm', 'btree_gist', 'ltree'])
      await query(`create extension ${name}`);
    const [row] = await query(
      "select unaccent('Đặng Hương') as plain, cardinality(show_trgm('Hương')) as trigrams",
    );
    expect(row).toEqual({ plain: 'Dang Huong', trigrams: 6 });
  });

  test('finds another port when its own was taken in the meantime', async () => {
    const before = readSettings(dataFolder)?.port;
    await server.stop();
    const { createServer } = await import('node:net');
    const intruder = createServer().listen(before, '127.0.0.1');
    server = await startEmbeddedPostgres({ dataFolder });
    intruder.close();
    expect(readSettings(dataFolder)?.port).not.toBe(before);
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('starts though the lock of its socket names a program of today, as after a power cut', async () => {
    await server.stop();
    const { port, cluster } = readSettings(dataFolder) ?? { port: 0, cluster: '' };
    const { uid, gid } = unprivilegedUser() ?? {};
    const other = spawn('sleep', ['60'], { uid, gid });
    const lock = join(cluster, `.s.PGSQL.${port}.lock`);
    writeFileSync(lock, `${other.pid}\n${cluster}\n1\n${port}\n${cluster}\n`);
    server = await startEmbeddedPostgres({ dataFolder });
    other.kill();
    expect(await query('select inet_server_addr() as address')).toEqual([{ address: null }]);
  });

  test('an unreachable folder gets a reachable twin', () => {
    const user = unprivilegedUser();
    const closed = mkdtempSync(join(tmpdir(), 'kheo-closed-')); // mode 0700, ours
    const place = enterableFolder(user, join(closed, 'data'));
    expect(canEnter(user, place)).toBe(true);
    expect(place === join(closed, 'data')).toBe(user === null);
    rmSync(closed, { recursive: true });
    rmSync(place, { recursive: true, force: true });
  });
});

describe('nothing acknowledged is lost', () => {
  const acknowledged: number[] = [];

  test('when the application is killed; the next start takes its database server over', async () => {
    await server.stop();
    const application = await startWriter(0);
    await untilWritten(150);
    const orphan = databaseProcess();
    await kill(application);
    server = await startEmbeddedPostgres({ dataFolder });
    expect(server.adopted).toBe(true);
    expect(databaseProcess()).toBe(orphan);
    await expectAllThere();
  });

  test('when the database server is killed under a running application; it is started again where it was', async () => {
    const url = server.url;
    process.kill(databaseProcess(), 'SIGKILL');
    await expect
      .poll(() => query('select 1 as one').catch(() => 'away'), { timeout: 8000 })
      .toEqual([{ one: 1 }]);
    expect(server.url).toBe(url);
    await expectAllThere();
  });

  test('when both are killed at once', async () => {
    await server.stop();
    const application = await startWriter(100_000);
    await untilWritten(acknowledged.length + 150);
    process.kill(databaseProcess(), 'SIGKILL');
    await kill(application);
    server = await startEmbeddedPostgres({ dataFolder });
    expect(server.adopted).toBe(false);
    await expectAllThere();
  });

  async function startWriter(first: number): Promise<ChildProcess> {
    const script = fileURLToPath(new URL('../../testing/row-writer.ts', import.meta.url));
    const child = spawn(process.execPath, [script, dataFolder, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let rest = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      acknowledged.push(...lines.map(Number));
    });
    return child;
  }

  function untilWritten(count: number): Promise<void> {
    return expect.poll(() => acknowledged.length, { timeout: 15_000, interval: 10 }).toBeGreaterThan(count);
  }

  async function kill(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
  }

  async function expectAllThere(): Promise<void> {
    const rows = await query<{ id: number }>('select id from written');
    const there = new Set(rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    expect(there.size).toBe(rows.length);
  }
});
