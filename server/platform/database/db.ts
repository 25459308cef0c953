import type { DB } from '#db/types.ts';
import type { Kysely } from 'kysely';

/** The database as reads and stores take it: the pool, or a running transaction. */
export type Db = Kysely<DB>;
