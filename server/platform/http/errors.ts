import { randomUUID } from 'node:crypto';
import { Problem } from '#domain/kernel/problem.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { auditRefusal } from '../commands/run-command.ts';
import type { App } from './app.ts';

/** Refused attempts that an auditor wants to see. */
const audited: readonly string[] = [
  'forbidden',
  'csrf_failed',
  'command_id_reused',
  'grant_beyond_own',
  'grant_to_oneself',
];

/** Turns everything thrown into application/problem+json; what we did not foresee gets an incident number and a log line. */
export async function answerProblem(
  app: App,
  thrown: unknown,
  http: { request: FastifyRequest; reply: FastifyReply },
): Promise<void> {
  const problem = toProblem(thrown, http.request);
  const endpoint = (http.request.routeOptions.config as { endpoint?: string }).endpoint;
  const id = (http.request.params as { id?: string } | undefined)?.id;
  // A record that is there but not for this person answers as one that is not there: both are worth a line.
  const outOfSight = problem.code === 'not_found' && id !== undefined && http.request.callerId !== null;
  if (endpoint && (audited.includes(problem.code) || outOfSight)) {
    const refusal = {
      at: app.clock.now().toISOString(),
      accountId: http.request.callerId,
      endpoint,
      problem: problem.code,
    };
    await auditRefusal(app.db, {
      ...refusal,
      subjectId: id && /^[0-9a-f-]{36}$/i.test(id) ? id : null,
    }).catch((error: unknown) => http.request.log.error({ err: error }, 'a refusal could not be audited'));
  }
  await sendProblem(http.reply, problem);
}

/** A problem as it travels (RFC 9457). */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem.toBody()));
}

/** PostgreSQL's words for what no column can hold: a number out of range, a NUL in a text. No form of ours sends such. */
const notStorable: readonly string[] = ['22003', '22021', '22P05'];

function toProblem(thrown: unknown, request: FastifyRequest): Problem {
  if (thrown instanceof Problem) return thrown;
  const error = thrown as Partial<FastifyError> & { code?: string };
  if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Problem('request_too_large');
  if (error.statusCode === 429) return new Problem('too_many_requests');
  if (typeof error.statusCode === 'number' && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('malformed_request');
  if (error.code !== undefined && notStorable.includes(error.code)) {
    request.log.warn({ sqlState: error.code }, 'input that cannot be stored');
    return new Problem('malformed_request');
  }
  const incident = randomUUID().slice(0, 8);
  request.log.error({ err: thrown, incident }, 'unforeseen error');
  return new Problem('internal', { incident });
}
