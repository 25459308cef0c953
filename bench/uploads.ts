/**
 * Every hostile file of the tests, refused in a process of its own memory budget: CPU and memory that a refusal costs.
 * Usage: npm run bench -- uploads [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFileStore } from '#server/platform/files/file-store.ts';
import { hostileFiles } from '#server/testing/files/hostile.ts';

const TARGET_MS = 200;
const TARGET_MB = 64;

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

const rounds = Number(process.argv[2] ?? 9);
const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'));
const store = createFileStore(folder);
const files = await hostileFiles();
const cost = new Map<string, number[]>();
const atRest = process.memoryUsage.rss();
let most = atRest;
let taken = 0;
const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 2);

for (let round = 0; round < rounds; round += 1) {
  for (const file of files) {
    const before = process.cpuUsage();
    const isTaken = await store.put(pieces(file.bytes), { name: file.name }).then(
      () => true,
      () => false,
    );
    const { user, system } = process.cpuUsage(before);
    most = Math.max(most, process.memoryUsage.rss());
    taken += isTaken ? 1 : 0;
    cost.set(file.what, [...(cost.get(file.what) ?? []), (user + system) / 1000]);
  }
}
clearInterval(watch);
rmSync(folder, { recursive: true, force: true });

const medians = [...cost]
  .map(([what, all]) => ({
    what,
    ms: all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0,
    worst: Math.max(...all),
  }))
  .toSorted((a, b) => b.worst - a.worst);
console.log(`Node ${process.version}, ${files.length} hostile files, ${rounds} rounds, CPU median (worst)`);
for (const { what, ms, worst } of medians.slice(0, 10)) {
  console.log(`${ms.toFixed(1).padStart(8)} ms (${worst.toFixed(1)})  ${what}`);
}
const megabytes = (most - atRest) / (1024 * 1024);
console.log(`memory above rest: ${megabytes.toFixed(0)} MB; taken in: ${taken}`);
const slowest = medians[0]?.worst ?? 0;
if (taken === 0 && slowest <= TARGET_MS && megabytes <= TARGET_MB) console.log('uploads: met');
else {
  const figures = `${taken} taken, ${slowest.toFixed(0)} ms of ${TARGET_MS} ms, ${megabytes.toFixed(0)} MB of ${TARGET_MB} MB`;
  console.log(`uploads: short: ${figures}`);
  process.exitCode = 1;
}
