import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 20 * 1024 * 1024;

/** The file that the log is written to; one that grew large is put aside at start, the one before it is dropped. */
export function logFileIn(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'kheo.log');
  if (existsSync(file) && statSync(file).size > largest) renameSync(file, `${file}.1`);
  return file;
}
