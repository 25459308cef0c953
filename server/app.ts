import { systemApi } from '#contract/home.ts';
import { dayInVietnam } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { join } from 'node:path';
import { accountsRoutes } from './accounts/accounts.routes.ts';
import { auditRoutes } from './accounts/audit.routes.ts';
import { delegationsRoutes } from './accounts/delegations.routes.ts';
import { sessionRoutes } from './accounts/session.routes.ts';
import { documentsRoutes } from './documents/documents.routes.ts';
import { identify } from './accounts/sessions.store.ts';
import { signInRoutes } from './accounts/sign-in.routes.ts';
import { figuresRoutes } from './figures/figures.routes.ts';
import { recognitionRoutes } from './recognition/recognition.routes.ts';
import { consolidationRoutes } from './consolidation/consolidation.routes.ts';
import { campaignsRoutes } from './campaigns/campaigns.routes.ts';
import { filesRoutes } from './files/files.routes.ts';
import { homeRoutes } from './home/home.routes.ts';
import { treeOn } from './organisations/organisations.reads.ts';
import { organisationsRoutes } from './organisations/organisations.routes.ts';
import { reorganisationsRoutes } from './processes/reorganisations.routes.ts';
import { auditMarksFile, createAuditMarks } from './platform/audit-marks.ts';
import type { Clock } from './platform/clock.ts';
import { plainSignIn, type SignInSettings } from './platform/sign-in-settings.ts';
import type { Connection } from './platform/database/connect.ts';
import { createFileStore } from './platform/files/file-store.ts';
import type { App } from './platform/http/app.ts';
import { buildServer } from './platform/http/build-server.ts';
import { routes, type Routes } from './platform/http/routes.ts';
import { databaseAnswers } from './platform/database/ready.reads.ts';
import { peopleRoutes } from './people/people.routes.ts';
import { practiceProgressRoutes } from './practices/practice-progress.routes.ts';
import { practicesRoutes } from './practices/practices.routes.ts';
import { reportInterchangeRoutes } from './processes/report-interchange.routes.ts';
import { reportFormsRoutes } from './reports/forms.routes.ts';
import { reportsRoutes } from './reports/reports.routes.ts';
import { readingsRoutes } from './reading/readings.routes.ts';

export interface ApplicationOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly filesFolder: string;
  /** Marks of the audit trail; beside the files where nothing else is said. */
  readonly auditMarks?: string;
  readonly pagesFolder: string | null;
  readonly logLevel: string;
  readonly logFile?: string | null;
  readonly requestsPerMinute?: number;
  readonly signIn?: SignInSettings;
}

const systemRoutes = routes(systemApi, {
  'GET /healthz': async () => ({ status: 'ok' as const }),
  'GET /readyz': async ({ db }) => {
    if (!(await databaseAnswers(db))) throw new Problem('not_ready');
    return { status: 'ok' as const };
  },
});

/** Every feature's table of routes: an endpoint of the contract that stands in none of them fails `server/app.test.ts`. */
export const routeTables: readonly Routes[] = [
  systemRoutes,
  sessionRoutes,
  signInRoutes,
  documentsRoutes,
  campaignsRoutes,
  reportFormsRoutes,
  reportInterchangeRoutes,
  reportsRoutes,
  consolidationRoutes,
  accountsRoutes,
  delegationsRoutes,
  auditRoutes,
  organisationsRoutes,
  reorganisationsRoutes,
  peopleRoutes,
  filesRoutes,
  homeRoutes,
  recognitionRoutes,
  figuresRoutes,
  readingsRoutes,
  practicesRoutes,
  practiceProgressRoutes,
];

/** The whole application over one database and one folder of files; `http.listen` is the caller's. */
export function buildApplication(options: ApplicationOptions): Promise<App> {
  const { db } = options.connection;
  return buildServer(
    {
      db,
      clock: options.clock,
      files: createFileStore(join(options.filesFolder)),
      marks: createAuditMarks(options.auditMarks ?? join(options.filesFolder, auditMarksFile)),
      identify,
      signIn: options.signIn ?? plainSignIn,
      treeToday: async (now) => {
        const today = dayInVietnam(now);
        return { today, tree: await treeOn(db, today, options.connection) };
      },
    },
    routeTables,
    {
      logLevel: options.logLevel,
      logFile: options.logFile ?? null,
      pagesFolder: options.pagesFolder,
      requestsPerMinute: options.requestsPerMinute ?? 600,
    },
  );
}
