import { documentTypeName, findDocumentTypeCode } from '#domain/documents/document-types.ts';
import { formatDay } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import { visibleDocument } from '#server/documents/document-access.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';

const itemsAtMost = 6;
/** Ranked among the first so many hits: a word that everything contains must not sort everything. */
const rankedAtMost = 300;

/** Practices, units and papers in my area whose name or symbol holds the words, without accents: GET /api/search. */
export async function search(read: ReadContext, q: string) {
  const folded = foldVietnamese(q);
  if (folded === '') return { groups: [] };
  const [practices, documents] = await Promise.all([
    findPractices(read, folded),
    findDocuments(read, folded),
  ]);
  const groups = [
    { kind: 'practices' as const, label: 'Mô hình, điển hình', items: practices },
    { kind: 'units' as const, label: 'Đơn vị', items: findUnits(read, folded) },
    { kind: 'documents' as const, label: 'Văn bản', items: documents },
  ];
  return { groups: groups.filter((group) => group.items.length > 0) };
}

async function findPractices({ db, caller, tree }: ReadContext, folded: string) {
  const units = [...caller.access.scope('practice.read')];
  if (units.length === 0) return [];
  const { rows } = await sql<{
    id: string;
    name: string;
    unitId: string;
    state: PracticeState;
    year: number | null;
  }>`
    select hit.id, hit.name, hit.unit_id as "unitId", hit.state, c.year
    from (
      select id, name, name_folded, unit_id, state, campaign_id, updated_at from practice
      where name_folded like ${`%${folded}%`} and unit_id = any(${units}::uuid[])
      limit ${rankedAtMost}) hit
    left join campaign c on c.id = hit.campaign_id
    order by hit.name_folded like ${`${folded}%`} desc, c.year desc nulls last, hit.updated_at desc, hit.id
    limit ${itemsAtMost}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.name,
    detail: [
      tree.find(row.unitId)?.name,
      row.year === null ? null : String(row.year),
      practiceStateWords[row.state],
    ]
      .filter(Boolean)
      .join(' · '),
    link: `/mo-hinh/${row.id}`,
  }));
}

function findUnits({ caller, tree }: ReadContext, folded: string) {
  const visible = caller.access.ownersAbove('organisation.read');
  return tree
    .all()
    .filter(
      (unit) =>
        visible.has(unit.id) &&
        [unit.name, unit.shortName, unit.code].some((text) => foldVietnamese(text).includes(folded)),
    )
    .slice(0, itemsAtMost)
    .map((unit) => ({
      id: unit.id,
      title: unit.name,
      detail: [unitKindWords[unit.kind], unit.parentId === null ? null : tree.find(unit.parentId)?.name]
        .filter(Boolean)
        .join(' · '),
      link: `/to-chuc/${unit.id}`,
    }));
}

async function findDocuments({ db, caller }: ReadContext, folded: string) {
  if (!caller.access.holds('document.read')) return [];
  const { rows } = await sql<{
    id: string;
    type: string;
    symbol: string | null;
    subject: string;
    issuerName: string;
    issuedOn: string | null;
  }>`
    select id, type, symbol, subject, issuer_name as "issuerName", issued_on as "issuedOn"
    from document
    where (subject_folded like ${`%${folded}%`}
        or trim(regexp_replace(unaccent(lower(coalesce(symbol, ''))), '[^a-z0-9]+', ' ', 'g')) like ${`%${folded}%`})
      and ${visibleDocument({ caller })}
    order by issued_on desc nulls first, id
    limit ${itemsAtMost}`.execute(db);
  return rows.map((row) => ({
    id: row.id,
    title: row.subject,
    detail: [typeAndSymbol(row), row.issuerName, row.issuedOn === null ? null : formatDay(row.issuedOn)]
      .filter(Boolean)
      .join(' · '),
    link: `/van-ban/${row.id}`,
  }));
}

function typeAndSymbol(row: { type: string; symbol: string | null }): string {
  const code = findDocumentTypeCode(row.type);
  return [code === null ? row.type : documentTypeName(code), row.symbol].filter(Boolean).join(' ');
}
