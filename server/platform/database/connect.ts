import { availableParallelism } from 'node:os';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { DB } from '#db/types.ts';
import { preparing } from './prepared.ts';

export interface ConnectOptions {
  /** Most connections held at a time; four a core without it: more only take each other's turn. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** A connection broke (the server restarted). The pool replaces it; this only tells. */
  onError?: (error: Error) => void;
}

export interface Connection {
  pool: Pool;
  db: Kysely<DB>;
  close(): Promise<void>;
}

/** Days and years are Vietnamese days, also inside SQL (`current_date`). */
export const databaseTimeZone = 'Asia/Ho_Chi_Minh';

/**
 * Opens a pool whose values read as plain data: date → 'YYYY-MM-DD', timestamptz → ISO instant in UTC,
 * int8 and numeric → number. Money is counted in đồng and stays far below 2^53; a larger int8 is refused.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { address, given } = withoutOptions(url);
  const pool = new Pool({
    connectionString: address,
    max: options.max ?? Math.max(8, 4 * availableParallelism()),
    application_name: options.applicationName ?? 'kheo',
    options: [...given, `-c timezone=${databaseTimeZone}`].join(' '),
    types: { getTypeParser: plainTypeParser as typeof types.getTypeParser },
  });
  // Without listeners a broken connection, idle or in use, would end the process.
  const report = (error: Error): void => options.onError?.(error);
  pool.on('error', report);
  pool.on('connect', (client) => client.on('error', report));
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely ends the pool only if it has used it.
    if (!pool.ending) await pool.end();
  };
  return { pool, db, close };
}

/** Options in an address would be taken instead of ours, and days would not be Vietnamese: ours are the last word. */
function withoutOptions(url: string): { address: string; given: readonly string[] } {
  if (!/[?&]options=/.test(url)) return { address: url, given: [] };
  const address = new URL(url);
  const given = address.searchParams.getAll('options');
  address.searchParams.delete('options');
  return { address: address.href, given };
}

type Parser = (text: string) => unknown;

const scalarParsers: Record<number, Parser> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.TIMESTAMP]: (text) => text.replace(' ', 'T'),
  [types.builtins.TIMESTAMPTZ]: instantFromPostgres,
  [types.builtins.INT8]: safeInteger,
  [types.builtins.NUMERIC]: Number,
  [types.builtins.INTERVAL]: (text) => text,
};

/** Array type → its element type (pg_type.typarray). */
const arrayElements: Record<number, number> = {
  1182: types.builtins.DATE,
  1115: types.builtins.TIMESTAMP,
  1185: types.builtins.TIMESTAMPTZ,
  1016: types.builtins.INT8,
  1231: types.builtins.NUMERIC,
};

const textArrayType = 1009 as Parameters<typeof types.getTypeParser>[0];

/** The parsers of `connect`, for clients opened elsewhere (jobs, scripts). */
export function plainTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  if (format === 'binary') return types.getTypeParser(oid, 'binary');
  const element = arrayElements[oid];
  if (element !== undefined) return arrayParserOf(element);
  return scalarParsers[oid] ?? types.getTypeParser(oid, 'text');
}

function arrayParserOf(element: number): Parser {
  const parse = scalarParsers[element];
  // An array arrives as text[] does; its elements then go through the scalar parser.
  const textArray = types.getTypeParser(textArrayType, 'text') as (text: string) => unknown[];
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(each) : typeof value === 'string' && parse ? parse(value) : value;
  return (text) => textArray(text).map(each);
}

/** '2026-07-25 08:30:00.5+07' → '2026-07-25T01:30:00.500Z'. */
function instantFromPostgres(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)([+-]\d\d)(?::?(\d\d))?/.exec(text);
  if (!parts) return text;
  return new Date(`${parts[1]}T${parts[2]}${parts[3]}:${parts[4] ?? '00'}`).toISOString();
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`int8 value ${text} does not fit a JavaScript number`);
  return value;
}
