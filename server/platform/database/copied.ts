import { CompiledQuery, type RawBuilder } from 'kysely';
import { escapeLiteral, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Db } from './db.ts';

const mark = '/* copied */';

/** One row, a field after the other; null where the field is. Good until the next row is asked for. */
export type CopiedRow = readonly (Buffer | null)[];

/**
 * Rows as the database keeps them: whole numbers highest byte first, text as it stands. Where hundreds of kilobytes of
 * figures are read, writing and reading them as text takes most of the time. Values are texts, numbers or null.
 */
export async function copied(db: Db, query: RawBuilder<unknown>): Promise<Iterable<CopiedRow>> {
  const { rows } = await db.executeQuery<{ bytes: Buffer }>(
    CompiledQuery.raw(`copy (${written(query.compile(db))}) to stdout (format binary) ${mark}`),
  );
  return rowsOf(rows[0]?.bytes ?? Buffer.alloc(0));
}

/** COPY knows no parameters: each value is written in its place. */
function written({ sql, parameters }: CompiledQuery): string {
  return sql.replaceAll(/\$(\d+)/g, (_, place: string) => {
    const value = parameters[Number(place) - 1];
    if (value === null) return 'null';
    if (typeof value === 'string') return escapeLiteral(value);
    if (typeof value === 'number' && Number.isFinite(value)) return String(value);
    throw new TypeError(`a value of type ${typeof value} is not copied out`);
  });
}

export function isCopied(statement: unknown): statement is string {
  return typeof statement === 'string' && statement.endsWith(mark);
}

/** What Kysely gets for such a statement: one row with everything that came. */
export async function runCopied(client: PoolClient, statement: string) {
  const parts: Buffer[] = [];
  for await (const part of client.query(copyTo(statement, { highWaterMark: 1 << 20 })))
    parts.push(part as Buffer);
  return { command: 'SELECT' as const, rowCount: 1, rows: [{ bytes: Buffer.concat(parts) }] };
}

const headerLength = 19;

/** PostgreSQL, “COPY”, binary format: a header, then each row with the number of its fields, each with its length. */
function* rowsOf(bytes: Buffer): Generator<CopiedRow> {
  let at = headerLength;
  while (at < bytes.length) {
    const fields = bytes.readInt16BE(at);
    at += 2;
    if (fields < 0) return;
    const row: (Buffer | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      at += Math.max(0, length);
    }
    yield row;
  }
}
