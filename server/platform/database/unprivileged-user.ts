import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The OS user that runs PostgreSQL when we are root. PostgreSQL refuses to run as root. */
export interface UnprivilegedUser {
  name: string;
  uid: number;
  gid: number;
}

/** Where things go that must be reachable by the unprivileged user when the given place is not. */
const publicPlace = '/var/lib/kheo';

let chosen: UnprivilegedUser | null | undefined;

/**
 * Null when we are not root: PostgreSQL then runs as ourselves. As root: the user `kheo`, created when
 * missing; `postgres` or `nobody` where users cannot be created.
 */
export function unprivilegedUser(): UnprivilegedUser | null {
  chosen ??= process.getuid?.() === 0 ? chooseUser() : null;
  return chosen;
}

function chooseUser(): UnprivilegedUser {
  const user = findUser('kheo') ?? createUser('kheo') ?? findUser('postgres') ?? findUser('nobody');
  if (!user)
    throw new Error('Không tìm được người dùng hệ thống nào để chạy PostgreSQL. Hãy tạo người dùng "kheo".');
  return user;
}

function findUser(name: string): UnprivilegedUser | null {
  const uid = idOf('-u', name);
  const gid = idOf('-g', name);
  return uid !== null && gid !== null && uid !== 0 ? { name, uid, gid } : null;
}

function idOf(flag: string, name: string): number | null {
  const result = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return result.status === 0 ? Number.parseInt(result.stdout, 10) : null;
}

function createUser(name: string): UnprivilegedUser | null {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]],
    ['adduser', ['-S', '-D', '-H', name]], // BusyBox
  ];
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status === 0) return findUser(name);
  }
  return null;
}

/** Whether the user can enter the folder, asked of the system itself (modes, ACLs and mounts included). */
export function canEnter(user: UnprivilegedUser | null, folder: string): boolean {
  if (!user) return true;
  const asUser = { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' as const };
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], asUser).status === 0;
}

/** The folder itself, or a twin under /var/lib/kheo when the user cannot enter it (a clone under a private home). */
export function enterableFolder(user: UnprivilegedUser | null, folder: string): string {
  mkdirSync(folder, { recursive: true });
  if (canEnter(user, folder)) return folder;
  const twin = resolve(publicPlace, folder.replaceAll(/[^\w.-]+/g, '_').replace(/^_/, ''));
  mkdirSync(twin, { recursive: true, mode: 0o755 });
  if (!canEnter(user, twin)) {
    throw new Error(
      `Người dùng ${user?.name ?? ''} không vào được thư mục ${folder}. Hãy đặt KHEO_DATA ở nơi khác.`,
    );
  }
  return twin;
}

/** Copies a folder tree with owners, modes and links kept. */
export function copyTree(from: string, to: string): void {
  if (process.platform === 'win32') cpSync(from, to, { recursive: true });
  else execFileSync('cp', ['-a', from, to]);
}
