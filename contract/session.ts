import { permissions, roles } from '#domain/access/permissions.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { shortText } from '#domain/kernel/text.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idSchema } from './endpoint.ts';

const password = z.string().min(1, 'Nhập mật khẩu').max(200, 'Không quá 200 ký tự');
const username = z
  .string()
  .trim()
  .min(3, 'Ít nhất 3 ký tự')
  .max(60, 'Không quá 60 ký tự')
  .regex(/^[a-z0-9._-]+$/i, 'Chỉ dùng chữ không dấu, số và các dấu . _ -');

export const sessionSchema = z.object({
  account: z
    .object({
      id: idSchema,
      displayName: z.string(),
      username: z.string(),
      mustChangePassword: z.boolean(),
      /** The office asks a second factor of this role, and there is none yet. */
      mustSetSecondFactor: z.boolean(),
    })
    .nullable(),
  /** The password was right; a one-time code is still to come. */
  secondStepOpen: z.boolean(),
  /** The office's own sign-in service, where one is set up. */
  signInService: z.object({ name: z.string() }).nullable(),
  grants: z.array(
    z.object({ role: z.enum(roles), roleName: z.string(), unitId: idSchema, unitName: z.string() }),
  ),
  permissions: z.array(z.enum(permissions)),
  csrfToken: z.string().nullable(),
  today: daySchema,
  setupNeeded: z.boolean(),
  /** The newest open campaign that concerns the caller. */
  currentCampaign: z.object({ id: idSchema, title: z.string(), year: z.number() }).nullable(),
  preferences: z.object({ textSize: z.enum(['normal', 'large']) }),
  demoAccounts: z
    .array(
      z.object({ username: z.string(), displayName: z.string(), role: z.string(), unitName: z.string() }),
    )
    .nullable(),
  demoPassword: z.string().nullable(),
});

export const sessionApi = endpoints({
  'GET /api/session': {
    summary: 'Who I am, what I may do, today in Vietnam',
    permission: 'public',
    response: sessionSchema,
  },
  'POST /api/session': {
    summary: 'Sign in',
    permission: 'public',
    commandless: true,
    body: z.object({ username: z.string().trim().min(1, 'Nhập tên đăng nhập').max(200), password }),
    response: sessionSchema,
    problems: ['sign_in_failed', 'sign_in_slowed'],
  },
  'DELETE /api/session': {
    summary: 'Sign out',
    permission: 'signed_in',
    commandless: true,
    /** `onwards`: where to sign out of the office's sign-in service as well. */
    response: sessionSchema.extend({ onwards: z.string().nullable() }),
  },
  'POST /api/session/password': {
    summary: 'Change my password; ends my other sessions',
    permission: 'signed_in',
    commandless: true,
    body: z.object({ currentPassword: password, newPassword: password }),
    response: doneSchema,
    problems: ['password_wrong', 'password_weak', 'sign_in_slowed'],
  },
  'PUT /api/session/preferences': {
    summary: 'Change how the screens look for me',
    permission: 'signed_in',
    body: z.object({ textSize: z.enum(['normal', 'large']) }),
    response: doneSchema,
  },
  'POST /api/setup': {
    summary: 'First run: found the first unit and the first administrator',
    permission: 'public',
    body: z.object({
      unit: z.object({
        name: shortText(200),
        shortName: shortText(80),
        kind: unitKindSchema,
        code: shortText(40),
      }),
      administrator: z.object({ username, displayName: shortText(120), password }),
    }),
    response: doneSchema,
    problems: ['already_set_up', 'password_weak'],
  },
});

export { password as passwordSchema, username as usernameSchema };
