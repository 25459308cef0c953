/**
 * What the chain of the audit trail costs: commits a second and their time with 1, 8 and 20 writers, each
 * transaction writing a command and its audit entry as `runCommand` does, on a server that waits for the disk.
 * Beside ours (eight lanes, by a trigger) the same trail without a chain, with one lane, and with one lane under an
 * advisory lock, interleaved in one run. At 20 writers ours must keep twice the commits of the plain way (one lane
 * under a lock), and the 300 submissions a second that are wanted of the whole.
 * Usage: npm run bench -- audit-chain [rounds]
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Connection } from '#server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';
import { migrate } from '#server/platform/database/migrate.ts';

const ROUNDS = Number(process.argv[2] ?? 9);
const WRITERS = [1, 8, 20];
const SECONDS = 0.8;
const LEAST_TIMES = 2;
const LEAST_RATE = 300;

const laneOf = (expression: string, lock = ''): string => `
  create or replace function chain_audit_entry() returns trigger language plpgsql as $$
  declare ending audit_lane;
  begin
    ${lock}
    new.lane := ${expression};
    select * into strict ending from audit_lane where lane = new.lane for update;
    new.position := ending.entries + 1;
    new.hash := audit_hash(new, ending.hash);
    update audit_lane set entries = new.position, hash = new.hash where lane = new.lane;
    return new;
  end $$`;

const chained = 'alter table audit_entry enable trigger audit_entry_chain';
const unchained = 'alter table audit_entry disable trigger audit_entry_chain';
const lanes = 'pg_backend_pid() % 8';

/** Each way is told in SQL before it is measured. */
const ways: Readonly<Record<string, string>> = {
  'no chain': unchained,
  'ours, 8 lanes': `${chained}; ${laneOf(lanes)}`,
  'one lane': `${chained}; ${laneOf('0')}`,
  'one lane, advisory lock': `${chained}; ${laneOf('0', 'perform pg_advisory_xact_lock(4711);')}`,
};

interface Measured {
  readonly rate: number;
  readonly p99: number;
}

async function write(connection: Connection): Promise<void> {
  const client = await connection.pool.connect();
  try {
    const id = randomUUID();
    await client.query('begin');
    await client.query(
      `insert into command (id, name, request_hash, at) values ($1, 'PUT /api/session/preferences', 'x', now())`,
      [id],
    );
    await client.query(
      `insert into audit_entry (at, command_id, endpoint, outcome)
       values (now(), $1, 'PUT /api/session/preferences', 'done')`,
      [id],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function measure(url: string, writers: number): Promise<Measured> {
  // Closed again: all ways together would hold more connections than the server gives.
  const connection = connect(url, { max: writers });
  await Promise.all(Array.from({ length: writers }, () => connection.pool.query('select 1')));
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1_000;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      while (performance.now() < end) {
        const from = performance.now();
        await write(connection);
        times.push(performance.now() - from);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1_000;
  await connection.close();
  times.sort((a, b) => a - b);
  return {
    rate: times.length / seconds,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Every chained entry follows the one before it, and each lane ends where it is said to. */
async function isWhole(connection: Connection): Promise<boolean> {
  const { rows } = await connection.pool.query<{ broken: number }>(`
    with linked as (
      select entry, lag(entry.hash, 1, '') over (partition by entry.lane order by entry.position) as before
        from audit_entry entry where entry.position > 0
    )
    select (select count(*) from linked where (entry).hash <> audit_hash(entry, before))
         + (select count(*) from audit_lane l where l.entries <>
             (select count(*) from audit_entry e where e.lane = l.lane and e.position > 0)) as broken`);
  return rows[0]?.broken === 0;
}

function report(results: ReadonlyMap<string, readonly Measured[]>): (key: string) => number {
  const rateOf = (key: string): number => median((results.get(key) ?? []).map((one) => one.rate));
  for (const writers of WRITERS)
    for (const name of Object.keys(ways)) {
      const all = results.get(`${name} @ ${writers}`) ?? [];
      const rates = all.map((one) => one.rate);
      const spread = `${Math.round(Math.min(...rates))}–${Math.round(Math.max(...rates))}`;
      const share = median(rates) / rateOf(`no chain @ ${writers}`);
      const p99 = median(all.map((one) => one.p99)).toFixed(1);
      console.log(
        `${String(writers).padStart(2)} writers  ${name.padEnd(24)} ${String(Math.round(median(rates))).padStart(5)}/s (${spread})  ×${share.toFixed(2)} of no chain  p99 ${p99} ms`,
      );
    }
  return rateOf;
}

// A server that waits for the disk at every commit, as in use: that wait is what a lane is held for.
const folder = mkdtempSync(join(tmpdir(), 'kheo-bench-'));
const server = await startEmbeddedPostgres({ dataFolder: folder });
try {
  await migrate(server.url);
  const connection = connect(server.url, { max: 2 });
  // Entries without a chain all stand at the same place.
  await connection.pool.query('drop index audit_entry_place');
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const writers of WRITERS)
      for (const [name, setting] of Object.entries(ways)) {
        await connection.pool.query(setting);
        const key = `${name} @ ${writers}`;
        results.set(key, [...(results.get(key) ?? []), await measure(server.url, writers)]);
      }
  const rateOf = report(results);
  const whole = await isWhole(connection);
  await connection.close();
  const rate = rateOf('ours, 8 lanes @ 20');
  const times = rate / rateOf('one lane, advisory lock @ 20');
  const met = whole && times >= LEAST_TIMES && rate >= LEAST_RATE;
  console.log(
    `the chain after all of it: ${whole ? 'whole' : 'BROKEN'}; ${ROUNDS} rounds, node ${process.version}`,
  );
  console.log(
    met
      ? 'audit-chain: met'
      : `audit-chain: short: ×${times.toFixed(1)} of ${LEAST_TIMES}, ${Math.round(rate)}/s of ${LEAST_RATE}`,
  );
  process.exitCode = met ? 0 : 1;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
