import type { campaignsApi } from '#contract/campaigns.ts';
import {
  actAt,
  list,
  reaches,
  readAt,
  seesCampaign,
  seesPractice,
  versionOf,
  type Samples,
} from '../sample.ts';
import { criteriaContent, planWith } from '../world-plan.ts';
import type { World } from '../world.ts';

const runs = actAt('campaign.manage', 'town', seesCampaign);
const campaign = ({ near }: World) => ({ params: { id: near.campaignId } });

export const campaignsSamples: Samples<keyof typeof campaignsApi> = {
  'GET /api/campaigns': [{ rule: list('campaign.read'), args: () => ({}) }],
  'POST /api/campaigns': [
    {
      rule: runs,
      args: ({ near, units }) => ({
        body: {
          ownerUnitId: units.town,
          year: 2030,
          title: 'Dân vận khéo năm 2030',
          stageId: null,
          plan: planWith(near.criteriaSetId),
        },
      }),
    },
  ],
  'GET /api/campaigns/:id': [
    { rule: reaches('campaign.read', 'town'), args: campaign },
    {
      about: 'a draft',
      rule: readAt('campaign.read', 'town'),
      args: ({ near }) => ({ params: { id: near.draftCampaignId } }),
    },
  ],
  'PUT /api/campaigns/:id/plan': [
    {
      rule: runs,
      args: async (world) => ({
        ...campaign(world),
        body: {
          version: await versionOf(world, 'campaign', world.near.campaignId),
          title: 'Dân vận khéo năm 2026',
          stageId: world.near.stageId,
          planDocumentId: null,
          plan: planWith(world.near.criteriaSetId),
        },
      }),
    },
    {
      about: 'a draft',
      rule: actAt('campaign.manage', 'town', { permission: 'campaign.read', at: ['town'] }),
      args: async (world) => ({
        params: { id: world.near.draftCampaignId },
        body: {
          version: await versionOf(world, 'campaign', world.near.draftCampaignId),
          title: 'Dân vận khéo năm 2028',
          stageId: null,
          planDocumentId: null,
          plan: planWith(world.near.criteriaSetId),
        },
      }),
    },
  ],
  'POST /api/campaigns/:id/opening': [
    {
      about: 'a draft',
      rule: actAt('campaign.manage', 'town', { permission: 'campaign.read', at: ['town'] }),
      args: ({ near }) => ({ params: { id: near.draftCampaignId } }),
    },
  ],
  'POST /api/campaigns/:id/closing': [
    { rule: runs, args: campaign, refusedAs: 'campaign_has_open_work' },
    {
      about: 'one without practices',
      rule: runs,
      args: ({ near }) => ({ params: { id: near.emptyCampaignId } }),
    },
  ],
  'POST /api/campaigns/:id/next': [
    {
      rule: runs,
      args: (world) => ({
        ...campaign(world),
        body: { year: 2029, title: 'Dân vận khéo năm 2029', continuePracticeIds: [] },
      }),
    },
  ],
  'PUT /api/campaigns/:id/exemptions/:unitId': [
    {
      rule: runs,
      args: ({ near, units }) => ({
        params: { id: near.campaignId, unitId: units.neighbour },
        body: { reason: 'Mới thành lập' },
      }),
    },
  ],
  'GET /api/campaigns/:id/overview': [
    { rule: reaches('campaign.read', 'town'), args: (world) => ({ ...campaign(world), query: {} }) },
    {
      about: 'of one unit',
      rule: { gate: 'campaign.read', needs: [seesCampaign, seesPractice] },
      args: (world) => ({ ...campaign(world), query: { unitId: world.units.commune } }),
    },
  ],
  'GET /api/campaigns/:id/matrix': [
    { rule: reaches('campaign.read', 'town'), args: (world) => ({ ...campaign(world), query: {} }) },
  ],
  'GET /api/campaigns/:id/matrix.xlsx': [
    { rule: reaches('campaign.read', 'town'), args: (world) => ({ ...campaign(world), query: {} }) },
  ],
  'GET /api/stages': [{ rule: list('campaign.read'), args: () => ({}) }],
  'POST /api/stages': [
    {
      rule: runs,
      args: ({ units }) => ({
        body: {
          ownerUnitId: units.town,
          name: 'Giai đoạn 2021-2025',
          fromYear: 2021,
          toYear: 2025,
          onPaper: true,
        },
      }),
    },
  ],
  'GET /api/criteria-sets': [{ rule: list('campaign.read'), args: () => ({}) }],
  'POST /api/criteria-sets': [
    {
      rule: actAt('criteria.manage', 'town', seesCampaign),
      args: ({ units }) => ({
        body: {
          ownerUnitId: units.town,
          familyId: null,
          name: 'Tiêu chí điển hình',
          nature: 'exemplar',
          subject: null,
          legalBasis: 'Hướng dẫn',
          content: criteriaContent,
        },
      }),
    },
  ],
};
