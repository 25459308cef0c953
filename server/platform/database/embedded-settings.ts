import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What belongs to one embedded database: kept beside it, readable only by the user who started Khéo. */
export interface EmbeddedSettings {
  port: number;
  /** Folder of the cluster (PGDATA). */
  cluster: string;
  /** Password of the role `postgres`, which only start, backup and tests use. */
  adminPassword: string;
  /** Password of the role `kheo`, which the application uses; it owns its database and nothing else. */
  password: string;
}

const fileName = 'database.json';

export function readSettings(dataFolder: string): EmbeddedSettings | null {
  const file = join(dataFolder, fileName);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as EmbeddedSettings) : null;
}

export function writeSettings(dataFolder: string, settings: EmbeddedSettings): void {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, fileName);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, file);
}

export async function newSettings(cluster: string): Promise<EmbeddedSettings> {
  return { port: await freePort(), cluster, adminPassword: secret(), password: secret() };
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

export function adminUrl(settings: EmbeddedSettings, database = 'postgres'): string {
  return `postgres://postgres:${settings.adminPassword}@${hostOf(settings)}:${settings.port}/${database}`;
}

export function applicationUrl(settings: EmbeddedSettings, database = 'kheo'): string {
  return `postgres://kheo:${settings.password}@${hostOf(settings)}:${settings.port}/${database}`;
}

/** The server's socket where it has one: a question and its answer go two thirds as long as over TCP. */
function hostOf({ cluster, port }: EmbeddedSettings): string {
  const folder = socketFolder(cluster);
  return folder !== null && existsSync(join(folder, socketName(port)))
    ? encodeURIComponent(folder)
    : '127.0.0.1';
}

const socketName = (port: number | string): string => `.s.PGSQL.${port}`;

/** A socket's name may have 103 bytes on every system, and its lock is told of by name, too. */
const longestSocketPath = 100;

/** Where the server of a cluster has its socket; null where there are none, or the system could not name it. */
export function socketFolder(cluster: string): string | null {
  const usable =
    process.platform !== 'win32' &&
    /^[\w./-]+$/.test(cluster) &&
    Buffer.byteLength(join(cluster, socketName('65535.lock'))) <= longestSocketPath;
  return usable ? cluster : null;
}

/** A port of 127.0.0.1 that is free now. */
export function freePort(): Promise<number> {
  return listenOnce(0).then((port) => port ?? freePort());
}

export async function isFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null;
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}
