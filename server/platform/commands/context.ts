import type { Access } from '#domain/access/access.ts';
import type { Standings } from '#domain/access/delegation.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { Db } from '../database/db.ts';
import type { FileStore } from '../files/file-store.ts';

/** Who is calling, with what may be done today. */
export interface Caller {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
  readonly mustChangePassword: boolean;
  /** The office asks one-time codes of this role, and there are none yet. */
  readonly mustSetSecondFactor: boolean;
  readonly textSize: 'normal' | 'large';
  readonly sessionHash: string;
  readonly csrfToken: string;
  readonly access: Access;
  /** In whose name acts are done: one's own, or that of somebody absent. */
  readonly standings: Standings;
}

/** What every read gets. */
export interface ReadContext {
  readonly db: Db;
  readonly now: string;
  /** Today in Vietnam. */
  readonly today: Day;
  /** The organisation as it stands today. */
  readonly tree: OrganisationTree;
  readonly caller: Caller;
  readonly files: FileStore;
}

/** One thing that happened to a record. States are given where the act moves the record. */
export interface HistoryInput {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly unitId?: string | null;
  readonly action: string;
  readonly fromState?: string | null;
  readonly toState?: string | null;
  readonly reason?: string | null;
  readonly documentId?: string | null;
  readonly details?: Record<string, unknown>;
}

/** What every command gets: `db` is its transaction. */
export interface CommandContext extends ReadContext {
  readonly commandId: string;
  newId(): string;
  /** Writes the history row of a decision. */
  record(entry: HistoryInput): Promise<void>;
  /** Queues a job; it starts only when this transaction has been committed. */
  enqueue(task: JobName, payload: Record<string, unknown>): Promise<void>;
}

export const jobNames = [
  'mark_audit',
  'make_previews',
  'sweep_sessions',
  'sweep_files',
  'recompute_reports',
  'remind_reports',
] as const;
export type JobName = (typeof jobNames)[number];
