import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { passwordSchema, sessionSchema } from './session.ts';
import { instantSchema } from './shapes.ts';

const codeSchema = z.string().trim().min(1, 'Nhập mã').max(40, 'Không quá 40 ký tự');
const tokenParams = z.object({ token: z.string().min(1).max(100) });
/** Left out within ten minutes of signing in: then it was just given. */
const confirmation = z.object({ currentPassword: passwordSchema.optional() });
const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) });

/** Second steps, links, devices and the office's own sign-in service. Nothing here is kept with its command: answers and bodies hold secrets. */
export const signInApi = endpoints({
  'POST /api/session/second-step': {
    summary: 'The second step of signing in: a one-time code or a recovery code',
    permission: 'public',
    commandless: true,
    body: z.object({ code: codeSchema, rememberDevice: z.boolean() }),
    response: sessionSchema,
    problems: ['second_step_wrong', 'second_step_over', 'sign_in_slowed'],
  },
  'DELETE /api/session/second-step': {
    summary: 'Leave the second step, to sign in as somebody else',
    permission: 'public',
    commandless: true,
    response: sessionSchema,
  },
  'GET /api/session/sessions': {
    summary: 'Where I am signed in, and whether my second factor is on',
    permission: 'signed_in',
    response: z.object({
      sessions: z.array(
        z.object({
          id: idSchema,
          device: z.string(),
          method: z.enum(['password', 'invitation', 'service']),
          createdAt: instantSchema,
          lastSeenAt: instantSchema,
          thisOne: z.boolean(),
        }),
      ),
      secondFactor: z.object({
        since: instantSchema.nullable(),
        recoveryCodesLeft: z.number().int(),
        required: z.boolean(),
      }),
      /** Signed in less than ten minutes ago: the password need not be given again. */
      confirmed: z.boolean(),
      hasPassword: z.boolean(),
    }),
  },
  'DELETE /api/session/sessions/:id': {
    summary: 'End one of my sessions and forget its device',
    permission: 'signed_in',
    params: idParams,
    response: doneSchema,
  },
  'DELETE /api/session/sessions': {
    summary: 'End all my sessions but this one and forget their devices',
    permission: 'signed_in',
    response: z.object({ ended: z.number().int() }),
  },
  'POST /api/session/second-factor': {
    summary: 'Begin to set up one-time codes: the secret for the telephone',
    permission: 'signed_in',
    commandless: true,
    body: confirmation,
    response: z.object({ secret: z.string(), uri: z.string() }),
    problems: ['password_wrong', 'confirm_it_is_you', 'sign_in_slowed'],
  },
  'POST /api/session/second-factor/confirmation': {
    summary: 'Show a first code: one-time codes are on from now; ends my other sessions',
    permission: 'signed_in',
    commandless: true,
    body: z.object({ code: codeSchema }),
    response: recoveryCodes,
    problems: ['second_factor_wrong', 'sign_in_slowed'],
  },
  'POST /api/session/second-factor/recovery-codes': {
    summary: 'New recovery codes; the old ones work no more',
    permission: 'signed_in',
    commandless: true,
    body: confirmation,
    response: recoveryCodes,
    problems: ['password_wrong', 'confirm_it_is_you', 'sign_in_slowed'],
  },
  'POST /api/session/second-factor/removal': {
    summary: 'Turn one-time codes off, where the office does not ask them of my role',
    permission: 'signed_in',
    commandless: true,
    body: confirmation,
    response: doneSchema,
    problems: ['password_wrong', 'confirm_it_is_you', 'sign_in_slowed', 'action_blocked'],
  },
  'GET /api/invitations/:token': {
    summary: 'For whom an invitation is',
    permission: 'public',
    params: tokenParams,
    response: z.object({
      displayName: z.string(),
      username: z.string(),
      unitName: z.string().nullable(),
      expiresAt: instantSchema,
    }),
    problems: ['invitation_over'],
  },
  'POST /api/invitations/:token': {
    summary: 'Set the first password by an invitation, and sign in',
    permission: 'public',
    commandless: true,
    params: tokenParams,
    body: z.object({ password: passwordSchema }),
    response: sessionSchema,
    problems: ['invitation_over', 'password_weak'],
  },
  'GET /api/accounts/:id/sign-in': {
    summary: 'How an account signs in',
    permission: 'account.manage',
    params: idParams,
    response: z.object({
      hasPassword: z.boolean(),
      invitation: z.object({ createdAt: instantSchema, expiresAt: instantSchema }).nullable(),
      secondFactorSince: instantSchema.nullable(),
      externalSubject: z.string().nullable(),
      signInService: z.object({ name: z.string() }).nullable(),
    }),
  },
  'POST /api/accounts/:id/invitation': {
    summary: 'A link for a first password, shown once; the link before it works no more',
    permission: 'account.manage',
    commandless: true,
    params: idParams,
    response: z.object({ token: z.string(), expiresAt: instantSchema }),
    problems: ['action_blocked'],
  },
  'DELETE /api/accounts/:id/invitation': {
    summary: 'Take an invitation back',
    permission: 'account.manage',
    params: idParams,
    response: doneSchema,
  },
  'POST /api/accounts/:id/second-factor-reset': {
    summary: 'Take the second factor off an account whose person lost it; ends its sessions',
    permission: 'account.manage',
    params: idParams,
    body: z.object({ reason: shortText(300) }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'PUT /api/accounts/:id/external-subject': {
    summary: 'Link an account with an identity of the office’s sign-in service, or unlink it',
    permission: 'account.manage',
    params: idParams,
    body: z.object({ subject: optionalShortText(255) }),
    response: doneSchema,
    problems: ['sign_in_service_off', 'external_subject_taken', 'action_blocked'],
  },
  'POST /api/sign-in-service/departure': {
    summary: 'Where to go to sign in at the office’s sign-in service',
    permission: 'public',
    commandless: true,
    body: z.object({ returnTo: z.string().max(500) }),
    response: z.object({ address: z.string() }),
    problems: ['sign_in_service_off', 'sign_in_service_down'],
  },
  'POST /api/sign-in-service/return': {
    summary: 'Back from the office’s sign-in service with its answer',
    permission: 'public',
    commandless: true,
    body: z.object({ answer: z.string().max(4000) }),
    response: sessionSchema.extend({ returnTo: z.string() }),
    problems: [
      'sign_in_service_off',
      'sign_in_service_down',
      'sign_in_service_refused',
      'sign_in_service_unlinked',
    ],
  },
});
