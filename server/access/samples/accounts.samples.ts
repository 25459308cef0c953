import type { accountsApi } from '#contract/accounts.ts';
import { testPassword } from '#server/testing/kheo.ts';
import { list, readAt, type Samples } from '../sample.ts';

const administers = readAt('account.manage', 'commune');

export const accountsSamples: Samples<keyof typeof accountsApi> = {
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
