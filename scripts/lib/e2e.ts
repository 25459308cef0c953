import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestDatabaseServer, type TestDatabaseServer } from '#server/testing/database-server.ts';
import { type Tally, runPlaywright } from './checks.ts';
import { findChromium, installChromium } from './chromium.ts';
import { loadDemo } from './demo.ts';
import { projectFolder, runTool } from './run-tool.ts';

/** What the browser stories need to know, handed over in KHEO_E2E (read by e2e/support/kheo.ts). */
export interface E2eWorlds {
  databaseServer: string;
  /** World name → the database to clone and the data folder to copy. */
  worlds: Record<string, { template: string; dataFolder: string | null }>;
}

/**
 * Runs the browser stories. Each Playwright worker starts its own application on a clone of a world: `empty`,
 * or `demo`, which is told once before the stories begin.
 */
export async function runBrowserStories(args: string[]): Promise<Tally> {
  const chromium = findChromium() ?? installChromium();
  if (chromium === null) return { passed: 0, failed: 1 };
  const server = await startTestDatabaseServer();
  const folder = mkdtempSync(join(tmpdir(), 'kheo-e2e-'));
  try {
    const worlds: E2eWorlds['worlds'] = { empty: { template: server.template, dataFolder: null } };
    const demo = await tellDemo(server, folder);
    if (demo) worlds['demo'] = demo;
    const handed: E2eWorlds = { databaseServer: server.url, worlds };
    // Their own copy: a build beside the stories must not pull the pages from under them.
    const pages = join(folder, 'pages');
    cpSync(join(projectFolder, 'web/dist'), pages, { recursive: true });
    return await runPlaywright(args, {
      CHROMIUM_PATH: chromium,
      KHEO_E2E: JSON.stringify(handed),
      KHEO_E2E_PAGES: pages,
    });
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tellDemo(
  server: TestDatabaseServer,
  folder: string,
): Promise<{ template: string; dataFolder: string } | null> {
  if (!(await loadDemo())) return null;
  const template = 'kheo_demo';
  const dataFolder = join(folder, 'demo');
  const { code, output } = await runTool('scripts/e2e-server.ts', ['tell-demo'], {
    env: {
      KHEO_E2E_SERVER: server.url,
      KHEO_E2E_TEMPLATE: server.template,
      KHEO_E2E_DATABASE: template,
      KHEO_DATA: dataFolder,
    },
  });
  if (code !== 0) throw new Error(`The demo story could not be told:\n${output}`);
  return { template, dataFolder };
}
