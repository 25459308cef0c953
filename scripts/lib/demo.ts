import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import type { Config } from '#server/platform/config.ts';
import { projectFolder } from './run-tool.ts';
import type { Steps } from './steps.ts';

export interface DemoAccount {
  username: string;
  password: string;
  displayName: string;
  unitName: string;
}

export interface StoryOptions {
  databaseUrl: string;
  /** Of the running server: the story is told through its API. */
  address: string;
  config: Config;
  onProgress: (text: string) => void;
}

/** What db/seed/demo/tell-demo-story.ts exports. */
export interface Demo {
  tellDemoStory(options: StoryOptions): Promise<void>;
  demoAccounts: readonly DemoAccount[];
}

const markerName = 'demo-story-unfinished';
const storyFile = join(projectFolder, 'db/seed/demo/tell-demo-story.ts');

export async function loadDemo(): Promise<Demo | null> {
  if (!existsSync(storyFile)) return null;
  return (await import(pathToFileURL(storyFile).href)) as Demo;
}

/** The story is told once, to a database where nobody has an account yet. */
export async function demoIsDue(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query('select 1 from account limit 1')).rowCount === 0;
  } finally {
    await client.end();
  }
}

/** A marker stands in the data folder while the story is told: a stop halfway is seen at the next start. */
export async function tellOnce(demo: Demo, options: StoryOptions): Promise<void> {
  const marker = join(options.config.dataFolder, markerName);
  writeFileSync(marker, '');
  await demo.tellDemoStory(options);
  rmSync(marker);
}

export function isHalfTold(dataFolder: string): boolean {
  return existsSync(join(dataFolder, markerName));
}

/** Only ever called on the embedded database of a half-told story: nobody has worked in it yet. */
export async function emptyDatabase(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('drop database if exists kheo with (force)');
    await client.query('create database kheo owner kheo');
  } finally {
    await client.end();
  }
}

export function printDemoAccounts(demo: Demo, steps: Steps): void {
  const width = Math.max(...demo.demoAccounts.map((account) => account.username.length), 12);
  steps.say('\nTài khoản dùng thử:');
  for (const account of demo.demoAccounts) {
    const who = `${account.displayName} – ${account.unitName}`;
    steps.say(`  ${account.username.padEnd(width)}  ${account.password}  ${who}`);
  }
}
