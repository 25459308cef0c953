import type { documentsApi } from '#contract/documents.ts';
import type { ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import { documentTypeName, type DocumentTypeCode } from '#domain/documents/document-types.ts';
import type { DocumentPurpose, DocumentState } from '#domain/documents/document.workflow.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { Db } from '#server/platform/database/db.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql, type SqlBool } from 'kysely';
import { ownUnits, visibleDocument } from './document-access.reads.ts';

type ListQuery = ParsedQuery<(typeof documentsApi)['GET /api/documents']>;
type ListAnswer = ResponseOf<(typeof documentsApi)['GET /api/documents']>;
export type ListedDocument = ListAnswer['items'][number];

/** The register of papers, newest first. */
export async function listDocuments(context: ReadContext, query: ListQuery): Promise<ListAnswer> {
  const { tree } = context;
  const matching = documentsMatching(context, query);
  const { total } = await matching.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const page = await matching
    .select('document.id')
    .orderBy(sql`coalesce(document.issued_on, document.received_on, document.created_at::date)`, 'desc')
    .orderBy('document.created_at', 'desc')
    .orderBy('document.id')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const refs = (ids: readonly string[]) =>
    ids.map((id) => tree.unit(id)).map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind }));
  return {
    items: await documentRows(
      context,
      page.map((row) => row.id),
    ),
    total,
    canReceiveFor: refs(ownUnits(context, 'document.receive')),
    canDraftFor: refs(ownUnits(context, 'document.draft')),
  };
}

function documentsMatching(context: ReadContext, query: ListQuery) {
  let found = context.db.selectFrom('document').where(visibleDocument(context));
  for (const [column, value] of [
    ['direction', query.direction],
    ['state', query.state],
    ['type', query.type],
    ['purpose', query.purpose],
    ['campaign_id', query.campaignId],
    ['owner_unit_id', query.ownerUnitId],
  ] as const)
    if (value !== undefined) found = found.where(`document.${column}`, '=', value);
  const day = sql`coalesce(document.issued_on, document.received_on)`;
  if (query.from !== undefined) found = found.where(sql<SqlBool>`${day} >= ${query.from}`);
  if (query.to !== undefined) found = found.where(sql<SqlBool>`${day} <= ${query.to}`);
  const sought = query.q?.normalize('NFC').trim() ?? '';
  const folded = foldVietnamese(sought);
  if (folded !== '') {
    const bare = sought.replaceAll(/\s+/g, '').toLocaleLowerCase('vi');
    found = found.where(
      sql<SqlBool>`(document.subject_folded like ${`%${folded}%`}
        or position(${bare} in lower(replace(coalesce(document.symbol, ''), ' ', ''))) > 0)`,
    );
  }
  return found;
}

/** Rows of the register by id, in the order given: one query for all. */
export async function documentRows(context: ReadContext, ids: readonly string[]): Promise<ListedDocument[]> {
  const mine = ownUnits(context, 'document.acknowledge');
  const rows = await rowsById(context.db, { ids, mine });
  const owners = await unitNames(
    context.db,
    rows.map((row) => row.owner_unit_id),
  );
  const found = rows.map((row): ListedDocument => {
    const owner = owners.get(row.owner_unit_id);
    if (!owner) throw new Error(`document ${row.id} belongs to no unit`);
    const type = row.type as DocumentTypeCode;
    return {
      id: row.id,
      direction: row.direction as ListedDocument['direction'],
      state: row.state as DocumentState,
      type,
      typeName: documentTypeName(type),
      purpose: row.purpose as DocumentPurpose | null,
      symbol: row.symbol,
      issuerName: row.issuer_name,
      owner,
      issuedOn: row.issued_on,
      receivedOn: row.received_on,
      subject: row.subject,
      campaign: row.campaign_id === null ? null : { id: row.campaign_id, title: row.campaign_title ?? '' },
      sent: row.sent,
      acknowledged: row.acknowledged,
      waitsForMe: row.waits,
    };
  });
  const position = new Map(ids.map((id, index) => [id, index]));
  return found.sort((a, b) => (position.get(a.id) ?? 0) - (position.get(b.id) ?? 0));
}

function rowsById(db: Db, asked: { ids: readonly string[]; mine: readonly string[] }) {
  return db
    .selectFrom('document')
    .leftJoin('campaign', 'campaign.id', 'document.campaign_id')
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('document_dispatch as d')
          .whereRef('d.document_id', '=', 'document.id')
          .select([
            sql<number>`count(*)`.as('sent'),
            sql<number>`count(d.acknowledged_at)`.as('acknowledged'),
            sql<boolean>`coalesce(bool_or(d.acknowledged_at is null and d.unit_id = any(${[...asked.mine]}::uuid[])), false)`.as(
              'waits',
            ),
          ])
          .as('sending'),
      (join) => join.onTrue(),
    )
    .where(sql<SqlBool>`document.id = any(${[...asked.ids]}::uuid[])`)
    .select([
      'document.id',
      'document.direction',
      'document.state',
      'document.type',
      'document.purpose',
      'document.symbol',
      'document.issuer_name',
      'document.owner_unit_id',
      'document.issued_on',
      'document.received_on',
      'document.subject',
      'document.campaign_id',
      'campaign.title as campaign_title',
      sql<number>`sending.sent`.as('sent'),
      sql<number>`sending.acknowledged`.as('acknowledged'),
      sql<boolean>`sending.waits`.as('waits'),
    ])
    .execute();
}
