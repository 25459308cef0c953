import { consolidationApi } from '#contract/consolidation.ts';
import { routes } from '#server/platform/http/routes.ts';
import { draftConsolidated } from '#server/processes/consolidated-report.ts';
import { consolidatedFile } from './consolidated-file.reads.ts';
import { listConsolidations, readConsolidation } from './consolidation.reads.ts';
import { addTemplate, retireTemplate } from './templates.commands.ts';
import { listTemplates, starterFile } from './templates.reads.ts';

export const consolidationRoutes = routes(consolidationApi, {
  'POST /api/consolidated-reports': ({ body, ...command }) => draftConsolidated(command, body),
  'GET /api/consolidated-reports': ({ query, ...context }) => listConsolidations(context, query),
  'GET /api/consolidated-reports/:id': ({ params, ...context }) => readConsolidation(context, params.id),
  'GET /api/consolidated-reports/:id/paper.docx': ({ params, query, ...context }) =>
    consolidatedFile(context, { id: params.id, templateId: query.templateId }),
  'GET /api/paper-templates': ({ query, ...context }) => listTemplates(context, query),
  'GET /api/paper-templates/starter.docx': ({ query, ...context }) => starterFile(context, query.formId),
  'POST /api/paper-template-files': ({ query, upload, ...command }) => addTemplate(command, query, upload),
  'POST /api/paper-templates/:id/retirement': ({ params, ...command }) => retireTemplate(command, params.id),
});
