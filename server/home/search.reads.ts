import { documentTypeName, findDocumentTypeCode } from '#domain/documents/document-types.ts';
import { formatDay, type Day } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { type UnitKind, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import type { PracticeState } from '#domain/practices/practice.states.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import { visibleDocument } from '#server/documents/document-access.reads.ts';
import { askedDay, namesOn, type AskedDay, type UnitNames } from '#server/organisations/asked-day.reads.ts';
import { findPeople } from '#server/people/find-people.reads.ts';
import { withinScope, withinScopes } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { factsOn } from '#server/practices/facts-on-day.reads.ts';
import { practiceArea } from '#server/practices/practice-area.reads.ts';
import { sql } from 'kysely';

const itemsAtMost = 6;
/** Ranked among the first so many hits: a word that everything contains must not sort everything. */
const rankedAtMost = 300;

/**
 * Practices, units, people and papers in my area whose name or symbol holds the words, without accents: GET /api/search. With a
 * day, practices and units as they stood then; else units also by the names they had before.
 */
export async function search(read: ReadContext, wanted: { q: string; day?: Day | undefined }) {
  const folded = foldVietnamese(wanted.q);
  const asked = await askedDay(read, wanted.day);
  if (folded === '') return { day: asked.day, groups: [] };
  const [practices, units, people, documents] = await Promise.all([
    findPractices(read, asked, folded),
    findUnits(read, asked, folded),
    findPeople(read, { folded, day: asked.day, most: itemsAtMost }),
    findDocuments(read, asked, folded),
  ]);
  const groups = [
    { kind: 'practices' as const, label: 'Mô hình, điển hình', items: practices },
    { kind: 'units' as const, label: 'Đơn vị', items: units },
    { kind: 'people' as const, label: 'Con người, ban, khối, tổ', items: people },
    { kind: 'documents' as const, label: 'Văn bản', items: documents },
  ];
  return { day: asked.day, groups: groups.filter((group) => group.items.length > 0) };
}

async function findPractices(read: ReadContext, asked: AskedDay, folded: string) {
  const { scopes, keptBy } = practiceArea(read, asked, undefined);
  const hit = read.db
    .selectFrom('practice')
    .select(['id', 'name', 'name_folded', 'unit_id', 'state', 'campaign_id', 'updated_at'])
    .where('name_folded', 'like', `%${folded}%`)
    .where(withinScopes('practice.unit_id', scopes))
    .where(keptBy === null ? sql<boolean>`true` : withinScope('practice.kept_by', keptBy))
    .limit(rankedAtMost)
    .as('hit');
  const rows = await factsOn(read.db, asked)
    .selectFrom(hit)
    .leftJoin('campaign', 'campaign.id', 'hit.campaign_id')
    .select(['hit.id', 'hit.name', 'hit.unit_id', 'hit.state', 'campaign.year'])
    .orderBy(sql`hit.name_folded like ${`${folded}%`}`, 'desc')
    .orderBy(sql`campaign.year desc nulls last`)
    .orderBy('hit.updated_at', 'desc')
    .orderBy('hit.id')
    .limit(itemsAtMost)
    .execute();
  const units = await namesOn(
    read,
    asked,
    rows.map((row) => row.unit_id),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.name,
    detail: [
      unitWords(units, row.unit_id),
      row.year === null ? null : String(row.year),
      practiceStateWords[row.state as PracticeState],
    ]
      .filter(Boolean)
      .join(' · '),
    link: `/mo-hinh/${row.id}`,
  }));
}

/** "Phường Hương Xuân, nay thuộc Phường Kim Trà" */
function unitWords(units: UnitNames, unitId: string): string {
  const now = units.now(unitId);
  const { name } = units.of(unitId);
  if (now === null) return name;
  return now.apportioned ? `${name}, nay thuộc ${now.unit.name}` : `${name}, chưa phân định`;
}

/** Units by the name of the asked day, or without one by any name they ever had: those that stand first. */
async function findUnits(read: ReadContext, asked: AskedDay, folded: string) {
  const { rows } = await sql<{ unitId: string; name: string; parentId: string | null; kind: UnitKind }>`
    select unit_id as "unitId", name, parent_id as "parentId", kind from (
      select distinct on (unit_id) unit_id, name, name_folded, parent_id, kind, valid_to from unit_version
      where (name_folded like ${`%${folded}%`} or lower(code) = ${folded})
        and ${withinScope('unit_version.unit_id', read.caller.access.ownersAbove('organisation.read'))}
        and ${
          asked.past
            ? sql`valid_from <= ${asked.day}::date and (valid_to is null or valid_to > ${asked.day}::date)`
            : sql`true`
        }
      order by unit_id, valid_from desc) named
    order by valid_to is null desc, name_folded like ${`${folded}%`} desc, length(name), name, unit_id
    limit ${itemsAtMost}`.execute(read.db);
  const units = await namesOn(
    read,
    asked,
    rows.flatMap((row) => [row.unitId, row.parentId]),
  );
  const dayWord = asked.past ? `?ngay=${asked.day}` : '';
  return rows.map((row) => ({
    id: row.unitId,
    title: row.name,
    detail: [
      unitKindWords[row.kind],
      row.parentId === null ? null : units.of(row.parentId).name,
      row.name === units.of(row.unitId).name ? null : `nay là ${units.of(row.unitId).name}`,
      nowWords(units, row.unitId),
    ]
      .filter(Boolean)
      .join(' · '),
    link: `/to-chuc/${row.unitId}${dayWord}`,
  }));
}

function nowWords(units: UnitNames, unitId: string): string | null {
  const now = units.now(unitId);
  if (now === null) return null;
  return now.apportioned ? `nay thuộc ${now.unit.name}` : 'đã chia tách';
}

async function findDocuments({ db, caller }: ReadContext, { past, day }: AskedDay, folded: string) {
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
      and ${past ? sql`coalesce(issued_on, received_on) <= ${day}::date` : sql`true`}
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
