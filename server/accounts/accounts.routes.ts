import { accountsApi } from '#contract/accounts.ts';
import { routes } from '#server/platform/http/routes.ts';
import {
  createAccount,
  disableAccount,
  grantRole,
  resetPassword,
  takeGrantBack,
} from './accounts.commands.ts';
import { listAccounts } from './accounts.reads.ts';
import { importAccounts } from './account-import.commands.ts';
import { accountTemplate } from './account-import.reads.ts';

export const accountsRoutes = routes(accountsApi, {
  'GET /api/accounts': ({ query, ...read }) => listAccounts(read, query),
  'POST /api/accounts': ({ body, ...command }) => createAccount(command, body),
  'POST /api/accounts/:id/grants': ({ params, body, ...command }) => grantRole(command, params.id, body),
  'POST /api/grants/:id/end': ({ params, body, ...command }) =>
    takeGrantBack(command, params.id, body.reason),
  'POST /api/accounts/:id/password': ({ params, body, ...command }) =>
    resetPassword(command, params.id, body.password),
  'POST /api/accounts/:id/disabling': ({ params, body, ...command }) =>
    disableAccount(command, params.id, body),
  'GET /api/account-import-template.xlsx': (read) => accountTemplate(read),
  'POST /api/account-import': ({ query, upload, ...command }) => importAccounts(command, query, upload),
});
