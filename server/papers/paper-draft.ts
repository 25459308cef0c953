import { attachedNote } from '#domain/documents/edit-paper.ts';
import { documentTypeName, printedTypeName } from '#domain/documents/document-types.ts';
import type { DocumentPurpose } from '#domain/documents/document.workflow.ts';
import { paperHead, type PaperHead } from '#domain/documents/paper-head.ts';
import { appendix, paper } from '#domain/documents/paper-parts.ts';
import type { Block, Orientation, Paper, Run } from '#domain/documents/paper.ts';
import { purposeRules } from '#domain/documents/purposes.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import { funnelBasis } from '#server/campaigns/funnel.reads.ts';
import type { CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { Figures } from './figures.ts';

export type PaperContext = Pick<ReadContext, 'db' | 'today' | 'tree' | 'now'>;

/** A paper that is being composed: who issues it, its figures, and what it will list. */
export interface Draft {
  readonly context: PaperContext;
  readonly campaign: CampaignRecord;
  readonly purpose: DocumentPurpose;
  /** The record it becomes: figures open the list of what this very paper names. */
  readonly documentId: string;
  readonly owner: UnitOnDay;
  readonly head: PaperHead;
  readonly figures: Figures;
}

/** What a composer gives back. */
export interface Composed {
  readonly paper: Paper;
  /** The practices that issuing the paper takes effect on, or that it lists. */
  readonly practiceIds: readonly string[];
}

export function beginDraft(
  context: PaperContext,
  campaign: CampaignRecord,
  asked: { purpose: DocumentPurpose; documentId: string },
): Draft {
  const { purpose, documentId } = asked;
  const owner = context.tree.unit(campaign.ownerUnitId);
  const head = headFor(context.tree, owner, {
    purpose,
    signer: campaign.plan.signer,
  });
  return {
    context,
    campaign,
    purpose,
    documentId,
    owner,
    head,
    figures: new Figures({
      campaignId: campaign.id,
      scope: owner.name,
      // A closed year is counted as of its last day.
      asOf: funnelBasis(campaign, context.today).today,
    }),
  };
}

function headFor(
  tree: OrganisationTree,
  owner: UnitOnDay,
  given: { purpose: DocumentPurpose; signer: { authority: string; post: string; name: string } },
): PaperHead {
  const parent = owner.parentId === null ? null : (tree.find(owner.parentId) ?? null);
  return paperHead(purposeRules[given.purpose].body, owner, { parent, signer: given.signer });
}

/** Puts head, body, signature and recipients together. */
export function finish(
  draft: Draft,
  parts: { blocks: readonly Block[]; orientation?: Orientation; recipients?: readonly string[] },
): Paper {
  const { head, campaign, purpose } = draft;
  const rule = purposeRules[purpose];
  return paper({
    layout: head.layout,
    orientation: parts.orientation ?? 'portrait',
    parentBody: head.parentBody,
    issuer: head.issuer,
    symbol: { number: null, typeCode: rule.type, issuerCode: head.issuerCode },
    place: campaign.plan.place || draft.owner.shortName,
    draftYear: Number(draft.context.today.slice(0, 4)),
    typeName: printedTypeName(rule.type),
    subject: rule.subject(campaign.year),
    blocks: [...parts.blocks],
    signatures: [head.signature],
    recipients: recipientsOf(draft, parts.recipients ?? []),
    traces: draft.figures.traces,
  });
}

/** The plan's recipients, or the usual ones; the file copy last, once. */
function recipientsOf(draft: Draft, more: readonly string[]): string[] {
  const planned = draft.campaign.plan.recipients;
  const base = planned.length > 0 ? planned : usualRecipients(draft);
  const others = base.filter((one) => !/^lưu/iu.test(one.trim()));
  const fileCopy = base.find((one) => /^lưu/iu.test(one.trim()));
  const sameBody = purposeRules[draft.purpose].body === 'steering_committee' || planned.length === 0;
  return [...others, ...more, sameBody && fileCopy ? fileCopy : draft.head.fileCopy];
}

function usualRecipients(draft: Draft): string[] {
  const { tree } = draft.context;
  const parent = draft.owner.parentId === null ? undefined : tree.find(draft.owner.parentId);
  return [
    ...(parent ? [`${parent.name} (b/c)`] : []),
    `Thành viên Ban Chỉ đạo ${draft.head.area}`,
    'Các tổ chức cơ sở đảng trực thuộc',
  ];
}

/** A list after the signatures: "DANH SÁCH … / (Kèm theo Thông báo số …)". */
export function attachedList(draft: Draft, title: string, orientation: Orientation = 'landscape'): Block {
  const type = purposeRules[draft.purpose].type;
  const unsigned = finish(draft, { blocks: [] });
  return appendix(title, {
    orientation,
    note: attachedNote(unsigned, documentTypeName(type), draft.head.speaker),
  });
}

/** Several pieces of a sentence with a separator between them. */
export function joined(
  parts: readonly (string | Run | readonly (string | Run)[])[],
  separator = ', ',
): (string | Run)[] {
  return parts.flatMap((part, index) => [
    ...(index === 0 ? [] : [separator]),
    ...(typeof part === 'string' || 'kind' in part ? [part] : part),
  ]);
}
