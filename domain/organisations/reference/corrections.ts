import { daySchema } from '#domain/kernel/day.ts';
import { z } from 'zod';

/** Why the registry is not followed: shown in the report, so it must say on what ground. */
const why = z.string().min(10);
const code = z.string().regex(/^\d{2,5}$/u);

/** What people know better than the registry. Everything that a correction does is named in the report. */
const correctionSchema = z.discriminatedUnion('kind', [
  /** A unit in force since the reform carries another code than the list says. */
  z.object({ kind: z.literal('new_code'), listed: code, code, name: z.string(), why }),
  /** The name that counts where sources differ, or where all of them are wrong. */
  z.object({ kind: z.literal('name'), day: z.enum(['before', 'after']), code, name: z.string(), why }),
  /** Where an old unit went. Two or more for one old unit are a split. They replace what the table says of it. */
  z.object({ kind: z.literal('successors'), from: code, to: z.array(code).min(1), why }),
  /** The old list carries a unit that was gone before the reform. */
  z.object({ kind: z.literal('gone_before'), code, name: z.string(), why }),
  /** A unit in force is renamed from a day after the reform on. */
  z.object({ kind: z.literal('renamed'), code, name: z.string(), from: daySchema, why }),
]);

export type Correction = z.infer<typeof correctionSchema>;
export const correctionsSchema = z.array(correctionSchema);

/** How many units there are by the State's own figures; a load that differs says so. */
export interface ExpectedCounts {
  readonly before: { readonly province: number; readonly district: number; readonly commune: number };
  readonly after: { readonly province: number; readonly commune: number };
}

export const officialCounts: ExpectedCounts = {
  before: { province: 63, district: 696, commune: 10_035 },
  after: { province: 34, commune: 3_321 },
};
