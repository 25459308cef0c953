import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Db } from '#server/platform/database/db.ts';

interface Place {
  readonly tree: string;
  readonly unit_id: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly path: string;
  readonly stands: boolean;
  readonly apportioned: boolean;
}

export async function placesOf(db: Db): Promise<Place[]> {
  return db
    .selectFrom('unit_place')
    .select(['tree', 'unit_id', 'valid_from', 'valid_to', 'path', 'stands', 'apportioned'])
    .orderBy('tree')
    .orderBy('unit_id')
    .orderBy('valid_from')
    .execute();
}

/** The places kept step by step are those that a rebuild makes. */
export async function placesAgree(db: Db): Promise<void> {
  const kept = await placesOf(db);
  await sql`select rebuild_unit_places()`.execute(db);
  expect(joined(kept)).toEqual(joined(await placesOf(db)));
}

/** Rows of one place that follow each other without a gap are one. */
function joined(rows: readonly Place[]): string[] {
  const places: { key: string; from: string; to: string | null }[] = [];
  for (const row of rows) {
    const key = [row.tree, row.unit_id, row.path, row.stands, row.apportioned].join(' ');
    const last = places.at(-1);
    if (last?.key === key && last.to === row.valid_from) last.to = row.valid_to;
    else places.push({ key, from: row.valid_from, to: row.valid_to });
  }
  return places.map((one) => `${one.key} ${one.from} ${one.to ?? ''}`);
}
