import { peopleApi } from '#contract/people.ts';
import { routes } from '#server/platform/http/routes.ts';
import { handOver } from '#server/processes/hand-over.ts';
import {
  consolidateBody,
  dissolveBody,
  foundBody,
  plannedConsolidation,
  reverseAct,
} from './bodies.commands.ts';
import { listBodies } from './bodies.reads.ts';
import { membersSheet, readBody } from './body-record.reads.ts';
import { describePlan } from './consolidation-preview.reads.ts';
import { peopleOfUnit, whoIsInCharge } from './in-charge.reads.ts';
import { readOpenWork } from './open-work.reads.ts';
import { enterPerson, mendPerson } from './people.commands.ts';
import { listPeople, readPerson } from './people.reads.ts';
import { linkableAccounts } from './person-links.reads.ts';

export const peopleRoutes = routes(peopleApi, {
  'GET /api/bodies': ({ query, ...read }) => listBodies(read, query),
  'POST /api/bodies': ({ body, ...command }) => foundBody(command, body),
  'GET /api/bodies/:id': ({ params, query, ...read }) => readBody(read, params.id, query.day),
  'GET /api/bodies/:id/members.xlsx': ({ params, query, ...read }) =>
    membersSheet(read, params.id, query.day),
  'POST /api/bodies/:id/consolidations/preview': async ({ params, body, ...read }) =>
    describePlan(read, await plannedConsolidation(read, params.id, body)),
  'POST /api/bodies/:id/consolidations': ({ params, body, ...command }) =>
    consolidateBody(command, params.id, body),
  'POST /api/bodies/:id/dissolution': ({ params, body, ...command }) =>
    dissolveBody(command, params.id, body),
  'POST /api/consolidations/:id/reversal': ({ params, body, ...command }) =>
    reverseAct(command, params.id, body.reason),
  'GET /api/people': ({ query, ...read }) => listPeople(read, query),
  'GET /api/people/accounts': ({ query, ...read }) => linkableAccounts(read, query.q),
  'GET /api/people/in-charge': ({ query, ...read }) => whoIsInCharge(read, query),
  'POST /api/people': ({ body, ...command }) => enterPerson(command, body),
  'GET /api/people/:id': ({ params, ...read }) => readPerson(read, params.id),
  'PUT /api/people/:id': ({ params, body, ...command }) => mendPerson(command, params.id, body),
  'GET /api/people/:id/open-work': ({ params, ...read }) => readOpenWork(read, params.id),
  'POST /api/people/:id/hand-over': ({ params, body, ...command }) => handOver(command, params.id, body),
  'GET /api/units/:id/people': ({ params, query, ...read }) => peopleOfUnit(read, params.id, query.day),
});
