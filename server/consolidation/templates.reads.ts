import type { consolidationApi } from '#contract/consolidation.ts';
import type { FileAnswer, ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import { layoutOfKind } from '#domain/documents/issuing-bodies.ts';
import { Problem } from '#domain/kernel/problem.ts';
import type { CheckedPlaceholder } from '#domain/reports/consolidated-placeholders.ts';
import { namesOn } from '#server/organisations/asked-day.reads.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { currentRevision, visibleForm } from '#server/reports/form-record.reads.ts';
import { sql } from 'kysely';
import { starterTemplate } from '#server/word/starter-template.ts';
import { wordMediaType } from '#server/word/word-media-type.ts';

type Api = typeof consolidationApi;

function templates({ db }: Pick<ReadContext, 'db'>) {
  return db
    .selectFrom('paper_template as template')
    .innerJoin('file', 'file.id', 'template.file_id')
    .leftJoin('report_form as form', 'form.id', 'template.form_id')
    .leftJoin('account', 'account.id', 'template.added_by')
    .select([
      'template.id',
      'template.family_id',
      'template.owner_unit_id',
      'template.name',
      'template.form_id',
      'form.name as form_name',
      'template.revision',
      'template.placeholders',
      'template.added_at',
      'template.retired_at',
      'account.display_name as added_by_name',
      'file.id as file_id',
      'file.name as file_name',
      'file.media_type',
      'file.size',
      'file.sha256',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof templates>['execute']>>[number];

/** Templates of the caller's office and of those above it, the newest version of each first. */
export async function listTemplates(
  context: ReadContext,
  query: ParsedQuery<Api['GET /api/paper-templates']>,
): Promise<ResponseOf<Api['GET /api/paper-templates']>> {
  const { access } = context.caller;
  const matching = templates(context).where(reachesCaller(context, query));
  const { total } = await matching
    .clearSelect()
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .orderBy('template.name')
    .orderBy('template.family_id')
    .orderBy('template.revision', 'desc')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute();
  const names = await namesOn(
    context,
    context,
    rows.map((row) => row.owner_unit_id),
  );
  return {
    total,
    items: rows.map((row) => ({
      id: row.id,
      familyId: row.family_id,
      owner: names.of(row.owner_unit_id),
      name: row.name,
      formId: row.form_id,
      formName: row.form_name,
      revision: row.revision,
      file: {
        id: row.file_id,
        name: row.file_name,
        mediaType: row.media_type,
        size: row.size,
        hasPreview: false,
      },
      placeholders: [...(row.placeholders as unknown as CheckedPlaceholder[])],
      addedAt: row.added_at,
      addedByName: row.added_by_name,
      retired: row.retired_at !== null,
      canManage: access.can('report_form.manage', row.owner_unit_id),
    })),
  };
}

/** Of offices of the caller or above; for a form also those that suit every form. */
function reachesCaller(
  { caller: { access } }: ReadContext,
  { formId, offered }: ParsedQuery<Api['GET /api/paper-templates']>,
) {
  const form =
    formId === undefined ? sql`true` : sql`(template.form_id = ${formId}::uuid or template.form_id is null)`;
  return sql<boolean>`
    (${withinScope('template.owner_unit_id', access.scope('unit_report.read'))}
      or ${withinScope('template.owner_unit_id', access.ownersAbove('unit_report.read'))})
    and ${form} and ${offered === 'yes' ? sql`template.retired_at is null` : sql`true`}`;
}

/** A template that reaches the caller: of an office of his, or of one above. */
export async function visibleTemplate(context: ReadContext, id: string): Promise<Row> {
  const row = await templates(context).where('template.id', '=', id).executeTakeFirst();
  if (!row || !context.caller.access.reachesFromBelow('unit_report.read', row.owner_unit_id))
    throw new Problem('not_found');
  return row;
}

/** The newest version of a template's family. */
export async function newestOfFamily(
  context: Pick<ReadContext, 'db'>,
  familyId: string,
): Promise<Row | null> {
  const row = await templates(context)
    .where('template.family_id', '=', familyId)
    .orderBy('template.revision', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

/** A template to begin with, in the layout of the office that owns the form. */
export async function starterFile(context: ReadContext, formId: string): Promise<FileAnswer> {
  const form = await visibleForm(context, formId);
  const { content } = currentRevision(form, context.today);
  const names = await namesOn(context, context, [form.ownerUnitId]);
  return {
    fileName: `Mẫu ${form.name}.docx`,
    mediaType: wordMediaType,
    content: await starterTemplate(content, layoutOfKind(names.of(form.ownerUnitId).kind)),
  };
}
