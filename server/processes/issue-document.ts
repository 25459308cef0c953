import { freezePaper } from '#domain/documents/edit-paper.ts';
import { documentWorkflow, type DocumentPurpose } from '#domain/documents/document.workflow.ts';
import { untracedFigures, type Paper } from '#domain/documents/paper.ts';
import { formatSymbol } from '#domain/documents/symbols.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { invalidInput, Problem } from '#domain/kernel/problem.ts';
import { grassrootsKinds } from '#domain/organisations/unit-kinds.ts';
import type { DocumentRow } from '#server/documents/document-access.reads.ts';
import { paperOf } from '#server/documents/document-record.reads.ts';
import { allowedDocument, documentMoved, refuseUnitsOutside } from '#server/documents/documents.commands.ts';
import { insertDispatches, markIssued, takeNumber } from '#server/documents/documents.store.ts';
import { partyTermOn } from '#server/organisations/organisations.reads.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import { freezeConsolidated } from './consolidated-report.ts';
import { applyEffect, lockListed, type AffectedPractice, type IssueEffect } from './issue-effects.store.ts';

const effectOf: Partial<Record<DocumentPurpose, IssueEffect>> = {
  notice_of_assignment: 'assign',
  supplementary_notice: 'assign',
  recognition_decision: 'decide_recognition',
};

/** Papers that every grassroots body gets beside the units they concern; a list and reports go where the officer says. */
const sentToAll: readonly DocumentPurpose[] = [
  'notice_of_assignment',
  'recognition_decision',
  'mid_year_report',
  'closing_report',
];

/**
 * Issues a draft in one act: the rules again under lock, the next number of its series, the text frozen with
 * number and day, what it decides put onto the practices it lists, and the paper sent to units.
 */
export async function issueDocument(
  command: CommandContext,
  id: string,
  given: { issuedOn: Day; sendToUnitIds: readonly string[] },
): Promise<{ id: string; version: number; symbol: string }> {
  const document = await allowedDocument(command, id, 'issue');
  if (document.direction !== 'own') throw new Problem('not_found');
  if (!documentWorkflow.issue.from.includes(document.state)) throw await documentMoved(command, document);
  const draft = issuable(command, document, given);
  const effect = document.purpose === null ? undefined : effectOf[document.purpose as DocumentPurpose];
  await freezeConsolidated(command, document);
  const listed = effect ? await listedThatFit(command, document, effect) : [];
  const { number, partyTermId } = await nextNumber(command, { document, draft, issuedOn: given.issuedOn });
  const paper = freezePaper(draft, { number, issuedOn: given.issuedOn });
  const symbol = formatSymbol({ ...draft.symbol, number, layout: draft.layout });
  await markIssued(command, id, { number, symbol, partyTermId, issuedOn: given.issuedOn, paper });
  if (effect) await applyEffect(command, listed, { effect, documentId: id, symbol });
  const sent = await insertDispatches(command, id, receivers(command, document, { ...given, listed }));
  await command.record({
    subjectType: 'document',
    subjectId: id,
    unitId: document.owner_unit_id,
    action: 'issue',
    fromState: document.state,
    toState: 'issued',
    documentId: id,
    details: { symbol, issuedOn: given.issuedOn, practices: listed.length, units: sent },
  });
  return { id, version: document.version + 1, symbol };
}

type Issuable = Paper & { symbol: NonNullable<Paper['symbol']> };

function issuable(
  command: CommandContext,
  document: DocumentRow,
  given: { issuedOn: Day; sendToUnitIds: readonly string[] },
): Issuable {
  if (given.issuedOn > command.today)
    throw invalidInput([{ path: 'issuedOn', message: 'Ngày ban hành không được sau hôm nay' }]);
  refuseUnitsOutside(command, document.owner_unit_id, {
    unitIds: given.sendToUnitIds,
    path: 'sendToUnitIds',
  });
  const draft = paperOf(document);
  if (!draft?.symbol) throw new Problem('not_found');
  const untraced = untracedFigures(draft);
  if (untraced.length > 0)
    throw new Problem('action_blocked', {
      action: 'ban hành',
      reason: `còn ${untraced.length} số liệu không có nguồn trong sổ`,
      mend: 'Lập lại dự thảo từ sổ.',
    });
  return { ...draft, symbol: draft.symbol };
}

/** The listed practices, if each is still what the draft says; otherwise names those that are not. */
async function listedThatFit(
  command: CommandContext,
  document: DocumentRow,
  effect: IssueEffect,
): Promise<AffectedPractice[]> {
  const listed = await lockListed(command, document.practice_ids, effect);
  const changed = listed.filter((one) => !one.fits);
  if (changed.length === 0) return listed;
  const names = changed.slice(0, 3).map((one) => `“${one.name}”`);
  throw new Problem('action_blocked', {
    action: 'ban hành',
    reason: `${changed.length} mô hình trong dự thảo đã có văn bản khác hoặc đã đổi trạng thái (${names.join(', ')}${changed.length > 3 ? '…' : ''})`,
    mend: 'Lập lại dự thảo từ sổ rồi ban hành.',
  });
}

async function nextNumber(
  command: CommandContext,
  given: { document: DocumentRow; draft: Issuable; issuedOn: Day },
): Promise<{ number: number; partyTermId: string }> {
  const issuerUnitId = given.document.issuer_unit_id ?? given.document.owner_unit_id;
  const term = await partyTermOn(command.db, issuerUnitId, given.issuedOn);
  if (!term)
    throw new Problem('party_term_missing', {
      unit: command.tree.find(issuerUnitId)?.name ?? given.document.issuer_name,
      day: formatDay(given.issuedOn),
    });
  const { typeCode, issuerCode } = given.draft.symbol;
  const number = await takeNumber(command.db, {
    issuerUnitId,
    issuerCode,
    type: typeCode,
    partyTermId: term.id,
  });
  return { number, partyTermId: term.id };
}

/** The units named by the officer; where none is named, those concerned and, for papers to all, the grassroots bodies. */
function receivers(
  command: CommandContext,
  document: DocumentRow,
  given: { sendToUnitIds: readonly string[]; listed: readonly AffectedPractice[] },
): string[] {
  if (given.sendToUnitIds.length > 0) return [...given.sendToUnitIds];
  const { tree } = command;
  const concerned = given.listed.map((one) => one.unitId).filter((id) => tree.has(id));
  const all = sentToAll.includes(document.purpose as DocumentPurpose)
    ? tree.ofKinds(grassrootsKinds, document.owner_unit_id).map((unit) => unit.id)
    : [];
  return [...new Set([...concerned, ...all])].filter((id) => id !== document.owner_unit_id);
}
