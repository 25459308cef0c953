import type { Api, ApiKey } from '#contract/api.ts';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoint.ts';
import { randomUUID } from 'node:crypto';

type Part<Name extends string, T> = undefined extends T
  ? { readonly [K in Name]?: T }
  : { readonly [K in Name]: T };

type CallArguments<K extends ApiKey> = Part<'params', ParamsOf<Api[K]>> &
  Part<'query', QueryOf<Api[K]>> &
  Part<'body', BodyOf<Api[K]>>;

/** Somebody who uses the running application over HTTP without a browser: makes the world of a story. */
export class HttpActor {
  readonly #address: string;
  #cookie = '';
  #csrf = '';

  constructor(address: string) {
    this.#address = address;
  }

  async signIn(username: string, password: string): Promise<this> {
    await this.call('POST /api/session', {
      body: { username, password },
    } as CallArguments<'POST /api/session'>);
    return this;
  }

  async call<K extends ApiKey>(key: K, args: CallArguments<K>): Promise<ResponseOf<Api[K]>> {
    const [method, path] = key.split(' ') as [string, string];
    const given = args as {
      params?: Record<string, string>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => given.params?.[name] ?? '');
    const query = new URLSearchParams(
      Object.entries(given.query ?? {}).map(([name, value]) => [name, String(value)]),
    );
    const response = await fetch(`${this.#address}${filled}?${query}`, {
      method,
      headers: {
        cookie: this.#cookie,
        ...(this.#csrf !== '' && { 'x-csrf-token': this.#csrf }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(given.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(given.body !== undefined && { body: JSON.stringify(given.body) }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (cookie !== undefined) this.#cookie = cookie;
    const text = await response.text();
    if (!response.ok) throw new Error(`${key}: ${response.status} ${text}`);
    const body = JSON.parse(text) as { csrfToken?: string | null };
    if (typeof body.csrfToken === 'string') this.#csrf = body.csrfToken;
    return body as ResponseOf<Api[K]>;
  }
}
