import { longText, optionalShortText, shortText } from '#domain/kernel/text.ts';
import { z } from 'zod';
import { dueRuleSchema } from './due.ts';
import { decimalChoices } from './figure-text.ts';
import { profileFactNames, profileFacts } from './profile-facts.ts';
import { happensInPeriod, isPracticeCount, registerMeasures } from './register-measures.ts';
import { noReminders, reminderRuleSchema } from './reminders.ts';

/**
 * A report form as data (domain.md §4): narrative sections and indicators. Versioned; a version holds for the
 * periods that begin while it is valid, and a report keeps the version it was answered with. The schemas are made in
 * functions, so that screens that only look for faults take none of them along.
 */

const codeSchema = /* @__PURE__ */ makeCodeSchema();

function makeCodeSchema() {
  return z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Mã chỉ gồm chữ thường không dấu, số và dấu _');
}

export const sectionSchema = /* @__PURE__ */ makeSectionSchema();

function makeSectionSchema() {
  return z.object({
    code: codeSchema,
    title: shortText(200),
    /** What to write, shown beside the field. */
    guidance: optionalShortText(600).default(''),
    required: z.boolean().default(false),
    /** Stands below another one in the paper. */
    level: z.union([z.literal(1), z.literal(2)]).default(1),
  });
}

/**
 * Where a figure comes from. `register`: counted, never typed (a unit that states another says why, and both
 * stay). `profile`: the same with what is kept of the place by year. `entered`: typed. `sum`, `share`: from other
 * figures of the same form.
 */
const sourceSchema = /* @__PURE__ */ makeSourceSchema();

function makeSourceSchema() {
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('register'),
      measure: z.enum(registerMeasures),
      /** Only practices of one of the four fields. */
      baseField: z
        .enum(['economy', 'culture_society', 'defence_security', 'political_system'])
        .nullable()
        .default(null),
    }),
    z.object({ kind: z.literal('profile'), fact: z.enum(profileFactNames) }),
    z.object({ kind: z.literal('entered'), required: z.boolean().default(false) }),
    z.object({ kind: z.literal('sum'), of: z.array(codeSchema).min(1).max(40) }),
    z.object({ kind: z.literal('share'), part: codeSchema, whole: codeSchema }),
  ]);
}

/**
 * What may be added up over units. `sum`: amounts. `units`: a distinct count of the units with more than none, which
 * is no sum of their amounts. `share`: from the sums of part and whole, so that it carries its denominator.
 * `none`: turns are not people, and what cannot be added is left empty above.
 */
export const aggregations = ['sum', 'units', 'share', 'none'] as const;
export type Aggregation = (typeof aggregations)[number];

export const indicatorSchema = /* @__PURE__ */ makeIndicatorSchema();

function makeIndicatorSchema() {
  return z.object({
    code: codeSchema,
    label: shortText(200),
    definition: shortText(600),
    unit: shortText(40),
    group: optionalShortText(120).default(''),
    /** Digits after the comma: amounts are kept as whole numbers of the smallest step, so that sums are exact. */
    decimals: z.literal(decimalChoices).default(0),
    source: sourceSchema,
    aggregation: z.enum(aggregations),
    /** May not exceed that one ("trong đó"). */
    partOf: codeSchema.nullable().default(null),
  });
}

/** Of settings that came later: what forms saved before have. */
export const formDefaults = { approvedByAnother: false, reminders: noReminders };

export const formContentSchema = /* @__PURE__ */ makeFormContentSchema();

function makeFormContentSchema() {
  return z
    .object({
      sections: z.array(sectionSchema).max(40),
      indicators: z.array(indicatorSchema).max(200),
      due: dueRuleSchema,
      /** Signed off inside the unit before it is sent. */
      needsApproval: z.boolean().default(false),
      /** Whoever wrote the report last does not sign it off. */
      approvedByAnother: z.boolean().default(formDefaults.approvedByAnother),
      /** "Không có nội dung báo cáo" is an answer. */
      mayBeNothing: z.boolean().default(true),
      /** Days late from which the level above sees it on its home page. */
      escalateAfterDays: z.number().int().min(1).max(120).default(5),
      /** When units that have not sent are reminded. */
      reminders: reminderRuleSchema.default(formDefaults.reminders),
      /** A paper of its own goes with it: the outline of the consolidated report. */
      note: longText(2_000).default(''),
    })
    .superRefine((content, context) => {
      for (const fault of formFaults(content))
        context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message });
      if (content.approvedByAnother && !content.needsApproval)
        context.addIssue({
          code: 'custom',
          path: ['approvedByAnother'],
          message: 'Chỉ biểu phải duyệt trong đơn vị mới có người duyệt khác người soạn',
        });
    });
}

export type Section = z.infer<typeof sectionSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type FormContent = z.infer<typeof formContentSchema>;

/** What is wrong with a form, each with its place. */
export function formFaults(content: {
  readonly sections: readonly Pick<Section, 'code'>[];
  readonly indicators: readonly Indicator[];
}): { path: (string | number)[]; message: string }[] {
  const faults: { path: (string | number)[]; message: string }[] = [];
  const repeated = (list: readonly { code: string }[], field: string) => {
    for (const [at, one] of list.entries())
      if (list.findIndex((other) => other.code === one.code) !== at)
        faults.push({ path: [field, at, 'code'], message: `Mã “${one.code}” dùng hai lần` });
  };
  repeated(content.sections, 'sections');
  repeated(content.indicators, 'indicators');
  const before = new Set<string>();
  for (const [at, indicator] of content.indicators.entries()) {
    for (const code of namedBy(indicator))
      if (!before.has(code))
        faults.push({
          path: ['indicators', at, 'source'],
          message: `Công thức dẫn tới “${code}”, chỉ tiêu này phải đứng trước trong biểu`,
        });
    if (indicator.partOf !== null && !content.indicators.some((one) => one.code === indicator.partOf))
      faults.push({ path: ['indicators', at, 'partOf'], message: 'Không tìm thấy chỉ tiêu tổng' });
    if ((indicator.source.kind === 'share') !== (indicator.aggregation === 'share'))
      faults.push({
        path: ['indicators', at, 'aggregation'],
        message: 'Tỷ lệ được tính lại từ tổng của tử số và mẫu số, không cộng',
      });
    if (
      indicator.source.kind === 'profile' &&
      profileFacts[indicator.source.fact].aggregation === 'none' &&
      indicator.aggregation === 'sum'
    )
      faults.push({
        path: ['indicators', at, 'aggregation'],
        message: `“${indicator.label}” là tỷ lệ của từng nơi, không cộng được qua các đơn vị`,
      });
    for (const { field, message } of mismatches(indicator, content.indicators))
      faults.push({ path: ['indicators', at, field], message });
    before.add(indicator.code);
  }
  return faults;
}

/** Figures that are added, compared or divided must be counted in the same thing and to the same step. */
function mismatches(
  indicator: Indicator,
  all: readonly Indicator[],
): { field: 'source' | 'partOf' | 'decimals'; message: string }[] {
  const { source } = indicator;
  const named = (code: string | null) => all.find((one) => one.code === code && one !== indicator);
  const found: ReturnType<typeof mismatches> = [];
  if (indicator.aggregation === 'units' && indicator.decimals > 0)
    found.push({ field: 'decimals', message: 'Chỉ tiêu đếm số đơn vị không có chữ số thập phân' });
  const compare = (field: 'source' | 'partOf', a: Indicator | undefined, b: Indicator | undefined) => {
    if (!a || !b) return;
    if (a.decimals !== b.decimals)
      found.push({ field, message: `“${a.label}” và “${b.label}” có số chữ số thập phân khác nhau` });
    if (!sameUnit(a, b))
      found.push({
        field,
        message: `“${a.label}” tính bằng “${a.unit}”, “${b.label}” tính bằng “${b.unit}”; chỉ gộp chỉ tiêu cùng đơn vị tính`,
      });
  };
  const whole = named(indicator.partOf);
  compare('partOf', indicator, whole);
  if (whole && countsByDay(indicator) && countsPractices(whole) && !countsByDay(whole))
    found.push({
      field: 'partOf',
      message: `“${indicator.label}” đếm theo ngày trong kỳ, kể cả của đợt năm khác, nên không phải một phần của “${whole.label}”`,
    });
  if (source.kind === 'sum') for (const code of source.of) compare('source', indicator, named(code));
  if (source.kind === 'share') {
    const [part, base] = [named(source.part), named(source.whole)];
    compare('source', part, base);
    if (part && base && part.aggregation !== base.aggregation)
      found.push({ field: 'source', message: 'Tử số và mẫu số phải được cộng lên trên theo cùng một cách' });
  }
  return found;
}

/** What the register counts are practices, whether a form calls them models, exemplars, collectives or households. */
function sameUnit(a: Indicator, b: Indicator): boolean {
  const word = ({ unit }: Indicator) => unit.normalize('NFC').trim().toLowerCase();
  return word(a) === word(b) || (countsPractices(a) && countsPractices(b));
}

function countsByDay(indicator: Indicator): boolean {
  return (
    indicator.source.kind === 'register' &&
    countsPractices(indicator) &&
    happensInPeriod(indicator.source.measure)
  );
}

function countsPractices({ source, aggregation }: Indicator): boolean {
  return source.kind === 'register' && aggregation !== 'units' && isPracticeCount(source.measure);
}

export type SourceKind = Indicator['source']['kind'];

/** A figure of such a source stands already when a report is begun, and is typed only where the unit says otherwise. */
export function isFilledIn(source: SourceKind): boolean {
  return source === 'register' || source === 'profile';
}

/** A figure of such a source is reckoned from others of its form, and never typed. */
export function isReckoned(source: SourceKind): boolean {
  return source === 'sum' || source === 'share';
}

/** The figures that a figure is made of. */
export function namedBy(indicator: Pick<Indicator, 'source'>): readonly string[] {
  const { source } = indicator;
  if (source.kind === 'sum') return source.of;
  return source.kind === 'share' ? [source.part, source.whole] : [];
}
