import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

/** Starting, refusing, dying and stopping as an office meets them: the real start script on a folder of its own. */
test.describe.configure({ mode: 'serial' });

let dataFolder: string;
const running: ChildProcess[] = [];

test.beforeAll(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'kheo-start-'));
  // As a folder made by hand would be: the database's own user may pass through.
  chmodSync(dataFolder, 0o755);
});

test.afterAll(async () => {
  for (const child of running)
    if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
});

interface Start {
  child: ChildProcess;
  /** Address printed at the end, or null when the start ended without one. */
  address: string | null;
  output: string;
}

function start(script = 'start', args: string[] = []): Promise<Start> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...args], {
    env: { ...process.env, KHEO_DATA: dataFolder, KHEO_DEMO: 'off', PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  return new Promise((resolve) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /Khéo sẵn sàng sau .*(http:\S+)/.exec(output)?.[1];
      if (address && output.includes('Dừng: Ctrl-C')) resolve({ child, address, output });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => resolve({ child, address: null, output }));
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}

const postmaster = (): string => join(dataFolder, 'database', 'postmaster.pid');

test('the first start shows its steps and answers', async ({ page }) => {
  const { address, output } = await start();
  expect(output).toContain('✓ Cơ sở dữ liệu');
  await page.goto(address ?? '');
  await expect(page).toHaveTitle(/Khéo/);
  expect((await page.request.get(`${address}/readyz`)).status()).toBe(200);
});

test('a second start on the same data names the first and refuses', async () => {
  const first = running[0];
  const { child, output } = await start();
  expect(output).toContain(`đang chạy trên dữ liệu này (tiến trình ${first?.pid}, địa chỉ http://localhost:`);
  expect(child.exitCode).toBe(1);
});

test('a backup is taken beside the running application; a restore is refused', async () => {
  const archive = join(dataFolder, 'sao-luu.tar.gz');
  expect((await start('backup', [archive])).output).toContain('Đã sao lưu');
  const { output, child } = await start('restore', [archive, '--replace']);
  expect(output).toContain('đang chạy trên dữ liệu này');
  expect(child.exitCode).toBe(1);
});

test('after the application was killed, the next start takes its database over', async () => {
  const first = running[0];
  if (first) await stop(first, 'SIGKILL');
  const orphan = readFileSync(postmaster(), 'utf8').split('\n')[0];
  const { address, output } = await start();
  expect(address).not.toBeNull();
  expect(output).toContain('Nhận lại máy chủ cơ sở dữ liệu');
  expect(readFileSync(postmaster(), 'utf8').split('\n')[0]).toBe(orphan);
});

test('Ctrl-C and SIGTERM stop everything, the database too', async () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = running.at(-1);
    expect(child && (await stop(child, signal))).toBe(0);
    expect(existsSync(postmaster())).toBe(false);
    if (signal === 'SIGINT') expect((await start()).address).not.toBeNull();
  }
});

test('a restore puts the stopped data back', async () => {
  const archive = join(dataFolder, 'sao-luu.tar.gz');
  const { output } = await start('restore', [archive, '--replace']);
  expect(output).toContain('Đã khôi phục bản sao lưu lúc');
});
