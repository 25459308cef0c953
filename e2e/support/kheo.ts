import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { office } from './screens.ts';
import { signIn } from './sign-in.ts';
import { Watch } from './watch.ts';

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

interface ForTests {
  /** Set where refusals are what is tested: an answer of 4xx is no fault then. */
  mayRefuse: boolean;
  watch: Watch;
  /** Opens a browser of one's own, signed in as this account; nobody without a name. */
  visit: (username?: string) => Promise<Page>;
}

interface ForFile {
  world: 'empty' | 'demo';
  /** Files with a name of their own do not share an application with the files before them. */
  story: string;
  kheo: Kheo;
}

/**
 * Playwright's test with an application of the worker's own. `test.use({ world: 'demo' })` at the top of a file
 * chooses the told demo story; a file starts from an `empty` database otherwise. A test fails when any of its
 * pages wrote an error to the console, or asked another host for anything.
 */
export const test = base.extend<ForTests, ForFile>({
  world: ['empty', { option: true, scope: 'worker' }],
  story: ['', { option: true, scope: 'worker' }],
  kheo: [
    async ({ world, story }, use) => {
      void story;
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
  mayRefuse: [false, { option: true }],
  watch: async ({ kheo, mayRefuse }, use) => {
    const watch = new Watch(kheo.address, mayRefuse);
    await use(watch);
    watch.expectNoFaults();
  },
  context: async ({ context, watch }, use) => {
    watch.follow(context);
    await use(context);
  },
  visit: async ({ browser, kheo, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (username) => {
      const context = await newContext(browser, kheo.address);
      contexts.push(context);
      watch.follow(context);
      const page = await context.newPage();
      if (username !== undefined) await signIn(page, username);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

function newContext(browser: Browser, address: string): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: office,
    acceptDownloads: true,
  });
}

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
