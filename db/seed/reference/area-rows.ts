import { foldVietnamese } from '#domain/kernel/text.ts';
import type { AreaKey, AreaLives } from '#domain/organisations/reference/area-lives.ts';
import { v5 } from 'uuid';

/** Ids of loaded rows are made from codes: the same sources give the same ids, so that a second load finds the first. */
const namespace = '5f0c4a52-5a3e-4c67-9d0e-6a2f6f6b1c0d';

export function areaId(what: string): string {
  return v5(what, namespace);
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Tables in the order in which rows go in; columns with their types as PostgreSQL reads them from JSON. */
export const areaTables = [
  { name: 'unit', key: ['id'], columns: { id: 'uuid', founded_on: 'date', dissolved_on: 'date' } },
  {
    name: 'unit_version',
    key: ['id'],
    columns: {
      id: 'uuid',
      unit_id: 'uuid',
      valid_from: 'date',
      valid_to: 'date',
      parent_id: 'uuid',
      name: 'text',
      short_name: 'text',
      name_folded: 'text',
      kind: 'text',
      code: 'text',
      position: 'integer',
    },
  },
  {
    name: 'reorganisation',
    key: ['id'],
    columns: {
      id: 'uuid',
      kind: 'text',
      on_day: 'date',
      document_text: 'text',
      reason: 'text',
      at: 'timestamptz',
    },
  },
  {
    name: 'reorganisation_unit',
    key: ['reorganisation_id', 'unit_id', 'part'],
    columns: { reorganisation_id: 'uuid', unit_id: 'uuid', part: 'text' },
  },
  {
    name: 'unit_heir',
    key: ['id'],
    columns: {
      id: 'uuid',
      unit_id: 'uuid',
      heir_id: 'uuid',
      valid_from: 'date',
      apportioned: 'boolean',
      reorganisation_id: 'uuid',
    },
  },
  {
    name: 'unit_succession',
    key: ['reorganisation_id', 'from_unit_id', 'to_unit_id'],
    columns: { reorganisation_id: 'uuid', from_unit_id: 'uuid', to_unit_id: 'uuid', rule: 'text' },
  },
] as const;

export type AreaTable = (typeof areaTables)[number];
type AreaTableName = AreaTable['name'];
export type AreaRows = Record<AreaTableName, Row[]>;

/** All rows of the administrative units. `nationId` is the unit that stands for the whole country. */
export function areaRows({ lives, acts }: AreaLives, nationId: string): AreaRows {
  const idOf = (key: AreaKey): string => (key === 'nation' ? nationId : areaId(key));
  const rows: AreaRows = {
    unit: [],
    unit_version: [],
    reorganisation: [],
    reorganisation_unit: [],
    unit_heir: [],
    unit_succession: [],
  };
  for (const life of lives) {
    const unitId = idOf(life.key);
    if (life.key === 'nation' && nationId !== areaId('nation')) continue;
    rows.unit.push({ id: unitId, founded_on: life.foundedOn, dissolved_on: life.goneOn });
    for (const version of life.versions)
      rows.unit_version.push({
        id: areaId(`${life.key} ${version.from}`),
        unit_id: unitId,
        valid_from: version.from,
        valid_to: version.to,
        parent_id: version.parent === null ? null : idOf(version.parent),
        name: version.name,
        short_name: version.shortName,
        name_folded: foldVietnamese(version.name),
        kind: version.kind,
        code: version.code,
        position: version.position,
      });
  }
  for (const act of acts) {
    const id = areaId(act.key);
    // The act's own day, not the day of loading: loading again must change nothing.
    const at = `${act.on}T00:00:00.000Z`;
    rows.reorganisation.push({
      id,
      kind: act.kind,
      on_day: act.on,
      document_text: act.paper,
      reason: act.reason,
      at,
    });
    const parts = { from: act.from, to: act.to, moved: act.moved } as const;
    for (const [part, keys] of Object.entries(parts))
      for (const key of keys)
        rows.reorganisation_unit.push({ reorganisation_id: id, unit_id: idOf(key), part });
    for (const heir of act.heirs)
      rows.unit_heir.push({
        id: areaId(`heir ${heir.unit}`),
        unit_id: idOf(heir.unit),
        heir_id: idOf(heir.heir),
        valid_from: act.on,
        apportioned: heir.apportioned,
        reorganisation_id: id,
      });
    for (const one of act.successions)
      rows.unit_succession.push({
        reorganisation_id: id,
        from_unit_id: idOf(one.from),
        to_unit_id: idOf(one.to),
        rule: one.rule,
      });
  }
  return rows;
}
