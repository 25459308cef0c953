import { markAudit } from './accounts/audit-verification.reads.ts';
import { sweepSessions } from './accounts/sessions.store.ts';
import type { App } from './platform/http/app.ts';
import type { JobTable } from './platform/jobs/jobs.ts';
import { sweepFiles } from './platform/files/files.store.ts';
import { remindOfReports } from './reports/reminders-by-rule.commands.ts';
import { nightlyChoice, recomputeAll } from './reports/totals.store.ts';

/** What runs outside a request. Each job may run more than once and has its effect once. */
export function jobTable(app: App): JobTable {
  return {
    mark_audit: () => markAudit({ db: app.db, marks: app.marks, now: app.clock.now().toISOString() }),
    make_previews: async ({ sha256 }) => {
      for (const width of [320, 1280] as const) await app.files.preview(String(sha256), width);
    },
    sweep_sessions: () => sweepSessions(app.db, app.clock.now().toISOString()),
    sweep_files: () => sweepFiles(app.db, app.files, app.clock.now().toISOString()),
    recompute_reports: async ({ endingFrom }) => {
      const reorganised = typeof endingFrom === 'string';
      const now = app.clock.now().toISOString();
      const { told } = await recomputeAll(app.db, {
        cause: reorganised ? 'reorganisation' : 'nightly',
        now,
        endingFrom: reorganised ? endingFrom : undefined,
        recent: reorganised ? null : nightlyChoice(now),
      });
      for (const one of told) {
        if (one.failure !== null) app.http.log.error(one, 'totals of reports could not be added up');
        else if (!reorganised) app.http.log.warn(one, 'totals of reports did not agree and were put right');
      }
    },
    remind_reports: async () => {
      await remindOfReports(app);
    },
  };
}
