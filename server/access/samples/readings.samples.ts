import type { readingsApi } from '#contract/readings.ts';
import type { Rule } from '../reference.ts';
import { actAt, list, readAt, seesCampaign, type Samples } from '../sample.ts';
import { paperOf } from '../world-committee.ts';
import type { World } from '../world.ts';

const readsForTown = actAt('figure.report', 'town', { permission: 'figure.read', fromBelow: 'town' });
/** A paper that was read is nobody's business but those who report for its unit. */
const atTown = readAt('figure.report', 'town');
const registersFor: Rule = {
  gate: 'practice.register',
  needs: [seesCampaign, { permission: 'practice.register', at: ['commune'] }],
  seen: [seesCampaign],
};
const reading = ({ near }: World) => ({ params: { id: near.readingId } });
const fact = ({ near }: World) => ({ params: { id: near.readingId, factId: near.readingFactId } });
const into = ({ near, units }: World) => ({ campaignId: near.campaignId, unitId: units.commune });

export const readingsSamples: Samples<keyof typeof readingsApi> = {
  'GET /api/readings': [{ rule: list('figure.report'), args: () => ({ query: { size: 200 } }) }],
  'POST /api/readings': [
    {
      rule: readsForTown,
      args: ({ units }) => ({
        query: { unitId: units.town },
        file: { name: 'bao-cao.txt', content: paperOf('đọc thêm') },
      }),
    },
  ],
  'GET /api/readings/:id': [{ rule: atTown, args: reading }],
  'PUT /api/readings/:id': [
    {
      rule: atTown,
      args: (world) => ({
        ...reading(world),
        body: { version: 1, paperDay: '2019-12-20', periodFrom: null, periodTo: null, subject: '' },
      }),
    },
  ],
  'PUT /api/readings/:id/facts/:factId': [
    { rule: atTown, args: (world) => ({ ...fact(world), body: { practice: { field: 'economy' } } }) },
  ],
  'POST /api/readings/:id/facts': [
    {
      rule: atTown,
      args: (world) => ({
        ...reading(world),
        body: {
          start: 0,
          end: 7,
          document: { type: 'Báo cáo', symbol: '', issuer: null, issuedOn: null, isOwn: true },
        },
      }),
    },
  ],
  'POST /api/readings/:id/decisions': [
    {
      rule: atTown,
      args: (world) => ({ ...reading(world), body: { decision: 'confirmed', allOf: 'practice' } }),
    },
  ],
  'POST /api/readings/:id/registration': [
    { rule: atTown, args: (world) => ({ ...reading(world), body: { title: 'Báo cáo năm 2019' } }) },
  ],
  'POST /api/readings/:id/discarding': [
    { rule: atTown, args: ({ near }) => ({ params: { id: near.spareReadingId } }) },
  ],
  'GET /api/passages': [
    {
      rule: readAt('practice.read', 'commune'),
      args: ({ near }) => ({ query: { practiceId: near.practices.draft } }),
    },
  ],
  'POST /api/reading-lists': [
    {
      rule: registersFor,
      args: (world) => ({ query: into(world), file: { name: 'danh-sach.csv', content: oneRow } }),
    },
  ],
  'POST /api/reading-lists/:fileId/registrations': [
    {
      about: 'of a file that somebody else has brought',
      rule: registersFor,
      args: (world) => ({
        params: { fileId: world.near.evidenceFileId },
        body: { ...into(world), table: 0, columns: ['name'], dryRun: true },
      }),
      refusedAs: 'invalid_input',
    },
  ],
};

const oneRow = new TextEncoder().encode(
  ['STT,Tên việc làm,Nơi làm,Thuộc lĩnh vực', '1,Tuyến đường hoa,Tổ dân phố 3,Kinh tế'].join('\n'),
);
