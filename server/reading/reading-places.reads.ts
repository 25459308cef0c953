import type { UnitKind } from '#domain/organisations/unit-kinds.ts';
import type { Day } from '#domain/kernel/day.ts';
import {
  fitPlace,
  indexPlaces,
  keeperOf,
  unitCalled,
  type PlaceIndex,
  type PlaceUnit,
} from '#domain/reading/match-place.ts';
import { unitNames } from '#server/organisations/organisations.reads.ts';
import { standingHeirs } from '#server/organisations/unit-names.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { sql } from 'kysely';
import type { FactRow, PracticeContent } from './reading-facts.reads.ts';

/**
 * The units of a day below a unit of today: those that stood below it then, and those whose records it holds by now,
 * with all that stood below these.
 */
export async function placeIndex(
  read: Pick<ReadContext, 'db' | 'tree'>,
  asked: { unitId: string; day: Day },
): Promise<PlaceIndex> {
  const held = [...read.tree.holdings(asked.unitId)];
  const { rows } = await sql<PlaceUnit & { kind: UnitKind }>`
    with recursive area(unit_id) as (
      select unnest(${held.length === 0 ? [asked.unitId] : held}::uuid[])
      union
      select v.unit_id from unit_version v join area on v.parent_id = area.unit_id
      where v.valid_from <= ${asked.day}::date and (v.valid_to is null or v.valid_to > ${asked.day}::date)
    )
    select v.unit_id as id, v.name, v.short_name as "shortName", v.kind, v.parent_id as "parentId"
    from unit_version v join area on area.unit_id = v.unit_id
    where v.valid_from <= ${asked.day}::date and (v.valid_to is null or v.valid_to > ${asked.day}::date)`.execute(
    read.db,
  );
  return indexPlaces(rows);
}

interface UnitRef {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
}

export interface ResolvedPlace {
  /** Chosen by a person, or the only one that fits. */
  readonly place: UnitRef | null;
  readonly choices: readonly UnitRef[];
  /** Whose practice it is: its owner where that is a unit, the committee of its place else; null where unknown. */
  readonly keeperId: string | null;
  /** Every unit that it may be or be kept by, in the order of the paper. */
  readonly possibleIds: readonly string[];
  /** What the place is today, where it is called otherwise by now. */
  readonly nowName: string | null;
}

/** Practices by id of fact → their places among the units of the day. */
export async function resolvePlaces(
  read: Pick<ReadContext, 'db' | 'tree'>,
  asked: { unitId: string; day: Day; practices: readonly FactRow<PracticeContent>[] },
): Promise<ReadonlyMap<string, ResolvedPlace>> {
  if (asked.practices.length === 0) return new Map();
  const index = await placeIndex(read, asked);
  const found = asked.practices.map((fact) => ({ fact, ...placeOf(fact, index) }));
  const chosen = found.flatMap(({ placeId }) => placeId ?? []);
  const heirs = await standingHeirs(read, chosen);
  const names = await unitNames(read.db, [...chosen, ...[...heirs.values()].flat()]);
  return new Map(
    found.map(({ fact, placeId, choices, keeperId, possibleIds }) => {
      const place = placeId === null ? null : (index.units.get(placeId) ?? names.get(placeId) ?? null);
      const now = (heirs.get(placeId ?? '') ?? []).flatMap((id) => names.get(id)?.name ?? []).join(', ');
      return [
        fact.id,
        {
          place: place && refOf(place),
          choices: choices.map(refOf),
          keeperId,
          possibleIds,
          nowName: place === null || now === '' || now === place.name ? null : now,
        },
      ];
    }),
  );
}

function placeOf(
  fact: FactRow<PracticeContent>,
  index: PlaceIndex,
): { placeId: string | null; choices: PlaceUnit[]; keeperId: string | null; possibleIds: string[] } {
  const { places, owner } = fact.content;
  const fitting = new Map(places.flatMap((place) => fitPlace(place, index)).map((unit) => [unit.id, unit]));
  const choices = [...fitting.values()];
  const [only] = choices;
  const placeId = fact.placeUnitId ?? (choices.length === 1 && only ? only.id : null);
  const ownerUnit = owner === null ? null : unitCalled(owner, index);
  const placeUnit = placeId === null ? undefined : index.units.get(placeId);
  const keepers = new Set((placeUnit ? [placeUnit] : choices).map((unit) => keeperOf(unit, index).id));
  const [keeper] = keepers;
  // Two villages of one commune leave open which of them, not whose practice it is.
  const keeperId = ownerUnit?.id ?? (keepers.size === 1 && keeper ? keeper : placeId);
  const placeIds = placeId === null ? choices.map((unit) => unit.id) : [placeId];
  return { placeId, choices, keeperId, possibleIds: [...new Set([...placeIds, ...keepers])] };
}

function refOf({ id, name, shortName, kind }: UnitRef): UnitRef {
  return { id, name, shortName, kind };
}
