import { campaignsApi } from '#contract/campaigns.ts';
import { routes } from '#server/platform/http/routes.ts';
import { startNextCampaign } from '#server/processes/start-next-campaign.ts';
import { closeCampaign, createCampaign, exemptUnit, openCampaign, savePlan } from './campaigns.commands.ts';
import { listCampaigns, readCampaign } from './campaigns.reads.ts';
import { writeCriteriaSet } from './criteria-sets.commands.ts';
import { listCriteriaSets } from './criteria-sets.reads.ts';
import { campaignMatrix, campaignMatrixFile } from './matrix.reads.ts';
import { campaignOverview } from './overview.reads.ts';
import { declareStage } from './stages.commands.ts';
import { listStages } from './stages.reads.ts';

export const campaignsRoutes = routes(campaignsApi, {
  'GET /api/campaigns': (input) => listCampaigns(input),
  'POST /api/campaigns': ({ body, ...command }) => createCampaign(command, body),
  'GET /api/campaigns/:id': ({ params, ...context }) => readCampaign(context, params.id),
  'PUT /api/campaigns/:id/plan': ({ params, body, ...command }) => savePlan(command, params.id, body),
  'POST /api/campaigns/:id/opening': ({ params, ...command }) => openCampaign(command, params.id),
  'POST /api/campaigns/:id/closing': ({ params, ...command }) => closeCampaign(command, params.id),
  'POST /api/campaigns/:id/next': ({ params, body, ...command }) =>
    startNextCampaign(command, params.id, body),
  'PUT /api/campaigns/:id/exemptions/:unitId': ({ params, body, ...command }) =>
    exemptUnit(command, { ...params, ...body }),
  'GET /api/campaigns/:id/overview': ({ params, query, ...context }) =>
    campaignOverview(context, { ...params, ...query }),
  'GET /api/campaigns/:id/matrix': ({ params, query, ...context }) =>
    campaignMatrix(context, { ...params, ...query }),
  'GET /api/campaigns/:id/matrix.xlsx': ({ params, query, ...context }) =>
    campaignMatrixFile(context, { ...params, ...query }),
  'GET /api/stages': (input) => listStages(input),
  'POST /api/stages': ({ body, ...command }) => declareStage(command, body),
  'GET /api/criteria-sets': (input) => listCriteriaSets(input),
  'POST /api/criteria-sets': ({ body, ...command }) => writeCriteriaSet(command, body),
});
