import type { Api, ApiKey } from '#contract/api.ts';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoint.ts';
import type { ProblemBody } from '#domain/kernel/problem.ts';
import { newId } from '../ids.ts';
import type { App } from './app.ts';
import { sessionCookieName } from './cookies.ts';

type Part<Name extends string, T> = undefined extends T
  ? { readonly [K in Name]?: T }
  : { readonly [K in Name]: T };

export type CallArguments<K extends ApiKey> = Part<'params', ParamsOf<Api[K]>> &
  Part<'query', QueryOf<Api[K]>> &
  Part<'body', BodyOf<Api[K]>> & {
    /** For an upload. */
    readonly file?: { readonly name: string; readonly content: Uint8Array };
    /** The command's id; a new one unless a repeat is meant. */
    readonly commandId?: string;
    readonly headers?: Record<string, string>;
  };

/** A refusal that came back over HTTP. */
export class Refused extends Error {
  readonly status: number;
  readonly problem: ProblemBody;

  constructor(status: number, problem: ProblemBody) {
    super(
      `${status} ${problem.code}: ${problem.title} ${problem.fields.map((field) => `${field.path}: ${field.message}`).join('; ')}`,
    );
    this.status = status;
    this.problem = problem;
  }
}

export interface Answered<T> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: T;
  readonly raw: Buffer;
}

/**
 * Somebody who uses the application through HTTP in the same process: every request passes routing, session,
 * CSRF, permission and schema as a browser's does. The demo story and the tests speak through actors.
 */
export class Actor {
  readonly #app: App;
  readonly #cookies = new Map<string, string>();
  #csrf: string | null = null;

  constructor(app: App) {
    this.#app = app;
  }

  async signIn(username: string, password: string): Promise<this> {
    await this.call('POST /api/session', {
      body: { username, password },
    } as CallArguments<'POST /api/session'>);
    return this;
  }

  /** Speaks in a session that was begun elsewhere: many people at once need no password checked for each. */
  inSession(session: { secret: string; csrfToken: string }): this {
    this.#cookies.set(sessionCookieName, session.secret);
    this.#csrf = session.csrfToken;
    return this;
  }

  /** Calls an endpoint and returns its answer; throws `Refused` on a problem. */
  async call<K extends ApiKey>(key: K, args: CallArguments<K>): Promise<ResponseOf<Api[K]>> {
    const answer = await this.try(key, args);
    if (answer.status >= 400) throw new Refused(answer.status, answer.body as unknown as ProblemBody);
    return answer.body;
  }

  /** Calls an endpoint and returns whatever comes, also a refusal. */
  async try<K extends ApiKey>(key: K, args: CallArguments<K>): Promise<Answered<ResponseOf<Api[K]>>> {
    const [method, path] = key.split(' ') as [string, string];
    const given = args as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
      file?: { name: string; content: Uint8Array };
      commandId?: string;
      headers?: Record<string, string>;
    };
    const multipart = given.file ? multipartBody(given.file) : null;
    const response = await this.#app.http.inject({
      method: method as 'GET',
      url: fillPath(path, given.params) + queryString(given.query),
      headers: {
        ...(this.#cookies.size > 0 && {
          cookie: [...this.#cookies].map((pair) => pair.join('=')).join('; '),
        }),
        ...(this.#csrf ? { 'x-csrf-token': this.#csrf } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': given.commandId ?? newId() }),
        ...(multipart ? { 'content-type': multipart.type } : {}),
        ...given.headers,
      },
      ...(multipart
        ? { payload: multipart.payload }
        : given.body === undefined
          ? {}
          : { payload: given.body as object }),
    });
    const json = String(response.headers['content-type'] ?? '').includes('json');
    const body = json ? JSON.parse(response.payload) : response.rawPayload;
    this.#remember(response.cookies as { name: string; value: string }[], body);
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string>,
      body,
      raw: response.rawPayload,
    };
  }

  #remember(cookies: readonly { name: string; value: string }[], body: unknown): void {
    for (const { name, value } of cookies)
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    if (typeof body === 'object' && body !== null && 'csrfToken' in body)
      this.#csrf = (body.csrfToken as string | null) ?? null;
  }
}

function fillPath(path: string, params: Record<string, string> | undefined): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''));
}

function queryString(query: Record<string, unknown> | undefined): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null);
  return pairs.length === 0
    ? ''
    : `?${new URLSearchParams(pairs.map(([key, value]) => [key, String(value)]))}`;
}

function multipartBody(file: { name: string; content: Uint8Array }): { type: string; payload: Buffer } {
  const boundary = `----kheo${newId()}`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name.replaceAll('"', '%22')}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([Buffer.from(head), file.content, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
