import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { loadConfig } from '#server/platform/config.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { acquireDataLock } from './lib/data-lock.ts';
import { projectFolder } from './lib/run-tool.ts';
import { createShutdown } from './lib/shutdown.ts';
import { createSteps } from './lib/steps.ts';

/** `npm run dev`: the database, the server that restarts on change, and Vite with hot reload (port 5173). */
const steps = createSteps();
const shutdown = createShutdown(steps);

try {
  const config = loadConfig(process.env);
  const lock = acquireDataLock(config.dataFolder);
  shutdown.onStop(async () => lock.release());
  const databaseUrl = config.databaseUrl ?? (await ownDatabase(config.dataFolder));
  const env = { DATABASE_URL: databaseUrl, KHEO_API: `http://127.0.0.1:${config.port}` };
  keepRunning(['--watch', '--watch-preserve-output', 'scripts/dev-server.ts'], env);
  keepRunning([join('node_modules/vite/bin/vite.js')], env);
  shutdown.started();
} catch (error) {
  await shutdown.afterFailure(error instanceof Error ? error.message : String(error));
}

async function ownDatabase(dataFolder: string): Promise<string> {
  const server = await steps.run('Cơ sở dữ liệu', (note) =>
    startEmbeddedPostgres({ dataFolder, onProgress: note }),
  );
  shutdown.onStop(() => server.stop());
  return server.url;
}

function keepRunning(args: string[], env: NodeJS.ProcessEnv): void {
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  });
  shutdown.onStop(async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
  });
}
