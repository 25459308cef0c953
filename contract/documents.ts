import { DOCUMENT_TYPE_CODES } from '#domain/documents/document-types.ts';
import { documentLinkKinds, documentPurposes, documentStates } from '#domain/documents/document.workflow.ts';
import { paperSchema } from '#domain/documents/paper.ts';
import { daySchema } from '#domain/kernel/day.ts';
import { optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { doneSchema, endpoints, idParams, idSchema, pageOf, pageQuery } from './endpoint.ts';
import {
  actionStateSchema,
  fileRefSchema,
  historyEntrySchema,
  instantSchema,
  unitRefSchema,
} from './shapes.ts';

const documentRowSchema = z.object({
  id: idSchema,
  direction: z.enum(['own', 'received']),
  state: z.enum(documentStates),
  type: z.enum(DOCUMENT_TYPE_CODES),
  typeName: z.string(),
  purpose: z.enum(documentPurposes).nullable(),
  symbol: z.string().nullable(),
  issuerName: z.string(),
  owner: unitRefSchema,
  issuedOn: daySchema.nullable(),
  receivedOn: daySchema.nullable(),
  subject: z.string(),
  campaign: z.object({ id: idSchema, title: z.string() }).nullable(),
  sent: z.number().int(),
  acknowledged: z.number().int(),
  /** My unit has got it and has not yet said so. */
  waitsForMe: z.boolean(),
});

const linkInput = z
  .object({
    kind: z.enum(documentLinkKinds),
    targetId: idSchema.nullable(),
    targetText: optionalShortText(500),
  })
  .refine(
    (link) => link.targetId !== null || link.targetText !== '',
    'Chọn văn bản, hoặc ghi tên văn bản được dẫn',
  );

export const documentsApi = endpoints({
  'GET /api/documents': {
    summary: 'The register of papers: own and received',
    permission: 'document.read',
    query: pageQuery.extend({
      q: z.string().max(200).optional(),
      direction: z.enum(['own', 'received']).optional(),
      state: z.enum(documentStates).optional(),
      type: z.enum(DOCUMENT_TYPE_CODES).optional(),
      purpose: z.enum(documentPurposes).optional(),
      campaignId: idSchema.optional(),
      ownerUnitId: idSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
    }),
    response: pageOf(documentRowSchema).extend({
      canReceiveFor: z.array(unitRefSchema),
      canDraftFor: z.array(unitRefSchema),
    }),
  },
  'POST /api/documents/received': {
    summary: 'Register a paper that came in, with its file',
    permission: 'document.receive',
    body: z.object({
      ownerUnitId: idSchema,
      type: z.enum(DOCUMENT_TYPE_CODES),
      symbol: optionalShortText(60),
      issuerName: shortText(200),
      issuedOn: daySchema.nullable(),
      receivedOn: daySchema,
      subject: shortText(600),
      signerPost: optionalShortText(200),
      signerName: optionalShortText(120),
      fileId: idSchema.nullable(),
      campaignId: idSchema.nullable(),
      links: z.array(linkInput).max(30),
    }),
    response: doneSchema,
  },
  'POST /api/campaigns/:id/papers': {
    summary:
      'Compose a paper of the campaign from the register: registration list, notices, decision, mid-year and closing report',
    permission: 'document.draft',
    params: idParams,
    body: z.object({ purpose: z.enum(documentPurposes) }),
    response: doneSchema,
    problems: ['document_empty'],
  },
  'GET /api/documents/:id': {
    summary: 'A paper: its data, its composed text with traced figures, links, units it was sent to',
    permission: 'document.read',
    params: idParams,
    response: documentRowSchema.extend({
      number: z.number().int().nullable(),
      signerPost: z.string(),
      signerName: z.string(),
      paper: paperSchema.nullable(),
      file: fileRefSchema.nullable(),
      links: z.array(
        z.object({
          id: idSchema,
          kind: z.enum(documentLinkKinds),
          targetId: idSchema.nullable(),
          text: z.string(),
        }),
      ),
      linkedFrom: z.array(z.object({ id: idSchema, kind: z.enum(documentLinkKinds), text: z.string() })),
      dispatches: z.array(
        z.object({
          unit: unitRefSchema,
          sentAt: instantSchema,
          acknowledgedAt: instantSchema.nullable(),
          acknowledgedBy: z.string().nullable(),
        }),
      ),
      practices: z.array(z.object({ id: idSchema, name: z.string(), unitName: z.string() })),
      /** The next number of its series, while a draft. */
      nextSymbol: z.string().nullable(),
      version: z.number().int(),
      actions: z.array(actionStateSchema),
      history: z.array(historyEntrySchema),
    }),
  },
  'PUT /api/documents/:id': {
    summary: 'Edit a draft: subject, signer, text of its blocks; traced figures keep their sources',
    permission: 'document.draft',
    params: idParams,
    body: z.object({
      version: z.number().int(),
      subject: shortText(600),
      signerPost: optionalShortText(200),
      signerName: optionalShortText(120),
      paper: paperSchema,
    }),
    response: doneSchema,
    problems: ['document_not_draft', 'version_conflict'],
  },
  'POST /api/documents/:id/recomposition': {
    summary:
      'Compose a draft again from the register as it is now; edits of the text are lost, which the screen asks first',
    permission: 'document.draft',
    params: idParams,
    body: z.object({ version: z.number().int() }),
    response: doneSchema,
    problems: ['document_not_draft', 'version_conflict'],
  },
  'POST /api/documents/:id/submission': {
    summary: 'Put a draft before the leader for signature',
    permission: 'document.draft',
    params: idParams,
    response: doneSchema,
    problems: ['state_changed'],
  },
  'POST /api/documents/:id/return': {
    summary: 'The leader sends a draft back with a reason',
    permission: 'document.issue',
    params: idParams,
    body: z.object({ reason: shortText(1_000) }),
    response: doneSchema,
    problems: ['state_changed'],
  },
  'POST /api/documents/:id/issue': {
    summary:
      'Issue: the next number of the series is taken, the text is frozen, what the paper decides takes effect, units get it',
    permission: 'document.issue',
    params: idParams,
    body: z.object({ issuedOn: daySchema, sendToUnitIds: z.array(idSchema).max(1000) }),
    response: doneSchema.extend({ symbol: z.string() }),
    problems: ['document_not_draft', 'party_term_missing', 'state_changed'],
  },
  'POST /api/documents/:id/dispatches': {
    summary: 'Send an issued or received paper to units below',
    permission: 'document.draft',
    params: idParams,
    body: z.object({ unitIds: z.array(idSchema).min(1).max(1000) }),
    response: doneSchema,
  },
  'POST /api/documents/:id/acknowledgement': {
    summary:
      'My unit has got the paper and made it known (quán triệt); a notice of assignment starts the practices it assigns',
    permission: 'document.acknowledge',
    params: idParams,
    body: z.object({ unitId: idSchema, startPractices: z.boolean() }),
    response: doneSchema.extend({ started: z.number().int() }),
    problems: ['already_acknowledged'],
  },
  'POST /api/documents/:id/links': {
    summary: 'Link a paper to another: basis, carries out, replaces',
    permission: 'document.draft',
    params: idParams,
    body: linkInput,
    response: doneSchema,
  },
  'GET /api/documents/:id/paper.docx': {
    summary: 'The paper as Word',
    permission: 'document.read',
    params: idParams,
    query: z.object({ traces: z.stringbool().default(false) }),
    response: 'file',
  },
});
