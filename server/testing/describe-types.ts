import type { Kysely } from 'kysely';
import { generate, getDialect } from 'kysely-codegen';
import type { DB } from '#db/types.ts';

/** What the parsers of server/platform/database/connect.ts give for each type. */
const typeMapping = {
  date: 'string',
  timestamp: 'string',
  timestamptz: 'string',
  int8: 'number',
  numeric: 'number',
  interval: 'string',
  ltree: 'string',
};

/**
 * Read back as unknown: its schema says what it is. Written as JSON text, because the driver would send a
 * JavaScript array as a PostgreSQL array.
 */
const jsonColumn = 'export type Json = ColumnType<unknown, string, string>;';

/** Writes the database's tables as Kysely types: db/types.ts. Columns keep their SQL names. */
export async function describeTypes(db: Kysely<DB>): Promise<string> {
  const dialect = getDialect('postgres', { dateParser: 'string', numericParser: 'number' });
  const text = await generate({
    db,
    dialect,
    typeMapping,
    defaultSchemas: ['public'],
    includePattern: 'public.*',
  });
  const head = '/** The tables, as TypeScript sees them. Written by `npm run db:refresh`; do not edit. */\n';
  return `${head}${text
    .replace(/^\/\*\*[\s\S]*?\*\/\n+/, '')
    .replace('export type Json = JsonValue;', jsonColumn)
    .replace(/export type Json(?:Array|Object|Primitive|Value) = [\s\S]*?;\n(?:\};\n)?\n/g, '')}`;
}
