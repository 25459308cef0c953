import { reportInterchangeApi } from '#contract/report-interchange.ts';
import { routes } from '#server/platform/http/routes.ts';
import { reportFigures, reportFiguresCsv } from '#server/report-interchange/report-figures.reads.ts';
import { entrySheet, exportReports } from '#server/report-interchange/report-files.reads.ts';
import { takeInReports } from './take-in-reports.ts';

export const reportInterchangeRoutes = routes(reportInterchangeApi, {
  'GET /api/report-figures': ({ query, ...context }) => reportFigures(context, query),
  'GET /api/report-figures.csv': ({ query, ...context }) => reportFiguresCsv(context, query),
  'GET /api/report-files': ({ query, ...context }) => exportReports(context, query),
  'GET /api/report-entry-sheet': ({ query, ...context }) => entrySheet(context, query),
  'POST /api/report-file-imports': ({ query, upload, ...command }) => takeInReports(command, query, upload),
});
