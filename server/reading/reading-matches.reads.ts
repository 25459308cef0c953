import type { Day } from '#domain/kernel/day.ts';
import { coreOfName, foldVietnamese } from '#domain/kernel/text.ts';
import { normaliseSymbol } from '#domain/documents/symbols.ts';
import { matchPractice, type InRegister, type Matched } from '#domain/reading/match-practice.ts';
import { visibleDocument } from '#server/documents/document-access.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import type { DocumentContent, FactRow, PracticeContent } from './reading-facts.reads.ts';
import type { ResolvedPlace } from './reading-places.reads.ts';

export interface KnownPractice extends InRegister {
  readonly unitId: string;
  readonly unitName: string;
  readonly year: number | null;
  readonly isDocumented: boolean;
}

interface Candidate {
  readonly asked: number;
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly placeUnitId: string | null;
  readonly unitName: string;
  readonly year: number | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly isDocumented: boolean;
}

type Read = Pick<ReadContext, 'db' | 'tree' | 'caller'>;

/** Facts by id → what the register holds that they may be, all names in one query; documented practices included. */
export async function matchesOf(
  read: Read,
  asked: {
    unitId: string;
    period: { from: Day; to: Day } | null;
    practices: readonly FactRow<PracticeContent>[];
    places: ReadonlyMap<string, ResolvedPlace>;
  },
): Promise<ReadonlyMap<string, Matched<KnownPractice>>> {
  const { practices } = asked;
  const candidates = await likePractices(
    read,
    practices.map((fact) => fact.content.name),
  );
  return new Map(
    practices.map((fact, at) => {
      const place = asked.places.get(fact.id);
      const unitIds = [...(place?.possibleIds ?? []), place?.keeperId ?? asked.unitId];
      const named = { name: fact.content.name, ...idsOf(read, unitIds), period: asked.period };
      const known = candidates.filter((one) => one.asked === at).map((one) => inRegister(read, one));
      return [fact.id, matchPractice(named, known)];
    }),
  );
}

function inRegister(read: Read, one: Candidate): KnownPractice {
  const { id, name, unitId, unitName, year, isDocumented } = one;
  const unitIds = [unitId, ...(one.placeUnitId === null ? [] : [one.placeUnitId])];
  const period = one.from === null || one.to === null ? null : { from: one.from, to: one.to };
  return { id, name, unitId, unitName, year, isDocumented, ...idsOf(read, unitIds), period };
}

function idsOf(
  { tree }: Read,
  unitIds: readonly string[],
): { unitIds: readonly string[]; todayIds: readonly string[] } {
  return { unitIds, todayIds: unitIds.map((id) => tree.holder(id)?.unitId ?? id) };
}

async function likePractices(read: Read, names: readonly string[]): Promise<Candidate[]> {
  const scope = read.caller.access.scope('practice.read');
  if (names.length === 0 || scope.isEmpty) return [];
  const { rows } = await sql<Candidate>`
    select typed.at::int as asked, p.id, p.name, p.unit_id as "unitId", p.place_unit_id as "placeUnitId",
      (select v.name from unit_version v where v.unit_id = p.unit_id order by v.valid_from desc limit 1) as "unitName",
      coalesce(c.year, extract(year from s.period_to)::int) as year,
      p.campaign_id is null as "isDocumented",
      coalesce(least(p.starts_on, make_date(c.year, 1, 1)), s.period_from) as "from",
      coalesce(greatest(p.ends_on, make_date(c.year, 12, 31)), s.period_to) as "to"
    from (select name, folded, core, ordinality - 1 as at
      from unnest(${[...names]}::text[], ${names.map(foldVietnamese)}::text[], ${names.map(coreOfName)}::text[])
      with ordinality as given(name, folded, core)) as typed
    cross join lateral (
      select practice.* from practice
      where (practice.name_folded % typed.folded or typed.core <% practice.name_folded)
        and (similarity(practice.name_folded, typed.folded) >= 0.45
          or word_similarity(typed.core, practice.name_folded) >= 0.6)
        and practice.state not in ('draft', 'withdrawn', 'declined')
        and ${withinScope('practice.unit_id', scope)}
      order by word_similarity(typed.core, practice.name_folded) desc, practice.id
      limit 40
    ) p
    left join campaign c on c.id = p.campaign_id
    left join reported_figure_set s on s.id = p.figure_set_id`.execute(read.db);
  return rows;
}

export interface KnownDocument {
  readonly id: string;
  readonly symbol: string | null;
  readonly subject: string;
  readonly ownerUnitId: string;
  readonly hasFile: boolean;
}

type Cited = Pick<DocumentContent, 'symbol' | 'issuer' | 'issuedOn'>;

/** Papers in the register that cited ones are: of one symbol and issuer; by its day where no issuer is told. */
export async function knownDocuments(
  read: Pick<ReadContext, 'db' | 'caller'>,
  cited: readonly Cited[],
): Promise<(KnownDocument | null)[]> {
  const symbols = [...new Set(cited.map((one) => normaliseSymbol(one.symbol)))].filter(Boolean);
  if (symbols.length === 0) return cited.map(() => null);
  const rows = await read.db
    .selectFrom('document')
    .select(['id', 'symbol', 'subject', 'issuer_name', 'issued_on', 'owner_unit_id', 'file_id'])
    .where('symbol', 'in', symbols)
    .where('state', 'in', ['issued', 'received'])
    .where(visibleDocument(read))
    .orderBy('created_at')
    .execute();
  return cited.map((one) => {
    const symbol = normaliseSymbol(one.symbol);
    const found = rows.find((row) => row.symbol === symbol && isOneIssue(one, row));
    return found
      ? {
          id: found.id,
          symbol: found.symbol,
          subject: found.subject,
          ownerUnitId: found.owner_unit_id,
          hasFile: found.file_id !== null,
        }
      : null;
  });
}

function isOneIssue(cited: Cited, row: { issuer_name: string; issued_on: Day | null }): boolean {
  if (cited.issuedOn !== null && row.issued_on !== null && cited.issuedOn !== row.issued_on) return false;
  if (cited.issuer === null) return cited.issuedOn !== null && cited.issuedOn === row.issued_on;
  const [a, b] = [foldVietnamese(cited.issuer), foldVietnamese(row.issuer_name)];
  return a === b || ` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `);
}
