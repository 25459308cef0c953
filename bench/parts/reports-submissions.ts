import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { connect } from '#server/platform/database/connect.ts';
import { sessionCookieName } from '#server/platform/http/cookies.ts';
import { secretHash } from '#server/accounts/secrets.ts';
import { projectFolder } from '../../scripts/lib/run-tool.ts';
import { quantile, warmRounds } from './measure.ts';
import { openMonth, width, type ReportingNation } from './reports-nation.ts';

const connections = 50;
const aRound = 900;
const leastRate = 300;
const mostMs = 300;
/** One in so many is sent twice at the same moment: it must be taken once, and answered twice. */
const twiceEvery = 20;

interface Draft {
  readonly id: string;
  readonly officer: number;
}

/**
 * Officers of communes send the reports of their villages through HTTP: signed in, checked, counted from the register,
 * frozen, taken up to every level, with history and audit, on a database that waits for the disk.
 */
export async function measureSubmissions(
  nation: ReportingNation,
  folder: string,
  rounds: number,
): Promise<string[]> {
  const { pool } = nation.connection;
  const drafts = await prepare(nation.admin.pool, nation.formIds.village, aRound * (warmRounds + rounds));
  const server = fork(join(projectFolder, 'bench', 'parts', 'reports-server.ts'), [folder, nation.url]);
  const bare = connect(nation.url, { max: 20 });
  const rates: number[] = [];
  const bareRates: number[] = [];
  const times: number[] = [];
  try {
    const address = await addressOf(server);
    const agent = new Agent({ keepAlive: true, maxSockets: connections * 2 });
    const send = (draft: Draft, commandId: string): Promise<void> =>
      submit({ address, agent, commandId, draft });
    for (let round = 0; round < warmRounds + rounds; round += 1) {
      const ours = await atOnce(drafts.slice(round * aRound, (round + 1) * aRound), async (draft, index) => {
        const commandId = randomUUID();
        await Promise.all([
          send(draft, commandId),
          ...(index % twiceEvery === 0 ? [send(draft, commandId)] : []),
        ]);
      });
      const plain = await atOnce(Array.from({ length: aRound }), () => bareInsert(bare.pool));
      // The first ones warm up: the tree of the country is read, plans are made, the database takes its memory.
      if (round < warmRounds) continue;
      rates.push(ours.rate);
      bareRates.push(plain.rate);
      times.push(...ours.ms);
    }
    agent.destroy();
  } finally {
    await bare.close();
    server.disconnect();
    if (server.exitCode === null) await once(server, 'exit');
  }
  const rate = quantile(rates, 0.5);
  const p99 = quantile(times, 0.99);
  console.log(
    `\nSubmissions over HTTP, ${connections} connections, ${rounds} rounds of ${aRound}, one in ${twiceEvery} sent twice`,
  );
  console.log(
    `  ours            median ${rate.toFixed(0)}/s (${rangeOf(rates)}), p50 ${quantile(times, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  console.log(`  bare insert     median ${quantile(bareRates, 0.5).toFixed(0)}/s (${rangeOf(bareRates)})`);
  const faults = await lostOrDoubled(pool, nation.formIds.village, drafts.length);
  console.log(
    `  ${faults.length === 0 ? 'none lost or doubled, totals are the sums of the reports' : faults.join('; ')}`,
  );
  return [
    ...(rate < leastRate ? [`submissions ${rate.toFixed(0)} of ${leastRate}/s`] : []),
    ...(p99 > mostMs ? [`submissions p99 ${p99.toFixed(0)} of ${mostMs} ms`] : []),
    ...faults,
  ];
}

const rangeOf = (rates: readonly number[]): string =>
  `${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)}`;

async function addressOf(server: ChildProcess): Promise<string> {
  const [address] = (await Promise.race([
    once(server, 'message'),
    once(server, 'exit').then(() => Promise.reject(new Error('the server did not start'))),
  ])) as [string];
  return address;
}

/** Does everything with so many at a time. */
async function atOnce<T>(
  all: readonly T[],
  work: (one: T, index: number) => Promise<void>,
): Promise<{ rate: number; ms: number[] }> {
  const ms: number[] = [];
  let next = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < all.length) {
        const index = next;
        next += 1;
        const from = performance.now();
        await work(all[index] as T, index);
        ms.push(performance.now() - from);
      }
    }),
  );
  return { rate: all.length / ((performance.now() - begun) / 1_000), ms };
}

interface Sending {
  readonly address: string;
  readonly agent: Agent;
  readonly commandId: string;
  readonly draft: Draft;
}

function submit({ address, agent, commandId, draft }: Sending): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const call = request(
    `${address}/api/reports/${draft.id}/submission`,
    {
      agent,
      method: 'POST',
      headers: {
        cookie: `${sessionCookieName}=${secretOf(draft.officer)}`,
        'x-csrf-token': 'bench',
        'idempotency-key': commandId,
      },
    },
    (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${response.statusCode}: ${Buffer.concat(parts).toString().slice(0, 500)}`));
      });
    },
  );
  call.on('error', reject);
  call.end();
  return promise;
}

const secretOf = (officer: number): string => `bench-secret-of-officer-${officer}`;

async function bareInsert(pool: Pool): Promise<void> {
  await pool.query(`insert into rival_report values ($1, $2, $3, array_fill(7::bigint, array[${width}]))`, [
    randomUUID(),
    randomUUID(),
    openMonth.from,
  ]);
}

/** Drafts that are whole but for the sending, of as many villages; officers with a session of their own. */
export async function prepare(admin: Pool, formId: string, count: number): Promise<Draft[]> {
  const at = `form_id = '${formId}' and period_from = '${openMonth.from}'`;
  await admin.query(`
    set session_replication_role = replica;
    delete from report_revision where report_id in (select id from report where ${at});
    delete from report where ${at};
    delete from report_total where ${at};
    drop table if exists rival_report;
    create table rival_report (id uuid primary key, unit_id uuid not null, period_from date not null, figures bigint[] not null);
    grant all on rival_report to kheo;
    create temp table chosen as
    select row_number() over (order by md5(village.unit_id::text)) as n, village.unit_id as village, commune.unit_id as commune,
      dense_rank() over (order by commune.unit_id)::int as officer
    from unit_place as village
    join unit_place as commune on commune.path = left(village.path, 18) and commune.tree = 'main' and commune.stands and commune.valid_to is null
    where length(village.path) = 24 and village.tree = 'main' and village.stands and village.valid_to is null
    order by md5(village.unit_id::text) limit ${count};
    insert into account (id, username, display_name, password_hash, created_at)
      select distinct uid('officer', officer), 'officer-' || officer, 'Cán bộ ' || officer, '', timestamptz '2020-01-01' from chosen
      on conflict do nothing;
    insert into role_grant (id, account_id, role, unit_id, begins_on, granted_at)
      select distinct uid('officer grant', officer), uid('officer', officer), 'unit_officer', commune, date '2020-01-01', timestamptz '2020-01-01' from chosen
      on conflict do nothing`);
  const { rows: officers } = await admin.query<{ officer: number }>('select distinct officer from chosen');
  await admin.query(`delete from session`);
  await admin.query(
    `insert into session (id_hash, account_id, csrf_token, created_at, last_seen_at, expires_at)
     select hash, uid('officer', officer), 'bench', now(), now(), now() + interval '1 day' from unnest($1::text[], $2::int[]) as one(hash, officer)`,
    [officers.map(({ officer }) => secretHash(secretOf(officer))), officers.map(({ officer }) => officer)],
  );
  const { rows } = await admin.query<Draft>(`
    with made as (
      insert into report (id, form_id, form_revision, unit_id, period_from, period_to, state, narrative, counted, stated, figures,
        contribution, due_on, created_at, updated_at)
      select gen_random_uuid(), '${formId}', 1, village, '${openMonth.from}', '${openMonth.to}', 'draft', '{"notes": "Bà con cùng làm đường."}',
        array_fill(null::bigint, array[${width}]),
        array_fill(null::bigint, array[3]) || (select array_agg((n * 7 + k) % 1000 order by k) from generate_series(4, ${width}) as k),
        array_fill(null::bigint, array[${width}]), array_fill(0::bigint, array[${width}]), '2026-01-08', now(), now()
      from chosen returning id, unit_id)
    select made.id, chosen.officer from made join chosen on chosen.village = made.unit_id order by chosen.n`);
  await admin.query('drop table chosen; set session_replication_role = origin');
  await admin.query('vacuum analyze report; ');
  await admin.query('vacuum analyze report_total');
  return rows;
}

/** What the database has afterwards, against what was acknowledged. */
async function lostOrDoubled(pool: Pool, formId: string, sent: number): Promise<string[]> {
  const { rows } = await pool.query<Record<string, number | boolean>>(
    `with sent as (select * from report where form_id = $1 and period_from = $2)
     select (select count(*) from sent where state = 'submitted')::int as reports,
       (select count(*) from report_revision where report_id in (select id from sent))::int as revisions,
       (select count(*) from history_entry where subject_type = 'unit_report' and action = 'submit' and subject_id in (select id from sent))::int as history,
       (select count(*) from audit_entry where outcome = 'done' and endpoint = 'POST /api/reports/:id/submission' and subject_id in (select id from sent))::int as audit,
       (select sum(reports) from report_total where form_id = $1 and period_from = $2 and depth = 1)::int as total,
       (select sum_figures(sums) from report_total where form_id = $1 and period_from = $2 and depth = 1)
         = (select sum_figures(contribution) from sent) as sums`,
    [formId, openMonth.from],
  );
  return Object.entries(rows[0] ?? {}).flatMap(([name, value]) =>
    value === true || value === sent ? [] : [`${name}: ${String(value)} of ${sent}`],
  );
}
