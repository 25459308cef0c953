import { newCommandId } from './command-id.ts';
import { networkProblem, ProblemError, problemFromBody } from './problem-error.ts';
import { waitForSignIn } from './signed-out.ts';

export type QueryValue = string | number | boolean | null | undefined | readonly (string | number)[];

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
  /** The command's id: the same one repeats the same command without doing it twice. */
  readonly commandId?: string;
}

let csrfToken = '';

/** Told by whoever reads the session; sent with everything that changes something. */
export function rememberCsrfToken(token: string): void {
  csrfToken = token;
}

export function currentCsrfToken(): string {
  return csrfToken;
}

/** Fills `:name` in a path and adds the query; empty and missing words are left out. */
export function buildUrl(
  path: string,
  params: Readonly<Record<string, string | number>> = {},
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`Path ${path} needs the parameter "${name}"`);
    return encodeURIComponent(String(value));
  });
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) words.append(name, String(one));
  }
  const text = words.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204 || response.status === 205) return undefined;
  const type = response.headers.get('content-type') ?? '';
  if (type.includes('json')) return response.json().catch(() => undefined);
  return response.blob();
}

async function send(request: HttpRequest): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (request.body !== undefined) headers['content-type'] = 'application/json';
  if (request.method !== 'GET') {
    headers['x-csrf-token'] = csrfToken;
    headers['idempotency-key'] = request.commandId ?? newCommandId();
  }
  try {
    return await fetch(buildUrl(request.path, {}, request.query), {
      method: request.method,
      headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
      signal: request.signal ?? null,
      credentials: 'same-origin',
    });
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ProblemError(networkProblem);
  }
}

/**
 * Sends one request and gives back its body. A lost session does not lose the work: the sign-in dialog
 * opens over the page, and the request goes out again with the same command id.
 */
export async function sendRequest(request: HttpRequest): Promise<unknown> {
  const steady = { ...request, commandId: request.commandId ?? newCommandId() };
  for (let attempt = 0; ; attempt += 1) {
    const response = await send(steady);
    const body = await readBody(response);
    if (response.ok) return body;
    const problem = problemFromBody(response.status, body);
    if (problem.code === 'not_signed_in' && attempt === 0 && (await waitForSignIn())) continue;
    throw new ProblemError(problem);
  }
}
