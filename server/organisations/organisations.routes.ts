import { organisationsApi } from '#contract/organisations.ts';
import { routes } from '#server/platform/http/routes.ts';
import { change, dissolve, found } from '#server/processes/reorganisation.commands.ts';
import { setMembership } from './memberships.commands.ts';
import { previewGeneration } from '#server/processes/generate-committees.reads.ts';
import { generateBodies } from '#server/processes/generate-committees.ts';
import { declareTerm } from './units.commands.ts';
import { readUnitDays } from './unit-days.reads.ts';
import { listUnits } from './unit-list.reads.ts';
import { readUnit } from './unit-record.reads.ts';

export const organisationsRoutes = routes(organisationsApi, {
  'GET /api/units': ({ query, ...read }) => listUnits(read, query),
  'GET /api/units/generation': ({ query, ...read }) => previewGeneration(read, query),
  'POST /api/units/generation': ({ body, ...command }) => generateBodies(command, body),
  'GET /api/unit-days': (read) => readUnitDays(read),
  'GET /api/units/:id': ({ params, query, ...read }) => readUnit(read, params.id, query.day),
  'POST /api/units': ({ body, ...command }) => found(command, body),
  'POST /api/units/:id/changes': ({ params, body, ...command }) => change(command, params.id, body),
  'POST /api/units/:id/dissolution': ({ params, body, ...command }) => dissolve(command, params.id, body),
  'POST /api/units/:id/memberships': ({ params, body, ...command }) =>
    setMembership(command, params.id, body),
  'POST /api/units/:id/terms': ({ params, body, ...command }) => declareTerm(command, params.id, body),
});
