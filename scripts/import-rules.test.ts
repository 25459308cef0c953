import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const marker = `import-rule-${process.pid}`;
const written: string[] = [];

/** Writes a file that breaks a rule, lints it alone and returns what the linter says of it. */
function lint(folder: string, source: string, ending = 'ts'): string {
  const file = join(root, folder, `${marker}.${ending}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${source}\n`);
  written.push(file);
  try {
    return execFileSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), file], {
      cwd: root,
      encoding: 'utf8',
    });
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  } finally {
    rmSync(file, { force: true });
  }
}

afterAll(() => {
  for (const file of written) rmSync(file, { force: true });
});

/** docs/architecture.md, "Who may import whom": each rule is broken on purpose, and must be refused with its lesson. */
describe('the linter holds the import rules', () => {
  it.each([
    [
      'domain',
      `import { readFileSync } from 'node:fs';\nexport const one = readFileSync;`,
      'domain has no I/O',
    ],
    [
      'domain',
      `import { db } from '#server/platform/database/db.ts';\nexport const one = db;`,
      'domain imports domain and zod only',
    ],
    ['domain', `import dayjs from 'dayjs';\nexport const one = dayjs;`, 'domain imports domain and zod only'],
    ['domain', `export const one = Date.now();`, 'domain has no clock'],
    [
      'contract',
      `import { treeOn } from '#server/organisations/organisations.reads.ts';\nexport const one = treeOn;`,
      'contract describes the API',
    ],
    [
      'server/practices',
      `import { sql } from 'kysely';\nexport const one = sql;`,
      'only *.store.ts, *.reads.ts and platform touch the database',
    ],
    [
      'server/practices',
      `import Fastify from 'fastify';\nexport const one = Fastify;`,
      'only platform touches Fastify',
    ],
    [
      'server/practices',
      `import { insertFigures } from '#server/figures/figures.store.ts';\nexport const one = insertFigures;`,
      'asks another only through its *.reads.ts',
    ],
    [
      'server/practices',
      `import { useState } from 'react';\nexport const one = useState;`,
      'server and web never see each other',
    ],
    [
      'web/practices',
      `import { treeOn } from '#server/organisations/organisations.reads.ts';\nexport const one = treeOn;`,
      'server and web never see each other',
    ],
    [
      'web/practices',
      `import { HomePage } from '../home/home.page.tsx';\nexport const one = HomePage;`,
      'Web features do not import each other',
    ],
    ['server/practices', `export default 1;`, 'no-default-export'],
    [
      'server/practices',
      `export * from './move-practice.store.ts';\nexport * from './practice-facts.reads.ts';`,
      'barrel',
    ],
  ])('%s: %s', (folder, source, lesson) => {
    expect(lint(folder, source)).toContain(lesson);
  });
});
