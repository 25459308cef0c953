import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who is running on a data folder. */
export interface LockHolder {
  pid: number;
  /** Tells a process from a later one with the same number; null where the system does not say. */
  processStart: string | null;
  /** Known once the server listens. */
  address: string | null;
}

export interface DataLock {
  setAddress(address: string): void;
  release(): void;
}

/** The data folder is in use by a running Khéo. */
export class DataLockedError extends Error {
  override name = 'DataLockedError';
  readonly holder: LockHolder;

  constructor(holder: LockHolder) {
    const where = holder.address === null ? '' : `, địa chỉ ${holder.address}`;
    super(`Khéo đang chạy trên dữ liệu này (tiến trình ${holder.pid}${where}).`);
    this.holder = holder;
  }
}

const lockName = 'kheo.lock';

/** One Khéo per data folder. The lock of a process that is gone (killed, power cut) is taken over. */
export function acquireDataLock(dataFolder: string): DataLock {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, lockName);
  const mine: LockHolder = { pid: process.pid, processStart: startOf(process.pid), address: null };
  for (let attempt = 0; !createWhole(file, mine); attempt += 1) {
    const holder = readHolder(file);
    if (holder && (isRunning(holder) || attempt > 20)) throw new DataLockedError(holder);
    removeStale(file, holder);
  }
  return {
    setAddress: (address) => replace(file, { ...mine, address }),
    release: () => {
      if (readHolder(file)?.pid === process.pid) unlinkSync(file);
    },
  };
}

/** The running Khéo of this data folder, or null. */
export function runningHolder(dataFolder: string): LockHolder | null {
  const holder = readHolder(join(dataFolder, lockName));
  return holder && isRunning(holder) ? holder : null;
}

/** The file appears with its content or not at all, and never over another one. */
function createWhole(file: string, holder: LockHolder): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

function replace(file: string, holder: LockHolder): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(holder));
  renameSync(draft, file);
}

function readHolder(file: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch {
    return null;
  }
}

/** Of several starters only one renames the stale file away; the others find it gone or find the winner's. */
function removeStale(file: string, stale: LockHolder | null): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    const taken = readHolder(aside);
    if (taken && taken.pid !== stale?.pid && isRunning(taken)) linkSync(aside, file);
    unlinkSync(aside);
  } catch {
    // Someone else removed it.
  }
}

function isRunning(holder: LockHolder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return holder.processStart === null || holder.processStart === startOf(holder.pid);
}

/** Field 22 of /proc/<pid>/stat: start time since boot, with the boot's id. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return null;
  }
}
