import type { Api } from '#contract/api.ts';
import type { BodyOf, EndpointKey, ParamsOf, QueryOf, ResponseOf } from '#contract/endpoint.ts';
import { buildUrl, type QueryValue, sendRequest } from './http.ts';

export type ApiKey = keyof Api & EndpointKey;

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : unknown extends Value
    ? { readonly [N in Name]?: Value }
    : Partial<Value> extends Value
      ? { readonly [N in Name]?: Value }
      : { readonly [N in Name]: Value };

interface Transport {
  readonly signal?: AbortSignal;
  /** Give the same id to repeat the same command; a new one is made when missing. */
  readonly commandId?: string;
}

/** What a call needs: exactly the parts that its endpoint describes. */
export type ApiArgs<K extends ApiKey> = Part<'params', ParamsOf<Api[K]>> &
  Part<'query', QueryOf<Api[K]>> &
  Part<'body', BodyOf<Api[K]>>;

export type ApiResponse<K extends ApiKey> = ResponseOf<Api[K]>;

interface LooseArgs {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
}

/** Splits `METHOD /path` and fills the path. */
export function addressOf(key: string, args: LooseArgs = {}): { method: string; url: string } {
  const space = key.indexOf(' ');
  return { method: key.slice(0, space), url: buildUrl(key.slice(space + 1), args.params, args.query) };
}

/** Calls one endpoint of the contract. Throws ProblemError for every refusal. */
export async function request<K extends ApiKey>(
  key: K,
  args: ApiArgs<K>,
  transport: Transport = {},
): Promise<ApiResponse<K>> {
  const loose = args as LooseArgs;
  const { method, url } = addressOf(key, loose);
  return (await sendRequest({ method, path: url, body: loose.body, ...transport })) as ApiResponse<K>;
}

/** The address of a download, for a link: the browser fetches it with the session cookie. */
export function apiHref<K extends ApiKey>(key: K, args: ApiArgs<K>): string {
  return addressOf(key, args as LooseArgs).url;
}
