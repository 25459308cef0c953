import { figuresApi } from '#contract/figures.ts';
import { routes } from '#server/platform/http/routes.ts';
import { correctFigureSet, enterFigureSet, enterNamedPractices } from './figure-sets.commands.ts';
import { listFigureSets, readFigureSet } from './figure-sets.reads.ts';

export const figuresRoutes = routes(figuresApi, {
  'GET /api/figure-sets': ({ query, ...read }) => listFigureSets(read, query),
  'POST /api/figure-sets': ({ body, ...command }) => enterFigureSet(command, body),
  'GET /api/figure-sets/:id': ({ params, ...read }) => readFigureSet(read, params.id),
  'PUT /api/figure-sets/:id': ({ params, body, ...command }) => correctFigureSet(command, params.id, body),
  'POST /api/figure-sets/:id/practices': ({ params, body, ...command }) =>
    enterNamedPractices(command, params.id, body.practices),
});
