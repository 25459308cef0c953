import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#server/platform/config.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { applicationUrl, readSettings } from '#server/platform/database/embedded-settings.ts';
import { acquireDataLock, runningHolder } from './data-lock.ts';

/**
 * Runs the work with the database's address. Beside a running Khéo it uses the database that Khéo runs;
 * otherwise it holds the data folder and starts the database for the time of the work.
 */
export async function withDatabase<T>(
  config: Config,
  options: { besideRunning: boolean },
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const settings = readSettings(config.dataFolder);
  if (options.besideRunning && runningHolder(config.dataFolder)) {
    if (config.databaseUrl !== null) return work(config.databaseUrl);
    if (settings) return work(applicationUrl(settings));
  }
  const lock = acquireDataLock(config.dataFolder);
  try {
    if (config.databaseUrl !== null) return await work(config.databaseUrl);
    const server = await startEmbeddedPostgres({ dataFolder: config.dataFolder });
    try {
      return await work(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    lock.release();
  }
}

/** A backup of nothing would look like a backup. */
export function hasData(config: Config): boolean {
  return config.databaseUrl !== null || existsSync(join(config.dataFolder, 'database.json'));
}

/** '20261122-0905' in Vietnam, for file names. */
export function stamp(now: Date): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(now);
  return parts.replaceAll(/[-:]/g, '').replace(' ', '-');
}
