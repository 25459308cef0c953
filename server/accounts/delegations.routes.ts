import { delegationsApi } from '#contract/delegations.ts';
import { routes } from '#server/platform/http/routes.ts';
import { delegate, takeDelegationBack } from './delegations.commands.ts';
import { findReceivers, readDelegations } from './delegations.reads.ts';

export const delegationsRoutes = routes(delegationsApi, {
  'GET /api/delegations': (read) => readDelegations(read),
  'GET /api/delegation-receivers': ({ query, ...read }) => findReceivers(read, query.q),
  'POST /api/delegations': ({ body, ...command }) => delegate(command, body),
  'POST /api/delegations/:id/end': ({ params, body, ...command }) =>
    takeDelegationBack(command, params.id, body.reason),
});
