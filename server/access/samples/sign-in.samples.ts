import type { signInApi } from '#contract/sign-in.ts';
import { newId } from '#server/platform/ids.ts';
import { readAt, type Samples } from '../sample.ts';

const administers = readAt('account.manage', 'commune');
const nobodys = { params: { token: 'không-có-đường-dẫn-này' } };

export const signInSamples: Samples<keyof typeof signInApi> = {
  'POST /api/session/second-step': [
    {
      rule: 'public',
      args: () => ({ body: { code: '000000', rememberDevice: false } }),
      refusedAs: 'second_step_over',
    },
  ],
  'DELETE /api/session/second-step': [{ rule: 'public', args: () => ({}) }],
  'GET /api/session/sessions': [{ rule: 'signed_in', args: () => ({}) }],
  'DELETE /api/session/sessions/:id': [{ rule: 'signed_in', args: () => ({ params: { id: newId() } }) }],
  'DELETE /api/session/sessions': [{ rule: 'signed_in', args: () => ({}) }],
  'POST /api/session/second-factor': [{ rule: 'signed_in', args: () => ({ body: {} }) }],
  'POST /api/session/second-factor/confirmation': [
    { rule: 'signed_in', args: () => ({ body: { code: '1' } }), refusedAs: 'second_factor_wrong' },
  ],
  'POST /api/session/second-factor/recovery-codes': [
    { rule: 'signed_in', args: () => ({ body: {} }), refusedAs: 'action_blocked' },
  ],
  'POST /api/session/second-factor/removal': [
    { rule: 'signed_in', args: () => ({ body: {} }), refusedAs: 'action_blocked' },
  ],
  'GET /api/invitations/:token': [{ rule: 'public', args: () => nobodys, refusedAs: 'invitation_over' }],
  'POST /api/invitations/:token': [
    {
      rule: 'public',
      args: () => ({ ...nobodys, body: { password: 'một mật khẩu dài' } }),
      refusedAs: 'invitation_over',
    },
  ],
  'GET /api/accounts/:id/sign-in': [
    { rule: administers, args: ({ target }) => ({ params: { id: target.accountId } }) },
  ],
  'POST /api/accounts/:id/invitation': [
    { rule: administers, args: ({ target }) => ({ params: { id: target.accountId } }) },
  ],
  'DELETE /api/accounts/:id/invitation': [
    { rule: administers, args: ({ target }) => ({ params: { id: target.accountId } }) },
  ],
  'POST /api/accounts/:id/second-factor-reset': [
    {
      rule: administers,
      args: ({ target }) => ({ params: { id: target.accountId }, body: { reason: 'Mất điện thoại' } }),
    },
  ],
  'PUT /api/accounts/:id/external-subject': [
    {
      rule: administers,
      args: ({ target }) => ({ params: { id: target.accountId }, body: { subject: 'ai-do' } }),
      refusedAs: 'sign_in_service_off',
    },
  ],
  'POST /api/sign-in-service/departure': [
    { rule: 'public', args: () => ({ body: { returnTo: '/' } }), refusedAs: 'sign_in_service_off' },
  ],
  'POST /api/sign-in-service/return': [
    {
      rule: 'public',
      args: () => ({ body: { answer: 'code=1&state=2' } }),
      refusedAs: 'sign_in_service_off',
    },
  ],
};
