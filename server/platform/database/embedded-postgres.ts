import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import {
  initCluster,
  type ClusterContext,
  readPostmaster,
  runPgCtl,
  startServer,
} from './embedded-cluster.ts';
import {
  adminUrl,
  applicationUrl,
  type EmbeddedSettings,
  freePort,
  isFree,
  newSettings,
  readSettings,
  writeSettings,
} from './embedded-settings.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { enterableFolder, unprivilegedUser } from './unprivileged-user.ts';

export interface EmbeddedPostgresOptions {
  /** KHEO_DATA: the cluster goes to its folder `database`. */
  dataFolder: string;
  /** Told in Vietnamese what is being done. */
  onProgress?: (message: string) => void;
  /** False only for throw-away test servers: no fsync. */
  durable?: boolean;
}

export interface EmbeddedPostgres {
  /** The application's own database, as its owner (not a superuser). */
  url: string;
  /** Superuser, database `postgres`. */
  adminUrl: string;
  /** The server was already running: its last starter was killed. */
  adopted: boolean;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of this data folder, reached by this machine alone, making it first where there is none. A server that a
 * killed application left behind is taken over as it is: what it acknowledged is there.
 * The caller holds the data folder's lock (scripts/lib/data-lock.ts).
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  const user = unprivilegedUser();
  mkdirSync(dataFolder, { recursive: true });
  const settings = readSettings(dataFolder) ?? (await firstSettings(dataFolder));
  const context: ClusterContext = {
    user,
    binaries: postgresBinaries(user),
    cluster: settings.cluster,
    durable: options.durable ?? true,
  };
  if (!existsSync(join(settings.cluster, 'PG_VERSION'))) {
    options.onProgress?.('Tạo cơ sở dữ liệu lần đầu');
    await createCluster(context, settings);
  }
  refuseOtherVersion(context);
  const adopted = await adoptRunningServer(context, settings);
  if (!adopted) await startOnFreePort(context, settings, dataFolder);
  else options.onProgress?.('Nhận lại máy chủ cơ sở dữ liệu còn chạy từ lần trước');
  await ensureDatabase(settings, context.durable);
  const supervisor = supervise(context, settings, options);
  return {
    url: applicationUrl(settings),
    adminUrl: adminUrl(settings),
    adopted,
    stop: async () => {
      await supervisor.end();
      if (readPostmaster(context.cluster)) await stopServer(context);
    },
  };
}

/** Starts the server again, at the same address, when it was killed under us. */
function supervise(
  context: ClusterContext,
  settings: EmbeddedSettings,
  options: EmbeddedPostgresOptions,
): { end(): Promise<void> } {
  let repair: Promise<void> | null = null;
  const check = (): void => {
    if (repair || readPostmaster(context.cluster)) return;
    options.onProgress?.('Máy chủ cơ sở dữ liệu đã dừng bất thường; đang khởi động lại');
    repair = startAndWait(context, settings)
      // Its orphaned processes may hold the cluster for a moment: the next check tries again.
      .catch(() => undefined)
      .finally(() => (repair = null));
  };
  const timer = setInterval(check, 500).unref();
  return {
    async end() {
      clearInterval(timer);
      await repair;
    },
  };
}

function stopServer(context: ClusterContext): Promise<void> {
  return runPgCtl(context, ['stop', '-m', 'fast', '-w', '-t', '60']);
}

async function firstSettings(dataFolder: string): Promise<EmbeddedSettings> {
  const cluster = join(enterableFolder(unprivilegedUser(), dataFolder), 'database');
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    throw new Error(
      `Có cơ sở dữ liệu ở ${cluster} nhưng thiếu tệp ${join(dataFolder, 'database.json')} (mật khẩu). ` +
        'Hãy trả lại tệp đó; nếu muốn bắt đầu lại, hãy chuyển thư mục cơ sở dữ liệu đi nơi khác.',
    );
  }
  // Written before the cluster is made, so that a cluster never exists without its passwords.
  const settings = await newSettings(cluster);
  writeSettings(dataFolder, settings);
  return settings;
}

/** Made under another name and renamed when complete: a killed first start leaves nothing half made. */
async function createCluster(context: ClusterContext, settings: EmbeddedSettings): Promise<void> {
  const draft = `${settings.cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (context.user) chownSync(draft, context.user.uid, context.user.gid);
  await initCluster({ ...context, cluster: draft }, settings.adminPassword);
  renameSync(draft, settings.cluster);
}

function refuseOtherVersion(context: ClusterContext): void {
  const made = readFileSync(join(context.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = context.binaries.version.split('.')[0];
  if (made !== ours) {
    throw new Error(
      `Dữ liệu được tạo bởi PostgreSQL ${made}, chương trình mang theo bản ${ours}. Hãy sao lưu bằng bản Khéo cũ rồi khôi phục ở bản này.`,
    );
  }
}

async function adoptRunningServer(context: ClusterContext, settings: EmbeddedSettings): Promise<boolean> {
  const running = readPostmaster(context.cluster);
  if (!running) return false;
  const answer = await waitUntilReady(settings, () => readPostmaster(context.cluster) !== null);
  if (answer === 'ready' && (await isSameVersion(context, settings))) return true;
  // It runs but does not answer to our password, or is an older build: stop it and start anew.
  if (readPostmaster(context.cluster)) await stopServer(context);
  return false;
}

async function isSameVersion(context: ClusterContext, settings: EmbeddedSettings): Promise<boolean> {
  const version = await withClient(adminUrl(settings), async (client) => {
    const { rows } = await client.query<{ version: string }>('select current_setting($1) as version', [
      'server_version',
    ]);
    return rows[0]?.version ?? '';
  });
  return context.binaries.version.startsWith(version.split(' ')[0] ?? '?');
}

async function startOnFreePort(
  context: ClusterContext,
  settings: EmbeddedSettings,
  dataFolder: string,
): Promise<void> {
  if (!(await isFree(settings.port))) {
    settings.port = await freePort();
    writeSettings(dataFolder, settings);
  }
  await startAndWait(context, settings);
}

async function startAndWait(context: ClusterContext, settings: EmbeddedSettings): Promise<void> {
  if (await starts(context, settings, { socket: true })) return;
  // Some shared folders know no sockets.
  if (await starts(context, settings, { socket: false })) return;
  throw new Error(`PostgreSQL không khởi động được. Xem nhật ký trong ${context.cluster}.`);
}

async function starts(
  context: ClusterContext,
  settings: EmbeddedSettings,
  { socket }: { socket: boolean },
): Promise<boolean> {
  await startServer(context, { port: settings.port, socket });
  const startedAt = Date.now();
  // The lock file appears within moments of the start; where it stays away, the server has given up.
  const alive = (): boolean => Date.now() - startedAt < 3000 || readPostmaster(context.cluster) !== null;
  return (await waitUntilReady(settings, alive)) === 'ready';
}

/** Recovery after a power cut may take long: waits as long as the server lives. */
async function waitUntilReady(
  settings: EmbeddedSettings,
  alive: () => boolean,
): Promise<'ready' | 'refused'> {
  for (;;) {
    try {
      await withClient(adminUrl(settings), (client) => client.query('select 1'));
      return 'ready';
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const wrongPassword = code.startsWith('28');
      if (wrongPassword || !alive()) return 'refused';
    }
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

async function ensureDatabase(settings: EmbeddedSettings, durable: boolean): Promise<void> {
  await withClient(adminUrl(settings), async (client) => {
    const role = await client.query("select 1 from pg_roles where rolname = 'kheo'");
    if (role.rowCount === 0) {
      // Test servers clone databases; the real application never creates one.
      const createdb = durable ? '' : 'createdb';
      await client.query(`create role kheo login ${createdb} password '${settings.password}'`);
    }
    const database = await client.query("select 1 from pg_database where datname = 'kheo'");
    if (database.rowCount === 0) {
      await client.query('create database kheo owner kheo');
      await client.query('revoke connect, temporary on database kheo from public');
    }
  });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
