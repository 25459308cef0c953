import { connect } from '#server/platform/database/connect.ts';
import { startEmbeddedPostgres } from '#server/platform/database/embedded-postgres.ts';

/**
 * A stand-in for the application in kill tests: starts the database of the given folder and writes rows from
 * four writers, printing each row's number once the database has acknowledged it. Runs until it is killed.
 */
const [dataFolder = '', first = '0'] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ dataFolder });
const { pool } = connect(server.url);
await pool.query('create table if not exists written (id int primary key, writer int not null)');

let next = Number(first);
const isClient = (error: unknown): boolean => error instanceof Error;
const write = async (writer: number): Promise<never> => {
  for (;;) {
    const id = next++;
    await pool
      .query('insert into written (id, writer) values ($1, $2)', [id, writer])
      .then(() => process.stdout.write(`${id}\n`))
      // While the database is away the row is given up: it was never acknowledged.
      .catch(async (error: unknown) => isClient(error) && (await new Promise((r) => setTimeout(r, 20))));
  }
};
await Promise.all([1, 2, 3, 4].map(write));
