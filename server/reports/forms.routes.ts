import { reportFormsApi } from '#contract/report-forms.ts';
import { routes } from '#server/platform/http/routes.ts';
import { changeForm, createForm, importForm, reviseForm } from './forms.commands.ts';
import { formFile, listForms, listReadyForms, readForm } from './forms.reads.ts';
import { changeHoliday } from './holidays.commands.ts';
import { listHolidays } from './holidays.reads.ts';

export const reportFormsRoutes = routes(reportFormsApi, {
  'GET /api/report-forms': (context) => listForms(context),
  'GET /api/ready-report-forms': async () => listReadyForms(),
  'GET /api/report-forms/:id': ({ params, query, ...context }) => readForm(context, params.id, query),
  'POST /api/report-forms': ({ body, ...command }) => createForm(command, body),
  'PUT /api/report-forms/:id': ({ params, body, ...command }) => changeForm(command, params.id, body),
  'POST /api/report-forms/:id/revisions': ({ params, body, ...command }) =>
    reviseForm(command, params.id, body),
  'GET /api/report-forms/:id/file.json': ({ params, ...context }) => formFile(context, params.id),
  'POST /api/report-form-imports': ({ body, ...command }) => importForm(command, body),
  'GET /api/holidays': ({ query, ...context }) => listHolidays(context, query.year),
  'PUT /api/holidays/:day': ({ params, body, ...command }) => changeHoliday(command, params.day, body),
});
