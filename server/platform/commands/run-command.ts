import { createHash } from 'node:crypto';
import type { EndpointPermission } from '#contract/endpoint.ts';
import { signedAs, type Absent } from '#domain/access/delegation.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { HistoryEntry } from '#db/types.ts';
import { sql, type Insertable } from 'kysely';
import type { Db } from '../database/db.ts';
import { keptStatement } from '../database/kept-statement.ts';
import { prepared } from '../database/prepared.ts';
import { newId } from '../ids.ts';
import type { Caller, CommandContext, HistoryInput, JobName, ReadContext } from './context.ts';

export interface CommandCall {
  /** The client's own id for this act: a repeat returns the first answer. */
  readonly commandId: string;
  /** The endpoint, for the audit trail. */
  readonly name: string;
  /** What the endpoint asks: says in whose name somebody acts who also stands in for others. */
  readonly permission?: EndpointPermission;
  /** All that the client sent; the same id with anything else is refused. */
  readonly request: unknown;
  /** The record named in the path, for the audit trail. */
  readonly subjectId: string | null;
}

type Work = (context: CommandContext) => Promise<unknown>;

/**
 * The one way to change anything: a transaction around the work, its history, its audit row and the jobs
 * it queues. The client's command id makes it happen once, however often it is sent.
 */
export async function runCommand(
  db: Db,
  read: Omit<ReadContext, 'db' | 'caller'> & { caller: Caller | null },
  call: CommandCall,
  work: Work,
): Promise<unknown> {
  const requestHash = createHash('sha256')
    .update(JSON.stringify([call.name, call.request], withoutPasswords))
    .digest('hex');
  const accountId = read.caller?.accountId ?? null;
  return db.transaction().execute(async (tx) => {
    const { commandId, name } = call;
    const [fresh] = await commandBegun(tx, { commandId, accountId, name, requestHash, at: read.now });
    if (!fresh) return firstAnswer(tx, call.commandId, { requestHash, accountId });
    const context = commandContext(tx, read, call);
    const answer = await work(context);
    const decided = context.decided();
    await commandDone(tx, {
      commandId,
      accountId,
      name,
      at: read.now,
      response: JSON.stringify(answer ?? null),
      subjectType: decided?.subjectType ?? null,
      subjectId: decided?.subjectId ?? call.subjectId ?? idOf(answer),
      unitId: decided?.unitId ?? null,
      onBehalfOf: absentFor(read.caller, call, decided?.unitId)?.accountId ?? null,
    });
    return answer;
  });
}

interface Begun {
  readonly commandId: string;
  readonly accountId: string | null;
  readonly name: string;
  readonly requestHash: string;
  readonly at: string;
}

const commandBegun = keptStatement((db, begun: Begun) =>
  db
    .insertInto('command')
    .values({
      id: begun.commandId,
      account_id: begun.accountId,
      name: begun.name,
      request_hash: begun.requestHash,
      at: begun.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .modifyEnd(prepared)
    .compile(),
);

interface CommandDone extends Omit<Begun, 'requestHash'> {
  readonly response: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  readonly unitId: string | null;
  readonly onBehalfOf: string | null;
}

const commandDone = keptStatement((db, done: CommandDone) =>
  db
    .with('answered', (query) =>
      query.updateTable('command').set({ response: done.response }).where('id', '=', done.commandId),
    )
    .insertInto('audit_entry')
    .values({
      at: done.at,
      account_id: done.accountId,
      command_id: done.commandId,
      endpoint: done.name,
      subject_type: done.subjectType,
      subject_id: done.subjectId,
      unit_id: done.unitId,
      on_behalf_of: done.onBehalfOf,
      outcome: 'done',
    })
    .modifyEnd(prepared)
    .compile(),
);

/** A plain hash of a password would be a gift to whoever reads the table: none goes into it. */
function withoutPasswords(key: string, value: unknown): unknown {
  return /password/i.test(key) ? undefined : value;
}

/** For whom the caller stands in with this act; null where the caller's own roles allow it. */
function absentFor(
  caller: Caller | null,
  { permission }: Pick<CommandCall, 'permission'>,
  unitId: string | null | undefined,
): Absent | null {
  if (!caller || permission === undefined || permission === 'public' || permission === 'signed_in')
    return null;
  return caller.standings.actsFor(permission, unitId ?? null);
}

/** Notes a refused attempt, outside the transaction that was rolled back. */
export async function auditRefusal(
  db: Db,
  refused: {
    at: string;
    accountId: string | null;
    endpoint: string;
    subjectId: string | null;
    problem: string;
  },
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      at: refused.at,
      account_id: refused.accountId,
      endpoint: refused.endpoint,
      subject_id: refused.subjectId,
      outcome: 'refused',
      problem: refused.problem,
    })
    .execute();
}

/** Notes a read that takes data out, or shows who may do what. */
export async function auditRead(
  db: Db,
  done: { at: string; caller: Caller; endpoint: string; permission: EndpointPermission },
): Promise<void> {
  const call = { permission: done.permission };
  await db
    .insertInto('audit_entry')
    .values({
      at: done.at,
      account_id: done.caller.accountId,
      endpoint: done.endpoint,
      on_behalf_of: absentFor(done.caller, call, null)?.accountId ?? null,
      outcome: 'done',
    })
    .execute();
}

async function firstAnswer(
  tx: Db,
  commandId: string,
  asked: { requestHash: string; accountId: string | null },
): Promise<unknown> {
  const first = await tx
    .selectFrom('command')
    .selectAll()
    .where('id', '=', commandId)
    .executeTakeFirstOrThrow();
  if (first.request_hash !== asked.requestHash || first.account_id !== asked.accountId)
    throw new Problem('command_id_reused');
  return first.response;
}

function commandContext(
  tx: Db,
  read: Omit<ReadContext, 'db' | 'caller'> & { caller: Caller | null },
  call: CommandCall,
): CommandContext & { decided(): HistoryInput | null } {
  // What the act decided first says, in the audit trail, which record and which unit it was about.
  let decided: HistoryInput | null = null;
  return {
    decided: () => decided,
    ...read,
    // Commands of strangers (first run) never touch the caller; every other endpoint has one by then.
    caller: read.caller as Caller,
    db: tx,
    commandId: call.commandId,
    newId,
    record: (entry) => {
      decided ??= entry;
      const absent = absentFor(read.caller, call, entry.unitId);
      return writeHistory(tx, { ...entry, at: read.now, caller: read.caller, absent });
    },
    enqueue: (task, payload) => addJob(tx, task, payload),
  };
}

async function writeHistory(
  tx: Db,
  entry: HistoryInput & { at: string; caller: Caller | null; absent: Absent | null },
): Promise<void> {
  await historyWritten(tx, {
    id: newId(),
    at: entry.at,
    account_id: entry.caller?.accountId ?? null,
    actor_name: signedAs(entry.caller?.displayName ?? 'Hệ thống', entry.absent),
    on_behalf_of: entry.absent?.accountId ?? null,
    subject_type: entry.subjectType,
    subject_id: entry.subjectId,
    unit_id: entry.unitId ?? null,
    action: entry.action,
    from_state: entry.fromState ?? null,
    to_state: entry.toState ?? null,
    reason: entry.reason ?? null,
    document_id: entry.documentId ?? null,
    details: JSON.stringify(entry.details ?? {}),
  });
}

const historyWritten = keptStatement((db, entry: Required<Omit<Insertable<HistoryEntry>, 'seq'>>) =>
  db
    .insertInto('history_entry')
    .values({
      id: entry.id,
      at: entry.at,
      account_id: entry.account_id,
      actor_name: entry.actor_name,
      on_behalf_of: entry.on_behalf_of,
      subject_type: entry.subject_type,
      subject_id: entry.subject_id,
      unit_id: entry.unit_id,
      action: entry.action,
      from_state: entry.from_state,
      to_state: entry.to_state,
      reason: entry.reason,
      document_id: entry.document_id,
      details: entry.details,
    })
    .modifyEnd(prepared)
    .compile(),
);

async function addJob(tx: Db, task: JobName, payload: Record<string, unknown>): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, ${JSON.stringify(payload)}::json)`.execute(tx);
}

function idOf(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string'
    ? answer.id
    : null;
}
