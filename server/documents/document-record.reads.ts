import type { documentsApi } from '#contract/documents.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { documentHistoryWords, documentMend } from '#domain/documents/document.words.ts';
import {
  documentActions,
  documentBlockedReason,
  documentWorkflow,
  type DocumentAction,
  type DocumentLinkKind,
} from '#domain/documents/document.workflow.ts';
import { paperSchema, type Paper } from '#domain/documents/paper.ts';
import { formatSymbol } from '#domain/documents/symbols.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { partyTermOn, unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { fileById } from '#server/platform/files/files.store.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { sql, type SqlBool } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import { ownUnits, visibleDocument, visibleDocumentById, type DocumentRow } from './document-access.reads.ts';
import { documentRows } from './document-list.reads.ts';

type DocumentRecord = ResponseOf<(typeof documentsApi)['GET /api/documents/:id']>;

/** A paper with everything around it, for those who may see it. */
export async function documentRecord(context: ReadContext, id: string): Promise<DocumentRecord> {
  const document = await visibleDocumentById(context, id);
  const [row] = await documentRows(context, [id]);
  if (!row) throw new Error(`document ${id} went away while it was read`);
  const nextSymbol = await nextSymbolOf(context, document);
  return {
    ...row,
    number: document.number,
    signerPost: document.signer_post ?? '',
    signerName: document.signer_name ?? '',
    paper: paperOf(document),
    file: await fileRefOf(context, document.file_id),
    ...(await linksOf(context, id)),
    dispatches: await dispatchesOf(context, document),
    practices: await practicesOf(context, document.practice_ids),
    nextSymbol,
    version: document.version,
    actions: [...workflowActions(context, document, nextSymbol), ...acknowledgeAction(row.waitsForMe)],
    history: await historyShown(context, document),
  };
}

/** The whole history for its owner; how a draft went back and forth is nothing for those who only received it. */
async function historyShown(context: ReadContext, document: DocumentRow): Promise<DocumentRecord['history']> {
  const whole = context.caller.access.can('document.read', document.owner_unit_id);
  const entries = await historyOf(context.db, 'document', document.id);
  return entries
    .filter((entry) => whole || entry.action === 'issue' || entry.action === 'send')
    .map((entry) => ({ ...entry, label: documentHistoryWords[entry.action] ?? entry.action }));
}

export function paperOf(document: Pick<DocumentRow, 'paper'>): Paper | null {
  return document.paper === null ? null : paperSchema.parse(document.paper);
}

async function fileRefOf(context: ReadContext, fileId: string | null): Promise<DocumentRecord['file']> {
  const file = fileId === null ? null : await fileById(context.db, fileId);
  if (!file) return null;
  return {
    id: file.id,
    name: file.name,
    mediaType: file.mediaType,
    size: file.size,
    hasPreview: file.mediaType.startsWith('image/'),
  };
}

/** The number it would take if it were issued today; null where it takes none or the party term is not declared. */
async function nextSymbolOf(context: ReadContext, document: DocumentRow): Promise<string | null> {
  const paper = paperOf(document);
  if (!paper?.symbol || !document.issuer_unit_id) return null;
  if (document.state !== 'draft' && document.state !== 'awaiting_signature') return null;
  const term = await partyTermOn(context.db, document.issuer_unit_id, context.today);
  if (!term) return null;
  const series = await context.db
    .selectFrom('number_series')
    .select('last_number')
    .where('issuer_unit_id', '=', document.issuer_unit_id)
    .where('issuer_code', '=', paper.symbol.issuerCode)
    .where('type', '=', document.type)
    .where('party_term_id', '=', term.id)
    .executeTakeFirst();
  return formatSymbol({ ...paper.symbol, number: (series?.last_number ?? 0) + 1, layout: paper.layout });
}

function workflowActions(
  context: ReadContext,
  document: DocumentRow & { state: Parameters<typeof documentBlockedReason>[1] },
  nextSymbol: string | null,
): DocumentRecord['actions'] {
  const { access } = context.caller;
  const relevant: readonly DocumentAction[] = document.direction === 'own' ? documentActions : ['send'];
  return relevant
    .filter((action) => access.can(documentWorkflow[action].permission, document.owner_unit_id))
    .map((action) => {
      const reason = documentBlockedReason(action, document.state);
      const base = { action, label: documentWorkflow[action].label };
      if (reason !== null)
        return { ...base, allowed: false, reason, mend: documentMend(action, document.state) };
      if (action === 'issue' && nextSymbol === null)
        return {
          ...base,
          allowed: false,
          reason: `chưa khai báo nhiệm kỳ vào ngày ${formatDay(context.today)}`,
          mend: 'Quản trị hệ thống bổ sung nhiệm kỳ ở trang Tổ chức.',
        };
      return { ...base, allowed: true, reason: null, mend: null };
    });
}

function acknowledgeAction(waitsForMe: boolean): DocumentRecord['actions'] {
  if (!waitsForMe) return [];
  return [{ action: 'acknowledge', label: 'Đã nhận, quán triệt', allowed: true, reason: null, mend: null }];
}

/** Links out, and links from papers that the caller may see; a linked paper out of sight keeps its words only. */
async function linksOf(
  context: ReadContext,
  id: string,
): Promise<Pick<DocumentRecord, 'links' | 'linkedFrom'>> {
  const out = await context.db
    .selectFrom('document_link as link')
    .leftJoin('document', 'document.id', 'link.target_id')
    .where('link.document_id', '=', id)
    .orderBy('link.id')
    .select([
      'link.id',
      'link.kind',
      'link.target_id',
      'link.target_text',
      'document.symbol',
      'document.subject',
      sql<SqlBool>`document.id is not null and ${visibleDocument(context)}`.as('visible'),
    ])
    .execute();
  const from = await context.db
    .selectFrom('document_link as link')
    .innerJoin('document', 'document.id', 'link.document_id')
    .where('link.target_id', '=', id)
    .where(visibleDocument(context))
    .orderBy('link.id')
    .select(['document.id', 'link.kind', 'document.symbol', 'document.subject'])
    .execute();
  return {
    links: out.map((link) => ({
      id: link.id,
      kind: link.kind as DocumentLinkKind,
      targetId: link.visible ? link.target_id : null,
      text: link.target_text || [link.symbol, link.visible ? link.subject : null].filter(Boolean).join(' '),
    })),
    linkedFrom: from.map((link) => ({
      id: link.id,
      kind: link.kind as DocumentLinkKind,
      text: [link.symbol, link.subject].filter(Boolean).join(' '),
    })),
  };
}

/** Who it was sent to: all of them for its owner, one's own units for the others. */
async function dispatchesOf(
  context: ReadContext,
  document: DocumentRow,
): Promise<DocumentRecord['dispatches']> {
  const { access } = context.caller;
  const rows = await context.db
    .selectFrom('document_dispatch as d')
    .leftJoin('account', 'account.id', 'd.acknowledged_by')
    .where('d.document_id', '=', document.id)
    .select(['d.unit_id', 'd.sent_at', 'd.acknowledged_at', 'account.display_name'])
    .execute();
  const all = access.can('document.read', document.owner_unit_id);
  const shown = all ? rows : rows.filter((row) => access.can('document.read', row.unit_id));
  const units = await unitNames(
    context.db,
    shown.map((row) => row.unit_id),
  );
  const order = new Map(context.tree.all().map((unit, index) => [unit.id, index]));
  const own = new Set(ownUnits(context, 'document.acknowledge'));
  return shown
    .toSorted(
      (a, b) =>
        Number(own.has(b.unit_id)) - Number(own.has(a.unit_id)) ||
        (order.get(a.unit_id) ?? Infinity) - (order.get(b.unit_id) ?? Infinity),
    )
    .flatMap((row) => {
      const unit = units.get(row.unit_id);
      if (!unit) return [];
      return [
        {
          unit,
          sentAt: row.sent_at,
          acknowledgedAt: row.acknowledged_at,
          acknowledgedBy: row.display_name,
        },
      ];
    });
}

/** The practices it lists, those that the caller may open. */
async function practicesOf(
  context: ReadContext,
  ids: readonly string[],
): Promise<DocumentRecord['practices']> {
  if (ids.length === 0) return [];
  const scope = context.caller.access.scope('practice.read');
  const rows = await context.db
    .selectFrom('practice')
    .where(sql<SqlBool>`practice.id = any(${[...ids]}::uuid[])`)
    .where(withinScope('practice.unit_id', scope))
    .select(['id', 'name', 'unit_id'])
    .orderBy('name_folded')
    .execute();
  const units = await unitNames(
    context.db,
    rows.map((row) => row.unit_id),
  );
  return rows.map(({ id, name, unit_id }) => ({ id, name, unitName: units.get(unit_id)?.name ?? '' }));
}
