import { practicesApi } from '#contract/practices.ts';
import { routes } from '#server/platform/http/routes.ts';
import { decideOnPractices, noteAppraisal } from './decisions.commands.ts';
import { importRegistrations } from './import.commands.ts';
import { registrationTemplate } from './import-template.reads.ts';
import { nearDuplicatesFor } from './near-names.reads.ts';
import { exportPractices } from './practice-export.reads.ts';
import { listPractices } from './practice-list.reads.ts';
import { practiceRecord } from './practice-record.reads.ts';
import { registrationOptions } from './registration-options.reads.ts';
import {
  beginRegistration,
  saveRegistration,
  submitRegistration,
  withdrawRegistration,
} from './registration.commands.ts';

export const practicesRoutes = routes(practicesApi, {
  'GET /api/practices': ({ query, ...read }) => listPractices(read, query),
  'GET /api/practices.xlsx': ({ query, ...read }) => exportPractices(read, query),
  'GET /api/practices/near-duplicates': ({ query, ...read }) => nearDuplicatesFor(read, query),
  'GET /api/registration-options': ({ query, ...read }) => registrationOptions(read, query),
  'POST /api/practices': ({ body, ...command }) => beginRegistration(command, body),
  'GET /api/practices/:id': ({ params, ...read }) => practiceRecord(read, params.id),
  'PUT /api/practices/:id': ({ params, body, ...command }) => saveRegistration(command, params.id, body),
  'POST /api/practices/:id/submission': ({ params, ...command }) => submitRegistration(command, params.id),
  'POST /api/practices/:id/withdrawal': ({ params, body, ...command }) =>
    withdrawRegistration(command, params.id, body.reason),
  'GET /api/registration-template.xlsx': ({ query, ...read }) => registrationTemplate(read, query),
  'POST /api/practices/import': ({ query, upload, ...command }) =>
    importRegistrations(command, query, upload),
  'POST /api/practices/decisions': ({ body, ...command }) => decideOnPractices(command, body),
  'POST /api/practices/:id/appraisal-notes': ({ params, body, ...command }) =>
    noteAppraisal(command, params.id, body),
});
