import { readingsApi } from '#contract/readings.ts';
import { readList, registerList } from '#server/processes/register-list.ts';
import { registerReading } from '#server/processes/register-reading.ts';
import { routes } from '#server/platform/http/routes.ts';
import { correctFact, markPassage } from './facts.commands.ts';
import { passagesOf } from './passages.reads.ts';
import { listReadings } from './reading-list.reads.ts';
import { readingRecord } from './reading-record.reads.ts';
import { decide, discardReading, setPaper, takePaperIn } from './readings.commands.ts';

export const readingsRoutes = routes(readingsApi, {
  'GET /api/readings': ({ query, ...read }) => listReadings(read, query),
  'POST /api/readings': ({ query, upload, ...command }) => takePaperIn(command, query.unitId, upload),
  'GET /api/readings/:id': ({ params, ...read }) => readingRecord(read, params.id),
  'PUT /api/readings/:id': ({ params, body, ...command }) => setPaper(command, params.id, body),
  'PUT /api/readings/:id/facts/:factId': ({ params, body, ...command }) => correctFact(command, params, body),
  'POST /api/readings/:id/facts': ({ params, body, ...command }) => markPassage(command, params.id, body),
  'POST /api/readings/:id/decisions': ({ params, body, ...command }) => decide(command, params.id, body),
  'POST /api/readings/:id/registration': ({ params, body, ...command }) =>
    registerReading(command, params.id, body),
  'POST /api/readings/:id/discarding': ({ params, ...command }) => discardReading(command, params.id),
  'GET /api/passages': ({ query, ...read }) => passagesOf(read, query),
  'POST /api/reading-lists': ({ query, upload, ...command }) => readList(command, query, upload),
  'POST /api/reading-lists/:fileId/registrations': ({ params, body, ...command }) =>
    registerList(command, params.fileId, body),
});
