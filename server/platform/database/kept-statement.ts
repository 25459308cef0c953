import type { CompiledQuery } from 'kysely';
import type { Db } from './db.ts';

/** Stands for a value while a statement is written. */
class StandIn {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toJSON(): never {
    throw lookedAt();
  }

  [Symbol.toPrimitive](): never {
    throw lookedAt();
  }
}

const lookedAt = (): TypeError =>
  new TypeError('a value of a kept statement is put into it and not looked at');

/** Of a statement with many shapes, those asked last. */
const mostKept = 200;

/**
 * A statement that is written once and asked with other values each time: to put a long one together and to write it out
 * as SQL takes longer than to ask it. `write` gets stand-ins, to be put into the statement and never looked at; whatever
 * its words depend on goes into `shape`.
 */
export function keptStatement<Values extends object, Row, Shape = null>(
  write: (db: Db, values: Values, shape: Shape) => CompiledQuery<Row>,
): (db: Db, values: Values, ...given: ShapeOf<Shape>) => Promise<Row[]> {
  const kept = new Map<string, CompiledQuery<Row>>();
  const standIns = new Proxy(
    {},
    { get: (_, name) => new StandIn(String(name)), ownKeys: named, has: named },
  ) as Values;
  return async (db, values, ...given) => {
    const shape = (given[0] ?? null) as Shape;
    const key = JSON.stringify(shape);
    const written = kept.get(key) ?? whole(write(db, standIns, shape));
    kept.delete(key);
    kept.set(key, written);
    const oldest = kept.keys().next().value;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    const parameters = written.parameters.map((one) => (one instanceof StandIn ? valueOf(values, one) : one));
    const { rows } = await db.executeQuery<Row>({ ...written, parameters });
    return rows;
  };
}

/** A stand-in within a value would be sent as it is. */
function whole<Row>(written: CompiledQuery<Row>): CompiledQuery<Row> {
  if (written.parameters.some((one) => Array.isArray(one) && one.some((each) => each instanceof StandIn)))
    throw lookedAt();
  return written;
}

/** Nobody knows yet which there are: taken together they would be none. */
function named(): never {
  throw new TypeError('values of a kept statement are named one by one');
}

type ShapeOf<Shape> = [Shape] extends [null] ? [] : [shape: Shape];

function valueOf(values: object, { name }: StandIn): unknown {
  const value: unknown = Reflect.get(values, name);
  // The driver would send nothing as null.
  if (value === undefined) throw new TypeError(`a statement was asked without ${name}`);
  return value;
}
