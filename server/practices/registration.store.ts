import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Plan } from '#domain/campaigns/plan.ts';
import type { Day } from '#domain/kernel/day.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { Registration } from '#domain/practices/practice.ts';
import type { Origin } from '#domain/practices/practice.states.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';
import type { PracticeRow } from './practice-facts.reads.ts';

export interface NewPractice {
  readonly campaignId: string;
  readonly unitId: string;
  readonly intake: 1 | 2;
  readonly origin: Origin;
  readonly sourcePracticeId: string | null;
  readonly plan: Pick<Plan, 'fields'>;
  readonly registration: Registration;
  /** What the history calls it: a form, a list, a continuation, a replica. */
  readonly how: 'create' | 'import' | 'continue' | 'replicate';
  readonly details?: Record<string, unknown>;
}

/** Writes a draft with the first line of its history. Its field must be one of the plan's, or not chosen yet. */
export async function insertDraft(command: CommandContext, draft: NewPractice): Promise<{ id: string }> {
  const id = command.newId();
  await command.db
    .insertInto('practice')
    .values({
      id,
      campaign_id: draft.campaignId,
      unit_id: draft.unitId,
      intake: draft.intake,
      state: 'draft',
      origin: draft.origin,
      source_practice_id: draft.sourcePracticeId,
      ...registrationColumns(draft.registration, draft.plan),
      created_by: command.caller?.accountId ?? null,
      created_at: command.now,
      updated_at: command.now,
    })
    .execute();
  await command.record({
    subjectType: 'practice',
    subjectId: id,
    unitId: draft.unitId,
    action: draft.how,
    fromState: null,
    toState: 'draft',
    details: draft.details ?? {},
  });
  return { id };
}

/** The columns that a registration fills. */
function registrationColumns(one: Registration, plan: Pick<Plan, 'fields'>) {
  return {
    name: one.name,
    name_folded: foldVietnamese(one.name),
    nature: one.nature,
    subject: one.subject,
    field_code: one.fieldCode,
    base_field: baseFieldOf(one.fieldCode, plan),
    place_unit_id: one.placeUnitId,
    place_text: one.placeText,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    content: one.content,
    owner_name: one.ownerName,
    responsible_name: one.responsibleName,
    responsible_phone: one.responsiblePhone,
    details: JSON.stringify(one.details),
    consent_to_publish: one.consentToPublish,
  };
}

function baseFieldOf(code: string | null, plan: Pick<Plan, 'fields'>): BaseField | null {
  if (code === null) return null;
  const field = plan.fields.find((one) => one.code === code);
  if (!field)
    throw new Problem('field_unknown', {}, [
      { path: 'registration.fieldCode', message: 'Chọn một lĩnh vực của kế hoạch' },
    ]);
  return field.baseField;
}

/** Saves what the form holds over the registration, and counts the version on. */
export async function updateRegistration(
  command: CommandContext,
  practice: PracticeRow,
  given: { registration: Registration; plan: Pick<Plan, 'fields'> },
): Promise<number> {
  const { version } = await command.db
    .updateTable('practice')
    .set(registrationColumns(given.registration, given.plan))
    .set({ version: practice.version + 1, updated_at: command.now })
    .where('id', '=', practice.id)
    .returning('version')
    .executeTakeFirstOrThrow();
  return version;
}

/** Whether the last line of a practice's history is a save by the same person within the half hour before. */
export async function hasJustSaved(command: CommandContext, practiceId: string): Promise<boolean> {
  const last = await command.db
    .selectFrom('history_entry')
    .select(['action', 'account_id', 'at'])
    .where('subject_type', '=', 'practice')
    .where('subject_id', '=', practiceId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return (
    last?.action === 'edit' &&
    last.account_id === command.caller.accountId &&
    Date.parse(command.now) - Date.parse(last.at) < 30 * 60_000
  );
}

export async function setIntake(command: CommandContext, practiceId: string, intake: 1 | 2): Promise<void> {
  await command.db.updateTable('practice').set({ intake }).where('id', '=', practiceId).execute();
}

/** The intake a draft goes into: the one open on the day, else the next to open, else the last. */
export function intakeOn(plan: Pick<Plan, 'intakes'>, today: Day): 1 | 2 {
  const intakes = plan.intakes.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  const open = intakes.find((one) => one.opensOn <= today && today <= one.closesOn);
  const next = intakes.find((one) => today < one.opensOn);
  return (open ?? next ?? intakes.at(-1))?.number ?? 1;
}

/**
 * The source of a replica or a continuation, locked so that two cannot take it at once; null where there is
 * none.
 */
export async function lockSource(command: CommandContext, id: string): Promise<PracticeRow | null> {
  const source = await command.db
    .selectFrom('practice')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return source ?? null;
}

/** The unit's own practice in this campaign that already comes from a source; withdrawn and declined ones are no hindrance. */
export async function takenUpAlready(
  command: CommandContext,
  asked: { sourceId: string; campaignId: string; unitId: string },
): Promise<string | null> {
  const taken = await command.db
    .selectFrom('practice')
    .select('id')
    .where('source_practice_id', '=', asked.sourceId)
    .where('campaign_id', '=', asked.campaignId)
    .where('unit_id', '=', asked.unitId)
    .where('state', 'not in', ['withdrawn', 'declined'])
    .executeTakeFirst();
  return taken?.id ?? null;
}
