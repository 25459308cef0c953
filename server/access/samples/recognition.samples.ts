import type { recognitionApi } from '#contract/recognition.ts';
import type { Opening, Rule } from '../reference.ts';
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
import { meetingOf } from '../world-committee.ts';
import type { World } from '../world.ts';

const decides = actAt('practice.decide', 'town', seesCampaign);
/** A meeting under preparation is known at the committee alone. */
const decidesAtMeeting = actAt('practice.decide', 'town', { permission: 'campaign.read', at: ['town'] });
const campaign = ({ near }: World) => ({ params: { id: near.campaignId } });

const proposesUpward: Rule = {
  gate: 'practice.decide',
  needs: [seesPractice, { permission: 'practice.decide', at: ['town'] }],
  seen: [seesPractice],
};
const upward = { proposedOn: '2026-03-02', reason: '' };
/** From the commune's practice, recorded by the town, to the province. */
const seesUpward: Opening = { permission: 'practice.read', oneOf: ['commune', 'province'] };
const answersOffer: Rule = {
  gate: 'practice.replicate',
  needs: [seesPractice, { permission: 'practice.replicate', at: ['commune'] }],
  seen: [seesPractice],
};

export const recognitionSamples: Samples<keyof typeof recognitionApi> = {
  'GET /api/campaigns/:id/meetings': [{ rule: reaches('campaign.read', 'town'), args: campaign }],
  'POST /api/campaigns/:id/meetings': [
    {
      rule: decides,
      args: (world) => ({ ...campaign(world), body: meetingOf([world.near.practices.proposedFree]) }),
    },
  ],
  'GET /api/meetings/:id': [
    {
      about: 'concluded',
      rule: reaches('campaign.read', 'town'),
      args: ({ near }) => ({ params: { id: near.concludedMeetingId } }),
    },
    {
      about: 'under preparation',
      rule: readAt('campaign.read', 'town'),
      args: ({ near }) => ({ params: { id: near.draftMeetingId } }),
    },
  ],
  'PUT /api/meetings/:id': [
    {
      rule: decidesAtMeeting,
      args: async (world) => ({
        params: { id: world.near.draftMeetingId },
        body: {
          ...meetingOf([world.near.practices.proposed]),
          version: await versionOf(world, 'meeting', world.near.draftMeetingId),
          results: [
            {
              practiceId: world.near.practices.proposed,
              votes: { for: 8, against: 1, abstained: 0 },
              note: '',
            },
          ],
          conclusion: '',
        },
      }),
    },
  ],
  'POST /api/meetings/:id/conclusion': [
    {
      rule: decidesAtMeeting,
      args: async (world) => ({
        params: { id: world.near.draftMeetingId },
        body: { version: await versionOf(world, 'meeting', world.near.draftMeetingId) },
      }),
    },
  ],
  'GET /api/campaigns/:id/rewards': [{ rule: reaches('campaign.read', 'town'), args: campaign }],
  'POST /api/campaigns/:id/rewards': [
    {
      rule: actAt('reward.propose', 'town', seesCampaign),
      args: (world) => ({
        ...campaign(world),
        body: {
          practiceId: world.near.practices.recognisedFree,
          track: 'party',
          form: 'commendation',
          recipientName: 'Ban Công tác Mặt trận',
          recipientSubject: 'collective',
          level: 'own',
          reason: '',
        },
      }),
    },
  ],
  'POST /api/rewards/:id/outcome': [
    {
      rule: {
        gate: 'reward.propose',
        needs: [seesPractice, { permission: 'reward.propose', at: ['town'] }],
        seen: [seesPractice],
      },
      args: ({ near }) => ({
        params: { id: near.rewardId },
        body: { version: 1, state: 'granted', decidedOn: '2026-03-02', decisionSymbol: '' },
      }),
    },
  ],
  'POST /api/practices/:id/upward-proposal': [
    {
      rule: proposesUpward,
      args: ({ near, units }) => ({
        params: { id: near.practices.recognisedFree },
        body: { ...upward, toUnitId: units.province },
      }),
    },
    {
      about: 'in a state that does not take it',
      rule: proposesUpward,
      args: ({ near, units }) => ({
        params: { id: near.practices.assigned },
        body: { ...upward, toUnitId: units.province },
      }),
      refusedAs: 'action_blocked',
    },
  ],
  'GET /api/upward-proposals': [{ rule: list('practice.read'), args: () => ({ query: { size: 200 } }) }],
  'POST /api/upward-proposals/:id/outcome': [
    {
      rule: {
        gate: 'upward.record',
        needs: [seesUpward, { permission: 'upward.record', oneOf: ['province', 'town'] }],
        seen: [seesUpward],
      },
      args: ({ near }) => ({
        params: { id: near.upwardId },
        body: { version: 1, state: 'recognised', decidedOn: '2026-03-02', decisionSymbol: '' },
      }),
    },
  ],
  'GET /api/replication': [{ rule: list('practice.read'), args: () => ({ query: {} }) }],
  'POST /api/practices/:id/replication-offers': [
    {
      rule: {
        gate: 'replication.offer',
        needs: [seesPractice, { permission: 'replication.offer', at: ['town'] }],
        seen: [seesPractice, seesCampaign],
      },
      args: ({ near, units }) => ({
        params: { id: near.practices.recognised },
        body: { campaignId: near.campaignId, unitIds: [units.neighbour], message: '' },
      }),
    },
  ],
  'POST /api/replication-offers/:id/taking-up': [
    { rule: answersOffer, args: ({ near }) => ({ params: { id: near.offerIds[0] ?? '' } }) },
  ],
  'POST /api/replication-offers/:id/declining': [
    {
      rule: answersOffer,
      args: ({ near }) => ({
        params: { id: near.offerIds[1] ?? '' },
        body: { reason: 'Đã có mô hình tương tự' },
      }),
    },
  ],
  'GET /api/gallery': [{ rule: list('gallery.read'), args: () => ({ query: { size: 200 } }) }],
  'GET /api/gallery/:id/photo': [
    {
      rule: {
        gate: 'gallery.read',
        needs: [{ permission: 'gallery.read', at: ['commune'], fromBelow: 'town' }],
      },
      args: ({ near }) => ({ params: { id: near.practices.recognised } }),
    },
  ],
};
