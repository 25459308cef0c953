import { baseFields } from '#domain/campaigns/fields.ts';
import { approximations, figureKinds } from '#domain/figures/reported-figure.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { longText, optionalShortText, shortText } from '#domain/kernel/text.ts';
import { natureSchema, subjectSchema } from '#domain/practices/practice.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema } from './endpoint.ts';
import { practiceRowSchema } from './practices.ts';
import { actionStateSchema, historyEntrySchema, unitRefSchema } from './shapes.ts';

/** A figure as it is entered. `key` names it inside the set so that parts and shares can point at it. */
const figureInput = z.object({
  key: z.string().regex(/^[a-z0-9_]{1,40}$/),
  kind: z.enum(figureKinds),
  label: shortText(300),
  definition: shortText(600),
  value: z.number().min(0).max(1e15),
  unit: shortText(60),
  approx: z.enum(approximations),
  baseField: z.enum(baseFields).nullable(),
  partOf: z.string().max(40).nullable(),
  outOf: z.string().max(40).nullable(),
  asWritten: optionalShortText(500),
});

const setInput = z
  .object({
    ownerUnitId: idSchema,
    stageId: idSchema.nullable(),
    title: shortText(300),
    scope: shortText(300),
    periodFrom: daySchema,
    periodTo: daySchema,
    sourceDocumentId: idSchema.nullable(),
    sourceText: shortText(600),
    statedOn: daySchema.nullable(),
    note: longText(5_000),
    // A read report of 30 pages may state several hundred.
    figures: z.array(figureInput).min(1).max(2_000),
  })
  .superRefine((set, context) => {
    if (set.periodTo < set.periodFrom)
      context.addIssue({
        code: 'custom',
        path: ['periodTo'],
        message: 'Ngày kết thúc kỳ phải sau ngày bắt đầu',
      });
    const keys = new Set(set.figures.map((figure) => figure.key));
    for (const [index, figure] of set.figures.entries()) {
      for (const path of ['partOf', 'outOf'] as const) {
        const target = figure[path];
        if (target !== null && (!keys.has(target) || target === figure.key))
          context.addIssue({
            code: 'custom',
            path: ['figures', index, path],
            message: 'Không tìm thấy số liệu được dẫn tới',
          });
      }
    }
  });

const checkSchema = z.object({
  figureId: idSchema,
  rule: z.enum(['parts_sum', 'share_within']),
  ok: z.boolean(),
  message: z.string(),
});

export const figuresApi = endpoints({
  'GET /api/figure-sets': {
    summary: 'Sets of reported figures, by stage; never added to the register',
    permission: 'figure.read',
    query: z.object({ stageId: idSchema.optional() }),
    response: z.object({
      items: z.array(
        z.object({
          id: idSchema,
          title: z.string(),
          owner: unitRefSchema,
          stageName: z.string().nullable(),
          scope: z.string(),
          periodFrom: daySchema,
          periodTo: daySchema,
          sourceText: z.string(),
          figureCount: z.number().int(),
          practiceCount: z.number().int(),
          failedChecks: z.number().int(),
          headline: z.string(),
        }),
      ),
      canReportFor: z.array(unitRefSchema),
    }),
  },
  'POST /api/figure-sets': {
    summary: 'Enter the figures a paper reports',
    permission: 'figure.report',
    body: setInput,
    response: doneSchema,
  },
  'GET /api/figure-sets/:id': {
    summary:
      'Reported figures with source, scope, day and definition; totals checked against their parts; the practices the paper names; the register beside, apart',
    permission: 'figure.read',
    params: idParams,
    response: z.object({
      id: idSchema,
      title: z.string(),
      owner: unitRefSchema,
      stage: z.object({ id: idSchema, name: z.string() }).nullable(),
      scope: z.string(),
      periodFrom: daySchema,
      periodTo: daySchema,
      sourceDocument: z
        .object({ id: idSchema, symbol: z.string().nullable(), subject: z.string() })
        .nullable(),
      sourceText: z.string(),
      statedOn: daySchema.nullable(),
      note: z.string(),
      version: z.number().int(),
      figures: z.array(
        z.object({
          id: idSchema,
          kind: z.enum(figureKinds),
          label: z.string(),
          definition: z.string(),
          value: z.number(),
          unit: z.string(),
          approx: z.enum(approximations),
          baseField: z.enum(baseFields).nullable(),
          partOfId: idSchema.nullable(),
          outOfId: idSchema.nullable(),
          asWritten: z.string(),
        }),
      ),
      checks: z.array(checkSchema),
      practices: z.array(practiceRowSchema),
      /** What the register itself counts for the same unit and years, shown apart and never added. */
      register: z.object({
        registered: z.number().int(),
        recognised: z.number().int(),
        campaigns: z.number().int(),
      }),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/figure-sets/:id': {
    summary: 'Correct a set; the history keeps what it said before',
    permission: 'figure.report',
    params: idParams,
    body: z.object({ version: z.number().int(), reason: shortText(500), set: setInput }),
    response: doneSchema,
    problems: ['version_conflict'],
  },
  'POST /api/figure-sets/:id/practices': {
    summary: 'Enter practices that the paper names',
    permission: 'figure.report',
    params: idParams,
    body: z.object({
      practices: z
        .array(
          z.object({
            name: shortText(300),
            nature: natureSchema,
            subject: subjectSchema,
            baseField: z.enum(baseFields).nullable(),
            unitId: idSchema,
            placeText: optionalShortText(300),
            ownerName: optionalShortText(200),
            passage: longText(3_000),
          }),
        )
        .min(1)
        .max(300),
    }),
    response: z.object({ ids: z.array(idSchema) }),
  },
});
