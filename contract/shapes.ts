import { daySchema } from '#domain/kernel/day.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { idSchema } from './endpoint.ts';

/** Shapes that several features answer with. Instants are ISO 8601 in UTC; days are days in Vietnam. */
export const instantSchema = z.string();

export const unitRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  shortName: z.string(),
  kind: unitKindSchema,
});

/** The unit that has the records of one that is gone; not apportioned: a split left open which of several it is. */
export const unitNowSchema = z.object({ unit: unitRefSchema, apportioned: z.boolean() });

/** What the caller may do with a record now, and why not: a button that is off says why. */
export const actionStateSchema = z.object({
  action: z.string(),
  label: z.string(),
  allowed: z.boolean(),
  reason: z.string().nullable(),
  mend: z.string().nullable(),
});

export const historyEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  actorName: z.string(),
  action: z.string(),
  label: z.string(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  reason: z.string().nullable(),
  documentId: idSchema.nullable(),
  details: z.record(z.string(), z.unknown()),
});

export const fileRefSchema = z.object({
  id: idSchema,
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  hasPreview: z.boolean(),
});

export const evidenceSchema = z.object({
  id: idSchema,
  subjectType: z.string(),
  subjectId: idSchema,
  file: fileRefSchema,
  caption: z.string(),
  addedAt: instantSchema,
  addedBy: z.string(),
});

/** A figure that opens its definition, its scope, its day and the records behind it. `link` is a path in the application. */
export const tracedNumberSchema = z.object({
  value: z.number(),
  label: z.string(),
  definition: z.string(),
  scope: z.string(),
  asOf: daySchema,
  link: z.string().nullable(),
});
export type TracedNumberShape = z.infer<typeof tracedNumberSchema>;
