import { join, resolve } from 'node:path';
import { restore } from '#server/platform/backup/restore.ts';
import { loadConfig } from '#server/platform/config.ts';
import { migrate } from '#server/platform/database/migrate.ts';
import { stamp, withDatabase } from './lib/data-access.ts';

/** `npm run restore -- <file> [--replace]`: puts a backup back. Khéo must be stopped. */
try {
  const given = process.argv.slice(2);
  const file = given.find((argument) => !argument.startsWith('--'));
  if (file === undefined) throw new Error('Cách dùng: npm run restore -- <tệp sao lưu> [--replace]');
  const config = loadConfig(process.env);
  const now = new Date();
  const aside = join(config.dataFolder, 'backups', `truoc-khoi-phuc-${stamp(now)}.tar.gz`);
  const result = await withDatabase(config, { besideRunning: false }, async (databaseUrl) => {
    await migrate(databaseUrl);
    const restored = await restore({
      databaseUrl,
      dataFolder: config.dataFolder,
      file: resolve(file),
      keepPresentIn: given.includes('--replace') ? aside : null,
      now: now.toISOString(),
    });
    await migrate(databaseUrl);
    return restored;
  });
  const count = new Intl.NumberFormat('vi-VN');
  const madeAt = new Date(result.madeAt).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' });
  if (result.kept !== null) console.log(`Dữ liệu trước đó đã được sao lưu vào ${result.kept}`);
  console.log(`Đã khôi phục bản sao lưu lúc ${madeAt}:`);
  console.log(
    `  ${count.format(result.rows)} dòng dữ liệu, ${count.format(result.files)} tệp. Chạy npm start để tiếp tục.`,
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
