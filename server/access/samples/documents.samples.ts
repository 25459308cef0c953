import type { documentsApi } from '#contract/documents.ts';
import type { Opening, Rule } from '../reference.ts';
import { actAt, list, readAt, seesCampaign, versionOf, type Samples } from '../sample.ts';
import { receivedPaper } from '../world-committee.ts';
import type { World } from '../world.ts';

/** The notice belongs to the town and was sent to both communes. */
const seesNotice: Opening = { permission: 'document.read', oneOf: ['town', 'commune', 'neighbour'] };
const readsNotice: Rule = { gate: 'document.read', needs: [seesNotice] };
const seesDraft: Opening = { permission: 'document.read', at: ['town'] };
const drafts = actAt('document.draft', 'town', seesDraft);
const signs = actAt('document.issue', 'town', seesDraft);
const notice = ({ near }: World) => ({ params: { id: near.noticeId } });
const draft = ({ near }: World) => ({ params: { id: near.draftDocumentId } });

export const documentsSamples: Samples<keyof typeof documentsApi> = {
  'GET /api/documents': [{ rule: list('document.read'), args: () => ({ query: { size: 200 } }) }],
  'POST /api/documents/received': [
    {
      rule: actAt('document.receive', 'commune', { permission: 'document.read', at: ['commune'] }),
      args: ({ units }) => ({ body: receivedPaper(units.commune) }),
    },
  ],
  'POST /api/campaigns/:id/papers': [
    {
      rule: actAt('document.draft', 'town', seesCampaign),
      args: ({ near }) => ({ params: { id: near.campaignId }, body: { purpose: 'mid_year_report' } }),
    },
  ],
  'GET /api/documents/:id': [
    { about: 'issued and sent', rule: readsNotice, args: notice },
    { about: 'a draft', rule: readAt('document.read', 'town'), args: draft },
    {
      about: 'received',
      rule: readAt('document.read', 'commune'),
      args: ({ near }) => ({ params: { id: near.receivedDocumentId } }),
    },
  ],
  'PUT /api/documents/:id': [
    {
      rule: drafts,
      args: async (world) => {
        const { near } = world;
        const { paper } = await near.agency.call('GET /api/documents/:id', draft(world));
        if (!paper) throw new Error('a draft has its paper');
        const version = await versionOf(world, 'document', near.draftDocumentId);
        const { subject } = paper;
        return { ...draft(world), body: { version, subject, signerPost: '', signerName: '', paper } };
      },
    },
  ],
  'POST /api/documents/:id/recomposition': [
    {
      rule: drafts,
      args: async (world) => ({
        ...draft(world),
        body: { version: await versionOf(world, 'document', world.near.draftDocumentId) },
      }),
    },
  ],
  'POST /api/documents/:id/submission': [{ rule: drafts, args: draft }],
  'POST /api/documents/:id/return': [
    {
      rule: signs,
      args: ({ near }) => ({ params: { id: near.waitingDocumentId }, body: { reason: 'Sửa số liệu' } }),
    },
  ],
  'POST /api/documents/:id/issue': [
    {
      rule: signs,
      args: (world) => ({ ...draft(world), body: { issuedOn: '2026-03-02', sendToUnitIds: [] } }),
    },
  ],
  'POST /api/documents/:id/dispatches': [
    {
      rule: actAt('document.draft', 'town', seesNotice),
      args: (world) => ({ ...notice(world), body: { unitIds: [world.units.neighbour] } }),
    },
  ],
  'POST /api/documents/:id/acknowledgement': [
    {
      rule: {
        gate: 'document.acknowledge',
        needs: [seesNotice, { permission: 'document.acknowledge', at: ['commune'] }],
        seen: [seesNotice, { permission: 'document.read', at: ['commune'] }],
      },
      args: (world) => ({ ...notice(world), body: { unitId: world.units.commune, startPractices: false } }),
    },
  ],
  'POST /api/documents/:id/links': [
    {
      rule: actAt('document.draft', 'town', seesNotice),
      args: (world) => ({
        ...notice(world),
        body: { kind: 'basis', targetId: null, targetText: 'Kế hoạch năm 2026' },
      }),
    },
  ],
  'GET /api/documents/:id/paper.docx': [
    { rule: readsNotice, args: (world) => ({ ...notice(world), query: {} }) },
    {
      about: 'of a draft',
      rule: readAt('document.read', 'town'),
      args: ({ near }) => ({ params: { id: near.waitingDocumentId }, query: { traces: 'true' } }),
    },
  ],
};
