import type { documentsApi } from '#contract/documents.ts';
import type { ParsedBody } from '#contract/endpoint.ts';
import { editPaper, figureFaults } from '#domain/documents/edit-paper.ts';
import { documentMend } from '#domain/documents/document.words.ts';
import {
  documentBlockedReason,
  documentStateWords,
  documentWorkflow,
  type DocumentAction,
  type DocumentPurpose,
  type DocumentState,
} from '#domain/documents/document.workflow.ts';
import { normaliseSymbol, parseSymbol } from '#domain/documents/symbols.ts';
import type { Permission } from '#domain/access/permissions.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { visibleCampaign } from '#server/campaigns/campaign-scope.reads.ts';
import { campaignById } from '#server/campaigns/plan.reads.ts';
import { composePaper, type Composed } from '#server/papers/compose-paper.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { fileById } from '#server/platform/files/files.store.ts';
import { stateChanged, versionConflict } from '#server/platform/history.reads.ts';
import { cleanDeep } from '#server/word/clean-text.ts';
import { visibleDocumentById, type DocumentRow } from './document-access.reads.ts';
import { paperOf } from './document-record.reads.ts';
import {
  insertDispatches,
  insertDraft,
  insertLink,
  insertReceived,
  setDocumentState,
  setPaperFile,
  updateDraft,
} from './documents.store.ts';

type Body<K extends keyof typeof documentsApi> = ParsedBody<(typeof documentsApi)[K]>;
type Link = Body<'POST /api/documents/:id/links'>;
interface Done {
  id: string;
  version?: number;
}

/**
 * Enters a paper that came in; its file was uploaded by the same person just before, or is that of a paper which was
 * read for the same unit.
 */
export async function receivePaper(
  command: CommandContext,
  given: Body<'POST /api/documents/received'>,
  fileFrom: 'upload' | 'reading' = 'upload',
): Promise<Done> {
  const { caller, db } = command;
  if (!caller.access.can('document.read', given.ownerUnitId)) throw new Problem('not_found');
  mayAt(command, 'document.receive', given.ownerUnitId);
  if (given.issuedOn !== null && given.issuedOn > given.receivedOn)
    throw invalidInput([{ path: 'receivedOn', message: 'Ngày đến phải từ ngày ban hành trở đi' }]);
  if (given.fileId !== null && fileFrom === 'upload') {
    const file = await fileById(db, given.fileId);
    if (file?.uploadedBy !== caller.accountId)
      throw invalidInput([{ path: 'fileId', message: 'Tệp không còn; hãy chọn và tải lên lại' }]);
  }
  if (given.campaignId !== null) await visibleCampaign(command, given.campaignId);
  const symbol = parseSymbol(given.symbol) ? normaliseSymbol(given.symbol) : given.symbol;
  const id = await insertReceived(command, { ...given, symbol });
  for (const link of given.links) await addLink(command, id, link);
  await note(command, { id, owner_unit_id: given.ownerUnitId }, { action: 'receive', toState: 'received' });
  return { id, version: 1 };
}

/** Puts the file of a read paper to its entry in the register, which so far only others had cited. */
export async function addPaperFile(command: CommandContext, id: string, fileId: string): Promise<void> {
  const document = await visibleDocumentById(command, id, { forUpdate: true });
  if (document.file_id !== null || document.direction !== 'received') return;
  if (!command.caller.access.can('document.receive', document.owner_unit_id)) return;
  await setPaperFile(command, id, fileId);
  await note(command, document, { action: 'add_file' });
}

/** Composes a paper of a campaign as a draft of the campaign's owner, linked to the plan it carries out. */
export async function composeCampaignPaper(
  command: CommandContext,
  campaignId: string,
  purpose: DocumentPurpose,
): Promise<Done> {
  const campaign = await visibleCampaign(command, campaignId);
  mayAt(command, 'document.draft', campaign.ownerUnitId);
  const id = command.newId();
  const composed = await composePaper(command, campaign, { purpose, documentId: id });
  await insertDraft(command, {
    id,
    ownerUnitId: campaign.ownerUnitId,
    campaignId,
    purpose,
    ...composed,
  });
  if (campaign.planDocumentId !== null)
    await insertLink(command, id, {
      kind: 'implements',
      targetId: campaign.planDocumentId,
      targetText: '',
    });
  await note(
    command,
    { id, owner_unit_id: campaign.ownerUnitId },
    { action: 'compose', toState: 'draft', details: { purpose } },
  );
  return { id, version: 1 };
}

/** Saves an officer's edits of a draft; figures keep what they were counted as. */
export async function editDraft(
  command: CommandContext,
  id: string,
  given: Body<'PUT /api/documents/:id'>,
): Promise<Done> {
  const document = await editableDraft(command, id, 'edit');
  const stored = paperOf(document);
  if (!stored) throw new Problem('not_found');
  const edits = cleanDeep(given);
  const faults = figureFaults(stored, edits.paper);
  if (faults.length > 0) throw invalidInput(faults);
  await save(command, document, { version: given.version, paper: editPaper(stored, edits) });
  await note(command, document, { action: 'edit' });
  return { id, version: given.version + 1 };
}

/** Composes a draft again from the register as it is now; its edits are lost. */
export async function recomposeDraft(
  command: CommandContext,
  id: string,
  given: { version: number; compose: (document: DocumentRow) => Promise<Composed> },
): Promise<Done> {
  const document = await editableDraft(command, id, 'recompose');
  const composed = await given.compose(document);
  await save(command, document, { version: given.version, ...composed });
  await note(command, document, { action: 'recompose' });
  return { id, version: given.version + 1 };
}

/** The paper of a campaign as the register has it now. */
export async function recomposedCampaignPaper(
  command: CommandContext,
  document: DocumentRow,
): Promise<Composed> {
  if (document.campaign_id === null || document.purpose === null) throw new Problem('not_found');
  const campaign = await campaignById(command.db, document.campaign_id);
  return composePaper(command, campaign, {
    purpose: document.purpose as DocumentPurpose,
    documentId: document.id,
  });
}

export async function submitDraft(command: CommandContext, id: string): Promise<Done> {
  return moveDocument(command, id, { action: 'submit' });
}

export async function returnDraft(command: CommandContext, id: string, reason: string): Promise<Done> {
  return moveDocument(command, id, { action: 'return', reason });
}

/** Sends an issued or received paper on to units below. */
export async function sendToUnits(
  command: CommandContext,
  id: string,
  unitIds: readonly string[],
): Promise<Done> {
  const document = await allowedDocument(command, id, 'send');
  const reason = documentBlockedReason('send', document.state);
  if (reason !== null)
    throw new Problem('action_blocked', {
      action: 'gửi đơn vị',
      reason,
      mend: documentMend('send', document.state),
    });
  refuseUnitsOutside(command, document.owner_unit_id, { unitIds, path: 'unitIds' });
  const sent = await insertDispatches(command, id, unitIds);
  await note(command, document, { action: 'send', details: { units: sent } });
  return { id, version: document.version };
}

export async function linkDocument(command: CommandContext, id: string, link: Link): Promise<Done> {
  const document = await visibleDocumentById(command, id, { forUpdate: true });
  mayAt(command, 'document.draft', document.owner_unit_id);
  await addLink(command, id, link);
  await note(command, document, { action: 'link', details: { kind: link.kind } });
  return { id, version: document.version };
}

/** Papers go to units below their owner; anything else is named and refused. */
export function refuseUnitsOutside(
  command: Pick<CommandContext, 'tree'>,
  ownerUnitId: string,
  given: { unitIds: readonly string[]; path: string },
): void {
  const faults = given.unitIds.flatMap((unitId, index) =>
    command.tree.isWithin(unitId, ownerUnitId)
      ? []
      : [{ path: `${given.path}.${index}`, message: 'Đơn vị không thuộc phạm vi của cơ quan ban hành' }],
  );
  if (faults.length > 0) throw invalidInput(faults);
}

/** The paper under lock, for somebody who may take this action at its owner. */
export async function allowedDocument(
  command: CommandContext,
  id: string,
  action: DocumentAction,
): Promise<DocumentRow & { state: DocumentState }> {
  const document = await visibleDocumentById(command, id, { forUpdate: true });
  mayAt(command, documentWorkflow[action].permission, document.owner_unit_id);
  return document;
}

/** The refusal for whoever comes second to a paper that has moved on. */
export async function documentMoved(command: CommandContext, document: DocumentRow): Promise<Problem> {
  return stateChanged(command.db, {
    type: 'document',
    id: document.id,
    stateWords: documentStateWords[document.state as DocumentState],
  });
}

async function moveDocument(
  command: CommandContext,
  id: string,
  move: { action: 'submit' | 'return'; reason?: string },
): Promise<Done> {
  const document = await allowedDocument(command, id, move.action);
  const { from, to } = documentWorkflow[move.action];
  if (to === null || !from.includes(document.state)) throw await documentMoved(command, document);
  await setDocumentState(command, id, to);
  await note(command, document, {
    action: move.action,
    fromState: document.state,
    toState: to,
    reason: move.reason ?? null,
  });
  return { id, version: document.version + 1 };
}

async function editableDraft(
  command: CommandContext,
  id: string,
  action: 'edit' | 'recompose',
): Promise<DocumentRow> {
  const document = await allowedDocument(command, id, action);
  const reason = documentBlockedReason(action, document.state);
  if (document.state === 'issued' || document.state === 'received') throw new Problem('document_not_draft');
  if (reason !== null)
    throw new Problem('action_blocked', {
      action: documentWorkflow[action].label.toLocaleLowerCase('vi'),
      reason,
      mend: documentMend(action, document.state),
    });
  return document;
}

async function save(
  command: CommandContext,
  document: DocumentRow,
  given: Parameters<typeof updateDraft>[2],
): Promise<void> {
  if (!(await updateDraft(command, document.id, given)))
    throw await versionConflict(command.db, { type: 'document', id: document.id });
}

async function addLink(command: CommandContext, id: string, link: Link): Promise<void> {
  if (link.targetId === id)
    throw invalidInput([{ path: 'targetId', message: 'Văn bản không liên kết với chính nó' }]);
  if (link.targetId !== null) await visibleDocumentById(command, link.targetId);
  await insertLink(command, id, link);
}

function mayAt(command: CommandContext, permission: Permission, unitId: string): void {
  if (!command.caller.access.can(permission, unitId)) throw new Problem('forbidden');
}

function note(
  command: CommandContext,
  document: Pick<DocumentRow, 'id' | 'owner_unit_id'>,
  entry: Pick<
    Parameters<CommandContext['record']>[0],
    'action' | 'fromState' | 'toState' | 'reason' | 'details'
  >,
): Promise<void> {
  return command.record({
    subjectType: 'document',
    subjectId: document.id,
    unitId: document.owner_unit_id,
    documentId: document.id,
    ...entry,
  });
}
