import { reorganisationsApi } from '#contract/reorganisations.ts';
import { listReorganisations } from '#server/organisations/reorganisations.reads.ts';
import { compareDaysFile } from '#server/organisations/unit-comparison-file.reads.ts';
import { compareDays } from '#server/organisations/unit-comparison.reads.ts';
import { findByAnyName } from '#server/organisations/unit-names.reads.ts';
import { routes } from '#server/platform/http/routes.ts';
import { previewReorganisation, reorganiseUnits } from './reorganisation.commands.ts';
import { readReorganisation } from './reorganisation-record.reads.ts';
import { undoReorganisation } from './undo-reorganisation.ts';

export const reorganisationsRoutes = routes(reorganisationsApi, {
  'POST /api/reorganisations/preview': ({ body, ...read }) => previewReorganisation(read, body),
  'POST /api/reorganisations': ({ body, ...command }) => reorganiseUnits(command, body),
  'GET /api/reorganisations': ({ query, ...read }) => listReorganisations(read, query),
  'GET /api/reorganisations/:id': ({ params, ...read }) => readReorganisation(read, params.id),
  'POST /api/reorganisations/:id/undoing': ({ params, body, ...command }) =>
    undoReorganisation(command, params.id, body),
  'GET /api/unit-comparison': ({ query, ...read }) => compareDays(read, query),
  'GET /api/unit-comparison.xlsx': ({ query, ...read }) => compareDaysFile(read, query),
  'GET /api/unit-names': ({ query, ...read }) => findByAnyName(read, query),
});
