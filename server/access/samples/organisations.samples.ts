import type { organisationsApi } from '#contract/organisations.ts';
import { actAt, list, reaches, type Samples } from '../sample.ts';

const manages = actAt('organisation.manage', 'commune', {
  permission: 'organisation.read',
  fromBelow: 'commune',
});

export const organisationsSamples: Samples<keyof typeof organisationsApi> = {
  'GET /api/units': [{ rule: list('organisation.read'), args: () => ({ query: {} }) }],
  'GET /api/unit-days': [{ rule: list('organisation.read'), args: () => ({}) }],
  // The world has no provinces and communes: whoever may is told to choose one.
  'GET /api/units/generation': [
    {
      rule: manages,
      args: ({ units }) => ({
        query: { withinId: units.town, underId: units.commune, on: '2026-03-02' },
      }),
      refusedAs: 'invalid_input',
    },
  ],
  'POST /api/units/generation': [
    {
      rule: manages,
      args: ({ units }) => ({
        body: { withinId: units.town, underId: units.commune, on: '2026-03-02', reason: 'Thành lập' },
      }),
      refusedAs: 'invalid_input',
    },
  ],
  'GET /api/units/:id': [
    {
      rule: reaches('organisation.read', 'commune'),
      args: ({ units }) => ({ params: { id: units.commune }, query: {} }),
    },
  ],
  'POST /api/units': [
    {
      rule: manages,
      args: ({ units }) => ({
        body: {
          parentId: units.commune,
          name: 'Tổ dân phố 9',
          shortName: 'TDP 9',
          kind: 'village',
          code: 'tdp-9',
          foundedOn: '2026-03-02',
        },
      }),
    },
  ],
  'POST /api/units/:id/changes': [
    {
      rule: manages,
      args: ({ units }) => ({
        params: { id: units.commune },
        body: {
          from: '2026-03-02',
          name: 'Phường Hương Xuân mới',
          shortName: 'Hương Xuân',
          code: 'hx-moi',
          parentId: units.town,
          reason: 'Đổi tên',
        },
      }),
    },
  ],
  'POST /api/units/:id/dissolution': [
    {
      rule: actAt('organisation.manage', 'village2', {
        permission: 'organisation.read',
        fromBelow: 'village2',
      }),
      args: ({ units }) => ({
        params: { id: units.village2 },
        body: { on: '2026-03-03', reason: 'Sáp nhập' },
      }),
    },
  ],
  'POST /api/units/:id/memberships': [
    {
      rule: manages,
      args: ({ units }) => ({
        params: { id: units.commune },
        body: { tree: 'front', on: '2026-03-02', parentId: null },
      }),
    },
  ],
  'POST /api/units/:id/terms': [
    {
      rule: manages,
      args: ({ units }) => ({
        params: { id: units.commune },
        body: { name: '2025-2030', beginsOn: '2025-06-01', endsOn: null },
      }),
    },
  ],
};
