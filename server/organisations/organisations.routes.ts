import { organisationsApi } from '#contract/organisations.ts';
import { routes } from '#server/platform/http/routes.ts';
import { change, dissolve, found } from '#server/processes/reorganisation.commands.ts';
import { setMembership } from './memberships.commands.ts';
import { declareTerm } from './units.commands.ts';
import { listUnits, readUnit } from './units.reads.ts';

export const organisationsRoutes = routes(organisationsApi, {
  'GET /api/units': ({ query, ...read }) => listUnits(read, query),
  'GET /api/units/:id': ({ params, query, ...read }) => readUnit(read, params.id, query.day),
  'POST /api/units': ({ body, ...command }) => found(command, body),
  'POST /api/units/:id/changes': ({ params, body, ...command }) => change(command, params.id, body),
  'POST /api/units/:id/dissolution': ({ params, body, ...command }) => dissolve(command, params.id, body),
  'POST /api/units/:id/memberships': ({ params, body, ...command }) =>
    setMembership(command, params.id, body),
  'POST /api/units/:id/terms': ({ params, body, ...command }) => declareTerm(command, params.id, body),
});
