import type { accountsApi, organisationsApi } from '#contract/organisations.ts';
import { testPassword } from '#server/testing/kheo.ts';
import { actAt, list, reaches, readAt, type Samples } from '../sample.ts';

type Organisations = typeof organisationsApi & typeof accountsApi;

const manages = actAt('organisation.manage', 'commune', {
  permission: 'organisation.read',
  fromBelow: 'commune',
});
const administers = readAt('account.manage', 'commune');

export const organisationsSamples: Samples<keyof Organisations> = {
  'GET /api/units': [{ rule: list('organisation.read'), args: () => ({ query: {} }) }],
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
  'POST /api/units/:id/terms': [
    {
      rule: manages,
      args: ({ units }) => ({
        params: { id: units.commune },
        body: { name: '2025-2030', beginsOn: '2025-06-01', endsOn: null },
      }),
    },
  ],
  'GET /api/accounts': [{ rule: list('account.manage'), args: () => ({ query: { size: 200 } }) }],
  'POST /api/accounts': [
    {
      rule: {
        gate: 'account.manage',
        needs: [{ permission: 'account.manage', at: ['commune'] }],
        unseen: 403,
      },
      args: ({ units }) => ({
        body: {
          username: 'can-bo-them',
          displayName: 'Cán bộ phường',
          password: testPassword,
          grant: grantAt(units.commune),
        },
      }),
    },
  ],
  'POST /api/accounts/:id/grants': [
    {
      rule: administers,
      args: ({ target, units }) => ({ params: { id: target.accountId }, body: grantAt(units.commune) }),
    },
    {
      about: 'a role at a unit out of reach',
      rule: {
        gate: 'account.manage',
        needs: [{ permission: 'account.manage', at: ['commune', 'farCommune'] }],
        seen: [{ permission: 'account.manage', at: ['commune'] }],
      },
      args: ({ target, units }) => ({ params: { id: target.accountId }, body: grantAt(units.farCommune) }),
      refusedAs: 'nobody',
    },
  ],
  'POST /api/accounts/:id/password': [
    {
      rule: administers,
      args: ({ target }) => ({
        params: { id: target.accountId },
        body: { password: 'một mật khẩu mới khác' },
      }),
    },
  ],
  'POST /api/accounts/:id/disabling': [
    {
      rule: administers,
      args: ({ target }) => ({ params: { id: target.accountId }, body: { disabled: true, reason: '' } }),
    },
  ],
  'POST /api/grants/:id/end': [
    {
      rule: administers,
      args: ({ target }) => ({ params: { id: target.grantId }, body: { reason: 'Kiện toàn' } }),
    },
  ],
  'GET /api/audit': [{ rule: list('audit.read'), args: () => ({ query: { size: 200 } }) }],
};

function grantAt(unitId: string) {
  return { role: 'inspector' as const, unitId, beginsOn: '2026-03-02', endsOn: null, coversSubtree: false };
}
