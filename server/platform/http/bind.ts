import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Endpoint, type FileAnswer } from '#contract/endpoint.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Caller, ReadContext } from '../commands/context.ts';
import { auditRead, runCommand } from '../commands/run-command.ts';
import type { StoredFile } from '../files/file-store.ts';
import type { App } from './app.ts';
import { cookiesOf, sessionSecretOf } from './cookies.ts';
import type { Routes } from './routes.ts';

const commandIdSchema = z.uuid();

/** Registers every endpoint of a table: gate 1, CSRF, input, command runner, answer. */
export function bindRoutes(app: App, routes: Routes): void {
  for (const [key, endpoint] of Object.entries(routes.table)) {
    const [method, url] = key.split(' ') as [string, string];
    const handler = routes.handlers[key];
    if (!handler) throw new Error(`no handler for ${key}`);
    app.http.route({
      method: method as 'GET',
      url,
      schema: openApiSchema(endpoint, key),
      config: { endpoint: key },
      handler: async (request, reply) => {
        const answer = await answerTo(app, { key, method, endpoint, handler }, { request, reply });
        return send(reply, endpoint, answer);
      },
    });
  }
}

interface Bound {
  readonly key: string;
  readonly method: string;
  readonly endpoint: Endpoint;
  readonly handler: (input: never) => Promise<unknown>;
}

async function answerTo(
  app: App,
  bound: Bound,
  http: { request: FastifyRequest; reply: FastifyReply },
): Promise<unknown> {
  const { request, reply } = http;
  const { endpoint } = bound;
  const read = await readContext(app, request);
  request.callerId = read.caller?.accountId ?? null;
  admit(endpoint, bound.method, { caller: read.caller, request });
  const input = {
    params: parse(endpoint.params, request.params),
    query: parse(endpoint.query, request.query),
    body: endpoint.upload ? undefined : parse(endpoint.body, request.body),
  };
  if (bound.method === 'GET' || endpoint.commandless) {
    const client = { address: request.ip, agent: request.headers['user-agent'] ?? '' };
    const cookies = cookiesOf(request, reply);
    const answer = await bound.handler({
      ...input,
      ...read,
      cookies,
      client,
      signIn: app.signIn,
      marks: app.marks,
    } as never);
    if (endpoint.audited && read.caller)
      await auditRead(app.db, {
        at: read.now,
        caller: read.caller,
        endpoint: bound.key,
        permission: endpoint.permission,
      }).catch((error: unknown) => {
        giveUp(answer);
        throw error;
      });
    return answer;
  }
  const commandId = commandIdSchema.safeParse(request.headers['idempotency-key']);
  if (!commandId.success) throw new Problem('command_id_missing');
  const upload = endpoint.upload ? await storeUpload(app, request) : undefined;
  const params = (request.params ?? {}) as Record<string, string>;
  return runCommand(
    app.db,
    read,
    {
      commandId: commandId.data,
      name: bound.key,
      permission: endpoint.permission,
      request: [params, request.query, upload ? [upload.sha256, upload.name] : (request.body ?? null)],
      subjectId: z.uuid().safeParse(params['id']).data ?? null,
    },
    (command) => bound.handler({ ...command, ...input, upload, signIn: app.signIn } as never),
  );
}

/** A file that nobody will send is not written on. */
function giveUp(answer: unknown): void {
  const content =
    typeof answer === 'object' && answer !== null && 'content' in answer ? answer.content : null;
  if (content instanceof Readable) content.destroy();
}

/** Gate 1, and that the request comes from our own pages. */
function admit(
  endpoint: Endpoint,
  method: string,
  from: { caller: Caller | null; request: FastifyRequest },
): void {
  const { caller, request } = from;
  const site = request.headers['sec-fetch-site'];
  if (method !== 'GET' && site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('csrf_failed');
  if (endpoint.permission === 'public') return;
  if (!caller) throw new Problem('not_signed_in');
  if (method !== 'GET' && request.headers['x-csrf-token'] !== caller.csrfToken)
    throw new Problem('csrf_failed');
  const path = request.routeOptions.url ?? '';
  if (caller.mustChangePassword && !path.startsWith('/api/session'))
    throw new Problem('password_must_change');
  if (caller.mustSetSecondFactor && !path.startsWith('/api/session'))
    throw new Problem('second_factor_required');
  if (endpoint.permission !== 'signed_in' && !caller.access.holds(endpoint.permission))
    throw new Problem('forbidden');
}

async function readContext(
  app: App,
  request: FastifyRequest,
): Promise<Omit<ReadContext, 'caller'> & { caller: Caller | null }> {
  const now = app.clock.now().toISOString();
  const { tree, today } = await app.treeToday(now);
  const secret = sessionSecretOf(request);
  const caller =
    secret === null ? null : await app.identify({ db: app.db, secret, now, tree, signIn: app.signIn });
  return { db: app.db, now, today, tree, caller, files: app.files };
}

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw invalidInput(
    result.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
  );
}

async function storeUpload(app: App, request: FastifyRequest): Promise<StoredFile> {
  if (!request.isMultipart()) throw new Problem('file_missing');
  const part = await request.file();
  if (!part) throw new Problem('file_missing');
  return app.files.put(part.file, { name: part.filename });
}

async function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): Promise<unknown> {
  // Computers are shared: nothing stays behind in a cache unless the file's own headers say how.
  void reply.header('cache-control', 'no-store');
  if (endpoint.response !== 'file') return answer;
  const file = answer as FileAnswer;
  void reply.headers(file.headers ?? {});
  if (!file.headers?.['content-disposition']) {
    const ascii = file.fileName.normalize('NFD').replaceAll(/[^\w. -]/g, '');
    void reply.header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
    );
  }
  void reply.header('x-content-type-options', 'nosniff').type(file.mediaType);
  return file.content instanceof Uint8Array ? Buffer.from(file.content) : file.content;
}

function openApiSchema(endpoint: Endpoint, key: string): Record<string, unknown> {
  const described = endpoint.permission === 'public' ? 'Ai cũng gọi được.' : `Quyền: ${endpoint.permission}.`;
  return {
    summary: endpoint.summary,
    description: `${described}${endpoint.problems ? ` Problems: ${endpoint.problems.join(', ')}.` : ''}`,
    operationId: key.replaceAll(/[^a-zA-Z]+/g, '_'),
    tags: [key.split('/')[2]?.split('.')[0] ?? 'system'],
    ...(endpoint.params ? { params: endpoint.params } : {}),
    ...(endpoint.query ? { querystring: endpoint.query } : {}),
    ...(endpoint.body ? { body: endpoint.body } : {}),
    ...(endpoint.upload ? { consumes: ['multipart/form-data'] } : {}),
    response: endpoint.response === 'file' ? undefined : { 200: endpoint.response },
  };
}

/** Reads a file of the built web pages. */
export async function readPage(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}
