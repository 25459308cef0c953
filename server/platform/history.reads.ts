import { Problem } from '#domain/kernel/problem.ts';
import { formatInstant } from '#domain/kernel/instant.ts';
import type { Db } from './database/db.ts';

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly action: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly details: Record<string, unknown>;
}

/** All that happened to a record, newest first. */
export async function historyOf(db: Db, subjectType: string, subjectId: string): Promise<HistoryRow[]> {
  const rows = await db
    .selectFrom('history_entry')
    .selectAll()
    .where('subject_type', '=', subjectType)
    .where('subject_id', '=', subjectId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    actorName: row.actor_name,
    action: row.action,
    fromState: row.from_state,
    toState: row.to_state,
    reason: row.reason,
    documentId: row.document_id,
    details: row.details as Record<string, unknown>,
  }));
}

/** The refusal for whoever came second: who moved the record, when, and where it stands now. */
export async function stateChanged(
  db: Db,
  subject: { type: string; id: string; stateWords: string },
): Promise<Problem> {
  const last = (await historyOf(db, subject.type, subject.id)).find((entry) => entry.toState !== null);
  return new Problem('state_changed', {
    who: last?.actorName ?? 'người khác',
    when: last ? formatInstant(last.at) : 'vừa xong',
    state: subject.stateWords,
  });
}

/** The refusal for whoever saves over a newer version. */
export async function versionConflict(db: Db, subject: { type: string; id: string }): Promise<Problem> {
  const last = (await historyOf(db, subject.type, subject.id))[0];
  return new Problem('version_conflict', {
    who: last?.actorName ?? 'người khác',
    when: last ? formatInstant(last.at) : 'vừa xong',
  });
}
