import { recognitionApi } from '#contract/recognition.ts';
import { routes } from '#server/platform/http/routes.ts';
import { concludeMeeting } from '#server/processes/conclude-meeting.ts';
import { takeUpReplication } from '#server/processes/take-up-replication.ts';
import { galleryPhoto, listGallery } from './gallery.reads.ts';
import { changeMeeting, prepareMeeting } from './meetings.commands.ts';
import { listMeetings, readMeeting } from './meetings.reads.ts';
import { declineOffer, offerReplication } from './replication.commands.ts';
import { listOffers } from './replication.reads.ts';
import { proposeReward, recordRewardOutcome } from './rewards.commands.ts';
import { listRewards } from './rewards.reads.ts';
import { proposeUpward, recordUpwardOutcome } from './upward.commands.ts';
import { listUpward } from './upward.reads.ts';

export const recognitionRoutes = routes(recognitionApi, {
  'GET /api/campaigns/:id/meetings': ({ params, ...read }) => listMeetings(read, params.id),
  'POST /api/campaigns/:id/meetings': ({ params, body, ...command }) =>
    prepareMeeting(command, params.id, body),
  'GET /api/meetings/:id': ({ params, ...read }) => readMeeting(read, params.id),
  'PUT /api/meetings/:id': ({ params, body, ...command }) => changeMeeting(command, params.id, body),
  'POST /api/meetings/:id/conclusion': ({ params, body, ...command }) =>
    concludeMeeting(command, { id: params.id, version: body.version }),
  'GET /api/campaigns/:id/rewards': ({ params, ...read }) => listRewards(read, params.id),
  'POST /api/campaigns/:id/rewards': ({ params, body, ...command }) =>
    proposeReward(command, params.id, body),
  'POST /api/rewards/:id/outcome': ({ params, body, ...command }) =>
    recordRewardOutcome(command, params.id, body),
  'POST /api/practices/:id/upward-proposal': ({ params, body, ...command }) =>
    proposeUpward(command, params.id, body),
  'GET /api/upward-proposals': ({ query, ...read }) => listUpward(read, query),
  'POST /api/upward-proposals/:id/outcome': ({ params, body, ...command }) =>
    recordUpwardOutcome(command, params.id, body),
  'GET /api/replication': ({ query, ...read }) => listOffers(read, query),
  'POST /api/practices/:id/replication-offers': ({ params, body, ...command }) =>
    offerReplication(command, params.id, body),
  'POST /api/replication-offers/:id/taking-up': ({ params, ...command }) =>
    takeUpReplication(command, params.id),
  'POST /api/replication-offers/:id/declining': ({ params, body, ...command }) =>
    declineOffer(command, params.id, body),
  'GET /api/gallery': ({ query, ...read }) => listGallery(read, query),
  'GET /api/gallery/:id/photo': ({ params, ...read }) => galleryPhoto(read, params.id),
});
