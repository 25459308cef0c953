import { CompiledQuery, type RawBuilder } from 'kysely';
import { escapeLiteral, type PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Db } from './db.ts';

const mark = '/* copied */';

const headerLength = 19;

/**
 * Rows as the database keeps them: whole numbers highest byte first, text as it stands. Where hundreds of kilobytes of
 * figures are read, writing and reading them as text takes most of the time. Values are texts, numbers or null.
 * PostgreSQL, “COPY”, binary format: a header, then each row with the number of its fields, each with its length.
 */
export async function copied<T>(
  db: Db,
  query: RawBuilder<unknown>,
  read: (row: CopiedRow) => T,
): Promise<T[]> {
  const { rows } = await db.executeQuery<{ bytes: Buffer }>(
    CompiledQuery.raw(`copy (${written(query.compile(db))}) to stdout (format binary) ${mark}`),
  );
  const row = new CopiedRow(rows[0]?.bytes ?? Buffer.alloc(0));
  const all: T[] = [];
  for (let at = row.take(headerLength); at !== null; at = row.take(at)) all.push(read(row));
  return all;
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

/**
 * A row, its fields by their place. There is one for all rows, which goes along: thousands of rows are read without a
 * piece of memory for each field.
 */
export class CopiedRow {
  /** All rows. */
  readonly bytes: Buffer;
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  byteLength(field: number): number {
    return this.#lengths[field] ?? -1;
  }

  text(field: number): string {
    const start = this.#starts[field] ?? 0;
    return this.bytes.toString('utf8', start, start + Math.max(0, this.byteLength(field)));
  }

  integer(field: number): number {
    return this.bytes.readInt32BE(this.#starts[field]);
  }

  /** Where a field begins in `bytes`. */
  start(field: number): number {
    return this.#starts[field] ?? 0;
  }

  /** Takes the row that begins at a place; says where it ends, null behind the last. */
  take(at: number): number | null {
    if (at >= this.bytes.length) return null;
    const fields = this.bytes.readInt16BE(at);
    if (fields < 0) return null;
    let end = at + 2;
    for (let field = 0; field < fields; field += 1) {
      const length = this.bytes.readInt32BE(end);
      this.#starts[field] = end + 4;
      this.#lengths[field] = length;
      end += 4 + Math.max(0, length);
    }
    return end;
  }
}
