import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger from '@fastify/swagger';
import { Problem } from '#domain/kernel/problem.ts';
import Fastify, { LogController } from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App, AppParts } from './app.ts';
import { bindRoutes } from './bind.ts';
import { sessionSecretOf } from './cookies.ts';
import { answerProblem, sendProblem } from './errors.ts';
import { issueWords } from './issue-words.ts';
import type { Routes } from './routes.ts';
import { servePages } from './serve-pages.ts';

export interface ServerOptions {
  readonly logLevel: string;
  /** Where log lines go; null writes them to standard output. */
  readonly logFile: string | null;
  /** Folder of the built web pages; null serves the API alone. */
  readonly pagesFolder: string | null;
  /** Requests a minute of one session, or of one address without a session, beyond which we refuse. */
  readonly requestsPerMinute: number;
}

/** Bytes read of an upload before the connection is given up: far above every limit, so that the refusal can name the size. */
const countedAtMost = 101 * 1024 * 1024;

z.config({ localeError: issueWords });

/** Builds the HTTP server with every route of every feature; it listens only when told to. */
export async function buildServer(
  parts: AppParts,
  tables: readonly Routes[],
  options: ServerOptions,
): Promise<App> {
  const http = Fastify({
    logger: options.logLevel === 'silent' ? false : loggerOptions(options),
    bodyLimit: 4 * 1024 * 1024,
    trustProxy: '127.0.0.1',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    // A body, a name or a query may hold personal data: the log keeps the route, never the address asked for.
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot even be read meets no route and no error handler.
    frameworkErrors: (_error, _request, reply) => sendProblem(reply, new Problem('malformed_request')),
  });
  const app: App = { ...parts, http };
  http.decorateRequest('callerId', null);
  // Our binder parses input itself, so that a refusal names every field; the compilers serve OpenAPI and answers.
  http.setValidatorCompiler(() => () => true);
  http.setSerializerCompiler(serializerCompiler);
  http.setErrorHandler((error, request, reply) => answerProblem(app, error, { request, reply }));
  http.addHook('onResponse', async (request, reply) => {
    const endpoint = (request.routeOptions.config as { endpoint?: string }).endpoint;
    if (endpoint)
      request.log.info(
        { endpoint, status: reply.statusCode, ms: Math.round(reply.elapsedTime), account: request.callerId },
        'answered',
      );
  });
  await http.register(cookie);
  await http.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: false,
  });
  await http.register(multipart, {
    limits: { fileSize: countedAtMost, files: 1, fields: 5, fieldSize: 10_000 },
  });
  await http.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // An office shares one address: people are told apart by their session. Trying passwords counts by address.
    keyGenerator: (request) =>
      (guesses.test(`${request.method} ${request.url}`) ? null : sessionSecretOf(request)) ?? request.ip,
    // Pages and their parts come from memory; only the API works for its answers.
    allowList: (request) => !request.url.startsWith('/api/'),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  // Answers of the API alone: pages are compressed when they are built, files mostly are by nature.
  await http.register(compress, {
    encodings: ['br', 'gzip'],
    customTypes: /^application\/(?:problem\+)?json/,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Khéo',
        version: '1',
        description: 'API của hệ thống quản lý phong trào thi đua “Dân vận khéo”.',
      },
    },
    transform: jsonSchemaTransform,
  });
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger());
  for (const table of tables) bindRoutes(app, table);
  http.all('/api/*', { schema: { hide: true } }, async () => {
    throw new Problem('not_found');
  });
  if (options.pagesFolder) servePages(http, options.pagesFolder);
  await http.ready();
  return app;
}

/** Requests that could try one secret after the other: whatever cookie they bring, their address counts. */
const guesses =
  /^(?:POST \/api\/(?:session|session\/second-step|sign-in-service\/.*)|\w+ \/api\/invitations\/.*)(?:\?|$)/;

const contentPolicy = {
  'default-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'style-src': ["'self'", "'unsafe-inline'"],
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': null,
};

function loggerOptions({ logLevel, logFile }: ServerOptions): Record<string, unknown> {
  return {
    level: logLevel,
    ...(logFile === null ? {} : { file: logFile }),
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: {
      // Only what cannot hold personal data.
      req: (request: { method: string }) => ({ method: request.method }),
      err: (error: Error) => ({ type: error.name, message: error.message, stack: error.stack }),
    },
  };
}
