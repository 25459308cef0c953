import { reportsApi } from '#contract/reports.ts';
import { routes } from '#server/platform/http/routes.ts';
import {
  acceptReport,
  beginReport,
  returnReport,
  saveReport,
  submitReport,
} from './unit-reports.commands.ts';
import { listReports, readReport } from './unit-reports.reads.ts';

export const reportsRoutes = routes(reportsApi, {
  'GET /api/unit-reports': ({ query, ...context }) => listReports(context, query),
  'POST /api/unit-reports': ({ body, ...command }) => beginReport(command, body),
  'GET /api/unit-reports/:id': ({ params, ...context }) => readReport(context, params.id),
  'PUT /api/unit-reports/:id': ({ params, body, ...command }) => saveReport(command, params.id, body),
  'POST /api/unit-reports/:id/submission': ({ params, ...command }) => submitReport(command, params.id),
  'POST /api/unit-reports/:id/return': ({ params, body, ...command }) =>
    returnReport(command, params.id, body.reason),
  'POST /api/unit-reports/:id/acceptance': ({ params, ...command }) => acceptReport(command, params.id),
});
