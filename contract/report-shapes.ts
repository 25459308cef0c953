import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { reportStates } from '#domain/reports/report.workflow.ts';
import { z } from 'zod';
import { idSchema } from './endpoint.ts';
import { instantSchema, unitRefSchema } from './shapes.ts';

export const reportStateSchema = z.enum(reportStates);

export const periodSchema = z.object({ from: daySchema, to: daySchema, words: z.string() });

export const reportRowSchema = z.object({
  /** Null where the unit has not begun. */
  id: idSchema.nullable(),
  form: z.object({ id: idSchema, name: z.string(), code: z.string() }),
  unit: unitRefSchema,
  period: periodSchema,
  state: reportStateSchema,
  stateName: z.string(),
  due: daySchema,
  extended: z.boolean(),
  late: z.boolean(),
  submittedAt: instantSchema.nullable(),
  nothingToReport: z.boolean(),
  hollow: z.enum(['copied', 'empty']).nullable(),
  canWrite: z.boolean(),
  canReview: z.boolean(),
});

/** A figure of one indicator: whole numbers of its smallest step, as text, so that nothing is rounded on the way. */
export const exactSchema = z.string().regex(/^-?\d{1,19}$/, 'Chỉ nhập số, không nhập chữ');

export const figureSchema = z.object({
  code: z.string(),
  label: z.string(),
  definition: z.string(),
  unit: z.string(),
  group: z.string(),
  decimals: z.number().int(),
  source: z.enum(['register', 'profile', 'entered', 'sum', 'share']),
  counted: exactSchema.nullable(),
  stated: exactSchema.nullable(),
  value: exactSchema.nullable(),
  reason: z.string(),
  /** Of the period before, and of the same period last year. */
  previous: exactSchema.nullable(),
  lastYear: exactSchema.nullable(),
  /** Of which year's profile of the place the counted figure is; the nearest before the period's end that is known. */
  profileYear: z.number().int().nullable(),
  /** The report is sent, and the register or the profile says otherwise by now: what it says. */
  differs: z.boolean(),
  now: exactSchema.nullable(),
  /** The unit looked at exactly this difference and kept what it had sent. */
  kept: z.object({ at: instantSchema, byName: z.string().nullable() }).nullable(),
  /** The list of the records behind it, a path in the application. */
  link: z.string().nullable(),
  message: z.string().nullable(),
  refuses: z.boolean(),
});

export const pinSchema = z.object({
  indicator: z.string().max(40).nullable(),
  section: z.string().max(40).nullable(),
  quote: optionalShortText(400).default(''),
  text: shortText(1_000),
});
