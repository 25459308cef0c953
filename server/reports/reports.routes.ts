import { reportsApi } from '#contract/reports.ts';
import { routes } from '#server/platform/http/routes.ts';
import { attachToReport, detachFromReport } from '#server/processes/report-evidence.ts';
import { correctReport, recountReport } from './correct.commands.ts';
import { levelsFile } from './levels-file.reads.ts';
import { exportMatrix } from './matrix-export.reads.ts';
import { reportMatrix } from './matrix.reads.ts';
import { listOwed } from './owed.reads.ts';
import { keepSentFigures } from './keep.commands.ts';
import { saveProfile } from './profile.commands.ts';
import { readProfile } from './profile.reads.ts';
import {
  approveReport,
  beginReport,
  reopenReport,
  saveReport,
  submitReport,
  withdrawReport,
} from './report.commands.ts';
import { readReport } from './report.reads.ts';
import { acceptReports, extendReport, remindOfReport, returnReport } from './review.commands.ts';
import { readTotals } from './totals.reads.ts';

export const reportsRoutes = routes(reportsApi, {
  'GET /api/reports/owed': (context) => listOwed(context),
  'GET /api/reports/matrix': ({ query, ...context }) => reportMatrix(context, query),
  'GET /api/reports/matrix.xlsx': ({ query, ...context }) => exportMatrix(context, query),
  'POST /api/reports': ({ body, ...command }) => beginReport(command, body),
  'GET /api/reports/:id': ({ params, ...context }) => readReport(context, params.id),
  'PUT /api/reports/:id': ({ params, body, ...command }) => saveReport(command, params.id, body),
  'POST /api/reports/:id/approval': ({ params, ...command }) => approveReport(command, params.id),
  'POST /api/reports/:id/reopening': ({ params, ...command }) => reopenReport(command, params.id),
  'POST /api/reports/:id/submission': ({ params, ...command }) => submitReport(command, params.id),
  'POST /api/reports/:id/withdrawal': ({ params, body, ...command }) =>
    withdrawReport(command, params.id, body.reason),
  'POST /api/reports/:id/return': ({ params, body, ...command }) => returnReport(command, params.id, body),
  'POST /api/reports/:id/evidence': ({ params, body, ...command }) =>
    attachToReport(command, params.id, body),
  'POST /api/reports/:id/evidence/:evidenceId/withdrawal': ({ params, body, ...command }) =>
    detachFromReport(command, params, body.reason),
  'POST /api/reports/acceptances': ({ body, ...command }) => acceptReports(command, body.reportIds),
  'POST /api/reports/:id/corrections': ({ params, body, ...command }) =>
    correctReport(command, params.id, body),
  'POST /api/reports/:id/recounts': ({ params, body, ...command }) =>
    recountReport(command, params.id, body.why),
  'POST /api/reports/:id/kept-figures': ({ params, body, ...command }) =>
    keepSentFigures(command, params.id, body),
  'POST /api/report-extensions': ({ body, ...command }) => extendReport(command, body),
  'POST /api/report-reminders': ({ body, ...command }) => remindOfReport(command, body),
  'GET /api/report-totals': ({ query, ...context }) => readTotals(context, query),
  'GET /api/report-totals/levels.xlsx': ({ query, ...context }) => levelsFile(context, query),
  'GET /api/units/:id/profile': ({ params, ...context }) => readProfile(context, params.id),
  'PUT /api/units/:id/profile/:year': ({ params, body, ...command }) => saveProfile(command, params, body),
});
