import { practiceProgressApi } from '#contract/practice-progress.ts';
import { routes } from '#server/platform/http/routes.ts';
import {
  addContribution,
  answerSelfCheck,
  cancelContribution,
  proposePractice,
  recordProgress,
  startPractice,
  stopPractice,
  withdrawEvidence,
} from './progress.commands.ts';
import { scorePractice } from './score.commands.ts';

export const practiceProgressRoutes = routes(practiceProgressApi, {
  'POST /api/practices/:id/start': ({ params, ...command }) => startPractice(command, params.id),
  'POST /api/practices/:id/stop': ({ params, body, ...command }) =>
    stopPractice(command, params.id, body.reason),
  'POST /api/practices/:id/progress': ({ params, body, ...command }) =>
    recordProgress(command, params.id, body),
  'POST /api/practices/:id/evidence/:evidenceId/withdrawal': ({ params, body, ...command }) =>
    withdrawEvidence(command, { practiceId: params.id, evidenceId: params.evidenceId }, body.reason),
  'POST /api/practices/:id/contributions': ({ params, body, ...command }) =>
    addContribution(command, params.id, body),
  'POST /api/contributions/:id/cancellation': ({ params, body, ...command }) =>
    cancelContribution(command, params.id, body.reason),
  'PUT /api/practices/:id/self-checks/:code': ({ params, body, ...command }) =>
    answerSelfCheck(command, { practiceId: params.id, code: params.code }, body),
  'POST /api/practices/:id/proposal': ({ params, ...command }) => proposePractice(command, params.id),
  'PUT /api/practices/:id/scores/self': ({ params, body, ...command }) =>
    scorePractice(command, { practiceId: params.id, column: 'self' }, body),
  'PUT /api/practices/:id/scores/team': ({ params, body, ...command }) =>
    scorePractice(command, { practiceId: params.id, column: 'team' }, body),
  'PUT /api/practices/:id/scores/final': ({ params, body, ...command }) =>
    scorePractice(command, { practiceId: params.id, column: 'final' }, body),
});
