import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Approximation, FigureKind } from '#domain/figures/reported-figure.ts';
import { Problem } from '#domain/kernel/problem.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import type { Nature, Subject } from '#domain/practices/practice.states.ts';
import type { CommandContext } from '#server/platform/commands/context.ts';

interface FigureInput {
  readonly key: string;
  readonly kind: FigureKind;
  readonly label: string;
  readonly definition: string;
  readonly value: number;
  readonly unit: string;
  readonly approx: Approximation;
  readonly baseField: BaseField | null;
  /** Keys of other figures of the set. */
  readonly partOf: string | null;
  readonly outOf: string | null;
  readonly asWritten: string;
}

export interface FigureSetInput {
  readonly ownerUnitId: string;
  readonly stageId: string | null;
  readonly title: string;
  readonly scope: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly sourceDocumentId: string | null;
  readonly sourceText: string;
  readonly statedOn: string | null;
  readonly note: string;
  readonly figures: readonly FigureInput[];
}

function columnsOf(set: FigureSetInput) {
  return {
    owner_unit_id: set.ownerUnitId,
    stage_id: set.stageId,
    title: set.title,
    scope: set.scope,
    period_from: set.periodFrom,
    period_to: set.periodTo,
    source_document_id: set.sourceDocumentId,
    source_text: set.sourceText,
    stated_on: set.statedOn,
    note: set.note,
  };
}

/** The set with its figures' ids by key. */
export async function insertFigureSet(
  command: CommandContext,
  set: FigureSetInput,
): Promise<{ id: string; figureIds: ReadonlyMap<string, string> }> {
  const id = command.newId();
  await command.db
    .insertInto('reported_figure_set')
    .values({ id, ...columnsOf(set), created_at: command.now, updated_at: command.now })
    .execute();
  return { id, figureIds: await insertFigures(command, id, set.figures) };
}

/** In one statement, so that a figure may point at another that stands after it. */
async function insertFigures(
  command: CommandContext,
  setId: string,
  figures: readonly FigureInput[],
): Promise<ReadonlyMap<string, string>> {
  const idOf = new Map(figures.map((figure) => [figure.key, command.newId()]));
  // A paper may name practices and tell no figure of the movement.
  if (figures.length === 0) return idOf;
  const target = (key: string | null): string | null => (key === null ? null : (idOf.get(key) ?? null));
  await command.db
    .insertInto('reported_figure')
    .values(
      figures.map((figure, position) => ({
        id: idOf.get(figure.key) ?? command.newId(),
        set_id: setId,
        position,
        kind: figure.kind,
        label: figure.label,
        definition: figure.definition,
        value: figure.value,
        unit: figure.unit,
        approx: figure.approx,
        base_field: figure.baseField,
        part_of_id: target(figure.partOf),
        out_of_id: target(figure.outOf),
        as_written: figure.asWritten,
      })),
    )
    .execute();
  return idOf;
}

/** The set, locked until the transaction ends. */
export async function lockFigureSet(command: CommandContext, id: string) {
  const row = await command.db
    .selectFrom('reported_figure_set')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Problem('not_found');
  return row;
}

export type LockedSet = Awaited<ReturnType<typeof lockFigureSet>>;

/** What the set says now, whole: kept in the history before it is corrected. */
export async function figureSetAsSaid(
  command: CommandContext,
  set: LockedSet,
): Promise<Record<string, unknown>> {
  const figures = await command.db
    .selectFrom('reported_figure')
    .selectAll()
    .where('set_id', '=', set.id)
    .orderBy('position')
    .execute();
  const labelOf = new Map(figures.map((figure) => [figure.id, figure.label]));
  return {
    ownerUnitId: set.owner_unit_id,
    stageId: set.stage_id,
    title: set.title,
    scope: set.scope,
    periodFrom: set.period_from,
    periodTo: set.period_to,
    sourceDocumentId: set.source_document_id,
    sourceText: set.source_text,
    statedOn: set.stated_on,
    note: set.note,
    figures: figures.map((figure) => ({
      kind: figure.kind,
      label: figure.label,
      definition: figure.definition,
      value: figure.value,
      unit: figure.unit,
      approx: figure.approx,
      baseField: figure.base_field,
      partOf: figure.part_of_id === null ? null : labelOf.get(figure.part_of_id),
      outOf: figure.out_of_id === null ? null : labelOf.get(figure.out_of_id),
      asWritten: figure.as_written,
    })),
  };
}

/** The set says this from now on; practices entered from its paper stay with its stage and its source. */
export async function replaceFigureSet(
  command: CommandContext,
  set: LockedSet,
  input: FigureSetInput,
): Promise<number> {
  await command.db
    .updateTable('reported_figure_set')
    .set({ ...columnsOf(input), updated_at: command.now, version: set.version + 1 })
    .where('id', '=', set.id)
    .execute();
  const passages = await takePassages(command, set.id);
  await command.db.deleteFrom('reported_figure').where('set_id', '=', set.id).execute();
  await insertFigures(command, set.id, input.figures);
  await givePassages(command, set.id, passages);
  await command.db
    .updateTable('practice')
    .set({ stage_id: input.stageId, source_document_id: input.sourceDocumentId })
    .where('figure_set_id', '=', set.id)
    .execute();
  return set.version + 1;
}

interface PassageOf {
  readonly factId: string;
  readonly asWritten: string;
  readonly position: number;
}

/** Passages of read papers point at figures that are about to be written anew. */
async function takePassages(command: CommandContext, setId: string): Promise<PassageOf[]> {
  const passages = await command.db
    .selectFrom('reading_fact')
    .innerJoin('reported_figure', 'reported_figure.id', 'reading_fact.figure_id')
    .select(['reading_fact.id as factId', 'as_written as asWritten', 'reported_figure.position'])
    .where('reported_figure.set_id', '=', setId)
    .execute();
  if (passages.length > 0)
    await command.db
      .updateTable('reading_fact')
      .set({ figure_id: null })
      .where(
        'id',
        'in',
        passages.map((one) => one.factId),
      )
      .execute();
  return passages;
}

/** Each passage goes to the figure that is written as it was; of several, to the nearest in the list. */
async function givePassages(
  command: CommandContext,
  setId: string,
  passages: readonly PassageOf[],
): Promise<void> {
  if (passages.length === 0) return;
  const figures = await command.db
    .selectFrom('reported_figure')
    .select(['id', 'as_written', 'position'])
    .where('set_id', '=', setId)
    .execute();
  for (const passage of passages) {
    const [nearest] = figures
      .filter((figure) => figure.as_written === passage.asWritten)
      .toSorted((a, b) => Math.abs(a.position - passage.position) - Math.abs(b.position - passage.position));
    if (nearest)
      await command.db
        .updateTable('reading_fact')
        .set({ figure_id: nearest.id })
        .where('id', '=', passage.factId)
        .execute();
  }
}

export interface NamedPractice {
  readonly name: string;
  readonly nature: Nature;
  readonly subject: Subject;
  readonly baseField: BaseField | null;
  readonly unitId: string;
  readonly placeText: string;
  readonly ownerName: string;
  readonly passage: string;
  /** The unit that its place is, of the paper's day. */
  readonly placeUnitId?: string | null;
  /** The practice of the register that it goes on from. */
  readonly sourcePracticeId?: string | null;
}

/** Practices that a paper names: known from it alone, with the passage, outside every campaign. */
export async function insertDocumented(
  command: CommandContext,
  set: LockedSet,
  practices: readonly NamedPractice[],
): Promise<string[]> {
  const rows = practices.map((practice) => ({
    id: command.newId(),
    campaign_id: null,
    stage_id: set.stage_id,
    figure_set_id: set.id,
    unit_id: practice.unitId,
    state: 'documented',
    nature: practice.nature,
    subject: practice.subject,
    origin: practice.sourcePracticeId ? 'continued' : 'new',
    source_practice_id: practice.sourcePracticeId ?? null,
    base_field: practice.baseField,
    name: practice.name,
    name_folded: foldVietnamese(practice.name),
    place_unit_id: practice.placeUnitId ?? null,
    place_text: practice.placeText,
    owner_name: practice.ownerName,
    source_document_id: set.source_document_id,
    source_passage: practice.passage,
    created_by: command.caller.accountId,
    created_at: command.now,
    updated_at: command.now,
  }));
  await command.db.insertInto('practice').values(rows).execute();
  return rows.map((row) => row.id);
}

/** Names (folded) that stand in the set for a unit already. */
export async function namesInSet(command: CommandContext, setId: string): Promise<Set<string>> {
  const rows = await command.db
    .selectFrom('practice')
    .select(['unit_id', 'name_folded'])
    .where('figure_set_id', '=', setId)
    .execute();
  return new Set(rows.map((row) => nameKey(row.unit_id, row.name_folded)));
}

export function nameKey(unitId: string, nameFolded: string): string {
  return `${unitId} ${nameFolded}`;
}
