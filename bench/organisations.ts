/**
 * The organisation at the size of the country, through time: a scoped list of 50 of 500,000 practices at commune,
 * province and nation scope, today and on the day before the reform, beside a closure table and a recursive query; a
 * merge of five communes beside rebuilding all places; a million decisions of access.
 * Usage: npm run bench -- organisations [rounds]
 */
import { join } from 'node:path';
import { projectFolder } from '../scripts/lib/run-tool.ts';
import { measureAccess } from './parts/access-at-random.ts';
import { measureLists } from './parts/scoped-lists.ts';
import { measureMerge } from './parts/merge-communes.ts';
import { startNation } from './parts/nation.ts';

const rounds = Math.max(9, Number(process.argv[2] ?? 15));
const nation = await startNation(join(projectFolder, 'data', 'bench-organisations'));
const short: string[] = [];
try {
  const { rows } = await nation.connection.pool.query<{ settings: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') || ', shared_buffers ' || current_setting('shared_buffers')
      || ', work_mem ' || current_setting('work_mem') || ', jit ' || current_setting('jit') || ', fsync ' || current_setting('fsync') as settings`,
  );
  console.log(`Node ${process.version}, ${rows[0]?.settings ?? ''}, ${rounds} rounds`);
  console.log(
    nation.madeIn === null ? 'data of an earlier run' : `data made in ${nation.madeIn.toFixed(0)} s`,
  );
  for (const measure of [measureLists, measureMerge, measureAccess])
    short.push(...(await measure(nation, rounds)));
} finally {
  await nation.stop();
}
console.log(short.length === 0 ? 'organisations: met' : `organisations: short: ${short.join('; ')}`);
process.exitCode = short.length === 0 ? 0 : 1;
