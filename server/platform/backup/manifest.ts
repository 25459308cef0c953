import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

/** A backup or restore that cannot be done. The message is for people. */
export class BackupError extends Error {
  override name = 'BackupError';
}

const tableSchema = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.number().int(),
  sha256: z.string(),
});

/** The first file of an archive: says what must be in it, so that a damaged one is noticed before it is used. */
export const manifestSchema = z.object({
  product: z.literal('kheo'),
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Version of the job tables, which graphile-worker migrates itself; null before the first start. */
  jobsVersion: z.number().int().nullable(),
  tables: z.array(tableSchema),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), lastValue: z.string(), isCalled: z.boolean() }),
  ),
  /** Path in the archive's folder `files` → size. Names are the content's hash, so content is checked by name. */
  files: z.array(z.object({ path: z.string(), size: z.number().int() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = z.infer<typeof tableSchema>;

export const jobsSchema = 'graphile_worker';

/** File of a table's rows inside the archive. */
export function tableFile(table: { schema: string; name: string }): string {
  return `tables/${table.schema}.${table.name}.copy`;
}

export function quoted(table: { schema: string; name: string }): string {
  return `${quote(table.schema)}.${quote(table.name)}`;
}

export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
