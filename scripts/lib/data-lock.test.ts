import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { acquireDataLock, DataLockedError, runningHolder } from './data-lock.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kheo-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (holder: object): void => writeFileSync(join(folder, 'kheo.lock'), JSON.stringify(holder));

test('one Khéo holds a data folder, and says where it answers', () => {
  const lock = acquireDataLock(folder);
  lock.setAddress('http://localhost:3000');
  expect(() => acquireDataLock(folder)).toThrow(DataLockedError);
  expect(() => acquireDataLock(folder)).toThrow(`tiến trình ${process.pid}, địa chỉ http://localhost:3000`);
  expect(runningHolder(folder)?.pid).toBe(process.pid);
  lock.release();
  expect(runningHolder(folder)).toBeNull();
  expect(() => acquireDataLock(folder).release()).not.toThrow();
});

test('the lock of a killed process is taken over', () => {
  write({ pid: 2 ** 22 + 1, processStart: null, address: null });
  expect(runningHolder(folder)).toBeNull();
  expect(() => acquireDataLock(folder).release()).not.toThrow();
});

test.runIf(process.platform === 'linux')(
  'so is that of a process whose number now belongs to another',
  () => {
    write({ pid: process.pid, processStart: 'another boot/1', address: null });
    expect(runningHolder(folder)).toBeNull();
    acquireDataLock(folder).release();
  },
);

test('a lock file cut short by a power cut does not lock the office out', () => {
  writeFileSync(join(folder, 'kheo.lock'), '{"pid":');
  expect(() => acquireDataLock(folder).release()).not.toThrow();
});
