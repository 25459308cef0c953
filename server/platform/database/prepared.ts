import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { isCopied, runCopied } from './copied.ts';

const mark = '/* prepared */';

/**
 * Ends a statement that is asked at every request and finds its rows by key: each connection parses and plans it once.
 * Not for statements whose best plan depends on what is asked.
 */
export const prepared = sql.raw(mark);

/** The pool as Kysely sees it, with marked statements sent by name, or copied out. */
export function preparing(pool: Pool) {
  return {
    options: pool.options,
    connect: async (): Promise<PoolClient> => named(await pool.connect()),
    end: (): Promise<void> => pool.end(),
  };
}

const clients = new WeakMap<PoolClient, PoolClient>();

/** One face for one client: Kysely knows its connections by it. */
function named(client: PoolClient): PoolClient {
  const known = clients.get(client);
  if (known) return known;
  const query = (statement: unknown, values?: unknown[]): unknown => {
    if (isCopied(statement)) return runCopied(client, statement);
    return typeof statement === 'string' && statement.endsWith(mark)
      ? client.query({ name: nameOf(statement), text: statement, values: values ?? [] })
      : client.query(statement as string, values);
  };
  const face = new Proxy(client, {
    get: (target, key) => {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as (...given: unknown[]) => unknown).bind(target) : value;
    },
  });
  clients.set(client, face);
  return face;
}

const names = new Map<string, string>();

function nameOf(statement: string): string {
  let name = names.get(statement);
  if (name === undefined) {
    name = createHash('sha1').update(statement).digest('base64url');
    names.set(statement, name);
  }
  return name;
}
