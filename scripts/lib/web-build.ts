import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runTool } from './run-tool.ts';

/** What the built pages are made of. */
const sources = ['web', 'domain', 'contract', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const stampFile = join(projectFolder, 'web/dist/.sources');

/** Whether web/dist was built from the present sources. */
export function isWebBuilt(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesHash();
}

/** Builds the pages into web/dist when their sources have changed since the last build. */
export async function buildWeb(): Promise<void> {
  const hash = sourcesHash();
  if (isWebBuilt()) return;
  const result = await runTool('node_modules/vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (result.code !== 0) throw new Error(`Không dựng được giao diện web.\n${result.output}`);
  writeFileSync(stampFile, hash);
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const source of sources) addToHash(hash, source);
  return hash.digest('hex');
}

function addToHash(hash: Hash, path: string): void {
  const full = join(projectFolder, path);
  if (path === 'web/dist' || path.includes('.test.') || !existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`);
  } else {
    hash.update(`${path}\n`).update(readFileSync(full));
  }
}
