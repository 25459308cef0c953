import { attachedNote } from '#domain/documents/edit-paper.ts';
import { documentTypeName, printedTypeName } from '#domain/documents/document-types.ts';
import { appendix, cell, heading, leadIn, list, paper, paragraph } from '#domain/documents/paper-parts.ts';
import { paperHead, type PaperHead } from '#domain/documents/paper-head.ts';
import type { Block, Paper, Run } from '#domain/documents/paper.ts';
import { formatDay, yearOf, type Day } from '#domain/kernel/day.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { UnitOnDay } from '#domain/organisations/unit.ts';
import {
  blocksOfWords,
  fieldOfSection,
  figureSection,
  headingOf,
  outlineOf,
  type OutlinePart,
} from '#domain/reports/consolidated-outline.ts';
import { roman } from '#domain/kernel/roman.ts';
import { periodWords } from '#domain/reports/report-period.ts';
import type { Candidate } from '#server/consolidation/candidates.reads.ts';
import type { Gathered } from '#server/consolidation/gather.reads.ts';
import { profileLines, type PlaceProfile } from '#server/consolidation/place-profile.reads.ts';
import { exemplarySentence } from './consolidated-examples.ts';
import { linkedDay, totalsLink } from './consolidated-links.ts';
import { comparisonTable, figureLines, unitTables } from './consolidated-figures.ts';
import { Figures } from './figures.ts';
import { quotedBlocks } from './unit-words.ts';

/** What a correction says of the paper that it replaces. */
export interface Correction {
  readonly symbol: string;
  readonly issuedOn: Day | null;
  readonly reason: string;
}

export interface ConsolidatedDraft {
  readonly gathered: Gathered;
  readonly profile: PlaceProfile | null;
  /** The practices chosen as examples. */
  readonly examples: readonly Candidate[];
  readonly correction: Correction | null;
  readonly today: Day;
  readonly tree: OrganisationTree;
}

/**
 * The consolidated report as a paper: the outline of the form; under each section the unit's own words and the
 * sentences from below with their units; figures, comparison and examples where the form speaks of results; a table
 * of units and indicators at the end.
 */
export function consolidatedPaper(draft: ConsolidatedDraft): Paper {
  const { gathered, today, tree } = draft;
  const owner = tree.unit(gathered.unitId);
  const head = headFor(tree, owner);
  const asOf = gathered.period.to < today ? gathered.period.to : today;
  const figures = new Figures({ campaignId: null, scope: gathered.unit.name, asOf });
  const body = [...opening(draft, head, figures), ...sections(draft, figures)];
  const unnoted = frame(draft, { owner, head, blocks: body });
  const note = attachedNote(unnoted, documentTypeName('BC'), head.speaker);
  const tables = gathered.ownOnly ? [] : unitTables(gathered, figures);
  const blocks: Block[] =
    tables.length === 0
      ? body
      : [
          ...body,
          appendix('BIỂU TỔNG HỢP SỐ LIỆU THEO ĐƠN VỊ', { orientation: 'landscape', note }),
          ...tables,
        ];
  return { ...unnoted, blocks, traces: figures.traces };
}

function headFor(tree: OrganisationTree, owner: UnitOnDay): PaperHead {
  const parent = owner.parentId === null ? null : (tree.find(owner.parentId) ?? null);
  return paperHead('leadership', owner, { parent, signer: null });
}

function frame(
  { gathered, today, tree }: ConsolidatedDraft,
  given: { owner: UnitOnDay; head: PaperHead; blocks: readonly Block[] },
): Paper {
  const { owner, head } = given;
  const parent = owner.parentId === null ? undefined : tree.find(owner.parentId);
  return paper({
    layout: head.layout,
    parentBody: head.parentBody,
    issuer: head.issuer,
    symbol: { number: null, typeCode: 'BC', issuerCode: head.issuerCode },
    place: placeOf(owner),
    draftYear: yearOf(today),
    typeName: printedTypeName('BC'),
    subject: subjectOf(gathered),
    blocks: [...given.blocks],
    signatures: [head.signature],
    recipients: [
      ...(parent ? [`${parent.name} (b/c)`] : []),
      ...(gathered.ownOnly ? ['Cấp ủy viên'] : ['Các đơn vị trực thuộc']),
      head.fileCopy,
    ],
  });
}

/** "Thị ủy Hương Trà" writes from Hương Trà, "Đảng ủy phường Trần Phú" from Phường Trần Phú. */
function placeOf(owner: UnitOnDay): string {
  const bare = owner.shortName.replace(/^(?:(?:tỉnh|thị|thành|huyện|quận|đảng) (?:ủy|uỷ)|đảng bộ)\s+/iu, '');
  return `${bare.charAt(0).toLocaleUpperCase('vi')}${bare.slice(1)}`;
}

/** "tổng kết phong trào “Dân vận khéo” giai đoạn 2017 - 2020", from the form's name and the period. */
function subjectOf({ form, period }: Pick<Gathered, 'form' | 'period'>): string {
  const words = periodWords(form.periodKind, period);
  const about = form.name.replace(/^báo cáo\s+/iu, '');
  const bare = about.replace(/^(?:tháng|quý|6 tháng|năm)\s+/iu, '');
  if (bare !== about) return `kết quả thực hiện ${bare} ${words}`;
  return `${words.startsWith('giai đoạn') ? about.replace(/\s*giai đoạn/iu, '') : about} ${words}`;
}

function opening(draft: ConsolidatedDraft, head: PaperHead, figures: Figures): Block[] {
  const { gathered, correction } = draft;
  const words = periodWords(gathered.form.periodKind, gathered.period);
  const replaces =
    correction === null
      ? []
      : [
          paragraph(
            `Báo cáo này thay thế Báo cáo số ${correction.symbol}${correction.issuedOn ? `, ngày ${formatDay(correction.issuedOn)}` : ''}; lý do: ${correction.reason}`,
          ),
        ];
  if (gathered.ownOnly) return [...replaces, paragraph(`${head.speaker} báo cáo kết quả ${words} như sau:`)];
  return [
    ...replaces,
    paragraph([
      `${head.speaker} tổng hợp kết quả ${words} từ báo cáo của `,
      ...sentOfExpected(gathered, figures),
      ' đơn vị như sau:',
    ]),
  ];
}

/** "33/39": never without what it is out of. */
function sentOfExpected(gathered: Gathered, figures: Figures): (string | Run)[] {
  const { reports, form, period, unitId } = gathered;
  return [
    figures.of('bao_cao.da_gui', {
      label: 'Báo cáo đã gửi',
      definition: 'Báo cáo của kỳ đã gửi và không bị trả lại, của đơn vị và các đơn vị trực thuộc.',
      value: reports.length,
      unit: 'báo cáo',
      link: totalsLink({ formId: form.id, periodFrom: period.from, unitId, day: linkedDay(gathered) }),
      ids: reports.map((one) => one.id),
    }),
    '/',
    figures.of('bao_cao.phai_gui', {
      label: 'Đơn vị phải gửi báo cáo',
      definition: 'Đơn vị thuộc đối tượng của biểu mẫu vào ngày cuối kỳ.',
      value: gathered.expected,
      unit: 'đơn vị',
      link: totalsLink({ formId: form.id, periodFrom: period.from, unitId, day: linkedDay(gathered) }),
    }),
  ];
}

function sections(draft: ConsolidatedDraft, figures: Figures): Block[] {
  const { gathered } = draft;
  const parts = outlineOf(gathered.revision.content.sections);
  const figuresUnder = figureSection(parts);
  const told = parts.flatMap((part) => [
    headingOf(part),
    ...(part.code === 'profile' ? profileBlocks(draft.profile) : []),
    ...(part.code === figuresUnder ? resultBlocks(draft, figures) : []),
    ...fieldExamples(draft, part, figures),
    ...wordBlocks(draft, figures, { part, hasOther: part.code === figuresUnder }),
  ]);
  if (figuresUnder !== null) return told;
  const number = parts.filter((part) => part.level === 1).length + 1;
  return [...told, heading(1, `${roman(number)}-`, 'KẾT QUẢ, SỐ LIỆU'), ...resultBlocks(draft, figures)];
}

/** The unit's own words, then those from below, each with its unit; says so where nobody wrote anything. */
function wordBlocks(
  { gathered }: ConsolidatedDraft,
  figures: Figures,
  { part, hasOther }: { part: OutlinePart; hasOther: boolean },
): Block[] {
  const own = gathered.reports.find((one) => one.unit.id === gathered.unitId);
  const below = gathered.reports
    .filter((one) => one !== own)
    .map((one) => ({ id: one.id, unitName: one.unit.shortName, words: one.narrative[part.code] ?? '' }))
    .filter((one) => one.words.trim() !== '');
  const countOf = (same: readonly { id: string }[], at: number) =>
    sameOfSent(gathered, figures, {
      title: part.title,
      key: `${part.code}.${at}`,
      ids: same.map(({ id }) => id),
    });
  const blocks = [
    ...blocksOfWords(own?.narrative[part.code] ?? ''),
    ...(below.length > 0 && hasOther ? [leadIn('Các đơn vị báo cáo:')] : []),
    ...(below.length === 0 ? [] : quotedBlocks(below, '', countOf)),
  ];
  if (blocks.length > 0 || part.isParent || hasOther) return blocks;
  return [
    paragraph(gathered.ownOnly ? 'Chưa có nội dung.' : 'Các đơn vị không nêu nội dung này trong báo cáo.'),
  ];
}

/** "37/39 đơn vị": how many of those below that have sent wrote the same, each openable to their reports. */
function sameOfSent(
  gathered: Gathered,
  figures: Figures,
  same: { title: string; key: string; ids: readonly string[] },
): (string | Run)[] {
  const { form, period, unitId } = gathered;
  const below = gathered.reports.filter((one) => one.unit.id !== unitId);
  const link = totalsLink({ formId: form.id, periodFrom: period.from, unitId, day: linkedDay(gathered) });
  return [
    figures.of(`cung_viet.${same.key}`, {
      label: 'Đơn vị cùng viết câu này',
      definition: `Đơn vị trực thuộc có báo cáo trong tổng viết giống nhau ở phần “${same.title}”.`,
      value: same.ids.length,
      unit: 'đơn vị',
      link,
      ids: same.ids,
    }),
    '/',
    figures.of('bao_cao.truc_thuoc', {
      label: 'Đơn vị trực thuộc đã gửi báo cáo',
      definition:
        'Báo cáo của kỳ đã gửi và không bị trả lại của các đơn vị trực thuộc, không kể của chính đơn vị.',
      value: below.length,
      unit: 'đơn vị',
      link,
      ids: below.map((one) => one.id),
    }),
    ' đơn vị',
  ];
}

function resultBlocks(draft: ConsolidatedDraft, figures: Figures): Block[] {
  const { gathered } = draft;
  const fields = gathered.revision.content.sections.map((one) => fieldOfSection(one.code));
  const elsewhere = draft.examples.filter((one) => one.baseField === null || !fields.includes(one.baseField));
  return [
    ...(gathered.ownOnly ? [] : standingBlocks(gathered, figures)),
    ...figureLines(gathered, figures),
    ...comparisonTable(gathered, figures),
    ...(elsewhere.length === 0 ? [] : [exemplarySentence(elsewhere, figures)]),
  ];
}

/** Who has not reported, and whose report says nothing: by name (domain.md §4). */
function standingBlocks(gathered: Gathered, figures: Figures): Block[] {
  const named = (found: readonly { unit: { shortName: string } }[]) =>
    found.map((one) => one.unit.shortName).join(', ');
  const { reports, missing } = gathered;
  const lines = [
    ['chưa gửi báo cáo, số liệu chưa có trong tổng', missing.map((unit) => ({ unit }))],
    ['gửi chậm', reports.filter((one) => one.late)],
    ['báo cáo không có nội dung, số liệu', reports.filter((one) => one.hollow === 'empty')],
    ['báo cáo chép lại kỳ trước', reports.filter((one) => one.hollow === 'copied')],
    ['báo không có nội dung phát sinh', reports.filter((one) => one.nothingToReport)],
  ] as const;
  const said = lines.flatMap(([words, found]) =>
    found.length === 0 ? [] : [`${upperFirst(words)} (${found.length}): ${named(found)}.`],
  );
  return [
    paragraph([
      'Chế độ báo cáo: ',
      ...sentOfExpected(gathered, figures),
      missing.length === 0
        ? ' đơn vị đã gửi báo cáo, không còn đơn vị nào thiếu.'
        : ' đơn vị đã gửi báo cáo.',
    ]),
    ...(said.length === 0 ? [] : [list(...said)]),
  ];
}

function upperFirst(words: string): string {
  return `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`;
}

function fieldExamples(draft: ConsolidatedDraft, part: OutlinePart, figures: Figures): Block[] {
  const field = fieldOfSection(part.code);
  if (field === null) return [];
  const mine = draft.examples.filter((one) => one.baseField === field);
  return mine.length === 0 ? [] : [exemplarySentence(mine, figures)];
}

/** The profile of the place, as it is kept; with the year at the beginning beside it where that is known. */
function profileBlocks(profile: PlaceProfile | null): Block[] {
  if (profile === null)
    return [paragraph('Chưa có hồ sơ địa phương của kỳ này; đề nghị bổ sung ở trang hồ sơ đơn vị.')];
  const { now, before } = profile;
  const years = before === null ? [now] : [before, now];
  const source = now.source === '' ? '' : ` (nguồn: ${now.source})`;
  return [
    leadIn(`Số liệu của địa phương${source}:`),
    {
      kind: 'table',
      columns: [{ width: 46 }, { width: 20 }, ...years.map(() => ({ width: 17, align: 'right' as const }))],
      headerRows: [[cell('Nội dung'), cell('Đơn vị tính'), ...years.map((one) => cell(`Năm ${one.year}`))]],
      rows: profileLines(profile).map((line) => [
        cell(line.label),
        cell(line.unit),
        ...(before === null ? [] : [cell(line.before === '' ? '–' : line.before)]),
        cell(line.now),
      ]),
    },
  ];
}
