import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { Day } from '#domain/kernel/day.ts';
import type { FastifyInstance } from 'fastify';
import type { AuditMarks } from '../audit-marks.ts';
import type { Clock } from '../clock.ts';
import type { Caller } from '../commands/context.ts';
import type { Db } from '../database/db.ts';
import type { FileStore } from '../files/file-store.ts';
import type { SignInSettings } from '../sign-in-settings.ts';

export interface IdentifyInput {
  readonly db: Db;
  readonly secret: string;
  readonly now: string;
  readonly tree: OrganisationTree;
  readonly signIn: SignInSettings;
}

/** What the HTTP layer needs of the application; features give it, so that platform knows no feature. */
export interface AppParts {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly marks: AuditMarks;
  readonly signIn: SignInSettings;
  /** The account behind a session cookie; null where the session is unknown or over. */
  identify(input: IdentifyInput): Promise<Caller | null>;
  treeToday(now: string): Promise<{ tree: OrganisationTree; today: Day }>;
}

export interface App extends AppParts {
  readonly http: FastifyInstance;
}

declare module 'fastify' {
  interface FastifyRequest {
    callerId: string | null;
  }
}
