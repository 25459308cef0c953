import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runTool } from './run-tool.ts';
import { elapsed } from './steps.ts';

export interface Tally {
  passed: number;
  failed: number;
}

export function add(...tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
  };
}

const staticChecks: { name: string; tool: string; args: string[] }[] = [
  { name: 'types', tool: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
  { name: 'lint', tool: 'node_modules/oxlint/bin/oxlint', args: ['--deny-warnings'] },
  { name: 'format', tool: 'node_modules/oxfmt/bin/oxfmt', args: ['--check', '.'] },
];

/** Types, lint and format: each counts as one test. */
export async function runStaticChecks(): Promise<Tally> {
  const results = await Promise.all(
    staticChecks.map(async ({ name, tool, args }) => {
      const startedAt = performance.now();
      const { code, output } = await runTool(tool, args);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${elapsed(startedAt)})`);
      if (code !== 0) console.log(output);
      return code === 0;
    }),
  );
  const passed = results.filter(Boolean).length;
  return { passed, failed: results.length - passed };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
}

/** Rules, server and HTTP tests, with the database server that Vitest's global setup starts. */
export async function runVitest(args: string[] = []): Promise<Tally> {
  const file = '.cache/vitest-results.json';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return runReported('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...args], file, (report) => {
    const { numPassedTests, numFailedTests } = report as VitestReport;
    return { passed: numPassedTests, failed: numFailedTests };
  });
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/** Browser stories. A flaky one passed on a second try and counts as passed. */
export async function runPlaywright(args: string[], env: NodeJS.ProcessEnv): Promise<Tally> {
  const file = '.cache/e2e-results.json';
  const command = ['test', '--pass-with-no-tests', ...args];
  return runReported(
    'node_modules/@playwright/test/cli.js',
    command,
    file,
    (report) => {
      const { expected, unexpected, flaky } = (report as PlaywrightReport).stats;
      return { passed: expected + flaky, failed: unexpected };
    },
    env,
  );
}

async function runReported(
  tool: string,
  args: string[],
  file: string,
  read: (report: unknown) => Tally,
  env?: NodeJS.ProcessEnv,
): Promise<Tally> {
  const path = join(projectFolder, file);
  rmSync(path, { force: true });
  const { code } = await runTool(tool, args, { show: true, env });
  const tally = readReport(path, read);
  // A run that ended badly without a failed test (a file that does not load, a crash) is one failure.
  return code !== 0 && tally.failed === 0 ? add(tally, { passed: 0, failed: 1 }) : tally;
}

function readReport(path: string, read: (report: unknown) => Tally): Tally {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}

export function finish(tally: Tally): never {
  console.log(`${tally.passed} passed, ${tally.failed} failed`);
  process.exit(tally.failed === 0 ? 0 : 1);
}
