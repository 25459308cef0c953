/**
 * Reports at the size of the country: a month rolled up beside PostgreSQL and DuckDB adding up 4 M values, a late
 * correction, completeness over twelve months, submissions over HTTP, a Word report, and the night's recomputation.
 * Usage: npm run bench -- reports [rounds] [part …]
 */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../scripts/lib/run-tool.ts';
import { measureCompleteness } from './parts/reports-completeness.ts';
import { startReportingNation, type ReportingNation } from './parts/reports-nation.ts';
import { measureCorrection, measureNight, measureRollUp } from './parts/reports-roll-up.ts';
import { measureSubmissions } from './parts/reports-submissions.ts';
import { measureWord } from './parts/reports-word.ts';

const rounds = Math.max(9, Number(process.argv[2] ?? 11));
const asked = process.argv.slice(3);
const folder = join(projectFolder, 'data', 'bench-reports');

const parts: Readonly<Record<string, (nation: ReportingNation) => Promise<string[]>>> = {
  'roll-up': (nation) => measureRollUp(nation, Math.max(21, rounds)),
  correction: (nation) => measureCorrection(nation, rounds),
  completeness: (nation) => measureCompleteness(nation, rounds),
  submissions: (nation) => measureSubmissions(nation, folder, rounds),
  word: () => measureWord(rounds),
  night: measureNight,
};

const load = (): string => `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} processors`;
const nation = await startReportingNation(folder);
const short: string[] = [];
try {
  const { rows } = await nation.connection.pool.query<{ settings: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers')
      || ', work_mem ' || current_setting('work_mem') || ', fsync ' || current_setting('fsync') as settings`,
  );
  console.log(`Node ${process.version}, ${rows[0]?.settings ?? ''}, ${rounds} rounds, ${load()}`);
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    short.push(...(await measure(nation)));
    console.log(`  (${load()})`);
  }
} finally {
  await nation.stop();
}
console.log(short.length === 0 ? 'reports: met' : `reports: short: ${short.join('; ')}`);
process.exitCode = short.length === 0 ? 0 : 1;
