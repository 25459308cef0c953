import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

/** The application under test. */
export interface Kheo {
  address: string;
  /** For independent counts in plain SQL. */
  databaseUrl: string;
}

interface Worlds {
  databaseServer: string;
  worlds: Record<string, { template: string; dataFolder: string | null }>;
}

/**
 * Playwright's test with an application of the worker's own. `test.use({ world: 'demo' })` at the top of a file
 * chooses the told demo story; a file starts from an `empty` database otherwise.
 */
export const test = base.extend<object, { world: 'empty' | 'demo'; kheo: Kheo }>({
  world: ['empty', { option: true, scope: 'worker' }],
  kheo: [
    async ({ world }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'kheo-e2e-'));
      const { child, kheo } = await startServer(world, folder);
      await use(kheo);
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ kheo }, use) => use(kheo.address),
});

async function startServer(world: string, folder: string): Promise<{ child: ChildProcess; kheo: Kheo }> {
  const { databaseServer, worlds } = JSON.parse(process.env['KHEO_E2E'] ?? '{}') as Worlds;
  const chosen = worlds?.[world];
  if (!chosen) throw new Error(`No world "${world}". Run the stories with: npm run test:e2e`);
  if (chosen.dataFolder) cpSync(chosen.dataFolder, folder, { recursive: true });
  const child = spawn(process.execPath, ['scripts/e2e-server.ts'], {
    env: {
      ...process.env,
      KHEO_DATA: folder,
      KHEO_DEMO: world === 'demo' ? 'on' : 'off',
      KHEO_E2E_SERVER: databaseServer,
      KHEO_E2E_TEMPLATE: chosen.template,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { child, kheo: await readAddress(child) };
}

/** The server's log comes on the same stream: only its own line is JSON with an address. */
function readAddress(child: ChildProcess): Promise<Kheo> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const line = text.split('\n').find((part) => part.startsWith('{"address":'));
      if (line) resolve(JSON.parse(line) as Kheo);
    });
    child.once('exit', (code) =>
      reject(new Error(`The application did not start (exit code ${code}).\n${text}`)),
    );
  });
}
