import type {
  Endpoint,
  EndpointTable,
  HandlerResult,
  ParsedBody,
  ParsedParams,
  ParsedQuery,
} from '#contract/endpoint.ts';
import type { Caller, CommandContext, ReadContext } from '../commands/context.ts';
import type { AuditMarks } from '../audit-marks.ts';
import type { StoredFile } from '../files/file-store.ts';
import type { SignInSettings } from '../sign-in-settings.ts';
import type { Cookies } from './cookies.ts';

/** From where a request came, as far as one can know. */
export interface Client {
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
}

interface Input<E extends Endpoint> {
  readonly params: ParsedParams<E>;
  readonly query: ParsedQuery<E>;
  readonly body: ParsedBody<E>;
}

/** Reads, and public endpoints: the caller may be nobody where the endpoint is public. */
export type ReadInput<E extends Endpoint> = Input<E> &
  Omit<ReadContext, 'caller'> & {
    readonly caller: E['permission'] extends 'public' ? Caller | null : Caller;
    readonly cookies: Cookies;
    readonly client: Client;
    readonly signIn: SignInSettings;
    /** Marks of the audit trail outside the database. */
    readonly marks: AuditMarks;
  };

/** Commands: `db` is the transaction. An upload has been checked and stored by then. */
export type CommandInput<E extends Endpoint> = Input<E> &
  CommandContext & {
    readonly upload: E extends { upload: true } ? StoredFile : undefined;
    readonly signIn: SignInSettings;
  };

type Handler<K, E extends Endpoint> = K extends `GET ${string}`
  ? (input: ReadInput<E>) => Promise<HandlerResult<E>>
  : E extends { commandless: true }
    ? (input: ReadInput<E>) => Promise<HandlerResult<E>>
    : (input: CommandInput<E>) => Promise<HandlerResult<E>>;

export type Handlers<T extends EndpointTable> = {
  readonly [K in keyof T]: T[K] extends Endpoint ? Handler<K, T[K]> : never;
};

/** A table of endpoints with a handler for each: a missing or surplus one does not compile. */
export interface Routes {
  readonly table: EndpointTable;
  readonly handlers: Readonly<Record<string, (input: never) => Promise<unknown>>>;
}

export function routes<T extends EndpointTable>(table: T, handlers: Handlers<T>): Routes {
  return { table, handlers: handlers as unknown as Routes['handlers'] };
}
