import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { loadConfig } from '#server/platform/config.ts';
import { startApplication } from '#server/main.ts';
import { cloneTestDatabase, startTestDatabaseServer } from '#server/testing/database-server.ts';
import { chromiumFlags, findChromium, installChromium } from './lib/chromium.ts';
import { loadDemo } from './lib/demo.ts';
import type { Picture } from './lib/picture.ts';
import { pictures } from './lib/pictures.ts';
import { projectFolder } from './lib/run-tool.ts';
import { buildWeb } from './lib/web-build.ts';

/**
 * `npm run pictures [-- name …]`: the pictures of README.md and docs/huong-dan, from the demo story. They are taken
 * from the application at PICTURES_ADDRESS, or else from one that is told the story for this run. The picture of a
 * registration just sent really sends one: give the address of an application that may be thrown away.
 */
const office = { width: 1366, height: 768 };
const folder = join(projectFolder, 'docs/images');

const wanted = process.argv.slice(2);
const chosen = pictures.filter((one) => wanted.length === 0 || wanted.includes(one.name));
const executablePath = findChromium() ?? installChromium();
if (executablePath === null || chosen.length === 0) process.exit(1);

mkdirSync(folder, { recursive: true });
const given = process.env['PICTURES_ADDRESS'];
const world = given ? { address: given, close: async () => {} } : await tellWorld();
const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
try {
  await takeAll(browser, world.address);
} finally {
  await browser.close();
  await world.close();
}

async function takeAll(browser: Browser, address: string): Promise<void> {
  const pages = new Map<string, Page>();
  for (const picture of chosen) {
    const page = pages.get(picture.as) ?? (await visit(browser, address, picture.as));
    pages.set(picture.as, page);
    const size = await take(page, picture);
    console.log(`${picture.name}.png  ${Math.round(size / 1024)} KB`);
  }
}

/** A browser of one's own, signed in by one press on the sign-in page; nobody where the name is empty. */
async function visit(browser: Browser, address: string, displayName: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: office,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto('/');
  if (displayName === '') return page;
  const shown = page.getByRole('region', { name: 'Dùng thử' });
  await shown.getByRole('button', { name: displayName }).first().click();
  await page.getByRole('banner').waitFor();
  return page;
}

/** The window as it is seen in an office; few colours, since screens have few. */
async function take(page: Page, picture: Picture): Promise<number> {
  await picture.open(page);
  await page.evaluate(() => document.fonts.ready);
  const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const { size } = await sharp(taken)
    .png({ palette: true, colours: 96, dither: 0.4, effort: 10, compressionLevel: 9 })
    .toFile(join(folder, `${picture.name}.png`));
  return size;
}

async function tellWorld(): Promise<{ address: string; close: () => Promise<void> }> {
  await buildWeb();
  const server = await startTestDatabaseServer();
  const database = await cloneTestDatabase({ url: server.url, template: server.template });
  const dataFolder = mkdtempSync(join(tmpdir(), 'kheo-pictures-'));
  const config = { ...loadConfig({ KHEO_DATA: dataFolder, KHEO_LOG: 'warn' }), port: 0 };
  const application = await startApplication(config, { databaseUrl: database.url });
  const demo = await loadDemo();
  await demo?.tellDemoStory({
    databaseUrl: database.url,
    address: application.address,
    config,
    onProgress: (text) => console.log(text),
  });
  return {
    address: application.address,
    close: async () => {
      await application.close();
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
