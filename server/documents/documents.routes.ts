import { documentsApi } from '#contract/documents.ts';
import { acknowledgeDocument } from '#server/processes/acknowledge-document.ts';
import { issueDocument } from '#server/processes/issue-document.ts';
import { recomposeDocument } from '#server/processes/recompose-document.ts';
import { routes } from '#server/platform/http/routes.ts';
import { listDocuments } from './document-list.reads.ts';
import { documentRecord } from './document-record.reads.ts';
import {
  composeCampaignPaper,
  editDraft,
  linkDocument,
  receivePaper,
  returnDraft,
  sendToUnits,
  submitDraft,
} from './documents.commands.ts';
import { paperFile } from './paper-file.reads.ts';

export const documentsRoutes = routes(documentsApi, {
  'GET /api/documents': ({ query, ...context }) => listDocuments(context, query),
  'POST /api/documents/received': ({ body, ...command }) => receivePaper(command, body),
  'POST /api/campaigns/:id/papers': ({ params, body, ...command }) =>
    composeCampaignPaper(command, params.id, body.purpose),
  'GET /api/documents/:id': ({ params, ...context }) => documentRecord(context, params.id),
  'PUT /api/documents/:id': ({ params, body, ...command }) => editDraft(command, params.id, body),
  'POST /api/documents/:id/recomposition': ({ params, body, ...command }) =>
    recomposeDocument(command, params.id, body.version),
  'POST /api/documents/:id/submission': ({ params, ...command }) => submitDraft(command, params.id),
  'POST /api/documents/:id/return': ({ params, body, ...command }) =>
    returnDraft(command, params.id, body.reason),
  'POST /api/documents/:id/issue': ({ params, body, ...command }) => issueDocument(command, params.id, body),
  'POST /api/documents/:id/dispatches': ({ params, body, ...command }) =>
    sendToUnits(command, params.id, body.unitIds),
  'POST /api/documents/:id/acknowledgement': ({ params, body, ...command }) =>
    acknowledgeDocument(command, params.id, body),
  'POST /api/documents/:id/links': ({ params, body, ...command }) => linkDocument(command, params.id, body),
  'GET /api/documents/:id/paper.docx': ({ params, query, ...context }) =>
    paperFile(context, { id: params.id, traces: query.traces }),
});
