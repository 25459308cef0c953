import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';

export const criterionSchema = z.object({
  id: z.string().regex(/^[a-z0-9_]{1,40}$/),
  group: optionalShortText(200),
  text: shortText(600),
  kind: z.enum(['points', 'pass_fail']),
  /** Most points; 0 for pass/fail. */
  max: z.number().min(0).max(1000),
  /** A practice that fails a required criterion passes no threshold. */
  required: z.boolean(),
});

/** Grades by least points, highest first: [{ name: 'Xuất sắc', least: 90 }, …]. */
export const thresholdSchema = z.object({
  name: shortText(80),
  least: z.number().min(0).max(10_000),
  passes: z.boolean(),
});

export const criteriaContentSchema = z.object({
  criteria: z.array(criterionSchema).min(1).max(60),
  thresholds: z.array(thresholdSchema).max(10),
});
export type CriteriaContent = z.output<typeof criteriaContentSchema>;
export type Criterion = z.output<typeof criterionSchema>;

export const scoreLineSchema = z.object({
  criterionId: z.string().max(40),
  points: z.number().min(0).max(1000).nullable(),
  passed: z.boolean().nullable(),
  note: optionalShortText(500),
});
export type ScoreLine = z.output<typeof scoreLineSchema>;
