import type { Permission } from '#domain/access/permissions.ts';
import type { ProblemCode } from '#domain/kernel/problem.ts';
import { z } from 'zod';

/**
 * Who may call an endpoint at all (gate 1 of 3). The handler still checks the record (gate 2) and
 * filters lists (gate 3).
 * - a permission: the caller must hold it at some unit today;
 * - `signed_in`: any signed-in account;
 * - `public`: everybody. Say it only where a stranger must be able to call.
 */
export type EndpointPermission = Permission | 'signed_in' | 'public';

export interface Endpoint {
  readonly summary: string;
  readonly permission: EndpointPermission;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A schema, `file` for a download, or `upload` (multipart in, `response` out is `uploaded`). */
  readonly response: z.ZodType | 'file';
  /** Reads its body as multipart/form-data with one file field named `file`. */
  readonly upload?: true;
  /** Non-GET endpoints that change nothing or are not tied to a person: no idempotency key is asked. */
  readonly commandless?: true;
  /** A read that takes data out or shows who may do what: noted in the audit trail also when it is allowed. */
  readonly audited?: true;
  /** Problems of its own, beside those every endpoint can answer. */
  readonly problems?: readonly ProblemCode[];
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type EndpointKey = `${Method} /${string}`;
export type EndpointTable = Record<EndpointKey, Endpoint>;

/** Describes the endpoints of one feature; the keys are `METHOD /path/:param`. */
export function endpoints<const T extends EndpointTable>(table: T): T {
  return table;
}

type In<S> = S extends z.ZodType ? z.input<S> : undefined;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a caller sends. */
export type ParamsOf<E extends Endpoint> = In<E['params']>;
export type QueryOf<E extends Endpoint> = In<E['query']>;
export type BodyOf<E extends Endpoint> = In<E['body']>;
/** What a caller gets. */
export type ResponseOf<E extends Endpoint> = E['response'] extends z.ZodType ? z.output<E['response']> : Blob;

/** What a handler receives and gives. */
export type ParsedParams<E extends Endpoint> = Out<E['params']>;
export type ParsedQuery<E extends Endpoint> = Out<E['query']>;
export type ParsedBody<E extends Endpoint> = Out<E['body']>;
export type HandlerResult<E extends Endpoint> = E['response'] extends z.ZodType
  ? z.input<E['response']>
  : FileAnswer;

/** A download: bytes with their name. `inline` shows it in the browser where that is safe. */
export interface FileAnswer {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  readonly inline?: boolean;
  readonly headers?: Record<string, string>;
}

export const idSchema = z.uuid();
export const idParams = z.object({ id: idSchema });
/** The answer of a command that only needs to say which record it touched. */
export const doneSchema = z.object({ id: idSchema, version: z.number().int().optional() });

/** A page of a list: `total` counts all that match. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int() });
}

/** Query words every list understands. Numbers arrive as text in a query string. */
export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
});
