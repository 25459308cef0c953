import type { FileAnswer, ParsedQuery, ResponseOf } from '#contract/endpoint.ts';
import type { reportInterchangeApi } from '#contract/report-interchange.ts';
import { isDay } from '#domain/kernel/day.ts';
import { invalidInput } from '#domain/kernel/problem.ts';
import { guardCell } from '#domain/reports/interchange-table.ts';
import { decimalText } from '#domain/reports/interchange-decimal.ts';
import { withinScopes } from '#server/organisations/within-scope.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { exactColumn, figuresFrom } from '#server/reports/exact.reads.ts';
import { loadForms, revisionOf, type FormRecord } from '#server/reports/form-record.reads.ts';
import { sql } from 'kysely';
import { areaAsked, type Span } from './report-files.reads.ts';
import { unitSaid, unitSaidOn } from './unit-codes.reads.ts';
import { csvLine, inBytes } from './write-report-file.ts';

type Api = typeof reportInterchangeApi;
type Answer = ResponseOf<Api['GET /api/report-figures']>;
type Item = Answer['items'][number];
type Asked = Span & { readonly formCode: string; readonly indicator?: string | undefined };

/** Figures of sent reports, page by page in an order that new reports do not shift. */
export async function reportFigures(
  context: ReadContext,
  asked: ParsedQuery<Api['GET /api/report-figures']>,
): Promise<Answer> {
  const forms = await formsAsked(context, asked.formCode);
  const rows = await sentAfter(context, { ...asked, forms, after: readMark(asked.after), size: asked.size });
  const last = rows.at(-1);
  return {
    asOf: context.now,
    items: rows.flatMap((row) => itemsOf(forms, row, asked.indicator)),
    next: last && rows.length === asked.size ? markOf(last) : null,
  };
}

const csvColumns = [
  'formOwnerCode',
  'unitCode',
  'unitName',
  'period',
  'formRevision',
  'indicator',
  'value',
  'counted',
  'stated',
  'state',
  'revision',
] as const satisfies readonly (keyof Item)[];

export async function reportFiguresCsv(context: ReadContext, asked: Asked): Promise<FileAnswer> {
  const forms = await formsAsked(context, asked.formCode);
  return {
    fileName: `so-lieu-${asked.formCode}-${asked.from}-${asked.to}.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content: inBytes(csvText(context, { ...asked, forms })),
  };
}

async function* csvText(
  context: ReadContext,
  asked: Asked & { forms: readonly KnownForm[] },
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine([...csvColumns])}`;
  const size = 500;
  let after: Mark | null = null;
  for (;;) {
    const rows: Row[] = await sentAfter(context, { ...asked, after, size });
    for (const row of rows)
      for (const item of itemsOf(asked.forms, row, asked.indicator))
        yield csvLine(csvColumns.map((key) => csvCell(key, item[key])));
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = markAt(last);
  }
}

/** Names are words of officers: one that looks like a formula is told as words. */
function csvCell(key: (typeof csvColumns)[number], value: string | number | null): string | null {
  if (value === null) return null;
  return key === 'unitName' || key === 'unitCode' || key === 'formOwnerCode'
    ? guardCell(String(value))
    : String(value);
}

interface KnownForm {
  readonly form: FormRecord;
  readonly ownerCode: string;
}

/** Forms of a code that reach the caller: several offices may each have one. */
async function formsAsked(context: ReadContext, code: string): Promise<KnownForm[]> {
  const owners = context.caller.access.ownersAbove('unit_report.read');
  const forms = (await loadForms(context.db, { owners })).filter((form) => form.code === code);
  return Promise.all(
    forms.map(async (form) => ({
      form,
      ownerCode: (await unitSaid(context.db, form.ownerUnitId, context.today))?.code ?? '',
    })),
  );
}

/** Behind which report a page begins. */
interface Mark {
  readonly periodFrom: string;
  readonly unitId: string;
  readonly formId: string;
}

function markAt(row: Row): Mark {
  return { periodFrom: row.period_from, unitId: row.unit_id, formId: row.form_id };
}

function markOf(row: Row): string {
  return `${row.period_from}.${row.unit_id}.${row.form_id}`;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function readMark(text: string | undefined): Mark | null {
  if (text === undefined) return null;
  const [periodFrom = '', unitId = '', formId = ''] = text.split('.');
  if (!isDay(periodFrom) || !uuid.test(unitId) || !uuid.test(formId))
    throw invalidInput([{ path: 'after', message: 'Dùng đúng giá trị “next” của trang trước' }]);
  return { periodFrom, unitId, formId };
}

type Row = Awaited<ReturnType<typeof sentAfter>>[number];

async function sentAfter(
  context: ReadContext,
  asked: Span & { forms: readonly KnownForm[]; after: Mark | null; size: number },
) {
  const scopes = areaAsked(context, asked.within);
  if (asked.forms.length === 0 || scopes.some((scope) => scope.isEmpty)) return [];
  const { after } = asked;
  let query = context.db
    .selectFrom('report')
    .innerJoinLateral(unitSaidOn('report.unit_id', 'report.period_to'), (join) => join.onTrue())
    .select([
      'report.unit_id',
      'form_id',
      'said.code as unit_code',
      'said.name as unit_name',
      'form_revision',
      'period_from',
      'period_to',
      'state',
      'figure_revision',
      exactColumn('report.counted').as('counted'),
      exactColumn('report.stated').as('stated'),
      exactColumn('report.figures').as('figures'),
    ])
    .where(
      'form_id',
      'in',
      asked.forms.map(({ form }) => form.id),
    )
    .where('state', 'in', ['submitted', 'accepted'])
    .where('period_from', '>=', asked.from)
    .where('period_to', '<=', asked.to)
    .where(withinScopes('report.unit_id', scopes));
  if (after)
    query = query.where(
      sql<boolean>`(period_from, report.unit_id, form_id) > (${after.periodFrom}::date, ${after.unitId}::uuid, ${after.formId}::uuid)`,
    );
  return query
    .orderBy('period_from')
    .orderBy('report.unit_id')
    .orderBy('form_id')
    .limit(asked.size)
    .execute();
}

function itemsOf(forms: readonly KnownForm[], row: Row, only: string | undefined): Item[] {
  const known = forms.find(({ form }) => form.id === row.form_id);
  if (!known) return [];
  const [counted, stated, figures] = [row.counted, row.stated, row.figures].map(figuresFrom);
  return revisionOf(known.form, row.form_revision).content.indicators.flatMap((indicator, at) => {
    if (only !== undefined && indicator.code !== only) return [];
    const { decimals } = indicator;
    return {
      formOwnerCode: known.ownerCode,
      unitCode: row.unit_code,
      unitName: row.unit_name,
      period: `${row.period_from}/${row.period_to}`,
      formRevision: row.form_revision,
      indicator: indicator.code,
      value: decimalText(figures?.[at] ?? null, decimals),
      counted: decimalText(counted?.[at] ?? null, decimals),
      stated: decimalText(stated?.[at] ?? null, decimals),
      state: row.state as Item['state'],
      revision: row.figure_revision,
    };
  });
}
