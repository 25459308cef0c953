import { type Config, loadConfig } from '#server/platform/config.ts';
import { startApplication } from '#server/main.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { acquireDataLock, DataLockedError } from './lib/data-lock.ts';
import { demoIsDue, emptyDatabase, isHalfTold, loadDemo, printDemoAccounts, tellOnce } from './lib/demo.ts';
import { createShutdown } from './lib/shutdown.ts';
import { createSteps, elapsed } from './lib/steps.ts';
import { buildWeb, isWebBuilt } from './lib/web-build.ts';

/** `npm start`: everything from nothing to a running Khéo, or a sentence that says why not. */
const startedAt = performance.now();
const steps = createSteps();
const shutdown = createShutdown(steps);

try {
  await start();
} catch (error) {
  await shutdown.afterFailure(explain(error));
}

async function start(): Promise<void> {
  const config = loadConfig(process.env);
  steps.say('Khéo đang khởi động');
  const lock = acquireDataLock(config.dataFolder);
  shutdown.onStop(async () => lock.release());

  const demo = config.demo ? await loadDemo() : null;
  const databaseUrl = await step('Cơ sở dữ liệu', (note) => openDatabase(config, note));
  await step('Cập nhật cấu trúc dữ liệu', () => migrate(databaseUrl));
  if (!isWebBuilt()) await step('Dựng giao diện web', buildWeb);
  const application = await step('Máy chủ', () => startApplication(config, { databaseUrl }));
  shutdown.onStop(() => application.close());
  lock.setAddress(application.address);
  if (demo && (await demoIsDue(databaseUrl))) {
    await step('Kể câu chuyện mẫu', (note) =>
      tellOnce(demo, { databaseUrl, address: application.address, config, onProgress: note }),
    );
  }

  steps.say(`\nKhéo sẵn sàng sau ${elapsed(startedAt)}:  ${application.address}`);
  if (demo) printDemoAccounts(demo, steps);
  steps.say('\nDừng: Ctrl-C\n');
  shutdown.started();
}

/** A step, unless someone has asked to stop in the meantime. */
async function step<T>(title: string, work: (note: (text: string) => void) => Promise<T>): Promise<T> {
  const result = await steps.run(title, work);
  await shutdown.ifAsked();
  return result;
}

async function openDatabase(config: Config, note: (text: string) => void): Promise<string> {
  if (config.databaseUrl !== null) {
    note('dùng máy chủ cho bởi DATABASE_URL');
    return config.databaseUrl;
  }
  const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder, onProgress: note });
  shutdown.onStop(() => server.stop());
  if (isHalfTold(config.dataFolder)) {
    note('câu chuyện mẫu lần trước bị dừng giữa chừng; kể lại từ đầu');
    await emptyDatabase(server.adminUrl);
  }
  return server.url;
}

function explain(error: unknown): string {
  if (error instanceof DataLockedError) return `${error.message} Hãy dùng bản đang chạy, hoặc dừng nó trước.`;
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const port = process.env['PORT'] ?? '3000';
  if (code === 'EADDRINUSE') return `Cổng ${port} đang được chương trình khác dùng. Đặt PORT là cổng khác.`;
  if (code === 'ECONNREFUSED') return 'Không kết nối được tới máy chủ PostgreSQL cho bởi DATABASE_URL.';
  return error instanceof Error ? error.message : String(error);
}
