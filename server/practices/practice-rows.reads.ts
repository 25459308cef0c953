import type { practiceRowSchema } from '#contract/practices.ts';
import { baseFieldWords, baseFields } from '#domain/campaigns/fields.ts';
import { dayInVietnam, daysBetween } from '#domain/kernel/day.ts';
import type { Nature, Origin, PracticeState, Subject } from '#domain/practices/practice.states.ts';
import { practiceActions, practiceWorkflow } from '#domain/practices/practice.workflow.ts';
import {
  namesOn,
  type AskedDay,
  type NamedUnit,
  type UnitNames,
} from '#server/organisations/asked-day.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { sql } from 'kysely';
import { factsOn, type Facts } from './facts-on-day.reads.ts';
import type { z } from 'zod';

export type PracticeListRow = z.input<typeof practiceRowSchema>;
export type UnitRef = NamedUnit;
type Read = Pick<ReadContext, 'db' | 'today' | 'tree' | 'caller'>;

/** Practices as rows of a list, in the order asked for. Asks no permission: the ids come from a query that did. */
export function practiceRowsByIds(read: Read, ids: readonly string[]): Promise<PracticeListRow[]> {
  return practiceRowsOn(read, { day: read.today, past: false, tree: read.tree }, ids);
}

/** The same as they were on the asked day. */
export async function practiceRowsOn(
  read: Read,
  asked: AskedDay,
  ids: readonly string[],
): Promise<PracticeListRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(factsOn(read.db, asked), ids);
  const units = await namesOn(
    read,
    asked,
    rows.flatMap((row) => [row.unit_id, row.place_unit_id]),
  );
  const fieldName = await fieldNames(read.db, rows);
  const byId = new Map(rows.map((row) => [row.id, shapeRow(read, row, { asked, units, fieldName })]));
  return ids.map((id) => byId.get(id)).filter((row) => row !== undefined);
}

type SelectedRow = Awaited<ReturnType<typeof selectRows>>[number];

function selectRows(db: Facts, ids: readonly string[]) {
  return db
    .selectFrom('practice')
    .leftJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .leftJoin('stage', (join) =>
      join.on(sql<boolean>`stage.id = coalesce(practice.stage_id, campaign.stage_id)`),
    )
    .select([
      'practice.id',
      'practice.name',
      'practice.unit_id',
      'practice.campaign_id',
      'practice.intake',
      'practice.state',
      'practice.nature',
      'practice.subject',
      'practice.origin',
      'practice.field_code',
      'practice.base_field',
      'practice.place_unit_id',
      'practice.place_text',
      'practice.owner_name',
      'practice.starts_on',
      'practice.ends_on',
      'practice.submitted_at',
      'practice.last_sign_of_life_at',
      'practice.version',
      'campaign.year',
      'campaign.state as campaign_state',
      'stage.name as stage_name',
      sql<number>`(select count(*) from evidence e where e.practice_id = practice.id and e.withdrawn_at is null)`.as(
        'evidence_count',
      ),
    ])
    .where(sql<boolean>`practice.id = any(${[...ids]}::uuid[])`)
    .execute();
}

interface Names {
  readonly asked: AskedDay;
  readonly units: UnitNames;
  readonly fieldName: (row: Pick<SelectedRow, 'campaign_id' | 'field_code' | 'base_field'>) => string;
}

function shapeRow(read: Read, row: SelectedRow, names: Names): PracticeListRow {
  const state = row.state as PracticeState;
  return {
    id: row.id,
    name: row.name,
    unit: names.units.of(row.unit_id),
    unitNow: names.units.now(row.unit_id),
    year: row.year,
    campaignId: row.campaign_id,
    stageName: row.stage_name,
    intake: row.intake,
    state,
    nature: row.nature as Nature,
    subject: row.subject as Subject,
    origin: row.origin as Origin,
    fieldCode: row.field_code,
    fieldName: names.fieldName(row),
    baseField: baseFields.find((field) => field === row.base_field) ?? null,
    placeName: placeName(
      row.place_text,
      row.place_unit_id === null ? null : names.units.of(row.place_unit_id).name,
    ),
    ownerName: row.owner_name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    submittedAt: row.submitted_at,
    lastSignOfLifeAt: row.last_sign_of_life_at,
    silentDays:
      state === 'implementing' && row.last_sign_of_life_at !== null
        ? Math.max(0, daysBetween(dayInVietnam(row.last_sign_of_life_at), names.asked.day))
        : null,
    evidenceCount: row.evidence_count,
    allowed: allowedByState(read, {
      state,
      unitId: row.unit_id,
      campaignOpen: row.campaign_state === 'open' && !names.asked.past,
    }),
    version: row.version,
  };
}

/** Actions that state and permission admit; what else an action needs is told by the record. */
function allowedByState(
  read: Pick<ReadContext, 'caller'>,
  row: { state: PracticeState; unitId: string; campaignOpen: boolean },
): string[] {
  if (!row.campaignOpen) return [];
  return practiceActions.filter((action) => {
    const rule = practiceWorkflow[action];
    return rule.from.includes(row.state) && read.caller.access.can(rule.permission, row.unitId);
  });
}

/** "Tổ dân phố 3, Phường Hương Xuân"; either part may be missing. */
export function placeName(text: string, unitName: string | null): string {
  return [text, unitName].filter((part) => part !== null && part !== '').join(', ');
}

/** Units by id as they stand today; those that are gone, as they last were. */
export async function unitsByIds(
  read: Pick<ReadContext, 'db' | 'tree'>,
  ids: readonly (string | null)[],
): Promise<(id: string) => UnitRef> {
  return (await namesOn(read, read, ids)).of;
}

/** The name that each campaign's plan gives to a field; the base field's own name where there is no plan. */
async function fieldNames(
  db: Db,
  rows: readonly Pick<SelectedRow, 'campaign_id'>[],
): Promise<Names['fieldName']> {
  const campaigns = [...new Set(rows.map((row) => row.campaign_id).filter((id) => id !== null))];
  const plans =
    campaigns.length === 0
      ? []
      : await db
          .selectFrom('campaign')
          .select(['id', sql<{ code: string; name: string }[]>`plan -> 'fields'`.as('fields')])
          .where('id', 'in', campaigns)
          .execute();
  const names = new Map(
    plans.flatMap((plan) => plan.fields.map((field) => [`${plan.id} ${field.code}`, field.name] as const)),
  );
  return (row) => {
    const base = baseFields.find((field) => field === row.base_field);
    return names.get(`${row.campaign_id} ${row.field_code}`) ?? (base ? baseFieldWords[base] : '');
  };
}
