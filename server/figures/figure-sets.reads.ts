import { baseFields } from '#domain/campaigns/fields.ts';
import {
  checkFigures,
  figureHeadline,
  type Approximation,
  type FigureKind,
} from '#domain/figures/reported-figure.ts';
import { figureSetActions, figureSetHistoryWords } from '#domain/figures/figure-set.words.ts';
import { yearOf } from '#domain/kernel/day.ts';
import { Problem, type FieldProblem } from '#domain/kernel/problem.ts';
import { registeredStates } from '#domain/practices/practice.states.ts';
import { visibleDocument } from '#server/documents/document-access.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import type { Db } from '#server/platform/database/db.ts';
import { historyOf } from '#server/platform/history.reads.ts';
import { practiceRowsByIds, unitsByIds } from '#server/practices/practice-rows.reads.ts';
import { sql } from 'kysely';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

/** What a committee has reported is open to everybody who works beneath it, as its papers are. */
export function seesSet(read: Pick<ReadContext, 'caller'>, ownerUnitId: string): boolean {
  return read.caller.access.reachesFromBelow('figure.read', ownerUnitId);
}

/** Sets of reported figures, newest period first; with `stageId` those of one stage. */
export async function listFigureSets(read: ReadContext, query: { stageId?: string | undefined }) {
  const { access } = read.caller;
  const sets = await read.db
    .selectFrom('reported_figure_set as figure_set')
    .leftJoin('stage', 'stage.id', 'figure_set.stage_id')
    .selectAll('figure_set')
    .select([
      'stage.name as stage_name',
      sql<number>`(select count(*) from practice where practice.figure_set_id = figure_set.id
        and ${withinScope('practice.unit_id', access.scope('practice.read'))})`.as('practice_count'),
    ])
    .where(withinScope('figure_set.owner_unit_id', access.ownersAbove('figure.read')))
    .$if(query.stageId !== undefined, (one) => one.where('figure_set.stage_id', '=', query.stageId ?? ''))
    .orderBy('figure_set.period_to', 'desc')
    .orderBy('figure_set.period_from', 'desc')
    .orderBy('figure_set.title')
    .execute();
  const figures = await figuresOf(
    read.db,
    sets.map((set) => set.id),
  );
  const unitOf = await unitsByIds(
    read,
    sets.map((set) => set.owner_unit_id),
  );
  return {
    items: sets.map((set) => {
      const own = figures.get(set.id) ?? [];
      return {
        id: set.id,
        title: set.title,
        owner: unitOf(set.owner_unit_id),
        stageName: set.stage_name,
        scope: set.scope,
        periodFrom: set.period_from,
        periodTo: set.period_to,
        sourceText: set.source_text,
        figureCount: own.length,
        practiceCount: set.practice_count,
        failedChecks: checkFigures(own).filter((check) => !check.ok).length,
        headline: figureHeadline(own),
      };
    }),
    canReportFor: reportableUnits(read),
  };
}

/** Units that may report for a stage of their own; villages report through their commune. */
function reportableUnits(read: ReadContext) {
  const scope = read.caller.access.scope('figure.report');
  return read.tree
    .all()
    .filter((unit) => scope.has(unit.id) && unit.kind !== 'village')
    .map(({ id, name, shortName, kind }) => ({ id, name, shortName, kind }));
}

/** A set with its figures, their checks, the practices its paper names, and the register beside, apart. */
export async function readFigureSet(read: ReadContext, id: string) {
  const set = await read.db
    .selectFrom('reported_figure_set')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!set || !seesSet(read, set.owner_unit_id)) throw new Problem('not_found');
  const figures = (await figuresOf(read.db, [id])).get(id) ?? [];
  const unitOf = await unitsByIds(read, [set.owner_unit_id]);
  const mayReport = read.caller.access.can('figure.report', set.owner_unit_id);
  return {
    id,
    title: set.title,
    owner: unitOf(set.owner_unit_id),
    stage: await stageRef(read.db, set.stage_id),
    scope: set.scope,
    periodFrom: set.period_from,
    periodTo: set.period_to,
    sourceDocument: await sourceRef(read.db, set.source_document_id),
    sourceText: set.source_text,
    statedOn: set.stated_on,
    note: set.note,
    version: set.version,
    figures,
    checks: checkFigures(figures),
    practices: await practiceRowsByIds(read, await namedPractices(read, id)),
    register: await registerBeside(read, {
      ownerUnitId: set.owner_unit_id,
      fromYear: yearOf(set.period_from),
      toYear: yearOf(set.period_to),
    }),
    actions: mayReport
      ? figureSetActions.map((action) => ({ ...action, allowed: true, reason: null, mend: null }))
      : [],
    history: (await historyOf(read.db, 'figure_set', id)).map((entry) => ({
      ...entry,
      label: figureSetHistoryWords[entry.action] ?? entry.action,
    })),
  };
}

async function figuresOf(db: Db, setIds: readonly string[]) {
  const rows =
    setIds.length === 0
      ? []
      : await db
          .selectFrom('reported_figure')
          .selectAll()
          .where('set_id', 'in', [...setIds])
          .orderBy('position')
          .execute();
  const figures = rows.map((row) => ({
    setId: row.set_id,
    figure: {
      id: row.id,
      kind: row.kind as FigureKind,
      label: row.label,
      definition: row.definition,
      value: row.value,
      unit: row.unit,
      approx: row.approx as Approximation,
      baseField: baseFields.find((field) => field === row.base_field) ?? null,
      partOfId: row.part_of_id,
      outOfId: row.out_of_id,
      asWritten: row.as_written,
    },
  }));
  const bySet = new Map<string, (typeof figures)[number]['figure'][]>();
  for (const { setId, figure } of figures) {
    const own = bySet.get(setId);
    if (own) own.push(figure);
    else bySet.set(setId, [figure]);
  }
  return bySet;
}

async function stageRef(db: Db, id: string | null) {
  if (id === null) return null;
  return db.selectFrom('stage').select(['id', 'name']).where('id', '=', id).executeTakeFirstOrThrow();
}

async function sourceRef(db: Db, id: string | null) {
  if (id === null) return null;
  return db
    .selectFrom('document')
    .select(['id', 'symbol', 'subject'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function namedPractices(read: ReadContext, setId: string): Promise<string[]> {
  const rows = await read.db
    .selectFrom('practice')
    .select('id')
    .where('figure_set_id', '=', setId)
    .where(withinScope('unit_id', read.caller.access.scope('practice.read')))
    .orderBy('base_field')
    .orderBy('name_folded')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * What the register itself counts for the same unit and years, within what the caller may read. It stands
 * beside the reported figures and is never added to them.
 */
async function registerBeside(
  read: ReadContext,
  asked: { ownerUnitId: string; fromYear: number; toYear: number },
) {
  const readable = read.caller.access.scope('practice.read');
  const units = read.tree.subtree(asked.ownerUnitId).filter((id) => readable.has(id));
  const { registered, recognised, campaigns } = await read.db
    .selectFrom('practice')
    .innerJoin('campaign', 'campaign.id', 'practice.campaign_id')
    .select([
      sql<number>`count(*) filter (where practice.state = any(${[...registeredStates]}::text[]))`.as(
        'registered',
      ),
      sql<number>`count(*) filter (where practice.state = 'recognised')`.as('recognised'),
      sql<number>`count(distinct campaign.id)`.as('campaigns'),
    ])
    .where(sql<boolean>`practice.unit_id = any(${units}::uuid[])`)
    .where('campaign.state', '<>', 'draft')
    .where('campaign.year', '>=', asked.fromYear)
    .where('campaign.year', '<=', asked.toYear)
    .executeTakeFirstOrThrow();
  return { registered, recognised, campaigns };
}

/** The stage and the source paper that a set names must exist and be open to the caller. */
export async function sourceFaults(
  read: ReadContext,
  input: { stageId: string | null; sourceDocumentId: string | null },
): Promise<FieldProblem[]> {
  const { access } = read.caller;
  const faults: FieldProblem[] = [];
  if (input.stageId !== null) {
    const stage = await read.db
      .selectFrom('stage')
      .select('owner_unit_id')
      .where('id', '=', input.stageId)
      .executeTakeFirst();
    if (!stage || !access.reachesFromBelow('campaign.read', stage.owner_unit_id))
      faults.push({ path: 'stageId', message: 'Không tìm thấy giai đoạn này' });
  }
  if (input.sourceDocumentId !== null) {
    const document = await read.db
      .selectFrom('document')
      .select('id')
      .where('id', '=', input.sourceDocumentId)
      .where(visibleDocument(read))
      .executeTakeFirst();
    if (!document) faults.push({ path: 'sourceDocumentId', message: 'Không tìm thấy văn bản này trong sổ' });
  }
  return faults;
}
