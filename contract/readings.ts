import { baseFields } from '#domain/campaigns/fields.ts';
import { approximations, figureKinds } from '#domain/figures/reported-figure.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { columnMeanings } from '#domain/reading/column-meanings.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import {
  actionStateSchema,
  fileRefSchema,
  historyEntrySchema,
  instantSchema,
  unitRefSchema,
} from './shapes.ts';

const passage = {
  start: z.number().int(),
  end: z.number().int(),
  asWritten: z.string(),
};

const documentFact = z.object({
  type: z.string().nullable(),
  symbol: z.string(),
  issuer: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  isOwn: z.boolean(),
});

const practiceFact = z.object({
  name: z.string(),
  places: z.array(z.string()),
  owner: z.string().nullable(),
  field: z.enum(baseFields).nullable(),
  nature: z.enum(['model', 'exemplar']),
  subject: z.enum(['collective', 'individual', 'household']).nullable(),
});

const figureFact = z.object({
  value: z.number(),
  unit: z.string(),
  approx: z.enum(approximations),
  kind: z.enum(figureKinds),
  movement: z.enum(['dvk', 'other']),
  scope: z.string().nullable(),
});

/** The same as a person types them. */
const documentInput = documentFact.extend({
  type: optionalShortText(100).nullable(),
  symbol: optionalShortText(60),
  issuer: optionalShortText(200).nullable(),
});
const practiceInput = practiceFact.extend({
  name: shortText(300),
  places: z.array(shortText(200)).max(30),
  owner: optionalShortText(200).nullable(),
});
const figureInput = figureFact.extend({
  value: z.number().min(0).max(1e15),
  unit: optionalShortText(60),
  scope: optionalShortText(200).nullable(),
});

const factHead = {
  id: idSchema,
  ...passage,
  /** In Vietnamese, which rule of the grammar found it. */
  ruleName: z.string(),
  confidence: z.number(),
  state: z.enum(['proposed', 'confirmed', 'refused']),
  corrected: z.boolean(),
  /** The record that it became. */
  link: z.string().nullable(),
};

const readingRowSchema = z.object({
  id: idSchema,
  unit: unitRefSchema,
  file: fileRefSchema,
  title: z.string(),
  state: z.enum(['open', 'registered', 'discarded']),
  paperDay: daySchema.nullable(),
  counts: z.object({
    documents: z.number().int(),
    practices: z.number().int(),
    figures: z.number().int(),
    failedSums: z.number().int(),
    undecided: z.number().int(),
  }),
  createdAt: instantSchema,
  createdByName: z.string(),
});

export const readingsApi = endpoints({
  'GET /api/readings': {
    summary: 'Papers that were read for my units, newest first',
    permission: 'figure.report',
    query: pageQuery.extend({ state: z.enum(['open', 'registered', 'discarded']).optional() }),
    response: pageOf(readingRowSchema),
  },
  'POST /api/readings': {
    summary:
      'Read a paper: nothing enters the register; the same file again answers the reading that is there',
    permission: 'figure.report',
    upload: true,
    query: z.object({ unitId: idSchema }),
    response: doneSchema.extend({ already: z.boolean() }),
    problems: ['paper_format', 'paper_empty', 'paper_is_picture', 'paper_secret', 'paper_too_long'],
  },
  'GET /api/readings/:id': {
    summary:
      'A paper as read: its text and every fact with its passage, its match in the register and what became of it',
    permission: 'figure.report',
    params: idParams,
    response: readingRowSchema.extend({
      version: z.number().int(),
      text: z.string(),
      paper: z.object({
        type: z.string().nullable(),
        symbol: z.string().nullable(),
        issuer: z.string().nullable(),
        place: z.string().nullable(),
        issuedOn: daySchema.nullable(),
        subject: z.string().nullable(),
        signerName: z.string().nullable(),
        signerPost: z.string().nullable(),
        recipients: z.array(z.string()),
        periodFrom: daySchema.nullable(),
        periodTo: daySchema.nullable(),
      }),
      sections: z.array(
        z.object({
          start: z.number().int(),
          end: z.number().int(),
          number: z.string(),
          title: z.string(),
          level: z.number().int(),
        }),
      ),
      documents: z.array(
        z.object({
          ...factHead,
          ...documentFact.shape,
          /** The paper in the register that it is. */
          known: z.object({ id: idSchema, symbol: z.string().nullable(), subject: z.string() }).nullable(),
        }),
      ),
      practices: z.array(
        z.object({
          ...factHead,
          ...practiceFact.shape,
          /** Units of the paper's day that its places are, with what they are today. */
          placeUnit: unitRefSchema.nullable(),
          placeNowName: z.string().nullable(),
          placeChoices: z.array(unitRefSchema),
          match: z.enum(['same', 'continued', 'new']).nullable(),
          matches: z.array(
            z.object({
              id: idSchema,
              name: z.string(),
              unitName: z.string(),
              year: z.number().int().nullable(),
              likeness: z.number(),
            }),
          ),
          matchPracticeId: idSchema.nullable(),
        }),
      ),
      figures: z.array(z.object({ ...factHead, ...figureFact.shape })),
      sums: z.array(
        z.object({
          ...factHead,
          total: z.number(),
          parts: z.array(z.number()),
          ok: z.boolean(),
          message: z.string(),
          totalFigureId: idSchema.nullable(),
          partFigureIds: z.array(idSchema),
        }),
      ),
      /** What registering would make, and why it cannot be yet. */
      registration: z.object({
        documents: z.number().int(),
        practices: z.number().int(),
        figures: z.number().int(),
        contributions: z.number().int(),
        missing: z.array(z.object({ factId: idSchema.nullable(), message: z.string() })),
      }),
      documentId: idSchema.nullable(),
      figureSetId: idSchema.nullable(),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/readings/:id': {
    summary: 'Set what the reader could not know: the paper’s day, period, issuer',
    permission: 'figure.report',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      paperDay: daySchema.nullable(),
      periodFrom: daySchema.nullable(),
      periodTo: daySchema.nullable(),
      subject: optionalShortText(600),
    }),
    response: doneSchema,
    problems: ['version_conflict'],
  },
  'PUT /api/readings/:id/facts/:factId': {
    summary: 'Correct a fact, choose its place or its match',
    permission: 'figure.report',
    params: z.object({ id: idSchema, factId: idSchema }),
    body: z.object({
      document: documentInput.partial().optional(),
      practice: practiceInput.partial().optional(),
      figure: figureInput.partial().optional(),
      placeUnitId: idSchema.nullable().optional(),
      match: z.enum(['same', 'continued', 'new']).nullable().optional(),
      matchPracticeId: idSchema.nullable().optional(),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/readings/:id/facts': {
    summary: 'Mark a passage that the reader missed',
    permission: 'figure.report',
    params: idParams,
    body: z.object({
      start: z.number().int().min(0),
      end: z.number().int().min(1),
      document: documentInput.optional(),
      practice: practiceInput.optional(),
      figure: figureInput.optional(),
    }),
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'POST /api/readings/:id/decisions': {
    summary: 'Confirm, refuse or leave open: facts by id, or all of a kind that nobody has decided',
    permission: 'figure.report',
    params: idParams,
    body: z.object({
      decision: z.enum(['confirmed', 'refused', 'proposed']),
      factIds: z.array(idSchema).max(5_000).default([]),
      allOf: z.enum(['document', 'practice', 'figure', 'sum']).nullable().default(null),
    }),
    response: z.object({ changed: z.number().int() }),
    problems: ['action_blocked'],
  },
  'POST /api/readings/:id/registration': {
    summary:
      'Put what was confirmed into the registers, wholly or not at all, each record linked to its passage',
    permission: 'figure.report',
    params: idParams,
    body: z.object({ stageId: idSchema.nullable().default(null), title: shortText(300) }),
    response: doneSchema.extend({
      documents: z.number().int(),
      practices: z.number().int(),
      figures: z.number().int(),
      contributions: z.number().int(),
    }),
    problems: ['action_blocked'],
  },
  'POST /api/readings/:id/discarding': {
    summary: 'Put a reading away: nothing of it was registered',
    permission: 'figure.report',
    params: idParams,
    response: doneSchema,
    problems: ['action_blocked'],
  },
  'GET /api/passages': {
    summary: 'The passages of read papers that a record came from',
    permission: 'practice.read',
    query: z.object({
      practiceId: idSchema.optional(),
      documentId: idSchema.optional(),
      figureId: idSchema.optional(),
    }),
    response: z.object({
      items: z.array(
        z.object({
          readingId: idSchema.nullable(),
          factId: idSchema,
          paperTitle: z.string(),
          fileId: idSchema,
          before: z.string(),
          passage: z.string(),
          after: z.string(),
        }),
      ),
    }),
  },
  'POST /api/reading-lists': {
    summary:
      'Read a list of registrations with unknown headings: proposes what each column means; nothing is stored',
    permission: 'practice.register',
    upload: true,
    query: z.object({ unitId: idSchema, campaignId: idSchema }),
    response: z.object({
      fileId: idSchema,
      tables: z.array(
        z.object({
          headingRow: z.number().int(),
          columns: z.array(
            z.object({
              heading: z.string(),
              meaning: z.enum(columnMeanings),
              confidence: z.number(),
              remembered: z.boolean(),
              samples: z.array(z.string()),
            }),
          ),
          rowCount: z.number().int(),
        }),
      ),
    }),
  },
  'POST /api/reading-lists/:fileId/registrations': {
    summary:
      'Take a list in as drafts with the columns as corrected; every bad row named, all or nothing; the columns are remembered',
    permission: 'practice.register',
    params: z.object({ fileId: idSchema }),
    body: z.object({
      unitId: idSchema,
      campaignId: idSchema,
      table: z.number().int().min(0),
      columns: z.array(z.enum(columnMeanings)).min(1).max(60),
      dryRun: z.boolean(),
    }),
    response: z.object({
      read: z.number().int(),
      written: z.number().int(),
      faults: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
    }),
  },
});
