import type {
  DocumentLinkKind,
  DocumentPurpose,
  DocumentState,
} from '#domain/documents/document.workflow.ts';
import type { Paper } from '#domain/documents/paper.ts';
import { postLineOf } from '#domain/documents/paper-head.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';

export interface ReceivedPaper {
  readonly ownerUnitId: string;
  readonly type: string;
  readonly symbol: string;
  readonly issuerName: string;
  readonly issuedOn: string | null;
  readonly receivedOn: string;
  readonly subject: string;
  readonly signerPost: string;
  readonly signerName: string;
  readonly fileId: string | null;
  readonly campaignId: string | null;
}

export async function insertReceived(command: CommandContext, given: ReceivedPaper): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('document')
    .values({
      id,
      owner_unit_id: given.ownerUnitId,
      direction: 'received',
      state: 'received',
      type: given.type,
      symbol: given.symbol || null,
      issuer_name: given.issuerName,
      issued_on: given.issuedOn,
      received_on: given.receivedOn,
      subject: given.subject,
      subject_folded: foldVietnamese(`${given.subject} ${given.issuerName}`),
      signer_post: given.signerPost,
      signer_name: given.signerName,
      file_id: given.fileId,
      campaign_id: given.campaignId,
      created_by: command.caller.accountId,
      created_at: command.now,
      updated_at: command.now,
    })
    .execute();
  return id;
}

export async function setPaperFile(command: CommandContext, id: string, fileId: string): Promise<void> {
  await command.db
    .updateTable('document')
    .set((set) => ({ file_id: fileId, version: set('version', '+', 1), updated_at: command.now }))
    .where('id', '=', id)
    .execute();
}

export interface OwnDraft {
  readonly id: string;
  readonly ownerUnitId: string;
  /** Of a campaign's paper; a consolidated report is of a form and a period instead. */
  readonly campaignId: string | null;
  readonly purpose: DocumentPurpose | null;
  readonly paper: Paper;
  readonly practiceIds: readonly string[];
}

export async function insertDraft(command: CommandContext, given: OwnDraft): Promise<void> {
  const { paper } = given;
  const symbol = symbolOf(paper);
  await command.db
    .insertInto('document')
    .values({
      id: given.id,
      owner_unit_id: given.ownerUnitId,
      direction: 'own',
      state: 'draft',
      type: symbol.typeCode,
      purpose: given.purpose,
      campaign_id: given.campaignId,
      issuer_unit_id: given.ownerUnitId,
      issuer_name: paper.issuer,
      issuer_code: symbol.issuerCode,
      ...wordsOf(paper),
      practice_ids: [...given.practiceIds],
      created_by: command.caller.accountId,
      created_at: command.now,
      updated_at: command.now,
    })
    .execute();
}

/** Saves a draft over the version that was read; false where somebody saved in between. */
export async function updateDraft(
  command: CommandContext,
  id: string,
  given: { version: number; paper: Paper; practiceIds?: readonly string[] },
): Promise<boolean> {
  const symbol = symbolOf(given.paper);
  const changed = await command.db
    .updateTable('document')
    .set((set) => ({
      ...wordsOf(given.paper),
      issuer_name: given.paper.issuer,
      issuer_code: symbol.issuerCode,
      ...(given.practiceIds ? { practice_ids: [...given.practiceIds] } : {}),
      version: set('version', '+', 1),
      updated_at: command.now,
    }))
    .where('id', '=', id)
    .where('version', '=', given.version)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

export async function setDocumentState(
  command: CommandContext,
  id: string,
  state: DocumentState,
): Promise<void> {
  await command.db
    .updateTable('document')
    .set((set) => ({ state, version: set('version', '+', 1), updated_at: command.now }))
    .where('id', '=', id)
    .execute();
}

/** The columns that repeat what the paper says, so that lists need not open it. */
function wordsOf(paper: Paper) {
  const signer = paper.signatures[0];
  return {
    paper: JSON.stringify(paper),
    subject: paper.subject,
    subject_folded: foldVietnamese(`${paper.subject} ${paper.issuer}`),
    signer_post: postLineOf(signer),
    signer_name: signer?.name ?? '',
  };
}

function symbolOf(paper: Paper): NonNullable<Paper['symbol']> {
  if (!paper.symbol) throw new Error('an own paper has a symbol');
  return paper.symbol;
}

/**
 * The next number of a series. The counter's row stays locked until this transaction ends: whoever issues at the
 * same time waits, and a number taken by a transaction that fails is given back with it. So there are no gaps.
 */
export async function takeNumber(
  db: Db,
  series: { issuerUnitId: string; issuerCode: string; type: string; partyTermId: string },
): Promise<number> {
  const { last_number } = await db
    .insertInto('number_series')
    .values({
      issuer_unit_id: series.issuerUnitId,
      issuer_code: series.issuerCode,
      type: series.type,
      party_term_id: series.partyTermId,
      last_number: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['issuer_unit_id', 'issuer_code', 'type', 'party_term_id'])
        .doUpdateSet((set) => ({ last_number: set('number_series.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return last_number;
}

export async function markIssued(
  command: CommandContext,
  id: string,
  issued: { number: number; symbol: string; partyTermId: string; issuedOn: string; paper: Paper },
): Promise<void> {
  await command.db
    .updateTable('document')
    .set((set) => ({
      state: 'issued',
      number: issued.number,
      symbol: issued.symbol,
      party_term_id: issued.partyTermId,
      issued_on: issued.issuedOn,
      paper: JSON.stringify(issued.paper),
      version: set('version', '+', 1),
      updated_at: command.now,
    }))
    .where('id', '=', id)
    .execute();
}

/** Sends a paper to units; those that have it already keep their day and their acknowledgement. */
export async function insertDispatches(
  command: CommandContext,
  documentId: string,
  unitIds: readonly string[],
): Promise<number> {
  const wanted = [...new Set(unitIds)];
  if (wanted.length === 0) return 0;
  const sent = await command.db
    .insertInto('document_dispatch')
    .values(wanted.map((unit_id) => ({ document_id: documentId, unit_id, sent_at: command.now })))
    .onConflict((conflict) => conflict.columns(['document_id', 'unit_id']).doNothing())
    .returning('unit_id')
    .execute();
  return sent.length;
}

export async function insertLink(
  command: CommandContext,
  documentId: string,
  link: { kind: DocumentLinkKind; targetId: string | null; targetText: string },
): Promise<string> {
  const id = command.newId();
  await command.db
    .insertInto('document_link')
    .values({
      id,
      document_id: documentId,
      kind: link.kind,
      target_id: link.targetId,
      target_text: link.targetText || null,
    })
    .execute();
  return id;
}

/** The row of a unit's acknowledgement, locked; null where the paper was not sent to it. */
export async function lockDispatch(
  db: Db,
  documentId: string,
  unitId: string,
): Promise<{ acknowledgedAt: string | null } | null> {
  const row = await db
    .selectFrom('document_dispatch')
    .select('acknowledged_at as acknowledgedAt')
    .where('document_id', '=', documentId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function markAcknowledged(
  command: CommandContext,
  documentId: string,
  unitId: string,
): Promise<void> {
  await command.db
    .updateTable('document_dispatch')
    .set({ acknowledged_at: command.now, acknowledged_by: command.caller.accountId })
    .where('document_id', '=', documentId)
    .where('unit_id', '=', unitId)
    .execute();
}
