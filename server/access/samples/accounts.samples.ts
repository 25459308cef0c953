import type { accountsApi } from '#contract/accounts.ts';
import type { auditApi } from '#contract/audit.ts';
import type { delegationsApi } from '#contract/delegations.ts';
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
  'GET /api/account-import-template.xlsx': [{ rule: list('account.manage'), args: () => ({}) }],
  'POST /api/account-import': [
    {
      rule: list('account.manage'),
      args: () => ({ query: { dryRun: 'true' }, file: emptyList }),
      refusedAs: 'import_empty',
    },
  ],
};

const emptyList = {
  name: 'tai-khoan.csv',
  content: new TextEncoder().encode('Tên đăng nhập,Họ tên/chức danh,Vai trò,Mã đơn vị\n'),
};

/** Everybody who is signed in may hand on what is his or hers; what is not answers as a field refused. */
export const delegationsSamples: Samples<keyof typeof delegationsApi> = {
  'GET /api/delegations': [{ rule: 'signed_in', args: () => ({}) }],
  'GET /api/delegation-receivers': [{ rule: 'signed_in', args: () => ({ query: {} }) }],
  'POST /api/delegations': [
    {
      about: 'a role of somebody else',
      rule: 'signed_in',
      args: ({ target }) => ({
        body: {
          grantIds: [target.grantId],
          toAccountId: target.accountId,
          beginsOn: '2026-03-02',
          endsOn: '2026-03-09',
          reason: 'Đi công tác',
        },
      }),
      refusedAs: 'invalid_input',
    },
  ],
  'POST /api/delegations/:id/end': [
    {
      about: 'of somebody else',
      rule: { gate: 'signed_in', needs: [{ permission: 'account.manage', at: ['commune'] }] },
      args: ({ target }) => ({ params: { id: target.delegationId }, body: { reason: 'Kiện toàn' } }),
    },
  ],
};

export const auditSamples: Samples<keyof typeof auditApi> = {
  'GET /api/audit': [{ rule: list('audit.read'), args: () => ({ query: { size: 200 } }) }],
  'GET /api/audit.xlsx': [{ rule: list('audit.read'), args: () => ({ query: {} }) }],
  'GET /api/audit/verification': [{ rule: list('audit.read'), args: () => ({}) }],
  'GET /api/role-matrix': [{ rule: list('audit.read'), args: () => ({ query: {} }) }],
  'GET /api/role-matrix.xlsx': [{ rule: list('audit.read'), args: () => ({ query: {} }) }],
};

function grantAt(unitId: string) {
  return { role: 'inspector' as const, unitId, beginsOn: '2026-03-02', endsOn: null, coversSubtree: false };
}
