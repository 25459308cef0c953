import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, shortText } from '#domain/kernel/text.ts';
import { unitKindSchema } from '#domain/organisations/unit.ts';
import { z } from 'zod';
import { baseFields } from './fields.ts';

const code = z.string().regex(/^[a-z0-9_]{1,40}$/, 'Mã chỉ gồm chữ thường không dấu, số và dấu gạch dưới');

export const fieldSchema = z.object({ code, name: shortText(120), baseField: z.enum(baseFields) });

/** "Đảng bộ các phường, xã: tối thiểu 5 mô hình" (S2, IV). */
export const quotaSchema = z.object({ unitKind: unitKindSchema, least: z.number().int().min(0).max(999) });

/** A registration intake: the year's list, and the additions for its second half (S2, step 4). */
export const intakeSchema = z.object({ number: z.literal([1, 2]), opensOn: daySchema, closesOn: daySchema });

export const stepNumbers = [1, 2, 3, 4, 5, 6] as const;
export const stepSchema = z.object({
  number: z.literal(stepNumbers),
  name: shortText(200),
  from: daySchema.nullable(),
  due: daySchema.nullable(),
  /** The step in the plan's own words, kept whole. */
  text: longText(20_000),
});

/** A self-check every 3 or 6 months (S2, step 4): each practice under way answers each check that falls in its period. */
export const selfCheckDueSchema = z.object({
  code,
  name: shortText(120),
  due: daySchema,
  halfYear: z.boolean(),
});

export const reportDueSchema = z.object({
  kind: z.enum(['mid_year', 'year_end']),
  /** When the units' reports are due, and when the committee's own is. */
  unitDue: daySchema,
  committeeDue: daySchema,
});

/** A member of the steering committee with the area in his or her charge. An office, never a private person's data. */
export const steeringMemberSchema = z.object({
  post: shortText(200),
  duty: z.enum(['head', 'deputy', 'standing', 'member']),
  accountId: z.uuid().nullable(),
  areaUnitIds: z.array(z.uuid()).max(500),
});

/** A section of the plan as written: number, heading, text; nothing of the paper is lost. */
export const planSectionSchema = z.object({
  number: optionalShortText(20),
  heading: shortText(400),
  text: longText(50_000),
});

export const effectiveRuleSchema = z.object({
  /** A practice counts as effective when its latest self-check is on track and it has evidence this fresh. */
  evidenceWithinDays: z.number().int().min(1).max(400),
});

export const planSchema = z
  .object({
    theme: optionalShortText(500),
    basis: z.array(shortText(600)).max(40),
    introduction: longText(10_000),
    sections: z.array(planSectionSchema).max(60),
    fields: z.array(fieldSchema).max(20),
    quotas: z.array(quotaSchema).max(20),
    whoMayRegister: z.object({ collective: longText(5_000), individual: longText(5_000) }),
    intakes: z.array(intakeSchema).max(2),
    steps: z.array(stepSchema).max(6),
    selfChecks: z.array(selfCheckDueSchema).max(12),
    reports: z.array(reportDueSchema).max(2),
    /** Calendar reporting besides (S2, VI.3: monthly, 6 months, 1 year). */
    reportRhythm: longText(1_000),
    proposeBy: daySchema.nullable(),
    recogniseBy: daySchema.nullable(),
    members: z.array(steeringMemberSchema).max(60),
    criteriaSetIds: z.array(z.uuid()).max(8),
    effective: effectiveRuleSchema,
    /** Days without progress after which a practice shows "no sign of life". */
    silentAfterDays: z.number().int().min(7).max(400),
    recipients: z.array(shortText(200)).max(40),
    signer: z.object({
      authority: optionalShortText(120),
      post: optionalShortText(200),
      name: optionalShortText(120),
    }),
    place: optionalShortText(80),
  })
  .superRefine((plan, context) => {
    for (const [index, intake] of plan.intakes.entries()) {
      if (intake.closesOn < intake.opensOn)
        context.addIssue({
          code: 'custom',
          path: ['intakes', index, 'closesOn'],
          message: 'Ngày hết hạn đăng ký phải sau ngày bắt đầu',
        });
    }
    for (const [index, step] of plan.steps.entries()) {
      if (step.from !== null && step.due !== null && step.due < step.from)
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'due'],
          message: `Bước ${step.number}: ngày kết thúc phải sau ngày bắt đầu`,
        });
    }
    for (const [path, values] of [
      ['fields', plan.fields.map((field) => field.code)],
      ['quotas', plan.quotas.map((quota) => quota.unitKind)],
      ['intakes', plan.intakes.map((intake) => intake.number)],
      ['steps', plan.steps.map((step) => step.number)],
      ['selfChecks', plan.selfChecks.map((check) => check.code)],
      ['reports', plan.reports.map((report) => report.kind)],
    ] as const) {
      const seen = new Set<unknown>();
      for (const [index, value] of values.entries()) {
        if (seen.has(value))
          context.addIssue({ code: 'custom', path: [path, index], message: 'Mục này bị lặp' });
        seen.add(value);
      }
    }
  });

export type Plan = z.output<typeof planSchema>;
