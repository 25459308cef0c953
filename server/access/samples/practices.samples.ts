import type { practicesApi } from '#contract/practices.ts';
import type { Rule } from '../reference.ts';
import { actAt, list, readAt, seesCampaign, seesPractice, versionOf, type Samples } from '../sample.ts';
import { registrationOf } from '../world-plan.ts';
import type { World } from '../world.ts';

const registers = actAt('practice.register', 'commune', seesPractice);
const appraises = actAt('practice.appraise', 'commune', seesPractice);
/** Registering for a unit of one's choice: a unit out of reach is refused without saying whether it exists. */
const registersFor: Rule = {
  gate: 'practice.register',
  needs: [seesCampaign, { permission: 'practice.register', at: ['commune'] }],
  seen: [seesCampaign],
};
const asksFor: Rule = {
  gate: 'practice.register',
  needs: [{ permission: 'practice.register', at: ['commune'] }],
  unseen: 403,
};
const draft = ({ near }: World) => ({ params: { id: near.practices.draft } });
const into = ({ near, units }: World) => ({ campaignId: near.campaignId, unitId: units.commune });

const replica = (world: World, sourcePracticeId: string) => ({
  ...into(world),
  origin: 'replicated' as const,
  sourcePracticeId,
  registration: registrationOf('Mô hình học theo'),
});

export const practicesSamples: Samples<keyof typeof practicesApi> = {
  'GET /api/practices': [{ rule: list('practice.read'), args: () => ({ query: { size: 200 } }) }],
  'GET /api/practices.xlsx': [{ rule: list('practice.read'), args: () => ({ query: {} }) }],
  'GET /api/practices/near-duplicates': [
    { rule: asksFor, args: ({ units }) => ({ query: { name: 'Mô hình', unitId: units.commune } }) },
  ],
  'GET /api/registration-options': [
    { rule: list('practice.register'), args: () => ({ query: {} }) },
    { about: 'of one unit', rule: asksFor, args: ({ units }) => ({ query: { unitId: units.commune } }) },
  ],
  'POST /api/practices': [
    {
      rule: registersFor,
      args: (world) => ({
        body: {
          ...into(world),
          origin: 'new',
          sourcePracticeId: null,
          registration: registrationOf('Mô hình mới ghi'),
        },
      }),
    },
    {
      about: 'after one in the gallery of the town',
      rule: registersFor,
      args: (world) => ({ body: replica(world, world.near.ofNeighbour[2] ?? '') }),
    },
    {
      about: 'after one in the gallery of another province',
      rule: registersFor,
      args: (world) => ({ body: replica(world, world.far.practices.recognised) }),
      refusedAs: 'invalid_input',
    },
  ],
  'GET /api/practices/:id': [
    { rule: readAt('practice.read', 'commune'), args: draft },
    {
      about: 'left by a unit that was merged away',
      rule: readAt('practice.read', 'hamlet'),
      args: ({ near }) => ({ params: { id: near.hamlet.practiceId } }),
    },
    {
      about: 'offered by the neighbour',
      rule: {
        gate: 'practice.read',
        needs: [{ permission: 'practice.read', oneOf: ['neighbour', 'commune'] }],
      },
      args: ({ near }) => ({ params: { id: near.ofNeighbour[0] ?? '' } }),
    },
  ],
  'PUT /api/practices/:id': [
    {
      rule: registers,
      args: async (world) => ({
        ...draft(world),
        body: {
          version: await versionOf(world, 'practice', world.near.practices.draft),
          registration: registrationOf('Mô hình đã sửa tên'),
        },
      }),
    },
    {
      about: 'left by a unit that was merged away',
      rule: actAt('practice.register', 'hamlet', { permission: 'practice.read', at: ['hamlet'] }),
      args: async (world) => ({
        params: { id: world.near.hamlet.practiceId },
        body: {
          version: await versionOf(world, 'practice', world.near.hamlet.practiceId),
          registration: registrationOf('Mô hình của xóm cũ'),
        },
      }),
    },
  ],
  'POST /api/practices/:id/submission': [{ rule: registers, args: draft }],
  'POST /api/practices/:id/withdrawal': [
    { rule: registers, args: (world) => ({ ...draft(world), body: { reason: 'Ghi nhầm' } }) },
  ],
  'GET /api/registration-template.xlsx': [{ rule: registersFor, args: (world) => ({ query: into(world) }) }],
  'POST /api/practices/import': [
    {
      rule: registersFor,
      args: (world) => ({ query: into(world), file: { name: 'danh-sach.csv', content: oneRow } }),
    },
  ],
  'POST /api/practices/decisions': [
    {
      rule: appraises,
      args: ({ near }) => ({
        body: { action: 'take_up', practiceIds: [near.practices.submitted], reason: '' },
      }),
    },
    {
      about: 'in a state that does not take it',
      rule: appraises,
      args: ({ near }) => ({
        body: { action: 'accept', practiceIds: [near.practices.recognised], reason: '' },
      }),
      refusedAs: 'state_changed',
    },
  ],
  'POST /api/practices/:id/appraisal-notes': [
    {
      rule: appraises,
      args: ({ near }) => ({
        params: { id: near.practices.appraising },
        body: { kind: 'desk', onDate: '2026-03-02', text: 'Đủ điều kiện', fileIds: [] },
      }),
    },
  ],
};

const oneRow = new TextEncoder().encode(
  [
    'Tên mô hình,Lĩnh vực,Địa chỉ,Bắt đầu,Kết thúc,Nội dung,Chủ mô hình,Người phụ trách',
    'Tuyến đường hoa,Kinh tế,Tổ dân phố 3,01/04/2026,30/11/2026,Trồng hoa ven đường,Chi hội Phụ nữ,Chi hội trưởng',
  ].join('\n'),
);
