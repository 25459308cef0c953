import type { peopleApi } from '#contract/people.ts';
import type { Opening } from '../reference.ts';
import { actAt, list, readAt, type Samples } from '../sample.ts';
import { laterConsolidation, membersNamed, papered } from '../world-people.ts';
import type { World } from '../world.ts';

const seesPeople: Opening = { permission: 'people.read', at: ['commune'] };
const manages = actAt('people.manage', 'commune', seesPeople);
const sees = readAt('people.read', 'commune');
const body = ({ near }: World) => ({ params: { id: near.people.bodyId }, query: {} });
const person = ({ near }: World) => ({ params: { id: near.people.personId } });

const founding = ({ units }: World) => ({
  unitId: units.commune,
  kind: 'mobilisation_team' as const,
  name: 'Tổ dân vận tổ dân phố 1',
  foundingKnown: true,
  on: '2021-05-04',
  ...papered,
  members: membersNamed('Bí thư chi bộ'),
});

const leaving = ({ near }: World) => ({
  params: { id: near.people.leaving.personId },
  body: {
    items: [
      {
        kind: 'grant' as const,
        id: near.people.leaving.grantId,
        toPersonId: near.people.leaving.receiverId,
      },
    ],
    reason: 'Chuyển công tác',
  },
});

export const peopleSamples: Samples<keyof typeof peopleApi> = {
  'GET /api/bodies': [{ rule: list('people.read'), args: () => ({ query: { size: 200 } }) }],
  'POST /api/bodies': [{ rule: manages, args: (world) => ({ body: founding(world) }) }],
  'GET /api/bodies/:id': [
    { rule: sees, args: body },
    {
      about: 'of the town',
      rule: readAt('people.read', 'town'),
      args: ({ near }) => ({ params: { id: near.people.townBodyId }, query: {} }),
    },
  ],
  'GET /api/bodies/:id/members.xlsx': [{ rule: sees, args: body }],
  'POST /api/bodies/:id/consolidations/preview': [
    { rule: manages, args: (world) => ({ params: body(world).params, body: laterConsolidation }) },
  ],
  'POST /api/bodies/:id/consolidations': [
    { rule: manages, args: (world) => ({ params: body(world).params, body: laterConsolidation }) },
  ],
  'POST /api/bodies/:id/dissolution': [
    {
      rule: manages,
      args: ({ near }) => ({
        params: { id: near.people.endingBodyId },
        body: { on: '2026-03-01', ...papered },
      }),
    },
  ],
  'POST /api/consolidations/:id/reversal': [
    {
      rule: manages,
      args: ({ near }) => ({
        params: { id: near.people.newestActId },
        body: { reason: 'Ghi nhầm quyết định' },
      }),
    },
  ],
  'GET /api/people': [{ rule: list('people.read'), args: () => ({ query: { size: 200 } }) }],
  'GET /api/people/accounts': [{ rule: list('people.manage'), args: () => ({ query: {} }) }],
  'GET /api/people/in-charge': [
    { rule: list('people.read'), args: () => ({ query: { field: 'economy' as const } }) },
    { about: 'of a unit', rule: sees, args: ({ units }) => ({ query: { unitId: units.commune } }) },
  ],
  'POST /api/people': [
    {
      rule: manages,
      args: ({ units }) => ({
        body: { unitId: units.commune, name: 'Tổ trưởng tổ dân vận', accountId: null, phone: '', email: '' },
      }),
    },
  ],
  'GET /api/people/:id': [{ rule: sees, args: person }],
  'PUT /api/people/:id': [
    {
      rule: manages,
      args: (world) => ({
        ...person(world),
        body: { version: 1, name: 'Cán bộ dân vận', accountId: null, phone: '0905 333 444', email: '' },
      }),
    },
  ],
  'GET /api/people/:id/open-work': [{ rule: manages, args: person }],
  'POST /api/people/:id/hand-over': [{ rule: manages, args: leaving }],
  'GET /api/units/:id/people': [
    { rule: sees, args: ({ units }) => ({ params: { id: units.commune }, query: {} }) },
  ],
};
