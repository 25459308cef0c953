import { join, resolve } from 'node:path';
import { backup } from '#server/platform/backup/backup.ts';
import { loadConfig } from '#server/platform/config.ts';
import { hasData, stamp, withDatabase } from './lib/data-access.ts';

/** `npm run backup -- [file]`: database and files into one archive, whether Khéo runs or not. */
try {
  const config = loadConfig(process.env);
  if (!hasData(config)) throw new Error(`Chưa có dữ liệu trong ${config.dataFolder}.`);
  const now = new Date();
  const file = resolve(process.argv[2] ?? join(config.dataFolder, 'backups', `kheo-${stamp(now)}.tar.gz`));
  const result = await withDatabase(config, { besideRunning: true }, (databaseUrl) =>
    backup({ databaseUrl, dataFolder: config.dataFolder, file, madeAt: now.toISOString() }),
  );
  const count = new Intl.NumberFormat('vi-VN');
  console.log(`Đã sao lưu ${count.format(result.rows)} dòng dữ liệu và ${count.format(result.files)} tệp`);
  console.log(`  vào ${file} (${count.format(Math.ceil(result.bytes / 1024))} KB)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
